package matching_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// ruleCase changes the world in which ana asks and ben offers, and says what
// then blocks the two; nothing means that they may be paired.
type ruleCase struct {
	name   string
	change func(*world)
	want   []principles.Code
}

func requireCodes(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := pairOf()
			c.change(&w)
			want := c.want
			if want == nil {
				want = []principles.Code{}
			}
			require.Equal(t, want, codes(w.decide(t, 0, 0)))
			_, plan := w.match(t)
			require.Equal(t, len(want) == 0, pairsOf(plan)["r_ana"] == "ben")
		})
	}
}

func only(codes ...principles.Code) []principles.Code { return codes }

// person returns the row of a person, to be changed.
func (w *world) person(key peer.ExternalID) *peer.Person {
	for i := range w.people {
		if w.people[i].Key == key {
			return &w.people[i]
		}
	}
	panic("no such person in the test")
}

func reportsTo(person, manager peer.ExternalID) func(*world) {
	return func(w *world) { w.person(person).Manager = manager }
}

func line(person, other peer.ExternalID, kind peer.RelationKind) func(*world) {
	return func(w *world) { w.relate(person, other, kind) }
}

// during is a relation with dates; empty texts have none.
func during(person, other peer.ExternalID, kind peer.RelationKind, from, until string) func(*world) {
	return func(w *world) {
		r := peer.Relation{Person: person, Other: other, Kind: kind}
		if from != "" {
			r.During.From = day(from)
		}
		if until != "" {
			r.During.Until = day(until)
		}
		w.relations = append(w.relations, r)
	}
}

func all(changes ...func(*world)) func(*world) {
	return func(w *world) {
		for _, change := range changes {
			change(w)
		}
	}
}

func depth(n int) func(*world) { return func(w *world) { w.policy.Hierarchy.Depth = n } }

func shared(w *world) { w.policy.Hierarchy.SharedManager = true }

func TestAuthorityStaysOutOfThePair(t *testing.T) {
	cases := []ruleCase{
		{"colleagues in two branches are allowed", func(*world) {}, nil},
		{"a manager does not support a report", reportsTo("ana", "ben"), only(matching.CodeDirectReport)},
		{"a report does not support a manager", reportsTo("ben", "ana"), only(matching.CodeDirectReport)},
		{"nobody two steps above supports", all(reportsTo("anas_boss", "ben")), only(matching.CodeReportingLine)},
		{"nobody two steps below supports", all(reportsTo("bens_boss", "ana")), only(matching.CodeReportingLine)},
		{"a second manager counts like the first", line("ana", "ben", peer.Line), only(matching.CodeDirectReport)},
		{"a dotted line counts", line("ben", "ana", peer.Dotted), only(matching.CodeDirectReport)},
		{"an acting manager counts", line("ana", "ben", peer.Acting), only(matching.CodeDirectReport)},
		{"a manager's delegate counts", line("ana", "ben", peer.Delegate), only(matching.CodeDirectReport)},
		{"the chain goes on beyond a dotted line", line("anas_boss", "ben", peer.Dotted), only(matching.CodeReportingLine)},
		{"the chain goes on before a dotted line", line("ana", "bens_boss", peer.Dotted), nil},
		{"the boss of a dotted-line manager is above", all(reportsTo("bens_boss", "ben"), reportsTo("ben", "top"),
			line("ana", "bens_boss", peer.Dotted)), only(matching.CodeReportingLine)},
		{"a vacant manager is passed through", all(reportsTo("anas_boss", "ben"),
			func(w *world) { w.person("anas_boss").Status = peer.Vacant }), only(matching.CodeDirectReport)},
		{"a manager who left is still in the chain", all(reportsTo("anas_boss", "ben"),
			func(w *world) { w.person("anas_boss").Status = peer.Left }), only(matching.CodeReportingLine)},
		{"a depth of one lets two steps pass", all(depth(1), reportsTo("anas_boss", "ben")), nil},
		{"a depth of one holds direct reports", all(depth(1), reportsTo("ana", "ben")), only(matching.CodeDirectReport)},
		{"a depth of two holds two steps", all(depth(2), reportsTo("anas_boss", "ben")), only(matching.CodeReportingLine)},
		{"a shared manager is allowed by default", reportsTo("ben", "anas_boss"), nil},
		{"a shared manager excludes where asked for", all(shared, reportsTo("ben", "anas_boss")), only(matching.CodeSharedManager)},
		{"a shared dotted-line manager does too", all(shared, line("ben", "anas_boss", peer.Dotted)), only(matching.CodeSharedManager)},
		{"two managers apart are not shared", shared, nil},
	}
	requireCodes(t, cases)
}

