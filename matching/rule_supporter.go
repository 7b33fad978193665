package matching

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of the rules about whether the two can take part now.
const (
	CodeSeekerLeft       principles.Code = "seeker_left"
	CodeSupporterLeft    principles.Code = "supporter_left"
	CodeSupporterOnLeave principles.Code = "supporter_on_leave"
	CodeNotTrained       principles.Code = "not_trained"
	CodePaused           principles.Code = "paused"
	CodeNoPlace          principles.Code = "no_place"
)

// seekerPresentRule asks that the seeker is still there; people on leave may ask
// for support.
type seekerPresentRule struct{}

func (seekerPresentRule) ID() principles.RuleID             { return "seeker_present" }
func (seekerPresentRule) Principle() principles.PrincipleID { return principles.Safe }

func (seekerPresentRule) Check(p Pair) principles.Finding {
	if p.ask.gone(p.Organisation()) {
		return until(EventOrganisationChanged, CodeSeekerLeft)
	}
	return satisfied()
}

func (seekerPresentRule) Index(pool *Pool) Excluder {
	return func(i int, out Set) {
		if pool.asks[i].gone(pool.round.Organisation) {
			out.AddAll()
		}
	}
}

// gone reports whether the record that asks is nobody's any more.
func (a *ask) gone(org *peer.Organisation) bool {
	s := org.Status(a.node)
	return s == peer.Left || s == peer.Vacant
}

// supporterPresentRule asks that the supporter is at work: people on leave are
// not proposed as supporters.
type supporterPresentRule struct{}

func (supporterPresentRule) ID() principles.RuleID             { return "supporter_present" }
func (supporterPresentRule) Principle() principles.PrincipleID { return principles.Safe }

func (supporterPresentRule) Check(p Pair) principles.Finding {
	switch p.Organisation().Status(p.Supporter()) {
	case peer.Active:
		return satisfied()
	case peer.OnLeave:
		return until(EventReturned, CodeSupporterOnLeave)
	default:
		return until(EventOrganisationChanged, CodeSupporterLeft)
	}
}

func (supporterPresentRule) Index(pool *Pool) Excluder {
	return always(supportersWho(pool, func(g *give) bool {
		return pool.round.Organisation.Status(g.node) != peer.Active
	}))
}

// trainingRule asks that the supporter's training is in date.
type trainingRule struct{}

func (trainingRule) ID() principles.RuleID             { return "training" }
func (trainingRule) Principle() principles.PrincipleID { return principles.Safe }

func (trainingRule) Check(p Pair) principles.Finding {
	if !p.give.supporter.Trained(p.At()) {
		return until(EventTrainingRenewed, CodeNotTrained)
	}
	return satisfied()
}

func (trainingRule) Index(pool *Pool) Excluder {
	return always(supportersWho(pool, func(g *give) bool { return !g.supporter.Trained(pool.round.At) }))
}

// pauseRule respects a supporter's pause.
type pauseRule struct{}

func (pauseRule) ID() principles.RuleID             { return "pause" }
func (pauseRule) Principle() principles.PrincipleID { return principles.Safe }

func (pauseRule) Check(p Pair) principles.Finding {
	if p.give.supporter.Paused(p.At()) {
		return until(EventPauseEnded, CodePaused)
	}
	return satisfied()
}

func (pauseRule) Index(pool *Pool) Excluder {
	return always(supportersWho(pool, func(g *give) bool { return g.supporter.Paused(pool.round.At) }))
}

// capacityRule asks for a free place beside those supported now.
type capacityRule struct{}

func (capacityRule) ID() principles.RuleID             { return "capacity" }
func (capacityRule) Principle() principles.PrincipleID { return principles.Safe }

func (capacityRule) Check(p Pair) principles.Finding {
	if p.give.places == 0 {
		return soft(EventCapacityFreed, CodeNoPlace)
	}
	return satisfied()
}

func (capacityRule) Index(pool *Pool) Excluder {
	return always(supportersWho(pool, func(g *give) bool { return g.places == 0 }))
}

// available reports whether a supporter could support anybody at all.
func (g *give) available(at peer.Date, org *peer.Organisation) bool {
	return g.places > 0 && g.supporter.Trained(at) && !g.supporter.Paused(at) && org.Status(g.node) == peer.Active
}

// supportersWho returns the supporters for whom want holds.
func supportersWho(pool *Pool, want func(*give) bool) Set {
	set := pool.NewSet()
	for j := range pool.gives {
		if want(&pool.gives[j]) {
			set.Add(j)
		}
	}
	return set
}

// always excludes the same supporters for every request.
func always(set Set) Excluder { return func(_ int, out Set) { out.AddSet(set) } }
