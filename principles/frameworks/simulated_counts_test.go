package frameworks_test

import (
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// counted is so many of so many: about how many people, and how much of it the
// one with the largest part stands for.
type counted struct{ count, of, people, largest int }

// What this programme has set for itself, in days.
const (
	supervisionWithin = 60
	contactWithin     = 60
	spaceWithin       = 90
	checkWithin       = 90
	trainingHolds     = 730
	lastYear          = 365
)

func inRole() []string { return []string{"meeting one person", "leading a group", "learning"} }

// counts says for every measure how to count it. It is as plain as it can be,
// and knows nothing of frameworks and audits.
func (p *simulated) counts() map[principles.MeasureID]counted {
	return map[principles.MeasureID]counted{
		"posts_paid":                 p.ofSupporters(func(s supporter) bool { return s.paid }),
		"posts_permanent":            p.ofSupporters(func(s supporter) bool { return s.permanent }),
		"posts_with_career_step":     p.ofSupporters(func(s supporter) bool { return s.nextStep != "" }),
		"posts_with_role_definition": p.ofSupporters(func(s supporter) bool { return s.definition != "" }),
		"selected_with_peers": p.ofSupporters(func(s supporter) bool {
			return slices.Contains(s.chosenBy, "peer on the panel")
		}),
		"trained_before_first_meeting":   p.ofSupporters(p.trainedBeforeTheFirstMeeting),
		"supporters_trained":             p.ofSupporters(func(s supporter) bool { return p.had(s, trainingRenewed, trainingHolds) }),
		"supporters_within_capacity":     p.ofSupporters(func(s supporter) bool { return p.supports(s.id) <= s.capacity }),
		"supporters_supervised":          p.ofSupporters(func(s supporter) bool { return p.supervisedBy(s, func(string) bool { return true }) }),
		"supervised_by_peer_not_manager": p.ofSupporters(func(s supporter) bool { return p.supervisedBy(s, p.peerAndNotBossOf(s)) }),
		"supporters_in_contact_with_coordinator": p.ofSupporters(func(s supporter) bool {
			return p.had(s, withCoordinator, contactWithin)
		}),
		"reflective_space_attended": p.ofSupporters(func(s supporter) bool { return p.had(s, reflectiveSpace, spaceWithin) }),
		"wellbeing_checks_offered":  p.ofSupporters(func(s supporter) bool { return p.had(s, checkOffered, checkWithin) }),
		"gave_and_received":         p.ofSupporters(func(s supporter) bool { return slices.Contains(p.seekers, s.id) }),

		"joined_freely":            p.ofPairs(everyPair, func(r relationship) bool { return r.freely }),
		"seekers_own_choice":       p.ofPairs(everyPair, func(r relationship) bool { return r.chosen }),
		"safety_agreement_made":    p.ofPairs(everyPair, func(r relationship) bool { return r.safety }),
		"pairs_sharing_experience": p.ofPairs(func(r relationship) bool { return len(r.experience) > 0 }, func(r relationship) bool { return len(r.shared) > 0 }),
		"pairs_meeting_wishes":     p.ofPairs(func(r relationship) bool { return len(r.wishes) > 0 }, func(r relationship) bool { return len(r.met) == len(r.wishes) }),
		"pairs_outside_line":       p.ofPairs(everyPair, p.neitherReportsToTheOther),
		"ended_as_planned": p.ofPairs(func(r relationship) bool { return r.how != "" && r.ended <= lastYear },
			func(r relationship) bool { return r.how == asPlanned }),

		"hours_in_role":               p.ofHours(func(h hoursOn) bool { return slices.Contains(inRole(), h.function) && h.taskOf == "peers" }),
		"hours_not_replicating_staff": p.ofHours(func(h hoursOn) bool { return h.taskOf == "peers" || h.taskOf == "nobody" }),

		"teams_with_two_peers":   p.teamsWithTwo(),
		"requests_with_proposal": p.requestsAnswered(),
		"reached_own_goals":      p.goalsReached(),
	}
}

func (p *simulated) ofSupporters(holds func(supporter) bool) counted {
	c := counted{of: len(p.supporters), people: len(p.supporters), largest: 1}
	for _, s := range p.supporters {
		if holds(s) {
			c.count++
		}
	}
	return c
}

func everyPair(relationship) bool { return true }

// ofPairs counts relationships. The people are those of the smaller side.
func (p *simulated) ofPairs(meant, holds func(relationship) bool) counted {
	var c counted
	seekers, supporters := make(map[string]int), make(map[string]int)
	for _, r := range p.relationships {
		if !meant(r) {
			continue
		}
		c.of++
		if holds(r) {
			c.count++
		}
		seekers[r.seeker]++
		supporters[r.supporter]++
		c.largest = max(c.largest, seekers[r.seeker], supporters[r.supporter])
	}
	c.people = min(len(seekers), len(supporters))
	return c
}

func (p *simulated) ofHours(holds func(hoursOn) bool) counted {
	var c counted
	by := make(map[string]int)
	for _, h := range p.hours {
		if h.on > lastYear {
			continue
		}
		c.of += h.hours
		if holds(h) {
			c.count += h.hours
		}
		by[h.supporter] += h.hours
		c.largest = max(c.largest, by[h.supporter])
	}
	c.people = len(by)
	return c
}

func (p *simulated) teamsWithTwo() counted {
	teams := make(map[string]int)
	for _, s := range p.supporters {
		teams[s.team]++
	}
	c := counted{of: len(teams), people: len(p.supporters), largest: 1}
	for _, peers := range teams {
		if peers >= 2 {
			c.count++
		}
	}
	return c
}

func (p *simulated) requestsAnswered() counted {
	c := counted{of: len(p.requests), people: len(p.requests), largest: 1}
	for _, r := range p.requests {
		if len(r.proposed) > 0 {
			c.count++
		}
	}
	return c
}

func (p *simulated) goalsReached() counted {
	c := counted{of: len(p.goals), people: len(p.goals), largest: 1}
	for _, g := range p.goals {
		if g.reached {
			c.count++
		}
	}
	return c
}
