package matching

import (
	"cmp"
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// CodePlaceTaken counts supporters whom every rule allows and whose places
// went to others.
const CodePlaceTaken principles.Code = "place_taken"

// obstacles is what stands between one unmatched request and each supporter.
type obstacles struct {
	request   int
	decisions []principles.Decision // by supporter
}

func (p *Pool) obstacles(i int) obstacles {
	o := obstacles{request: i, decisions: make([]principles.Decision, len(p.gives))}
	for j := range p.gives {
		o.decisions[j] = p.rules.Evaluate(p.Pair(i, j))
	}
	return o
}

// unmatched counts, as a coordinator may see it, why no supporter could be
// proposed. Every blocking rule counts, not only the first.
func (p *Pool) unmatched(o obstacles) Unmatched {
	counts := map[principles.Code]int{}
	for _, decision := range o.decisions {
		if !decision.Blocked() {
			counts[CodePlaceTaken]++
			continue
		}
		for _, code := range blockingCodes(decision) {
			counts[code]++
		}
	}
	u := Unmatched{Request: p.asks[o.request].request.Key, Reasons: []ReasonCount{}}
	for code, n := range counts {
		u.Reasons = append(u.Reasons, ReasonCount{Code: code, Count: n})
	}
	slices.SortFunc(u.Reasons, func(a, b ReasonCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Code, b.Code))
	})
	return u
}

// blockingCodes returns the codes that a coordinator sees of what blocks, each
// once.
func blockingCodes(d principles.Decision) []principles.Code {
	var codes []principles.Code
	for _, r := range d.For(principles.ReaderCoordinator).Reasons {
		if r.Finding.Verdict.Blocks() && !slices.Contains(codes, r.Finding.Code) {
			codes = append(codes, r.Finding.Code)
		}
	}
	return codes
}
