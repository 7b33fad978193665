package matching

import "github.com/peersupport/peersupport/peer"

// share returns part of whole as a rating; nothing of nothing is 0. One single
// division keeps ratings equal on every machine.
func share(part, whole int) float64 {
	if whole <= 0 {
		return 0
	}
	return float64(min(part, whole)) / float64(whole)
}

// met adds up how much the wishes matter that the pair can fulfil, and how
// much all of them do. Conditions are left out: every allowed pair meets them.
func met(wishes []peer.Wish, has map[peer.Item]bool) float64 {
	fulfilled, all := 0, 0
	for _, w := range wishes {
		if w.Must {
			continue
		}
		all += int(w.Importance)
		if has[w.Item] {
			fulfilled += int(w.Importance)
		}
	}
	return share(fulfilled, all)
}

// experienceCriterion rates shared lived experience, graded by what the seeker
// said matters.
type experienceCriterion struct{}

func (experienceCriterion) ID() string { return CriterionExperience }

func (experienceCriterion) Rate(p Pair) float64 {
	return met(p.ask.seeks.Experiences, p.give.items)
}

// attributeCriterion rates the attributes the seeker asked for, such as
// culture, faith, age band, gender or values (ImROC briefing 5: shared
// experience of distress alone may not be enough).
type attributeCriterion struct{}

func (attributeCriterion) ID() string { return CriterionAttributes }

func (attributeCriterion) Rate(p Pair) float64 {
	return met(p.ask.seeks.Attributes, p.give.items)
}

// journeyCriterion rates the place in the journey that the seeker wished for.
type journeyCriterion struct{}

func (journeyCriterion) ID() string { return CriterionJourney }

func (journeyCriterion) Rate(p Pair) float64 {
	own, theirs := p.ask.seeks.Stage, p.give.offers.Stage
	if own == 0 || theirs == 0 {
		return 0
	}
	ahead := int(theirs - own)
	reach := int(peer.MaxStage) - 1
	switch {
	case p.ask.seeks.JourneyWish == peer.SamePoint:
		return share(reach-max(ahead, -ahead), reach)
	case p.ask.seeks.JourneyWish == peer.FurtherOn && ahead > 0:
		return share(reach-(ahead-1), reach)
	}
	return 0
}

// availabilityCriterion rates the time of the week that both have.
type availabilityCriterion struct {
	enough int // minutes
}

func (availabilityCriterion) ID() string { return CriterionAvailability }

func (c availabilityCriterion) Rate(p Pair) float64 {
	return share(p.ask.week.And(p.give.week).Minutes(), c.enough)
}

// farEnough is how many reporting steps apart two people are as good as
// strangers to each other's work; this project's own figure.
const farEnough = 8

// distanceCriterion rates distance in the organisation: people speak more
// freely with somebody outside their own unit; that is this project's own
// expectation, which agencies that advise outside peers share.
type distanceCriterion struct{}

func (distanceCriterion) ID() string { return CriterionDistance }

func (distanceCriterion) Rate(p Pair) float64 {
	steps, ok := p.Organisation().Distance(p.Seeker(), p.Supporter())
	if !ok {
		return 1
	}
	return share(steps, farEnough)
}

// preferredCriterion rates the seeker's own ranking of supporters: 1 for the
// first choice, a half for the second, a third for the third.
type preferredCriterion struct{}

func (preferredCriterion) ID() string { return CriterionPreferred }

func (preferredCriterion) Rate(p Pair) float64 {
	org := p.Organisation()
	for rank, key := range p.ask.seeks.Preferred {
		if n, ok := org.Node(key); ok && org.SamePerson(n, p.Supporter()) {
			return share(1, rank+1)
		}
	}
	return 0
}

// loadCriterion rates how much of the load a supporter would like is free.
type loadCriterion struct{}

func (loadCriterion) ID() string { return CriterionLoad }

func (loadCriterion) Rate(p Pair) float64 {
	target := p.give.supporter.Target()
	return share(max(0, target-p.give.load), target)
}
