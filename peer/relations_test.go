package peer_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

func TestRelationKindsAreReadAsWritten(t *testing.T) {
	require.Len(t, peer.RelationKinds(), 11)
	for _, k := range peer.RelationKinds() {
		parsed, err := peer.ParseRelationKind(k.String())
		require.NoError(t, err)
		require.Equal(t, k, parsed)
	}
	for _, text := range []string{"", "unknown", "Line", "line "} {
		_, err := peer.ParseRelationKind(text)
		requireCode(t, peer.FaultRelationKind, err)
	}
	require.Equal(t, "unknown", peer.RelationKind(0).String())
}

// A kind is either a line of authority, or private, or the reviewer, who is
// neither; a lasting relation is a private one.
func TestRelationKindsFallIntoThree(t *testing.T) {
	authority := []peer.RelationKind{peer.Line, peer.Dotted, peer.Acting, peer.Delegate}
	private := []peer.RelationKind{
		peer.HRCase, peer.Investigator, peer.Grievance, peer.OccupationalHealth, peer.Family, peer.FormerPartner,
	}
	for _, k := range peer.RelationKinds() {
		require.Equal(t, slices.Contains(authority, k), k.Authority(), k)
		require.Equal(t, slices.Contains(private, k), k.Private(), k)
		require.Equal(t, k == peer.Family || k == peer.FormerPartner, k.Lasting(), k)
	}
	require.False(t, peer.RelationKind(0).Authority() || peer.RelationKind(0).Private() || peer.RelationKind(0).Lasting())
}

func TestRelationCounts(t *testing.T) {
	at := "2026-03-31"
	for name, c := range map[string]struct {
		kind        peer.RelationKind
		from, until string
		months      int
		want        bool
	}{
		"always":                                {from: "", until: "", want: true},
		"today":                                 {from: at, until: "2026-04-01", want: true},
		"ended this morning":                    {from: "2020-01-01", until: at},
		"ended this morning, looking back":      {from: "2020-01-01", until: at, months: 1, want: true},
		"last day at the edge of the look-back": {from: "", until: "2026-03-01", months: 1, want: true},
		"last day before the look-back":         {from: "", until: "2026-02-28", months: 1},
		"known for the future":                  {from: "2027-01-01", until: "", want: true},
		"known for the future, with an end":     {from: "2027-01-01", until: "2027-02-01", want: true},
		"empty":                                 {from: "2026-04-01", until: "2026-04-01", months: 12},
		"reversed":                              {from: "2026-04-02", until: "2026-04-01", months: 12},
		"a year ago, lasting":                   {kind: peer.Family, from: "2000-01-01", until: "2001-01-01", want: true},
		"empty, lasting":                        {kind: peer.FormerPartner, from: "2026-04-01", until: "2026-04-01", want: true},
		"an acting manager of three days":       {kind: peer.Acting, from: "2025-04-01", until: "2025-04-04", months: 12, want: true},
	} {
		t.Run(name, func(t *testing.T) {
			kind := max(c.kind, peer.Line)
			r := peer.Relation{Person: "a", Other: "b", Kind: kind, During: interval(t, c.from, c.until)}
			require.Equal(t, c.want, r.Counts(day(t, at), c.months))

			if !r.During.Reversed() {
				org := organisation(t, peer.OrganisationConfig{}, []peer.Relation{r}, peer.Person{Key: "a"}, peer.Person{Key: "b"})
				a, b := node(t, org, "a"), node(t, org, "b")
				require.Equal(t, c.want, org.RelatedBy(kind, a, b, day(t, at), c.months))
				require.Equal(t, c.want, org.RelatedBy(kind, b, a, day(t, at), c.months))
				require.False(t, org.RelatedBy(peer.Reviewer, a, b, day(t, at), c.months))
			}
		})
	}
}

