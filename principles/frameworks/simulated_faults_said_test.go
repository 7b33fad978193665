package frameworks_test

import (
	"github.com/peersupport/peersupport/principles"
)

// said has most people of a voice say that something is not so.
func said(v principles.Voice, about ...principles.IndicatorID) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		people := p.people(v)
		for _, i := range about {
			against := make(map[string]bool)
			for k := range d.some(len(people), 72, 92) {
				against[people[k]] = true
			}
			p.say(d, v, i, func(person string) bool { return against[person] })
		}
	}
}

// saidByBoth has most people supported and most peer supporters say so.
func saidByBoth(about ...principles.IndicatorID) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		said(principles.PersonSupported, about...)(p, d)
		said(principles.PeerSupporter, about...)(p, d)
	}
}

func saidBySupporters(about ...principles.IndicatorID) func(*simulated, dice) {
	return said(principles.PeerSupporter, about...)
}

func faultsOfWhatIsSaid() []fault {
	return []fault{
		{name: "confidences broken for a quarter of people", plant: func(p *simulated, d dice) {
			broken := make(map[string]bool)
			for k := range d.some(len(p.seekers), 25, 30) {
				broken[p.seekers[k]] = true
			}
			p.say(d, principles.PersonSupported, "confidences_kept", func(person string) bool { return broken[person] })
		}, named: []naming{below(core, "confidences_kept")}},
		{name: "one-way help", plant: saidByBoth("room_to_give"), named: []naming{below(core, "room_to_give")}},
		{name: "supporters as experts", plant: said(principles.PersonSupported, "thought_together", "at_eye_level"),
			named: []naming{below(core, "thought_together"), below(role, "at_eye_level")}},
		{name: "directive advice", plant: said(principles.PersonSupported, "own_answers", "free_to_leave_it"),
			named: []naming{below(core, "own_answers"), below(core, "free_to_leave_it")}},
		{name: "hope missing", plant: saidByBoth("hope_had_a_place"), named: []naming{below(core, "hope_had_a_place")}},
		{name: "no doors opened", plant: saidByBoth("doors_opened"), named: []naming{below(core, "doors_opened")}},
		{name: "distress hurried away", plant: said(principles.PersonSupported, "distress_had_room"),
			named: []naming{below(core, "distress_had_room")}},
		{name: "supporters rate far higher than the people they support", plant: said(principles.PersonSupported, "own_answers"),
			named: []naming{below(core, "own_answers"), {core, "own_answers", principles.CodeSelfRatingHigher},
				{core, "own_answers", principles.CodeVoicesDisagree}}},
		{name: "the team does not see peers as colleagues", plant: saidBySupporters("counted_as_a_colleague"),
			named: []naming{below(challenge, "counted_as_a_colleague")}},
		{name: "the team is unclear about the role", plant: saidBySupporters("team_knows_what_for", "known_at_my_level"),
			named: []naming{below(role, "team_knows_what_for"), below(workplace, "known_at_my_level")}},
		{name: "managers do not back the role", plant: saidBySupporters("managers_back_the_role"),
			named: []naming{below(challenge, "managers_back_the_role")}},
		{name: "over-controlled", plant: saidByBoth("room_for_a_human_tie"), named: []naming{below(role, "room_for_a_human_tie")}},
		{name: "too blurred", plant: saidByBoth("clear_what_belongs_to_it"), named: []naming{below(role, "clear_what_belongs_to_it")}},
		{name: "poor practice cannot be raised", plant: saidBySupporters("can_raise_poor_practice"),
			named: []naming{below(challenge, "can_raise_poor_practice")}},
		{name: "one's story drawn out of supporters", plant: saidBySupporters("own_story_own_choice"),
			named: []naming{below(challenge, "own_story_own_choice")}},
		{name: "supporters burn out", plant: saidBySupporters("true_without_wearing_out"),
			named: []naming{below(role, "true_without_wearing_out")}},
		{name: "what peers say changes nothing", plant: saidBySupporters("what_peers_say_matters"),
			named: []naming{below(role, "what_peers_say_matters")}},
	}
}

// papers says something else in the document about an indicator.
func papers(about principles.IndicatorID, change func(*paper)) func(*simulated, dice) {
	return func(p *simulated, _ dice) {
		for i := range p.papers {
			if p.papers[i].about == about {
				change(&p.papers[i])
			}
		}
	}
}

func faultsOfSettling() []fault {
	longAgo := func(d *paper) { d.on = 3 * lastYear }
	return []fault{
		{name: "peers without a vote where decisions are taken", plant: func(p *simulated, _ dice) {
			p.boards[0].peersVote = false
		}, named: []naming{below(role, "peers_where_decisions_are_taken")}},
		{name: "peers not where decisions are taken", plant: func(p *simulated, _ dice) {
			for i := range p.boards {
				p.boards[i].peersMember, p.boards[i].peersVote = false, false
			}
		}, named: []naming{below(role, "peers_where_decisions_are_taken")}},
		{name: "no named coordinator", plant: func(p *simulated, _ dice) { p.offices["coordinator of peer support"] = "" },
			named: []naming{below(workplace, "coordinator_named")}},
		{name: "nobody to help with adjustments", plant: func(p *simulated, _ dice) { delete(p.offices, "help with adjustments") },
			named: []naming{below(challenge, "help_with_adjustments")}},
		{name: "wellbeing support for some staff only", plant: func(p *simulated, _ dice) { p.staffGroups[2].wellbeingSupport = false },
			named: []naming{below(challenge, "wellbeing_support_for_all")}},
		{name: "targets never looked at", plant: papers("targets_set_and_looked_at", func(d *paper) { d.says = principles.HoldsNo }),
			named: []naming{below(workplace, "targets_set_and_looked_at")}},
		{name: "policy gone stale", plant: papers("policies_in_force", longAgo),
			named: []naming{{workplace, "policies_in_force", principles.CodeExpired}}},
		{name: "rules of selection gone stale", plant: papers("selection_settled", longAgo),
			named: []naming{{workplace, "selection_settled", principles.CodeExpired}, noticed(workplace, principles.CodePartsNotKnown)}},
		{name: "no document about what crept in", plant: papers("looked_at_what_crept_in", func(d *paper) { d.about = "another_matter" }),
			named: []naming{{role, "looked_at_what_crept_in", principles.CodeNoEvidence}, noticed(role, principles.CodePartsNotKnown)}},
	}
}
