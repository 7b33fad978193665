package matching_test

import (
	"testing"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

func none() []pairing { return []pairing{} }

func TestEvidenceOfProposals(t *testing.T) {
	three := all(joins("", "cleo", "dan"), asks("cleo", "dan"))
	requireEvidence(t, matching.MeasureRequestsWithProposal, []evidenceCase{
		{"the only request has a proposal", nothing, nil, figure{1, 1, 1}},
		{"nobody is proposed", nothing, none(), figure{0, 1, 1}},
		{"one of three has a proposal", three, nil, figure{1, 3, 3}},
		{"two of three have the same supporter", three, []pairing{{"r_ana", "ben"}, {"r_dan", "ben"}}, figure{2, 3, 3}},
	})
}

func TestEvidenceOfOwnChoice(t *testing.T) {
	likes := func(keys ...peer.ExternalID) func(*world) {
		return wishes(func(s *peer.Seeks) { s.Preferred = keys })
	}
	requireEvidence(t, matching.MeasureSeekersOwnChoice, []evidenceCase{
		{"a seeker who names nobody is left out", nothing, nil, figure{}},
		{"the person named is proposed", likes("ben"), nil, figure{1, 1, 1}},
		{"a second choice is a choice", likes("top", "ben"), nil, figure{1, 1, 1}},
		{"somebody else is proposed", likes("top"), nil, figure{0, 1, 1}},
		{"somebody who is not there was named", likes("stranger"), nil, figure{0, 1, 1}},
		{"a name in capitals is the name", likes("BEN"), nil, figure{1, 1, 1}},
		{"the name of a second record is of the same person", all(twin("ben2", "ben", ""), likes("ben2")), nil, figure{1, 1, 1}},
		{"a name that may not be used is left out", all(likes("ben"), mayNotBeUsed(peer.KindPreferred, true)), nil, figure{}},
		{"no proposal is no choice", likes("ben"), none(), figure{}},
	})
}

func TestEvidenceOfTeams(t *testing.T) {
	requireEvidence(t, matching.MeasureTeamsWithTwoPeers, []evidenceCase{
		{"nobody's team is known", nothing, nil, figure{}},
		{"a peer alone in a team", isOfTeam("ben", "red"), nil, figure{0, 1, 1}},
		{"two peers in a team", all(isOfTeam("ben", "red"), joins("red", "dan"), offers("dan")), nil, figure{1, 1, 2}},
		{"a colleague who is no supporter", all(isOfTeam("ben", "red"), joins("red", "dan")), nil, figure{0, 1, 1}},
		{"two peers in two teams", all(isOfTeam("ben", "red"), joins("blue", "dan"), offers("dan")), nil, figure{0, 2, 2}},
		{"a peer without a team", all(isOfTeam("ben", "red"), joins("", "dan"), offers("dan")), nil, figure{0, 1, 1}},
		{"a second record is no second peer", all(isOfTeam("ben", "red"), twin("ben2", "ben", "red")), nil, figure{0, 1, 1}},
		{"two jobs in two teams", all(isOfTeam("ben", "red"), twin("ben2", "ben", "blue"),
			joins("blue", "dan"), offers("dan")), nil, figure{1, 2, 2}},
		{"a job that is over", all(isOfTeam("ben", "red"), twin("ben2", "ben", "blue"), isNow("ben2", peer.Left)),
			nil, figure{0, 1, 1}},
		{"a peer who left", all(isOfTeam("ben", "red"), joins("red", "dan"), offers("dan"), isNow("dan", peer.Left)),
			nil, figure{0, 1, 1}},
		{"a peer on leave belongs to the team", all(isOfTeam("ben", "red"), joins("red", "dan"), offers("dan"),
			isNow("dan", peer.OnLeave)), nil, figure{1, 1, 2}},
		{"nobody is left", all(isOfTeam("ben", "red"), isNow("ben", peer.Left)), nil, figure{}},
	})
}

// The day of the round is 2026-11-21: endings count from 2025-11-22, the day
// after a last day of 2025-11-21.
func TestEvidenceOfEndings(t *testing.T) {
	requireEvidence(t, matching.MeasureEndedAsPlanned, []evidenceCase{
		{"nothing has ended", supports("ben", "top", "2026-01-01", ""), nil, figure{}},
		{"ended as planned", supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedAsPlanned), nil, figure{1, 1, 1}},
		{"ended by the seeker", supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedBySeeker), nil, figure{0, 1, 1}},
		{"it is not known how", supports("ben", "top", "2026-01-01", "2026-02-01"), nil, figure{}},
		{"ended on the day", supports("ben", "top", "2026-01-01", "2026-11-21", peer.EndedAsPlanned), nil, figure{1, 1, 1}},
		{"will end tomorrow", supports("ben", "top", "2026-01-01", "2026-11-22", peer.EndedAsPlanned), nil, figure{}},
		{"ended a year ago", supports("ben", "top", "2025-01-01", "2025-11-22", peer.EndedAsPlanned), nil, figure{1, 1, 1}},
		{"ended a day before", supports("ben", "top", "2025-01-01", "2025-11-21", peer.EndedAsPlanned), nil, figure{}},
		{"never was", supports("ben", "top", "2026-02-01", "2026-02-01", peer.EndedAsPlanned), nil, figure{}},
		{"listed twice", supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedAsPlanned, peer.EndedAsPlanned), nil, figure{1, 1, 1}},
		{"listed once without the ending", supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedByNotKnown, peer.EndedAsPlanned),
			nil, figure{1, 1, 1}},
		{"listed with two endings", supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedAsPlanned, peer.EndedBySupporter),
			nil, figure{0, 1, 1}},
		{"two times of one pair", all(supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedAsPlanned),
			supports("ben", "top", "2026-03-01", "2026-04-01", peer.EndedByBoth)), nil, figure{1, 2, 1}},
		{"two seekers of one supporter are about one", all(supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedAsPlanned),
			supports("ben", "ana", "2026-03-01", "2026-04-01", peer.EndedByProgramme)), nil, figure{1, 2, 1}},
		{"people who are not there any more", all(supports("old", "older", "2026-01-01", "2026-02-01", peer.EndedAsPlanned),
			supports("OLD", "Older", "2026-03-01", "2026-04-01", peer.EndedAsPlanned),
			supports("ben", "ana", "2026-03-01", "2026-04-01", peer.EndedByDeclining)), nil, figure{2, 3, 2}},
		{"a second record is the same person", all(twin("ben2", "ben", ""),
			supports("ben", "top", "2026-01-01", "2026-02-01", peer.EndedAsPlanned),
			supports("ben2", "top", "2026-01-01", "2026-02-01", peer.EndedAsPlanned)), nil, figure{1, 1, 1}},
	})
}