// Relations, Ties and Relation.Counts tell one story, in source order.
func TestRelationsAreThoseOfTheSourceThatCount(t *testing.T) {
	at := day(t, "2026-01-15")
	for seed := range scaled(t, 100) {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		f := randomForest(r, 2+r.IntN(6), 4)
		rels := randomRelations(r, len(f.parent), r.IntN(30))
		org := organisation(t, f.config(), rels, f.people()...)
		ties := 0
		for a := range f.parent {
			for b := range a {
				want := []peer.Relation{}
				for _, rel := range rels {
					between := (rel.Person == key(a) && rel.Other == key(b)) || (rel.Person == key(b) && rel.Other == key(a))
					if between && rel.Counts(at, 6) {
						want = append(want, rel)
					}
				}
				require.Equal(t, want, org.Relations(node(t, org, key(a)), node(t, org, key(b)), at, 6))
				ties += len(want)
			}
		}
		require.Len(t, org.Ties(at, 6), ties)
	}
}

func TestTiesNameTheirEnds(t *testing.T) {
	rels := []peer.Relation{
		{Person: "b", Other: "a", Kind: peer.Family},
		{Person: "a", Other: "b", Kind: peer.Dotted, During: interval(t, "", "2020-01-01")},
	}
	org := organisation(t, peer.OrganisationConfig{}, rels, peer.Person{Key: "a"}, peer.Person{Key: "b"})
	want := []peer.Tie{{Person: node(t, org, "b"), Other: node(t, org, "a"), Kind: peer.Family}}
	require.Equal(t, want, org.Ties(day(t, "2026-01-01"), 12))
}

func TestManyRelationsOfOnePersonNeedLeave(t *testing.T) {
	people := chain(3)
	var rels []peer.Relation
	for range peer.DefaultMaxRelations {
		rels = append(rels, peer.Relation{Person: key(1), Other: key(2), Kind: peer.Reviewer})
	}
	organisation(t, peer.OrganisationConfig{}, rels, people...)
	rels = append(rels, rels[0])
	_, err := peer.NewOrganisation(people, rels, peer.OrganisationConfig{})
	requireCode(t, peer.FaultTooManyRelations, err)
	organisation(t, peer.OrganisationConfig{MaxRelations: -1}, rels, people...)
}

func TestAccountsFollowTheHumanBeing(t *testing.T) {
	org := organisation(t, peer.OrganisationConfig{Flat: true}, nil,
		peer.Person{Key: "a"}, peer.Person{Key: "b", SameAs: "a"}, peer.Person{Key: "c"},
		peer.Person{Key: "d", SameAs: "e"}, peer.Person{Key: "e", SameAs: "b"}, peer.Person{Key: "f", SameAs: "f"})
	all := []peer.Node{node(t, org, "a"), node(t, org, "b"), node(t, org, "d"), node(t, org, "e")}
	for _, n := range all {
		require.Equal(t, all, org.Accounts(n))
		require.True(t, org.SamePerson(n, all[0]))
		require.False(t, org.SamePerson(n, node(t, org, "c")))
		require.False(t, org.SamePerson(node(t, org, "c"), n))
	}
	require.Equal(t, []peer.Node{node(t, org, "f")}, org.Accounts(node(t, org, "f")))
	require.True(t, org.SamePerson(node(t, org, "c"), node(t, org, "c")))
}

func randomRelations(r *rand.Rand, people, count int) []peer.Relation {
	kinds := peer.RelationKinds()
	var rels []peer.Relation
	for range count {
		a, b := r.IntN(people), r.IntN(people)
		if a == b {
			continue
		}
		// Some months around 2026, so that some are over, some run and some come.
		from := mustDate("2024-06-01").AddMonths(r.IntN(30))
		during := peer.Interval{From: from, Until: from.AddMonths(r.IntN(12))}
		if r.IntN(4) == 0 {
			during.Until = peer.Date{}
		}
		rels = append(rels, peer.Relation{Person: key(a), Other: key(b), Kind: kinds[r.IntN(len(kinds))], During: during})
	}
	return rels
}

func mustDate(text string) peer.Date {
	d, err := peer.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func requireCode(t require.TestingT, code peer.FaultCode, err error) {
	var fault peer.Fault
	require.ErrorAs(t, err, &fault)
	require.Equal(t, code, fault.Code)
}
