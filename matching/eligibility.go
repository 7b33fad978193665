package matching

import (
	"context"

	"github.com/peersupport/peersupport/principles"
)

// eligibility answers for one request after the other which supporters every
// rule allows: first by the indexed faces, then, for what they leave, by the
// rules that have only the pairwise face. It is for one goroutine.
type eligibility struct {
	pool      *Pool
	excluders []Excluder
	pairwise  *principles.Set[Pair] // rules without an indexed face, or with one that fails
	out       Set
}

func (p *Pool) eligibility() *eligibility {
	e := &eligibility{pool: p, out: p.NewSet()}
	var slow []Rule
	for _, rule := range p.rules.All() {
		if exclude := index(rule, p); exclude != nil {
			e.excluders = append(e.excluders, exclude)
		} else {
			slow = append(slow, rule)
		}
	}
	if len(slow) > 0 {
		e.pairwise, _ = principles.NewSet(slow...) // parts of a set that is valid
	}
	return e
}

// index returns the indexed face of a rule, nil where it has none or where a
// rule of the application's own panics.
func index(rule Rule, p *Pool) (exclude Excluder) {
	defer func() {
		if recover() != nil {
			exclude = nil
		}
	}()
	if fast, ok := rule.(Indexed); ok {
		return fast.Index(p)
	}
	return nil
}

// excluded returns the supporters that some rule blocks for request i. The set
// is overwritten by the next call. Where an indexed face panics, the pairwise
// faces decide.
func (e *eligibility) excluded(i int) Set {
	rules := e.pairwise
	e.out.Clear()
	if !e.exclude(i) {
		rules = e.pool.rules
		e.out.Clear()
	}
	if rules != nil {
		for j := range e.out.Others {
			if !rules.Permits(e.pool.Pair(i, j)) {
				e.out.Add(j)
			}
		}
	}
	return e.out
}

// exclude asks every indexed face, and reports whether none of them panicked.
func (e *eligibility) exclude(i int) (sound bool) {
	defer func() {
		if recover() != nil {
			sound = false
		}
	}()
	for _, exclude := range e.excluders {
		exclude(i, e.out)
	}
	return true
}

// EligiblePair is a pair that every rule allows, with its score.
type EligiblePair struct {
	Request   int // number in the pool
	Supporter int // number in the pool
	Score     int64
}

// Eligible returns every pair that every rule allows, by request and then by
// supporter. The error is a *RatingError or the cause of a cancelled context.
func (p *Pool) Eligible(ctx context.Context) ([]EligiblePair, error) {
	e := p.eligibility()
	var pairs []EligiblePair
	for i := range p.asks {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		for j := range e.excluded(i).Others {
			score, err := p.score(p.Pair(i, j), nil)
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, EligiblePair{Request: i, Supporter: j, Score: score})
		}
	}
	return pairs, nil
}
