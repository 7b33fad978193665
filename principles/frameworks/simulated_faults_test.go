package frameworks_test

import (
	"maps"
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// fault is something that is planted in a programme: a change of its records and
// of nothing else.
type fault struct {
	name  string
	plant func(*simulated, dice)

	// named is how audits have to name it, all of these.
	named []naming

	// concerns are other indicators that read the same records.
	concerns []principles.IndicatorID

	// silences is a voice that nothing is heard of.
	silences principles.Voice

	// everything says that it concerns whatever there is.
	everything bool
}

// naming is where a report has to name a fault: as an indicator below upheld, or
// as a notice, at an indicator or, without one, anywhere.
type naming struct {
	framework principles.FrameworkID
	indicator principles.IndicatorID
	code      principles.Code
}

const (
	core      = principles.FrameworkID("core_principles")
	role      = principles.FrameworkID("role_integrity")
	challenge = principles.FrameworkID("integrity_challenges")
	workplace = principles.FrameworkID("workplace_steps")
	rungs     = principles.FrameworkID("coproduction_ladder")
)

func below(f principles.FrameworkID, i principles.IndicatorID) naming { return naming{f, i, ""} }

func noticed(f principles.FrameworkID, c principles.Code) naming { return naming{f, "", c} }

func faultsPlanted() []fault {
	var all []fault
	for _, some := range [][]fault{
		faultsOfPosts(), faultsOfWork(), faultsOfCare(), faultsOfPairs(), faultsOfWhatIsSaid(), faultsOfSettling(),
		faultsOfVoices(), faultsOfTheLadder(), faultsOfTheRegister(), faultsOfAge(),
	} {
		all = append(all, some...)
	}
	return all
}

// posts changes the posts of most supporters.
func posts(change func(*supporter)) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		for i := range d.some(len(p.supporters), 50, 95) {
			change(&p.supporters[i])
		}
	}
}

func faultsOfPosts() []fault {
	return []fault{
		{name: "unpaid posts", plant: posts(func(s *supporter) { s.paid = false }),
			named: []naming{below(role, "paid_posts")}},
		{name: "temporary posts", plant: posts(func(s *supporter) { s.permanent = false }),
			named: []naming{below(role, "permanent_posts")}},
		{name: "no career step", plant: posts(func(s *supporter) { s.nextStep = "" }),
			named: []naming{below(role, "posts_with_a_next_step")}},
		{name: "no role definition", plant: posts(func(s *supporter) { s.definition = "" }),
			named: []naming{below(role, "posts_with_a_definition"), below(workplace, "roles_with_definition")}},
		{name: "selected without peers", plant: posts(func(s *supporter) { s.chosenBy = s.chosenBy[:1] }),
			named: []naming{below(workplace, "selected_together_with_peers")}},
		{name: "one supporter began before being trained", plant: func(p *simulated, d dice) {
			p.supporterOf(d.pair(p)).trainedFrom = 1
		}, named: []naming{below(workplace, "trained_before_the_start")}},
		{name: "lone peers in their teams", plant: func(p *simulated, d dice) {
			for i := range p.supporters {
				p.supporters[i].team = "team of " + p.supporters[i].id
			}
		}, named: []naming{below(role, "teams_with_two_peers"), below(challenge, "peers_not_alone_in_team")}},
	}
}

// task turns so many of 100 of the hours of each supporter into hours on
// something else.
func task(function, of string, low, high int) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		for i := range d.some(len(p.hours), low, high) {
			p.hours[i].function, p.hours[i].taskOf = function, of
		}
	}
}

func faultsOfWork() []fault {
	return []fault{
		{name: "role drift: hours on tasks of other staff", plant: task("handing out medicine", "nurses", 45, 80),
			named: []naming{below(role, "hours_not_copying_staff"), below(role, "hours_on_peer_work"), below(challenge, "hours_spent_in_role")}},
		{name: "hours outside the role that are nobody's task", plant: task("tidying the archive", "nobody", 45, 80),
			named: []naming{below(role, "hours_on_peer_work"), below(challenge, "hours_spent_in_role")}},
		{name: "hours no longer recorded", plant: func(p *simulated, _ dice) {
			for i := range p.hours {
				p.hours[i].on += lastYear + 1
			}
		}, named: []naming{{role, "hours_on_peer_work", principles.CodeTooFewOrNone}},
			concerns: []principles.IndicatorID{"hours_not_copying_staff", "hours_spent_in_role"}},
		{name: "one supporter stands for most of the hours", plant: func(p *simulated, _ dice) {
			total := 0
			for _, h := range p.hours {
				total += h.hours
			}
			p.hours = append(p.hours, hoursOn{p.supporters[0].id, "learning", "peers", 10, 2 * total})
		}, named: []naming{{role, "hours_on_peer_work", principles.CodeTooFewOrNone}},
			concerns: []principles.IndicatorID{"hours_not_copying_staff", "hours_spent_in_role"}},
		{name: "overloaded supporters", plant: func(p *simulated, d dice) {
			overloaded := make(map[string]bool)
			for _, i := range slices.Sorted(maps.Keys(d.some(len(p.supporters), 85, 95))) { // in order, for what is drawn on the way
				s := &p.supporters[i]
				overloaded[s.id] = true
				for range s.capacity + 1 - p.supports(s.id) {
					p.relationships = append(p.relationships, relationship{
						seeker: d.otherThan(s.id, p.seekers), supporter: s.id, began: 30, chosen: true, freely: true, safety: true})
				}
			}
			p.say(d, principles.PeerSupporter, "strain_is_bearable", func(person string) bool { return overloaded[person] })
		}, named: []naming{below(challenge, "within_what_was_agreed"), below(challenge, "strain_is_bearable")}},
	}
}
