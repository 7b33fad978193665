package matching

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/peersupport/peersupport/peer"
)

// Policy is how a programme matches, as data: reviewable, comparable, written
// into every plan. The zero Policy is DefaultPolicy. No policy can switch off
// the rule about direct reports, a veto, consent or any other rule of this
// package; it can only make the optional ones count and set their measures.
type Policy struct {
	// Name is for people; at most 64 printable characters. Defaults to
	// "default".
	Name      string    `json:"name"`
	Hierarchy Hierarchy `json:"hierarchy"`
	// RepeatAfterMonths is how long an ended pair is not proposed again, 1 to
	// 600. Defaults to 12, this project's own choice.
	RepeatAfterMonths int `json:"repeat_after_months"`
	// MinOverlapMinutes is the shortest meeting that must fit into the week
	// without a break, 15 to 480. Defaults to 45, this project's own choice.
	MinOverlapMinutes int `json:"min_overlap_minutes"`
	// EnoughOverlapMinutes is the shared time a week beyond which more time
	// makes no better pair, 15 to 10080. Defaults to 240, this project's own.
	EnoughOverlapMinutes int `json:"enough_overlap_minutes"`
	// Weights says how much each criterion counts, 0 to 1000; a criterion
	// without a weight is not used. Nil means DefaultWeights.
	Weights []Weight `json:"weights"`
	// Objectives is the ladder, first decides first; the canonical rung is
	// always added last. Empty means DefaultObjectives.
	Objectives []Objective `json:"objectives"`
	// MaxRepairs is how many repairs a plan lists, 1 to 1000. Defaults to 20.
	MaxRepairs int `json:"max_repairs"`

	// Rules and Criteria are the application's own, written in Go, beside
	// those of this package. The plan records their ids. A rule of one's own
	// can only narrow what is allowed.
	Rules    []Rule      `json:"-"`
	Criteria []Criterion `json:"-"`
}

// Hierarchy says how far authority reaches. The shortest reach is the direct
// line, which no policy can lift: "Taking the hierarchy into account", Woolley,
// The power of coproduction and peer support, advises against managers
// supporting their direct reports. Everything wider is this project's choice.
type Hierarchy struct {
	// Depth is how many steps of authority above and below exclude, 1 or
	// more. Defaults to 0, the whole chain.
	Depth int `json:"depth"`
	// LookBackMonths is how long a relation counts after it has ended, 1 to
	// 600. Defaults to 12, this project's own choice.
	LookBackMonths int `json:"look_back_months"`
	// SharedManager excludes two people with the same manager. Defaults to
	// false.
	SharedManager bool `json:"shared_manager"`
}

// Weight is how much one criterion counts in the score of a pair.
type Weight struct {
	Criterion string `json:"criterion"`
	Weight    int    `json:"weight"`
}

// DefaultWeights returns the weights of the zero Policy. They are an example
// to start a conversation from, not a norm: no source gives any. Shared
// experience counts most, as peer support rests on it.
func DefaultWeights() []Weight {
	return []Weight{
		{CriterionExperience, 5}, {CriterionPreferred, 4}, {CriterionAttributes, 3},
		{CriterionAvailability, 2}, {CriterionLoad, 2}, {CriterionJourney, 1}, {CriterionDistance, 1},
	}
}

// DefaultPolicy returns the zero Policy with every default written out.
func DefaultPolicy() Policy { return Policy{}.withDefaults() }

// clone returns a policy that shares no slice with p.
func (p Policy) clone() Policy {
	p.Weights, p.Objectives = slices.Clone(p.Weights), slices.Clone(p.Objectives)
	p.Rules, p.Criteria = slices.Clone(p.Rules), slices.Clone(p.Criteria)
	return p
}

