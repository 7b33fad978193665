package matching_test

import (
	"context"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// world is a round before it is one: plain rows, as a file would hold them.
// Everybody in it is made up.
type world struct {
	at         peer.Date
	people     []peer.Person
	relations  []peer.Relation
	config     peer.OrganisationConfig
	requests   []peer.Request
	supporters []peer.Supporter
	history    []peer.Relationship
	seed       []byte
	policy     matching.Policy
}

func (w *world) round(t testing.TB) matching.Round {
	t.Helper()
	org, err := peer.NewOrganisation(w.people, w.relations, w.config)
	require.NoError(t, err)
	return matching.Round{
		At: w.at, Organisation: org, Requests: w.requests, Supporters: w.supporters, History: w.history, Seed: w.seed}
}

func (w *world) match(t testing.TB) (matching.Round, matching.Plan) {
	t.Helper()
	r := w.round(t)
	plan, err := matching.Match(context.Background(), r, w.policy)
	require.NoError(t, err)
	return r, plan
}

func (w *world) pool(t testing.TB) *matching.Pool {
	t.Helper()
	pool, err := matching.Prepare(w.round(t), w.policy)
	require.NoError(t, err)
	return pool
}

// clone copies what tests change: rows, never what is inside a private value.
func (w *world) clone() world {
	c := *w
	c.people = slices.Clone(w.people)
	c.relations = slices.Clone(w.relations)
	c.requests = slices.Clone(w.requests)
	c.supporters = slices.Clone(w.supporters)
	c.history = slices.Clone(w.history)
	return c
}

// ask changes what request i looks for.
func (w *world) ask(i int, change func(*peer.Seeks)) {
	s := w.requests[i].Seeks.Reveal()
	change(&s)
	w.requests[i].Seeks = peer.NewPrivate(s)
}

// offer changes what supporter j brings.
func (w *world) offer(j int, change func(*peer.Offers)) {
	o := w.supporters[j].Offers.Reveal()
	change(&o)
	w.supporters[j].Offers = peer.NewPrivate(o)
}

// relate adds a relation without end.
func (w *world) relate(person, other peer.ExternalID, kind peer.RelationKind) {
	w.relations = append(w.relations, peer.Relation{Person: person, Other: other, Kind: kind})
}

// pairOf is a world in which "ana" asks and "ben" offers, and nothing stands in
// the way: they stand in two branches under "top".
func pairOf() world {
	at := day("2026-11-21")
	return world{
		at: at,
		people: []peer.Person{
			{Key: "top"}, {Key: "anas_boss", Manager: "top"}, {Key: "bens_boss", Manager: "top"},
			{Key: "ana", Manager: "anas_boss", Location: "north"}, {Key: "ben", Manager: "bens_boss", Location: "north"},
		},
		requests:   []peer.Request{asking("ana", at)},
		supporters: []peer.Supporter{offering("ben", 1, at)},
	}
}

// asking is a plain request by a person, made on the day.
func asking(person peer.ExternalID, on peer.Date) peer.Request {
	return peer.Request{Key: "r_" + person, Person: person, Asked: on, Terms: peer.NewPrivate(everything())}
}

// offering is a plain, trained supporter.
func offering(person peer.ExternalID, capacity int, at peer.Date) peer.Supporter {
	return peer.Supporter{
		Person: person, Capacity: capacity, TrainedUntil: at, Terms: peer.NewPrivate(everything())}
}

// everything is consent to use every kind of item, and to release none.
func everything() peer.Terms {
	var t peer.Terms
	for _, kind := range peer.Kinds() {
		t.Matching = append(t.Matching, peer.Consent{Item: kind})
	}
	return t
}

func day(text string) peer.Date {
	d, err := peer.ParseDate(text)
	if err != nil {
		panic(err) // a mistake in the test itself
	}
	return d
}

// decide returns what every rule says about request i with supporter j, which
// are counted in the order of the rows.
func (w *world) decide(t testing.TB, i, j int) principles.Decision {
	t.Helper()
	pool := w.pool(t)
	rules, err := principles.NewSet(append(matching.BuiltIn(pool.Policy()), pool.Policy().Rules...)...)
	require.NoError(t, err)
	for a := range pool.Requests() {
		for b := range pool.Supporters() {
			pair := pool.Pair(a, b)
			if pair.Request() == w.requests[i].Key && pair.SupporterKey() == w.supporters[j].Person {
				return rules.Evaluate(pair)
			}
		}
	}
	t.Fatal("the pool does not hold the pair")
	return principles.Decision{}
}

// codes returns the codes of what blocks, in the order of the rules' ids.
func codes(d principles.Decision) []principles.Code {
	list := []principles.Code{}
	for _, r := range d.Blocking() {
		list = append(list, r.Finding.Code)
	}
	return list
}

// bounded is scale for tests that say all they can in fewer cases.
func bounded(t testing.TB, most int) int {
	t.Helper()
	return min(scale(t), most)
}

// scale multiplies the number of heavy random cases.
func scale(t testing.TB) int {
	t.Helper()
	text := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if text == "" {
		return 1
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	require.Positive(t, n)
	return n
}