func TestEvidenceOfGivingAndReceiving(t *testing.T) {
	requireEvidence(t, matching.MeasureGaveAndReceived, []evidenceCase{
		{"a supporter who only gives", nothing, nil, figure{0, 1, 1}},
		{"a supporter who asks", asks("ben"), nil, figure{1, 1, 1}},
		{"a supporter who was supported this year", supports("top", "ben", "2026-01-01", "2026-02-01"), nil, figure{1, 2, 2}},
		{"a supporter who is being supported", supports("top", "ben", "2020-01-01", ""), nil, figure{1, 2, 2}},
		{"a supporter who was supported long ago", supports("top", "ben", "2020-01-01", "2025-11-21"), nil, figure{0, 1, 1}},
		{"a supporter who will be supported", supports("top", "ben", "2026-12-01", ""), nil, figure{0, 1, 1}},
		{"somebody who gave this year and asks", supports("ana", "top", "2026-01-01", "2026-02-01"), nil, figure{1, 2, 2}},
		{"a second record asks", all(twin("ben2", "ben", ""), asks("ben2")), nil, figure{1, 1, 1}},
		{"somebody who is not there any more did both", all(supports("old", "top", "2026-01-01", "2026-02-01"),
			supports("ben", "OLD", "2026-01-01", "2026-02-01")), nil, figure{1, 2, 2}},
		{"nobody supports themself", all(twin("ben2", "ben", ""), supports("ben", "ben2", "2026-01-01", "2026-02-01")),
			nil, figure{0, 1, 1}},
	})
}

