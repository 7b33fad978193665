package frameworks_test

import (
	"maps"
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// evidence counts the records and hands over what is attested, in a fixed order.
func (p *simulated) evidence() []principles.Evidence {
	var all []principles.Evidence
	counts := p.counts()
	for _, measure := range slices.Sorted(maps.Keys(counts)) {
		c := counts[measure]
		all = append(all, principles.Evidence{
			Kind: principles.Computed, Measure: measure, Count: c.count, Of: c.of, People: c.people, Largest: c.largest,
			Complete: true, From: p.day(lastYear), Until: p.day(0), Source: "records"})
	}
	fromRecords := p.attestedFromRecords()
	for _, indicator := range slices.Sorted(maps.Keys(fromRecords)) {
		all = append(all, principles.Evidence{
			Kind: principles.Attested, Indicator: indicator, Holds: fromRecords[indicator], On: p.day(0), Document: "register of offices and boards", Owner: "coordinator"})
	}
	for _, d := range p.papers {
		all = append(all, principles.Evidence{
			Kind: principles.Attested, Indicator: d.about, Holds: d.says, On: p.day(d.on), Document: d.name, Owner: d.owner})
	}
	return all
}

// attestedFromRecords is what the records themselves show.
func (p *simulated) attestedFromRecords() map[principles.IndicatorID]principles.Holds {
	seats, supported := 0, 0
	for _, b := range p.boards {
		if b.peersMember && b.peersVote {
			seats++
		}
	}
	for _, g := range p.staffGroups {
		if g.wellbeingSupport {
			supported++
		}
	}
	return map[principles.IndicatorID]principles.Holds{
		"coordinator_named":               yesOrNo(p.offices["coordinator of peer support"] != ""),
		"help_with_adjustments":           yesOrNo(p.offices["help with adjustments"] != ""),
		"peers_where_decisions_are_taken": allOf(seats, len(p.boards)),
		"wellbeing_support_for_all":       allOf(supported, len(p.staffGroups)),
	}
}

func yesOrNo(yes bool) principles.Holds {
	if yes {
		return principles.HoldsYes
	}
	return principles.HoldsNo
}

func allOf(n, of int) principles.Holds {
	switch n {
	case 0:
		return principles.HoldsNo
	case of:
		return principles.HoldsYes
	}
	return principles.HoldsPartly
}

// ratings are answers, as they were given.
func (p *simulated) ratings(answers []answer) []principles.Rating {
	all := make([]principles.Rating, 0, len(answers))
	for _, a := range answers {
		all = append(all, principles.Rating{
			Indicator: a.about, Voice: a.voice, Rater: principles.NewRater(a.person), Score: a.score, Subject: a.subject,
			On: p.day(a.on), OnRecord: a.onRecord})
	}
	return all
}

// trainedBeforeTheFirstMeeting takes the first meeting for the beginning of the
// first relationship.
func (p *simulated) trainedBeforeTheFirstMeeting(s supporter) bool {
	for _, r := range p.relationships {
		if r.supporter == s.id && r.began >= s.trainedFrom {
			return false
		}
	}
	return true
}

// had reports whether something happened to a supporter within so many days.
func (p *simulated) had(s supporter, kind string, within daysAgo) bool {
	for _, e := range p.events {
		if e.supporter == s.id && e.kind == kind && e.on <= within {
			return true
		}
	}
	return false
}

// supports returns how many people somebody supports now.
func (p *simulated) supports(id string) int {
	n := 0
	for _, r := range p.relationships {
		if r.supporter == id && r.how == "" {
			n++
		}
	}
	return n
}

// supervisedBy reports whether a supporter had supervision in time, by somebody
// of whom something is true.
func (p *simulated) supervisedBy(s supporter, holds func(supervisor string) bool) bool {
	for _, one := range p.sessions {
		if one.supporter == s.id && one.on <= supervisionWithin && holds(one.supervisor) {
			return true
		}
	}
	return false
}

func (p *simulated) peerAndNotBossOf(s supporter) func(supervisor string) bool {
	return func(supervisor string) bool {
		return p.peers[supervisor] && !slices.Contains(p.bosses[s.id], supervisor)
	}
}

func (p *simulated) neitherReportsToTheOther(r relationship) bool {
	return !slices.Contains(p.bosses[r.seeker], r.supporter) && !slices.Contains(p.bosses[r.supporter], r.seeker)
}
