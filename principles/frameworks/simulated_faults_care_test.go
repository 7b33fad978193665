package frameworks_test

import (
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// without removes what happened to most supporters in the last months.
func without(kind string, within daysAgo) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		gone := p.most(d)
		p.events = slices.DeleteFunc(p.events, func(e event) bool {
			return e.kind == kind && e.on <= within && gone[e.supporter]
		})
	}
}

// supervisedInstead has most supporters supervised by somebody else.
func supervisedInstead(by func(*simulated, string) string) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		concerned := p.most(d)
		for i := range p.sessions {
			if s := &p.sessions[i]; concerned[s.supporter] {
				s.supervisor = by(p, s.supporter)
			}
		}
	}
}

func faultsOfCare() []fault {
	return []fault{
		{name: "no supervision", plant: func(p *simulated, _ dice) { p.sessions = nil },
			named: []naming{below(role, "supervision_in_time"), below(workplace, "supervision_goes_on"), below(role, "supervised_by_a_peer")}},
		{name: "supervision months ago", plant: func(p *simulated, d dice) {
			gone := p.most(d)
			p.sessions = slices.DeleteFunc(p.sessions, func(s session) bool { return s.on < 90 && gone[s.supporter] })
		}, named: []naming{below(role, "supervision_in_time"), below(workplace, "supervision_goes_on")},
			concerns: []principles.IndicatorID{"supervised_by_a_peer"}},
		{name: "line managers as supervisors",
			plant: supervisedInstead(func(p *simulated, s string) string { return p.bosses[s][0] }),
			named: []naming{below(role, "supervised_by_a_peer")}},
		{name: "line managers who are peers as supervisors", plant: func(p *simulated, d dice) {
			for _, m := range p.managers {
				p.peers[m] = true
			}
			supervisedInstead(func(p *simulated, s string) string { return p.bosses[s][0] })(p, d)
		}, named: []naming{below(role, "supervised_by_a_peer")}},
		{name: "supervisors who never were peers", plant: func(p *simulated, _ dice) {
			for _, s := range p.supervisors {
				p.peers[s] = false
			}
		}, named: []naming{below(role, "supervised_by_a_peer")}},
		{name: "no contact with the coordinator", plant: without(withCoordinator, contactWithin),
			named: []naming{below(workplace, "in_touch_with_the_coordinator")}},
		{name: "reflective spaces that nobody comes to", plant: without(reflectiveSpace, lastYear),
			named: []naming{below(workplace, "came_to_the_reflective_space")}},
		{name: "no checks on wellbeing", plant: without(checkOffered, checkWithin),
			named: []naming{below(role, "checks_offered_in_time"), below(challenge, "wellbeing_checks_on_offer")}},
		{name: "training out of date", plant: without(trainingRenewed, trainingHolds),
			named: []naming{below(workplace, "training_kept_fresh")}},
	}
}

// pairs changes most of the relationships that are meant.
func pairs(meant func(relationship) bool, change func(*relationship)) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		var at []int
		for i, r := range p.relationships {
			if meant(r) {
				at = append(at, i)
			}
		}
		for k := range d.some(len(at), 60, 90) {
			change(&p.relationships[at[k]])
		}
	}
}

func faultsOfPairs() []fault {
	return []fault{
		{name: "one person did not join freely", plant: func(p *simulated, d dice) {
			p.relationships[d.pair(p)].freely = false
		}, named: []naming{below(core, "came_of_own_free_will")}},
		{name: "supporters assigned instead of chosen", plant: pairs(everyPair, func(r *relationship) { r.chosen = false }),
			named: []naming{below(core, "supporter_of_own_choice")}},
		{name: "no safety agreements", plant: pairs(everyPair, func(r *relationship) { r.safety = false }),
			named: []naming{below(core, "agreement_on_safety")}},
		{name: "nothing shared", plant: pairs(everyPair, func(r *relationship) { r.shared = nil }),
			named: []naming{below(core, "pairs_with_shared_experience")}},
		{name: "blind to culture", plant: func(p *simulated, d dice) {
			pairs(everyPair, func(r *relationship) { r.met = nil })(p, d)
			said(principles.PersonSupported, "own_world_understood")(p, d)
		}, named: []naming{below(core, "pairs_with_wishes_met"), below(core, "own_world_understood")}},
		{name: "relationships do not end as planned",
			plant: pairs(func(r relationship) bool { return r.how != "" }, func(r *relationship) { r.how = postEnded }),
			named: []naming{below(core, "endings_as_planned"), below(role, "ended_the_way_it_was_planned")}},
		{name: "the supporter is the boss of the seeker in one pair", plant: func(p *simulated, d dice) {
			r := p.relationships[d.pair(p)]
			p.bosses[r.seeker] = append(p.bosses[r.seeker], r.supporter)
		}, named: []naming{below(core, "nobody_in_the_line"), below(workplace, "nobody_supports_a_direct_report")}},
		{name: "the seeker is the boss of the supporter in one pair", plant: func(p *simulated, d dice) {
			r := p.relationships[d.pair(p)]
			p.bosses[r.supporter] = append(p.bosses[r.supporter], r.seeker)
		}, named: []naming{below(core, "nobody_in_the_line"), below(workplace, "nobody_supports_a_direct_report")}},
		{name: "help goes one way: supporters are never supported", plant: func(p *simulated, _ dice) {
			for _, s := range p.supporters {
				p.rename(s.id, "neighbour of "+s.id)
			}
		}, named: []naming{below(core, "gave_and_received_support")}},
		{name: "nobody to propose to those who ask", plant: func(p *simulated, d dice) {
			for i := range d.some(len(p.requests), 50, 90) {
				p.requests[i].proposed = nil
			}
		}, named: []naming{below(core, "requests_with_someone_to_propose")}},
	}
}

// rename puts somebody else in the place of a seeker.
func (p *simulated) rename(seeker, other string) {
	for i := range p.seekers {
		if p.seekers[i] == seeker {
			p.seekers[i] = other
		}
	}
	for i := range p.relationships {
		if r := &p.relationships[i]; r.seeker == seeker {
			r.seeker = other
		}
	}
	for i := range p.answers {
		if a := &p.answers[i]; a.voice == principles.PersonSupported && a.person == seeker {
			a.person = other
		}
	}
}
