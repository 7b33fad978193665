package matching

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of the rules about who the two are.
const (
	CodeSamePerson     principles.Code = "same_person"
	CodeOtherDirection principles.Code = "other_direction"
	CodePrivateBlock   principles.Code = "private_block"
	CodeVeto           principles.Code = "veto"
)

// selfRule keeps a human being from supporting themself, also through a second
// record.
type selfRule struct{}

func (selfRule) ID() principles.RuleID             { return "self" }
func (selfRule) Principle() principles.PrincipleID { return principles.Mutual }

func (selfRule) Check(p Pair) principles.Finding {
	if p.Organisation().SamePerson(p.Seeker(), p.Supporter()) {
		return never(CodeSamePerson)
	}
	return satisfied()
}

func (selfRule) Index(pool *Pool) Excluder {
	return func(i int, out Set) {
		if j, ok := pool.byHuman[pool.asks[i].human]; ok {
			out.Add(j)
		}
	}
}

// bothDirectionsRule keeps two people from being each other's supporter in one
// round. Where both ask and both could support, the earlier request stands and
// the later one looks elsewhere.
type bothDirectionsRule struct{}

func (bothDirectionsRule) ID() principles.RuleID             { return "both_directions" }
func (bothDirectionsRule) Principle() principles.PrincipleID { return principles.Reciprocal }

func (bothDirectionsRule) Check(p Pair) principles.Finding {
	i, asks := p.pool.asking[p.give.human]
	j, gives := p.pool.byHuman[p.ask.human]
	if !asks || !gives || !p.pool.gives[j].available(p.At(), p.Organisation()) {
		return notApplicable()
	}
	if earlier(&p.pool.asks[i].request, &p.ask.request) {
		return until(EventRequestClosed, CodeOtherDirection)
	}
	return satisfied()
}

// earlier reports whether request a goes before b: by day, then by id.
func earlier(a, b *peer.Request) bool {
	if c := a.Asked.Compare(b.Asked); c != 0 {
		return c < 0
	}
	return a.Key < b.Key
}

func (bothDirectionsRule) Index(pool *Pool) Excluder {
	var both []struct{ request, supporter int } // of those who ask and offer
	for i := range pool.asks {
		if j, ok := pool.byHuman[pool.asks[i].human]; ok {
			both = append(both, struct{ request, supporter int }{i, j})
		}
	}
	return func(i int, out Set) {
		a := &pool.asks[i]
		own, ok := pool.byHuman[a.human]
		if !ok || !pool.gives[own].available(pool.round.At, pool.round.Organisation) {
			return
		}
		for _, b := range both {
			if earlier(&pool.asks[b.request].request, &a.request) {
				out.Add(b.supporter)
			}
		}
	}
}

// vetoRule heeds whom either side does not want. It keeps the two apart in both
// directions, as a private relation does: were it otherwise, the direction would
// tell a coordinator the one from the other, and whose veto it is. Every finding
// of it is for the auditor alone.
type vetoRule struct{}

func (vetoRule) ID() principles.RuleID             { return "veto" }
func (vetoRule) Principle() principles.PrincipleID { return principles.Safe }

func (vetoRule) Check(p Pair) principles.Finding {
	seeker, supporter := p.ask.human, p.give.human
	bySeeker := p.pool.refused[[2]peer.Node{seeker, supporter}]
	bySupporter := p.pool.refused[[2]peer.Node{supporter, seeker}]
	switch {
	case bySeeker && bySupporter:
		return secret(principles.Violated, CodeVeto, principles.Term("by", "both"))
	case bySeeker:
		return secret(principles.Violated, CodeVeto, principles.Term("by", "seeker"))
	case bySupporter:
		return secret(principles.Violated, CodeVeto, principles.Term("by", "supporter"))
	}
	return secret(principles.NotApplicable, "")
}

// secret is a finding of a rule that keeps one: always for the auditor alone,
// always under the same mask, whatever the verdict.
func secret(v principles.Verdict, code principles.Code, params ...principles.Param) principles.Finding {
	return principles.Finding{Verdict: v, Code: code, Params: params, Mask: CodePrivateBlock, Hard: true}
}

func (vetoRule) Index(pool *Pool) Excluder {
	apart := map[peer.Node][]int{} // supporters, by the human being at the other end
	for two := range pool.refused {
		for _, way := range [2][2]peer.Node{two, {two[1], two[0]}} {
			if j, ok := pool.byHuman[way[1]]; ok {
				apart[way[0]] = append(apart[way[0]], j)
			}
		}
	}
	return func(i int, out Set) {
		for _, j := range apart[pool.asks[i].human] {
			out.Add(j)
		}
	}
}