func (p Policy) withDefaults() Policy {
	set := func(field *int, value int) {
		if *field == 0 {
			*field = value
		}
	}
	if p.Name == "" {
		p.Name = "default"
	}
	set(&p.Hierarchy.LookBackMonths, 12)
	set(&p.RepeatAfterMonths, 12)
	set(&p.MinOverlapMinutes, 45)
	set(&p.EnoughOverlapMinutes, 240)
	set(&p.MaxRepairs, 20)
	if p.Weights == nil {
		p.Weights = DefaultWeights()
	}
	p = p.clone()
	slices.SortFunc(p.Weights, func(a, b Weight) int { return strings.Compare(a.Criterion, b.Criterion) })
	if len(p.Objectives) == 0 {
		p.Objectives = DefaultObjectives()
	}
	return p
}

// Codes of faults in a policy.
const (
	FaultPolicyRange     peer.FaultCode = "policy_out_of_range"
	FaultPolicyName      peer.FaultCode = "policy_name"
	FaultCriterion       peer.FaultCode = "unknown_criterion"
	FaultObjective       peer.FaultCode = "unknown_objective"
	FaultPolicyTwice     peer.FaultCode = "policy_repeated"
	FaultPolicyRule      peer.FaultCode = "invalid_rule"
	FaultPolicyCriterion peer.FaultCode = "invalid_criterion"
)

// Check returns every fault of the policy; it holds no warnings.
func (p Policy) Check() peer.Faults {
	given := p.Weights // in the order of whoever wrote them, for the places of faults
	p = p.withDefaults()
	f := policyFaults{}
	f.rangeOf("hierarchy.depth", p.Hierarchy.Depth, 0, 1_000_000)
	f.rangeOf("hierarchy.look_back_months", p.Hierarchy.LookBackMonths, 1, 600)
	f.rangeOf("repeat_after_months", p.RepeatAfterMonths, 1, 600)
	f.rangeOf("min_overlap_minutes", p.MinOverlapMinutes, 15, 480)
	f.rangeOf("enough_overlap_minutes", p.EnoughOverlapMinutes, 15, 7*24*60)
	f.rangeOf("max_repairs", p.MaxRepairs, 1, 1000)
	if !validName(p.Name) {
		f.add("name", FaultPolicyName, "a name is 1 to 64 letters, digits, spaces, dots and dashes")
	}
	f.weights(p, given)
	f.objectives(p.Objectives)
	if _, err := ruleSet(p); err != nil {
		f.add("rules", FaultPolicyRule, "a rule of the application's own is nil, or its id is not valid or taken")
	}
	return f.faults
}

func validName(name string) bool {
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" ._-", r) {
			return false
		}
	}
	return utf8.RuneCountInString(name) <= 64
}

type policyFaults struct{ faults peer.Faults }

func (f *policyFaults) add(field string, code peer.FaultCode, words string) {
	f.faults = append(f.faults, peer.Fault{Code: code, Field: field, Words: words})
}

func (f *policyFaults) rangeOf(field string, value, least, most int) {
	if value < least || value > most {
		f.add(field, FaultPolicyRange, "the value is outside its range")
	}
}

func (f *policyFaults) weights(p Policy, given []Weight) {
	known := map[string]bool{}
	for _, c := range criteria(p) {
		id := criterionID(c)
		if id == "" || known[id] {
			f.add("criteria", FaultPolicyCriterion, "a criterion of the application's own is nil, or its id is empty or taken")
			continue
		}
		known[id] = true
	}
	seen := map[string]bool{}
	for i, w := range given {
		at := indexed("weights", i)
		if !known[w.Criterion] {
			f.add(at, FaultCriterion, "no criterion of this name")
		}
		if seen[w.Criterion] {
			f.add(at, FaultPolicyTwice, "the criterion is weighted twice")
		}
		seen[w.Criterion] = true
		f.rangeOf(at, w.Weight, 0, MaxWeight)
	}
}

func (f *policyFaults) objectives(ladder []Objective) {
	seen := map[Objective]bool{}
	for i, o := range ladder {
		at := indexed("objectives", i)
		switch {
		case !slices.Contains(Objectives(), o):
			f.add(at, FaultObjective, "no objective of this name")
		case seen[o]:
			f.add(at, FaultPolicyTwice, "the objective occurs twice")
		}
		seen[o] = true
	}
}
