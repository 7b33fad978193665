package matching_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

func TestRelationsKeepPeopleApart(t *testing.T) {
	requireCodes(t, []ruleCase{
		{"the reviewer of the seeker", line("ana", "ben", peer.Reviewer), only(matching.CodeReviewer)},
		{"the reviewer of the supporter", line("ben", "ana", peer.Reviewer), only(matching.CodeReviewer)},
		{"a reviewer of a year ago and a day", during("ana", "ben", peer.Reviewer, "", "2025-11-21"), nil},
		{"the reviewer's reports are free", line("ana", "bens_boss", peer.Reviewer), nil},
		{"an HR case", line("ana", "ben", peer.HRCase), only(matching.CodePrivateRelation)},
		{"an investigator", line("ben", "ana", peer.Investigator), only(matching.CodePrivateRelation)},
		{"a grievance", line("ana", "ben", peer.Grievance), only(matching.CodePrivateRelation)},
		{"occupational health", line("ana", "ben", peer.OccupationalHealth), only(matching.CodePrivateRelation)},
		{"family", line("ana", "ben", peer.Family), only(matching.CodePrivateRelation)},
		{"kinship outlives its dates", during("ana", "ben", peer.Family, "1990-01-01", "2001-01-01"), only(matching.CodePrivateRelation)},
		{"a former partner of long ago", during("ben", "ana", peer.FormerPartner, "1990-01-01", "2001-01-01"),
			only(matching.CodePrivateRelation)},
		{"a grievance of long ago", during("ana", "ben", peer.Grievance, "1990-01-01", "2001-01-01"), nil},
		{"a relation to a second record", func(w *world) {
			w.people = append(w.people, peer.Person{Key: "second", Manager: "top", SameAs: "ben"})
			w.relate("ana", "second", peer.Family)
		}, only(matching.CodePrivateRelation)},
	})
}

func TestAnAuditorSeesEveryPrivateKind(t *testing.T) {
	w := pairOf()
	w.relate("ana", "ben", peer.Family)
	w.relate("ben", "ana", peer.HRCase)
	blocking := w.decide(t, 0, 0).Blocking()
	require.Len(t, blocking, 1)
	require.Equal(t, []principles.Param{principles.Term("kind", "hr_case, family")}, blocking[0].Finding.Params)
}

func vetoed(keys ...peer.ExternalID) func(*world) {
	return func(w *world) { w.ask(0, func(s *peer.Seeks) { s.NotWanted = keys }) }
}

func TestAVetoAlwaysWins(t *testing.T) {
	requireCodes(t, []ruleCase{
		{"by the seeker", vetoed("ben"), only(matching.CodeVeto)},
		{"in another case", vetoed("BEN"), only(matching.CodeVeto)},
		{"of a second record", all(vetoed("second"), func(w *world) {
			w.people = append(w.people, peer.Person{Key: "second", Manager: "top", SameAs: "ben"})
		}), only(matching.CodeVeto)},
		{"of somebody else", vetoed("top"), nil},
		{"of somebody unknown", vetoed("stranger"), nil},
		{"without consent to anything", func(w *world) {
			vetoed("ben")(w)
			w.requests[0].Terms = peer.NewPrivate(peer.Terms{})
		}, only(matching.CodeVeto)},
		{"by the supporter", func(w *world) {
			w.offer(0, func(o *peer.Offers) { o.NotPairedWith = []peer.ExternalID{"ana"} })
		}, only(matching.CodeVeto)},
		{"said as a seeker, heeded as a supporter", func(w *world) {
			w.requests = append(w.requests, asking("ben", w.at))
			w.ask(1, func(s *peer.Seeks) { s.NotWanted = []peer.ExternalID{"ana"} })
		}, only(matching.CodeVeto)},
	})
}

func TestNobodySupportsThemself(t *testing.T) {
	requireCodes(t, []ruleCase{
		{"through a second record", func(w *world) { w.person("ben").SameAs = "ana" }, only(matching.CodeSamePerson)},
		{"through a third record", func(w *world) {
			w.people = append(w.people, peer.Person{Key: "third", Manager: "top", SameAs: "ana"})
			w.person("ben").SameAs = "third"
		}, only(matching.CodeSamePerson)},
	})
	w := pairOf()
	w.supporters[0] = offering("ana", 1, w.at)
	require.Equal(t, only(matching.CodeSamePerson), codes(w.decide(t, 0, 0)))
}

// bothAsk: ben asks too, and ana offers too.
func bothAsk(bensDay peer.Date, change func(*world)) func(*world) {
	return func(w *world) {
		w.requests = append(w.requests, asking("ben", bensDay))
		w.supporters = append(w.supporters, offering("ana", 1, w.at))
		change(w)
	}
}

func TestTwoPeopleDoNotSupportEachOtherInOneRound(t *testing.T) {
	today, earlier := day("2026-11-21"), day("2026-11-20")
	requireCodes(t, []ruleCase{
		{"the earlier request stands, here ben's", bothAsk(earlier, func(*world) {}), only(matching.CodeOtherDirection)},
		{"on the same day the first id stands, here ana's", bothAsk(today, func(*world) {}), nil},
		{"who has no place could not support anyway", bothAsk(earlier, func(w *world) { w.supporters[1].Capacity = 0 }), nil},
		{"nor who is paused", bothAsk(earlier, func(w *world) { w.supporters[1].PausedUntil = w.at.AddDays(1) }), nil},
		{"nor who is not trained", bothAsk(earlier, func(w *world) { w.supporters[1].TrainedUntil = peer.Date{} }), nil},
	})
}

func met(seeker, supporter peer.ExternalID, from, until string) func(*world) {
	return func(w *world) {
		h := peer.Relationship{Seeker: seeker, Supporter: supporter, During: peer.Interval{From: day(from)}}
		if until != "" {
			h.During.Until = day(until)
			h.EndedBy = peer.NewPrivate(peer.EndedBySupporter)
		}
		w.history = append(w.history, h)
		w.supporters[0].Capacity = 5
	}
}

func TestEarlierPairsRest(t *testing.T) {
	requireCodes(t, []ruleCase{
		{"support going on", met("ana", "ben", "2026-01-01", ""), only(matching.CodeAlreadyPaired)},
		{"support agreed for later", met("ana", "ben", "2026-12-24", ""), only(matching.CodeAlreadyPaired)},
		{"support in the other direction", met("ben", "ana", "2026-01-01", ""), only(matching.CodeAlreadyPaired)},
		{"ended a day less than twelve months ago", met("ana", "ben", "2025-01-01", "2025-11-22"), only(matching.CodeEndedRecently)},
		{"ended twelve months ago to the day", met("ana", "ben", "2025-01-01", "2025-11-21"), nil},
		{"ended before it began", met("ana", "ben", "2026-11-01", "2026-11-01"), only(matching.CodeEndedRecently)},
		{"named in another case", met("ANA", "Ben", "2026-01-01", ""), only(matching.CodeAlreadyPaired)},
		{"a shorter rest", all(met("ana", "ben", "2025-01-01", "2026-05-21"),
			func(w *world) { w.policy.RepeatAfterMonths = 6 }), nil},
		{"with somebody else", met("top", "ben", "2026-01-01", ""), nil},
	})
}