func TestAuthorityFollowsTheHumanBeing(t *testing.T) {
	second := func(of peer.ExternalID, manager peer.ExternalID) func(*world) {
		return func(w *world) {
			w.people = append(w.people, peer.Person{Key: "second", Manager: manager, SameAs: of})
		}
	}
	requireCodes(t, []ruleCase{
		{"a second record of the seeker reports to the supporter", second("ana", "ben"), only(matching.CodeDirectReport)},
		{"a second record of the supporter reports to the seeker", second("ben", "ana"), only(matching.CodeDirectReport)},
		{"the seeker reports to a second record of the supporter",
			all(second("ben", "top"), reportsTo("ana", "second")), only(matching.CodeDirectReport)},
		{"a boss in between has a second record", all(second("anas_boss", "ben")), only(matching.CodeReportingLine)},
		{"a second record elsewhere changes nothing", second("ben", "top"), nil},
	})
}

// The day of the round is 2026-11-21, the look-back twelve months.
func TestPastAndComingAuthorityCounts(t *testing.T) {
	acting := func(from, until string) func(*world) { return during("ana", "ben", peer.Acting, from, until) }
	requireCodes(t, []ruleCase{
		{"an acting manager of three days counts while it lasts", acting("2026-11-20", "2026-11-23"), only(matching.CodeDirectReport)},
		{"and for twelve months after the last day", acting("2025-11-19", "2025-11-22"), only(matching.CodeDirectReport)},
		{"and not a day longer", acting("2025-11-18", "2025-11-21"), nil},
		{"a move known for the future counts", acting("2027-03-01", ""), only(matching.CodeDirectReport)},
		{"an empty interval is ignored", acting("2026-11-21", "2026-11-21"), nil},
		{"a longer look-back reaches further", all(acting("2025-11-18", "2025-11-21"),
			func(w *world) { w.policy.Hierarchy.LookBackMonths = 13 }), only(matching.CodeDirectReport)},
		{"a shorter one less far", all(acting("2026-01-01", "2026-05-21"),
			func(w *world) { w.policy.Hierarchy.LookBackMonths = 6 }), nil},
	})
}

func TestAnUnknownManagerBlocksAcrossTrees(t *testing.T) {
	requireCodes(t, []ruleCase{
		{"a single undeclared top blocks nothing", func(*world) {}, nil},
		{"two undeclared tops leave it open", reportsTo("bens_boss", ""), only(matching.CodeLineUncertain)},
		{"one declared top of two is not enough", all(reportsTo("bens_boss", ""),
			func(w *world) { w.config.Roots = []peer.ExternalID{"top"} }), only(matching.CodeLineUncertain)},
		{"two declared tops are", all(reportsTo("bens_boss", ""),
			func(w *world) { w.config.Roots = []peer.ExternalID{"top", "bens_boss"} }), nil},
		{"a manager who is not among the people is unknown, and no top", all(reportsTo("bens_boss", "stranger"),
			func(w *world) { w.config.Flat = true }), only(matching.CodeLineUncertain)},
		{"one record in an open tree is enough", func(w *world) {
			w.people = append(w.people, peer.Person{Key: "second", SameAs: "ben"})
		}, only(matching.CodeLineUncertain)},
	})
}

// An acting manager of a vacant position is above those who report to it, and
// so is whoever is above a vacant position that a line leads to.
func TestLinesPassThroughVacantPositions(t *testing.T) {
	vacant := func(w *world) { w.person("anas_boss").Status = peer.Vacant }
	requireCodes(t, []ruleCase{
		{"acting for a vacant manager", all(vacant, line("anas_boss", "ben", peer.Acting)), only(matching.CodeDirectReport)},
		{"acting for a vacant manager, at a depth of one", all(depth(1), vacant, line("anas_boss", "ben", peer.Acting)),
			only(matching.CodeDirectReport)},
		{"a dotted line to a vacant position, at a depth of one", all(depth(1),
			func(w *world) {
				w.people = append(w.people, peer.Person{Key: "post", Manager: "ben", Status: peer.Vacant})
			},
			line("ana", "post", peer.Dotted)), only(matching.CodeDirectReport)},
	})
	t.Run("in random worlds", func(t *testing.T) {
		s := small()
		s.vacantLines = true
		for seed := range uint64(300 * bounded(t, 20)) {
			w := roll(seed, s)
			r, plan := w.match(t)
			o := newOracle(w)
			columns, costs := o.best()
			requireAgreement(t, o, r, plan, columns, costs)
		}
	})
}
