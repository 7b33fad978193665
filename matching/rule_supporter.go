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

// activeRule asks that both are there: people on leave may ask for support but
// are not proposed as supporters.
type activeRule struct{}

func (activeRule) ID() principles.RuleID             { return "active" }
func (activeRule) Principle() principles.PrincipleID { return protectsSafe }

func (activeRule) Check(p Pair) principles.Finding {
	org := p.Organisation()
	if s := org.Status(p.Seeker()); s == peer.Left || s == peer.Vacant {
		return until(EventOrganisationChanged, CodeSeekerLeft)
	}
	switch org.Status(p.Supporter()) {
	case peer.Active:
		return satisfied()
	case peer.OnLeave:
		return until(EventReturned, CodeSupporterOnLeave)
	default:
		return until(EventOrganisationChanged, CodeSupporterLeft)
	}
}

func (activeRule) Index(pool *Pool) Excluder {
	org := pool.round.Organisation
	absent := supportersWho(pool, func(g *give) bool { return org.Status(g.node) != peer.Active })
	return func(i int, out Set) {
		if s := org.Status(pool.asks[i].node); s == peer.Left || s == peer.Vacant {
			out.AddAll()
		}
		out.AddSet(absent)
	}
}

// trainingRule asks that the supporter's training is in date.
type trainingRule struct{}

func (trainingRule) ID() principles.RuleID             { return "training" }
func (trainingRule) Principle() principles.PrincipleID { return protectsSafe }

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
func (pauseRule) Principle() principles.PrincipleID { return protectsSafe }

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
func (capacityRule) Principle() principles.PrincipleID { return protectsSafe }

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
