package matching

import (
	"cmp"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// RepairKind is a kind of change that would serve more people.
type RepairKind string

// The kinds of repair. None of them bends a hard rule, and none is ever made
// by the library: people decide, together with those concerned.
const (
	// AddPlace: one more place with the supporter.
	AddPlace RepairKind = "add_place"
	// LiftRule: the two agree to do without the rule named by the code.
	LiftRule RepairKind = "lift_rule"
	// AskConsent: the seeker allows a condition of theirs to be used.
	AskConsent RepairKind = "ask_consent"
)

// Repair is one change that would serve more people.
type Repair struct {
	Kind RepairKind `json:"kind"`
	// Request is empty where the change helps whichever request is next.
	Request   peer.ExternalID `json:"request"`
	Supporter peer.ExternalID `json:"supporter"`
	Code      principles.Code `json:"code"`
	// Gain is how many more people would be served, by this change alone.
	Gain int `json:"gain"`
}

// repairs lists the changes that would each serve one more person: a place
// with a supporter for whom unmatched requests compete, or the one soft rule
// that stands between a request and a supporter from whom a free place can be
// reached. One for each request comes first, so that nobody is crowded out.
func (p *Pool) repairs(problem assign.Problem, column []int32, open []obstacles) []Repair {
	repairs := []Repair{}
	_, contested := assign.Shortage(problem, column)
	for _, j := range contested {
		repairs = append(repairs, Repair{
			Kind: AddPlace, Supporter: p.gives[j].supporter.Person, Code: CodePlaceTaken, Gain: 1})
	}
	sortRepairs(repairs)
	spare := assign.Spare(problem, column)
	var lists [][]Repair
	for _, o := range open {
		lists = append(lists, p.repairsFor(o, spare))
	}
	for rank := 0; len(repairs) < p.policy.MaxRepairs; rank++ {
		before := len(repairs)
		for _, list := range lists {
			if rank < len(list) {
				repairs = append(repairs, list[rank])
			}
		}
		if len(repairs) == before {
			break
		}
	}
	return repairs[:min(len(repairs), p.policy.MaxRepairs)]
}

func (p *Pool) repairsFor(o obstacles, spare []bool) []Repair {
	var list []Repair
	for j, decision := range o.decisions {
		blocking := decision.Blocking()
		if len(blocking) != 1 || blocking[0].Finding.Hard ||
			!blocking[0].Finding.Audience.Includes(principles.ReaderCoordinator) {
			continue
		}
		code := blocking[0].Finding.Code
		kind := LiftRule
		switch code {
		case CodeNoPlace:
			kind = AddPlace
		case CodeConsentMissing:
			kind = AskConsent
		}
		if kind != AddPlace && !spare[j] {
			continue
		}
		list = append(list, Repair{
			Kind: kind, Request: p.asks[o.request].request.Key, Supporter: p.gives[j].supporter.Person, Code: code, Gain: 1})
	}
	sortRepairs(list)
	// Consent to a condition helps with every supporter alike; one line says it.
	return slices.CompactFunc(list, func(a, b Repair) bool { return a.Kind == AskConsent && b.Kind == AskConsent })
}

func sortRepairs(list []Repair) {
	slices.SortFunc(list, func(a, b Repair) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Supporter, b.Supporter), cmp.Compare(a.Code, b.Code))
	})
}
