package matching

import (
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of the rule about earlier pairs.
const (
	CodeAlreadyPaired principles.Code = "already_paired"
	CodeEndedRecently principles.Code = "ended_recently"
	codeEndedBy       principles.Code = "ended_by"
)

// endedPairRule keeps two people apart for a set time after their support
// ended, and while one of them supports the other, in either direction. Who
// ended it is for the auditor alone.
type endedPairRule struct {
	months int
}

func (endedPairRule) ID() principles.RuleID             { return "ended_pair" }
func (endedPairRule) Principle() principles.PrincipleID { return principles.Safe }

func (r endedPairRule) Check(p Pair) principles.Finding {
	code, ended := r.code(p.pool, p.ask.human, p.give.human)
	switch code {
	case CodeAlreadyPaired:
		return never(code)
	case CodeEndedRecently:
		f := until(EventTimePassed, code)
		for _, by := range ended {
			f.Parts = append(f.Parts, principles.Finding{
				Verdict: principles.NotApplicable, Code: codeEndedBy,
				Params: []principles.Param{principles.Term("by", string(by))}})
		}
		return f
	}
	return satisfied()
}

// code looks at both directions and returns the strongest code, and who ended
// what ended within the set time.
func (r endedPairRule) code(pool *Pool, seeker, supporter peer.Node) (principles.Code, []peer.EndedBy) {
	at := pool.round.At
	code := principles.Code("")
	var ended []peer.EndedBy
	for _, key := range [2][2]peer.Node{{seeker, supporter}, {supporter, seeker}} {
		for _, i := range pool.past[key] {
			h := &pool.round.History[i]
			switch {
			case h.Open(at):
				code = CodeAlreadyPaired
			case at.Before(h.During.Until.AddMonths(r.months)):
				if by := h.EndedBy.Reveal(); by != peer.EndedByNotKnown && !slices.Contains(ended, by) {
					ended = append(ended, by)
				}
				if code == "" {
					code = CodeEndedRecently
				}
			}
		}
	}
	slices.Sort(ended) // whatever the order of the history
	return code, ended
}

func (r endedPairRule) Index(pool *Pool) Excluder {
	met := map[peer.Node][]int{} // the supporters with whom somebody has a history
	for key := range pool.past {
		for _, way := range [2][2]peer.Node{key, {key[1], key[0]}} {
			j, ok := pool.byHuman[way[1]]
			if code, _ := r.code(pool, way[0], way[1]); ok && code != "" {
				met[way[0]] = append(met[way[0]], j)
			}
		}
	}
	return func(i int, out Set) {
		for _, j := range met[pool.asks[i].human] {
			out.Add(j)
		}
	}
}
