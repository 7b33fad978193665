package matching

import (
	"cmp"
	"context"
	"slices"

	"github.com/peersupport/peersupport/matching/assign"
	"github.com/peersupport/peersupport/principles"
)

// CodePlaceTaken counts supporters whom every rule allows and whose places
// went to others, or stay free because the ladder prefers that.
const CodePlaceTaken principles.Code = "place_taken"

// left says who has no proposal, why, and what would help. It goes through one
// request after the other and keeps no decision, as there is one for every
// supporter.
func (p *Pool) left(ctx context.Context, problem assign.Problem, pairs []int32) ([]Unmatched, []Repair, error) {
	unmatched := []Unmatched{}
	r := newRepairer(p, problem, pairs)
	for i, j := range problem.Columns(pairs) {
		if j >= 0 {
			continue
		}
		if ctx.Err() != nil {
			return nil, nil, context.Cause(ctx)
		}
		counts := map[principles.Code]int{}
		for g := range p.gives {
			decision := p.rules.Evaluate(p.Pair(i, g))
			count(counts, decision)
			r.consider(i, g, decision)
		}
		r.next()
		unmatched = append(unmatched, Unmatched{Request: p.asks[i].request.Key, Reasons: sortedCounts(counts)})
	}
	return unmatched, r.repairs(), nil
}

// count adds, as a coordinator may see it, why a supporter was not proposed.
// Every blocking rule counts, not only the first.
func count(counts map[principles.Code]int, d principles.Decision) {
	blocking := principles.Decision{Reasons: d.Blocking()}
	if len(blocking.Reasons) == 0 {
		counts[CodePlaceTaken]++
		return
	}
	var seen []principles.Code
	for _, r := range blocking.For(principles.ReaderCoordinator).Reasons {
		if !slices.Contains(seen, r.Finding.Code) {
			seen = append(seen, r.Finding.Code)
			counts[r.Finding.Code]++
		}
	}
}

func sortedCounts(counts map[principles.Code]int) []ReasonCount {
	list := []ReasonCount{}
	for code, n := range counts {
		list = append(list, ReasonCount{Code: code, Count: n})
	}
	slices.SortFunc(list, func(a, b ReasonCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Code, b.Code))
	})
	return list
}