func TestEvidenceOfSupporters(t *testing.T) {
	until := func(text string) func(*world) { return func(w *world) { w.supporters[0].TrainedUntil = day(text) } }
	untrained := func(w *world) { w.supporters[0].TrainedUntil = peer.Date{} }
	paused := func(w *world) { w.supporters[0].PausedUntil = w.at.AddDays(1) }
	requireEvidence(t, matching.MeasureSupportersTrained, []evidenceCase{
		{"training is valid to its last day", nothing, nil, figure{1, 1, 1}},
		{"and not a day longer", until("2026-11-20"), nil, figure{0, 1, 1}},
		{"no training", untrained, nil, figure{0, 1, 1}},
		{"one of two", all(untrained, joins("", "dan"), offers("dan")), nil, figure{1, 2, 2}},
		{"who is on leave is not active", all(untrained, isNow("ben", peer.OnLeave)), none(), figure{}},
		{"who left is not active", all(untrained, isNow("ben", peer.Left)), none(), figure{}},
		{"who is paused is not active", all(untrained, paused), none(), figure{}},
		{"unless they support somebody", all(untrained, paused, supports("ben", "top", "2026-01-01", "")), none(), figure{0, 1, 1}},
		{"or are proposed", all(untrained, paused), nil, figure{0, 1, 1}},
	})
	two := []pairing{{"r_ana", "ben"}, {"r_cleo", "ben"}}
	requireEvidence(t, matching.MeasureSupportersWithinCapacity, []evidenceCase{
		{"one place and one proposal", nothing, nil, figure{1, 1, 1}},
		{"one place and two proposals", all(joins("", "cleo"), asks("cleo")), two, figure{0, 1, 1}},
		{"one place, taken, and a proposal", supports("ben", "top", "2026-01-01", ""), nil, figure{0, 1, 1}},
		{"one place and two people supported", all(supports("ben", "top", "2026-01-01", ""),
			supports("ben", "anas_boss", "2026-01-01", "")), none(), figure{0, 1, 1}},
		{"support that is over takes no place", supports("ben", "top", "2026-01-01", "2026-11-21"), nil, figure{1, 1, 1}},
		{"no place and nobody to support", func(w *world) { w.supporters[0].Capacity = 0 }, none(), figure{1, 1, 1}},
	})
}

func TestEvidenceOfWhatPairsHaveInCommon(t *testing.T) {
	wants := func(tags ...peer.Item) func(*world) {
		return wishes(func(s *peer.Seeks) {
			for _, tag := range tags {
				s.Experiences = append(s.Experiences, peer.Wish{Item: tag, Importance: 1})
			}
		})
	}
	has := func(tags ...string) func(*world) { return brings(func(o *peer.Offers) { o.Experiences = tags }) }
	grief := all(wants("experience:grief", "experience:caring"), has("grief", "burnout"))
	requireEvidence(t, matching.MeasurePairsSharingExperience, []evidenceCase{
		{"a seeker who states none is left out", has("grief"), nil, figure{}},
		{"one in common is enough", grief, nil, figure{1, 1, 1}},
		{"nothing in common", all(wants("experience:caring"), has("grief")), nil, figure{0, 1, 1}},
		{"the supporter lets nothing be used", all(grief, mayNotBeUsed(peer.KindExperience, false)), nil, figure{0, 1, 1}},
		{"the seeker lets nothing be used", all(grief, mayNotBeUsed(peer.KindExperience, true)), nil, figure{}},
		{"no proposal", grief, none(), figure{}},
	})
	asked := func(must bool, items ...peer.Item) func(*world) {
		return wishes(func(s *peer.Seeks) {
			for _, item := range items {
				s.Attributes = append(s.Attributes, peer.Wish{Item: item, Importance: 1, Must: must})
			}
		})
	}
	woman := brings(func(o *peer.Offers) { o.Attributes = []peer.Attribute{{Name: "gender", Value: "woman"}} })
	both := asked(false, "attribute:gender=woman", "attribute:faith=none")
	requireEvidence(t, matching.MeasurePairsMeetingWishes, []evidenceCase{
		{"a seeker who wishes for none is left out", woman, nil, figure{}},
		{"the only wish is met", all(woman, asked(false, "attribute:gender=woman")), nil, figure{1, 1, 1}},
		{"one of two is not enough", all(woman, both), nil, figure{0, 1, 1}},
		{"a condition is met", all(woman, asked(true, "attribute:gender=woman")), nil, figure{1, 1, 1}},
		{"a condition is not met", all(woman, asked(true, "attribute:gender=man")), nil, figure{0, 1, 1}},
		{"the supporter lets nothing be used", all(woman, asked(false, "attribute:gender=woman"),
			mayNotBeUsed(peer.KindAttribute, false)), nil, figure{0, 1, 1}},
		{"the seeker lets nothing be used", all(woman, asked(false, "attribute:gender=woman"),
			mayNotBeUsed(peer.KindAttribute, true)), nil, figure{}},
	})
	requireEvidence(t, matching.MeasureConditionsMayBeUsed, []evidenceCase{
		{"no condition", nothing, nil, figure{1, 1, 1}},
		{"a condition that may be used", asked(true, "attribute:gender=woman"), none(), figure{1, 1, 1}},
		{"a condition that may not", all(asked(true, "attribute:gender=woman"), mayNotBeUsed(peer.KindAttribute, true)),
			none(), figure{0, 1, 1}},
		{"a wish that may not is no condition", all(asked(false, "attribute:gender=woman"), mayNotBeUsed(peer.KindAttribute, true)),
			nil, figure{1, 1, 1}},
	})
}
