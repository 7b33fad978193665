package matching

import (
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of the rules about how the two can talk.
const (
	CodeNoSharedLanguage  principles.Code = "no_shared_language"
	CodeLanguageNotKnown  principles.Code = "language_not_known"
	CodeNoSharedMode      principles.Code = "no_shared_mode"
	CodeModeNotKnown      principles.Code = "mode_not_known"
	CodeDifferentLocation principles.Code = "different_location"
	CodeLocationNotKnown  principles.Code = "location_not_known"
	CodeNoSharedTime      principles.Code = "no_shared_time"
	CodeTimeNotKnown      principles.Code = "time_not_known"
)

// languageRule asks for a shared language when the seeker states any.
type languageRule struct{}

func (languageRule) ID() principles.RuleID             { return "language" }
func (languageRule) Principle() principles.PrincipleID { return principles.Inclusive }

func (languageRule) Check(p Pair) principles.Finding {
	switch {
	case len(p.ask.bases) == 0:
		return notApplicable()
	case len(p.give.bases) == 0:
		return unknown(EventProfileChanged, CodeLanguageNotKnown)
	case !meet(p.ask.bases, p.give.bases):
		return soft(EventProfileChanged, CodeNoSharedLanguage)
	}
	return satisfied()
}

func meet[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

func (languageRule) Index(pool *Pool) Excluder {
	speakers := byKey(pool, func(g *give) []string { return g.bases })
	return func(i int, out Set) {
		if wanted := pool.asks[i].bases; len(wanted) > 0 {
			out.AddWithout(union(pool, speakers, wanted))
		}
	}
}

// byKey returns, for each key, the supporters that have it.
func byKey[K comparable](pool *Pool, keys func(*give) []K) map[K]Set {
	sets := map[K]Set{}
	for j := range pool.gives {
		for _, k := range keys(&pool.gives[j]) {
			if _, ok := sets[k]; !ok {
				sets[k] = pool.NewSet()
			}
			sets[k].Add(j)
		}
	}
	return sets
}

// union returns the supporters that have any of the wanted keys.
func union[K comparable](pool *Pool, sets map[K]Set, wanted []K) Set {
	all := pool.NewSet()
	for _, k := range wanted {
		if s, ok := sets[k]; ok {
			all.AddSet(s)
		}
	}
	return all
}

// modeRule asks for a shared mode of contact when the seeker states any, and
// for a shared location when that mode can only be meeting in person.
type modeRule struct{}

func (modeRule) ID() principles.RuleID             { return "mode" }
func (modeRule) Principle() principles.PrincipleID { return principles.Inclusive }

func (modeRule) Check(p Pair) principles.Finding {
	asked, offered := p.ask.seeks.Modes, p.give.offers.Modes
	switch {
	case len(asked) == 0:
		return notApplicable()
	case len(offered) == 0:
		return unknown(EventProfileChanged, CodeModeNotKnown)
	case !meet(asked, offered):
		return soft(EventProfileChanged, CodeNoSharedMode)
	case slices.ContainsFunc(asked, func(m peer.Mode) bool { return m.Remote() && slices.Contains(offered, m) }):
		return satisfied()
	}
	return samePlace(p)
}

func samePlace(p Pair) principles.Finding {
	org := p.Organisation()
	a, b := org.Location(p.Seeker()), org.Location(p.Supporter())
	switch {
	case a == "" || b == "":
		return unknown(EventOrganisationChanged, CodeLocationNotKnown)
	case a != b:
		return soft(EventOrganisationChanged, CodeDifferentLocation)
	}
	return satisfied()
}

func (modeRule) Index(pool *Pool) Excluder {
	org := pool.round.Organisation
	offering := byKey(pool, func(g *give) []peer.Mode { return g.offers.Modes })
	working := byKey(pool, func(g *give) []string { return []string{org.Location(g.node)} })
	return func(i int, out Set) {
		a := &pool.asks[i]
		if len(a.seeks.Modes) == 0 {
			return
		}
		possible := pool.NewSet()
		for _, m := range a.seeks.Modes {
			set, offered := offering[m]
			switch place := org.Location(a.node); {
			case !offered:
			case m.Remote():
				possible.AddSet(set)
			case place != "":
				if here, ok := working[place]; ok {
					possible.AddCommon(set, here)
				}
			}
		}
		out.AddWithout(possible)
	}
}

// availabilityRule asks for a time of the week at which a meeting fits into
// both weeks, when the seeker states any.
type availabilityRule struct{}

func (availabilityRule) ID() principles.RuleID             { return "availability" }
func (availabilityRule) Principle() principles.PrincipleID { return principles.Inclusive }

func (availabilityRule) Check(p Pair) principles.Finding {
	switch {
	case p.ask.seeks.Availability.IsZero():
		return notApplicable()
	case p.give.offers.Availability.IsZero():
		return unknown(EventProfileChanged, CodeTimeNotKnown)
	case p.ask.week.And(p.give.week).Starts(p.pool.policy.MinOverlapMinutes).IsZero():
		return soft(EventProfileChanged, CodeNoSharedTime)
	}
	return satisfied()
}

// Index looks a meeting up by the quarter hour at which it could start: both
// have the whole meeting free from then on.
func (availabilityRule) Index(pool *Pool) Excluder {
	starting := byKey(pool, func(g *give) []int { return slices.Collect(g.starts.Quarters) })
	return func(i int, out Set) {
		a := &pool.asks[i]
		if a.seeks.Availability.IsZero() {
			return
		}
		out.AddWithout(union(pool, starting, slices.Collect(a.starts.Quarters)))
	}
}
