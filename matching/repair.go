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
	// Gain is how many more people could be served, by this change alone. For
	// AskConsent it is the most that can be said: what the condition says is
	// not used, so that nobody knows yet whether it can be met.
	Gain int `json:"gain"`
}

// repairer finds the changes that would each serve one more person: a place
// with a supporter for whom unmatched requests compete, or the one soft rule
// that stands between a request and a supporter from whom a free place can be
// reached.
type repairer struct {
	pool  *Pool
	spare []bool     // supporters from whom a free place can be reached
	first []Repair   // places with contested supporters
	lists [][]Repair // for each unmatched request
	now   []Repair   // for the request being looked at
	short bool       // the ladder leaves people out for whom there is a place
}

func newRepairer(p *Pool, problem assign.Problem, pairs []int32) *repairer {
	r := &repairer{pool: p, spare: assign.Spare(problem, pairs)}
	_, contested := assign.Shortage(problem, pairs)
	for _, j := range contested {
		r.first = append(r.first, Repair{
			Kind: AddPlace, Supporter: p.gives[j].supporter.Person, Code: CodePlaceTaken, Gain: 1})
	}
	sortRepairs(r.first)
	return r
}

// consider looks at what stands between an unmatched request and a supporter.
func (r *repairer) consider(i, j int, d principles.Decision) {
	blocking := d.Blocking()
	if len(blocking) == 0 {
		r.short = r.short || r.spare[j]
		return
	}
	if len(blocking) > 1 || blocking[0].Finding.Hard ||
		!blocking[0].Finding.Audience.Includes(principles.ReaderCoordinator) {
		return
	}
	code := blocking[0].Finding.Code
	kind := LiftRule
	switch code {
	case CodeNoPlace:
		kind = AddPlace
	case CodeConsentMissing:
		kind = AskConsent
	}
	if helps := r.spare[j]; kind != AddPlace && !helps || kind == AddPlace && r.asks(j) {
		return
	}
	r.now = append(r.now, Repair{
		Kind: kind, Request: r.pool.asks[i].request.Key, Supporter: r.pool.gives[j].supporter.Person, Code: code, Gain: 1})
}

// asks reports whether the supporter asks for support too. A place would make
// them somebody who could support, and by that could close a pair in which
// they are supported, so that nobody is gained.
func (r *repairer) asks(j int) bool {
	_, asks := r.pool.asking[r.pool.gives[j].human]
	return asks
}

// next goes on to the next request. More than the longest list of a plan is
// never needed.
func (r *repairer) next() {
	sortRepairs(r.now)
	// Consent to a condition helps with every supporter alike; one line says it.
	r.now = slices.CompactFunc(r.now, func(a, b Repair) bool { return a.Kind == AskConsent && b.Kind == AskConsent })
	r.lists = append(r.lists, r.now[:min(len(r.now), r.pool.policy.MaxRepairs)])
	r.now = nil
}

// repairs returns the list of the plan: one for each request comes first, so
// that nobody is crowded out. Where the ladder itself leaves people out, no
// single change is sure to serve more.
func (r *repairer) repairs() []Repair {
	repairs := []Repair{}
	if r.short {
		return repairs
	}
	repairs = append(repairs, r.first...)
	most := r.pool.policy.MaxRepairs
	for rank := 0; len(repairs) < most; rank++ {
		before := len(repairs)
		for _, list := range r.lists {
			if rank < len(list) {
				repairs = append(repairs, list[rank])
			}
		}
		if len(repairs) == before {
			break
		}
	}
	return repairs[:min(len(repairs), most)]
}

func sortRepairs(list []Repair) {
	slices.SortFunc(list, func(a, b Repair) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Supporter, b.Supporter), cmp.Compare(a.Code, b.Code))
	})
}
