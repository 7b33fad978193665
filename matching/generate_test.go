package matching_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// size says how large a random world may be.
type size struct {
	people, requests, supporters, relations int
	// vacantLines lets lines of authority lead to and from vacant positions.
	vacantLines bool
}

func small() size  { return size{people: 8, requests: 5, supporters: 4, relations: 4} }
func medium() size { return size{people: 120, requests: 60, supporters: 25, relations: 40} }

// dice draws worlds in which every rule meets a case, mostly near its borders.
type dice struct {
	*rand.Rand
	size
	at peer.Date
}

func roll(seed uint64, s size) world {
	d := dice{Rand: rand.New(rand.NewPCG(seed, 2026)), size: s, at: day("2026-11-21")}
	w := world{at: d.at, policy: d.policy()}
	w.people = d.people()
	switch d.IntN(4) {
	case 0:
		w.config.Roots = []peer.ExternalID{w.people[0].Key}
	default:
		w.config.Flat = d.chance(80)
	}
	w.relations = d.relations(w.people)
	seekers, supporters := d.humans(w.people), d.humans(w.people)
	for i, p := range seekers[:min(d.requests, len(seekers))] {
		w.requests = append(w.requests, d.request(i, p, w.people))
	}
	for _, p := range supporters[:min(d.supporters, len(supporters))] {
		w.supporters = append(w.supporters, d.supporter(p, w.people))
	}
	w.history = d.history(w.people)
	if d.chance(50) {
		w.seed = []byte(strings.Repeat(fmt.Sprintf("%04d", d.IntN(10_000)), 4))
	}
	d.Shuffle(len(w.people), func(i, j int) { w.people[i], w.people[j] = w.people[j], w.people[i] })
	return w
}

func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

func pick[T any](d dice, list ...T) T { return list[d.IntN(len(list))] }

// some returns each member of the list with the chance.
func some[T any](d dice, percent int, list ...T) []T {
	var kept []T
	for _, x := range list {
		if d.chance(percent) {
			kept = append(kept, x)
		}
	}
	return kept
}

func (d dice) people() []peer.Person {
	n := d.size.people - d.IntN(d.size.people-1)*d.IntN(2)
	people := make([]peer.Person, n)
	for i := range people {
		p := peer.Person{
			Key: person(i), Team: pick(d, "", "red", "blue", "green"), Location: pick(d, "", "north", "south", "north")}
		switch {
		case i > 0 && d.chance(75):
			p.Manager = person(d.IntN(i))
		case i > 0 && d.chance(10):
			p.Manager = "nobody_known"
		}
		switch d.IntN(20) {
		case 0:
			p.Status = peer.OnLeave
		case 1:
			p.Status = peer.Left
		case 2, 3:
			p.Status = peer.Vacant
		}
		if i > 0 && d.chance(8) { // a vacant position is nobody's record
			if same := d.IntN(i); p.Status != peer.Vacant && people[same].Status != peer.Vacant {
				p.SameAs = person(same)
			}
		}
		people[i] = p
	}
	return people
}

// date draws a day around today, often one at which some rule changes its mind.
func (d dice) date() peer.Date {
	return pick(d, d.at, d.at.AddMonths(-12), d.at.AddMonths(-6), d.at.AddMonths(12), d.at.AddDays(-30)).
		AddDays(d.IntN(5) - 2)
}

func (d dice) interval() peer.Interval {
	from, until := d.date(), d.date()
	if until.Before(from) {
		from, until = until, from
	}
	switch d.IntN(3) {
	case 0:
		return peer.Interval{From: from}
	case 1:
		return peer.Interval{Until: until}
	}
	return peer.Interval{From: from, Until: until}
}

func (d dice) relations(people []peer.Person) []peer.Relation {
	var rels []peer.Relation
	for range d.IntN(d.size.relations + 1) {
		a, b := pick(d, people...), pick(d, people...)
		vacant := a.Status == peer.Vacant || b.Status == peer.Vacant
		if a.Key != b.Key && (d.vacantLines || !vacant) {
			rels = append(rels, peer.Relation{
				Person: a.Key, Other: b.Key, Kind: pick(d, peer.RelationKinds()...), During: d.interval()})
		}
	}
	return rels
}

// humans returns one record of every human being, in any order.
func (d dice) humans(people []peer.Person) []peer.Person {
	c := newChecker(world{at: d.at, people: people})
	seen := map[int]bool{}
	var list []peer.Person
	for _, i := range d.Perm(len(people)) {
		if !seen[c.being[i]] && (people[i].Status != peer.Vacant || d.chance(10)) {
			seen[c.being[i]] = true
			list = append(list, people[i])
		}
	}
	return list
}

func (d dice) terms() peer.Private[peer.Terms] {
	var t peer.Terms
	for _, kind := range peer.Kinds() {
		if d.chance(97) {
			t.Matching = append(t.Matching, d.leave(kind))
		}
		if d.chance(50) {
			t.Release = append(t.Release, d.leave(kind))
		}
	}
	return peer.NewPrivate(t)
}

func (d dice) leave(item peer.Item) peer.Consent {
	c := peer.Consent{Item: item}
	if d.chance(6) {
		c.Until = d.date()
	}
	return c
}

func (d dice) named(people []peer.Person) []peer.ExternalID {
	if d.chance(88) {
		return nil
	}
	key := pick(d, people...).Key
	if d.chance(30) {
		key = peer.ExternalID(strings.ToUpper(string(key)))
	}
	return []peer.ExternalID{key}
}

