package matching

import (
	"github.com/peersupport/peersupport/principles"
)

// Rule decides whether a pair is allowed. Check is its truth and its
// explanation: pure, without clock and without input or output.
type Rule = principles.Rule[Pair]

// Indexed is the second face of a rule: for one request it excludes all
// supporters at once, by ranges and precomputed sets instead of pair by pair.
// Both faces must agree: a supporter is excluded exactly when Check blocks.
// Rules without this face are asked about what the others leave.
type Indexed interface {
	Rule
	// Index prepares the rule for one pool. It must not keep anything in the
	// rule itself.
	Index(p *Pool) Excluder
}

// Excluder adds to out every supporter that a rule blocks for request i. It is
// called from one goroutine at a time.
type Excluder func(i int, out Set)

// Func returns a rule of the application's own: an id in snake_case, the
// principle that it protects, and a pure check.
func Func(id principles.RuleID, protects principles.PrincipleID, check func(Pair) principles.Finding) Rule {
	return principles.Func(id, protects, check)
}

// BuiltIn returns the rules that no policy can switch off, and the optional
// ones that the policy asks for, in no particular order.
func BuiltIn(p Policy) []Rule {
	p = p.withDefaults()
	return []Rule{
		selfRule{}, hierarchyRule{depth: p.Hierarchy.Depth, shared: p.Hierarchy.SharedManager},
		reviewerRule{}, privateRelationRule{}, vetoRule{}, bothDirectionsRule{},
		endedPairRule{months: p.RepeatAfterMonths},
		seekerPresentRule{}, supporterPresentRule{}, trainingRule{}, pauseRule{}, capacityRule{},
		consentRule{}, languageRule{}, modeRule{}, availabilityRule{}, mustRule{},
	}
}

func ruleSet(p Policy) (*principles.Set[Pair], error) {
	return principles.NewSet(append(BuiltIn(p), p.Rules...)...)
}

// Events after which a blocked pair may become possible.
const (
	EventOrganisationChanged principles.Event = "organisation_changed"
	EventCapacityFreed       principles.Event = "capacity_freed"
	EventTrainingRenewed     principles.Event = "training_renewed"
	EventPauseEnded          principles.Event = "pause_ended"
	EventConsentGiven        principles.Event = "consent_given"
	EventProfileChanged      principles.Event = "profile_changed"
	EventTimePassed          principles.Event = "time_passed"
	EventRequestClosed       principles.Event = "request_closed"
	EventReturned            principles.Event = "returned"
)

func coordinators() principles.Audience { return principles.To(principles.ReaderCoordinator) }

func satisfied() principles.Finding {
	return principles.Finding{Verdict: principles.Satisfied, Audience: coordinators()}
}

func notApplicable() principles.Finding {
	return principles.Finding{Verdict: principles.NotApplicable, Audience: coordinators()}
}

// never is a block that nobody may relax.
func never(code principles.Code, params ...principles.Param) principles.Finding {
	return principles.Finding{
		Verdict: principles.Violated, Code: code, Params: params, Audience: coordinators(), Hard: true}
}

// until is a block that an event may lift.
func until(event principles.Event, code principles.Code, params ...principles.Param) principles.Finding {
	f := never(code, params...)
	f.RetryOn = []principles.Event{event}
	return f
}

// soft is a block that the people concerned may agree to relax.
func soft(event principles.Event, code principles.Code) principles.Finding {
	f := until(event, code)
	f.Hard = false
	return f
}

// unknown is a condition that was stated and cannot be answered.
func unknown(event principles.Event, code principles.Code) principles.Finding {
	f := soft(event, code)
	f.Verdict = principles.Indeterminate
	return f
}