func (d dice) request(i int, p peer.Person, people []peer.Person) peer.Request {
	s := peer.Seeks{
		Languages: some(d, 10, "en", "en-GB", "de"), Modes: some(d, 10, peer.Modes()...),
		Stage: peer.Stage(d.IntN(6)), JourneyWish: pick(d, "", peer.SamePoint, peer.FurtherOn),
		NotWanted: d.named(people), Preferred: d.named(people),
	}
	for _, tag := range some(d, 40, "grief", "burnout", "caring") {
		s.Experiences = append(s.Experiences, d.wish(peer.ExperienceItem(tag)))
	}
	for _, value := range some(d, 40, "woman", "man") {
		s.Attributes = append(s.Attributes, d.wish(peer.AttributeItem("gender", value)))
	}
	if d.chance(15) {
		s.Availability = d.availability()
	}
	return peer.Request{
		Key: peer.ExternalID(fmt.Sprintf("r%02d", i)), Person: p.Key, Asked: d.at.AddDays(1 - d.IntN(5)),
		Seeks: peer.NewPrivate(s), Terms: d.terms()}
}

func (d dice) wish(item peer.Item) peer.Wish {
	return peer.Wish{Item: item, Importance: peer.Importance(1 + d.IntN(3)), Must: d.chance(5)}
}

func (d dice) availability() peer.Availability {
	a := peer.Availability{Zone: pick(d, "", "Europe/London", "Asia/Kathmandu", "America/New_York")}
	for range 1 + d.IntN(3) {
		from := 15 * d.IntN(92)
		a.Slots = append(a.Slots, peer.Slot{
			Day: time.Weekday(d.IntN(7)), From: from, Until: min(1440, from+20+d.IntN(600))})
	}
	return a
}

func (d dice) supporter(p peer.Person, people []peer.Person) peer.Supporter {
	o := peer.Offers{
		Experiences: some(d, 60, "grief", "burnout", "caring"), Languages: some(d, 80, "en-US", "de-AT", "fr"),
		Modes: some(d, 80, peer.Modes()...), Stage: peer.Stage(d.IntN(6)), NotPairedWith: d.named(people),
	}
	for _, value := range some(d, 40, "woman", "man") {
		o.Attributes = append(o.Attributes, peer.Attribute{Name: "gender", Value: value})
	}
	if d.chance(70) {
		o.Availability = d.availability()
	}
	s := peer.Supporter{
		Person: p.Key, Capacity: pick(d, 0, 1, 1, 1, 2, 2, 2, 3), TargetLoad: d.IntN(3),
		TrainedUntil: d.at.AddDays(d.IntN(300)), Offers: peer.NewPrivate(o), Terms: d.terms()}
	if d.chance(8) {
		s.TrainedUntil = pick(d, peer.Date{}, d.at.AddDays(-1), d.at)
	}
	if d.chance(10) {
		s.PausedUntil = d.at.AddDays(d.IntN(3) - 1)
	}
	return s
}

func (d dice) history(people []peer.Person) []peer.Relationship {
	var rows []peer.Relationship
	for range d.IntN(3) {
		h := peer.Relationship{
			Seeker: pick(d, people...).Key, Supporter: pick(d, people...).Key, During: d.interval(),
			EndedBy: peer.NewPrivate(pick(d, peer.EndedBySeeker, peer.EndedByDeclining, peer.EndedByNotKnown))}
		if d.chance(10) {
			h.Seeker = "somebody_gone"
		}
		if h.During.From.IsZero() {
			h.During.From = h.During.Until.AddDays(-d.IntN(100))
		}
		rows = append(rows, h)
	}
	return rows
}

func (d dice) policy() matching.Policy {
	p := matching.Policy{
		Hierarchy:         matching.Hierarchy{Depth: pick(d, 0, 0, 1, 2), SharedManager: d.chance(30), LookBackMonths: pick(d, 0, 6)},
		RepeatAfterMonths: pick(d, 0, 6, 1), MinOverlapMinutes: pick(d, 0, 20, 90), EnoughOverlapMinutes: pick(d, 0, 100),
	}
	if d.chance(50) {
		p.Weights = []matching.Weight{}
		for _, w := range matching.DefaultWeights() {
			if d.chance(60) {
				p.Weights = append(p.Weights, matching.Weight{Criterion: w.Criterion, Weight: pick(d, 0, 1, 7, matching.MaxWeight)})
			}
		}
	}
	if d.chance(70) {
		for _, i := range d.Perm(4)[:1+d.IntN(4)] {
			p.Objectives = append(p.Objectives, matching.Objectives()[i])
		}
	}
	if d.chance(20) {
		p.Rules = []matching.Rule{sameTeam()}
	}
	return p
}

// sameTeam is a rule of an application's own: two people of one team are kept
// apart.
func sameTeam() matching.Rule {
	return matching.Func("same_team", principles.Safe, func(p matching.Pair) principles.Finding {
		org := p.Organisation()
		if team := org.Team(p.Seeker()); team != "" && team == org.Team(p.Supporter()) {
			return principles.Finding{
				Verdict: principles.Violated, Code: "same_team", Audience: principles.To(principles.ReaderCoordinator), Hard: true}
		}
		return principles.Finding{Verdict: principles.Satisfied, Audience: principles.To(principles.ReaderCoordinator)}
	})
}
