package matching

import (
	"cmp"
	"context"
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// maxAlternatives keeps an explanation readable; this project's own figure.
const maxAlternatives = 5

// Explain answers a question about a plan of a round. The plan must be one
// that Verify accepts; Explain checks only its heading and the pair asked for.
// Errors are a *RoundError, ErrOtherPlan, for coordinator and auditor
// ErrNoSuchRequest and ErrNoSuchSupporter, and those of Match.
func Explain(ctx context.Context, r Round, p Policy, plan Plan, q Question) (Explanation, error) {
	pool, err := Prepare(r, p)
	if err != nil {
		return Explanation{}, err
	}
	return pool.Explain(ctx, plan, q)
}

// Explain answers a question about a plan of the pool's round, as the function
// of that name.
func (p *Pool) Explain(ctx context.Context, plan Plan, q Question) (Explanation, error) {
	heading := &verifier{pool: p, plan: plan}
	if heading.heading(); !heading.result.OK() {
		return Explanation{}, ErrOtherPlan
	}
	if !p.hasLadder(plan) {
		return Explanation{}, ErrOtherPlan
	}
	e := Explanation{Schema: ExplanationSchema, Request: q.Request, Audience: q.Reader.String()}
	staff := q.Reader == principles.ReaderCoordinator || q.Reader == principles.ReaderAuditor
	i := p.requestNumber(q.Request)
	switch {
	case i < 0 && staff:
		return Explanation{}, ErrNoSuchRequest
	case i < 0:
		e.Answer = AnswerNeutral
		return e, nil
	}
	paired := -1
	for _, pair := range plan.Pairs {
		if pair.Request == q.Request {
			paired = p.supporterNumber(pair.Supporter)
			if paired < 0 || !p.rules.Permits(p.Pair(i, paired)) {
				return Explanation{}, ErrOtherPlan
			}
		}
	}
	asked := paired
	if q.Supporter != "" {
		asked = p.supporterNumber(q.Supporter)
	}
	if !staff {
		return p.explainToPerson(e, i, asked, paired, q.Reader), nil
	}
	if q.Supporter != "" && asked < 0 {
		return Explanation{}, ErrNoSuchSupporter
	}
	return p.explainToStaff(ctx, e, plan, i, asked, paired, q.Reader)
}

// hasLadder reports whether the plan has a result for every objective of the
// policy.
func (p *Pool) hasLadder(plan Plan) bool {
	for n, o := range p.policy.Objectives {
		if n >= len(plan.Objectives) || plan.Objectives[n].ID != string(o) {
			return false
		}
	}
	return true
}

// explainToPerson answers a seeker or a supporter: about their own pair, with
// facts they gave and were released to them, and otherwise not at all.
func (p *Pool) explainToPerson(e Explanation, i, asked, paired int, reader principles.Reader) Explanation {
	e.Answer = AnswerNeutral
	if paired < 0 || asked != paired {
		return e
	}
	e.Answer = AnswerPair
	e.Supporter = p.gives[paired].supporter.Person
	e.Shared = p.sharedFacts(&p.asks[i], &p.gives[paired], reader)
	return e
}

// sharedFacts returns what both have said, as far as the other side released
// it to the reader.
func (p *Pool) sharedFacts(a *ask, g *give, reader principles.Reader) []peer.Item {
	seeks, offers := a.seeks, g.offers
	if reader == principles.ReaderSeeker {
		offers = g.supporter.Released(p.round.At)
	} else {
		seeks = a.request.Released(p.round.At)
	}
	var items []peer.Item
	offered := itemsOf(&offers)
	for _, w := range slices.Concat(seeks.Experiences, seeks.Attributes) {
		if slices.Contains(offered, w.Item) {
			items = append(items, w.Item)
		}
	}
	theirs := languageBases(offers.Languages)
	for _, base := range languageBases(seeks.Languages) {
		if slices.Contains(theirs, base) {
			items = append(items, peer.LanguageItem(base))
		}
	}
	for _, m := range seeks.Modes {
		if slices.Contains(offers.Modes, m) {
			items = append(items, peer.ModeItem(m))
		}
	}
	if !seeks.Availability.IsZero() && !offers.Availability.IsZero() {
		items = append(items, peer.KindAvailability)
	}
	slices.Sort(items)
	return items
}

// explainToStaff answers a coordinator or an auditor.
func (p *Pool) explainToStaff(
	ctx context.Context, e Explanation, plan Plan, i, asked, paired int, reader principles.Reader,
) (Explanation, error) {
	if asked < 0 {
		e.Answer = AnswerOpen
		k := slices.IndexFunc(plan.Unmatched, func(u Unmatched) bool { return u.Request == e.Request })
		if k >= 0 {
			e.Counts = plan.Unmatched[k].Reasons
		}
		return e, nil
	}
	pair := p.Pair(i, asked)
	decision := p.rules.Evaluate(pair)
	view := decision.For(reader)
	e.Supporter = p.gives[asked].supporter.Person
	e.Reasons, e.Withheld = view.Reasons, view.Withheld
	if decision.Blocked() {
		e.Answer = AnswerBlocked
		e.Counterfactuals = p.counterfactuals(decision, reader)
		return e, nil
	}
	var err error
	if e.Score, err = p.score(pair, &e.Criteria); err != nil {
		return Explanation{}, err
	}
	if asked != paired {
		e.Answer = AnswerNotChosen
		e.Consequences, err = p.consequences(ctx, plan, i, asked)
		return e, err
	}
	e.Answer = AnswerPair
	e.Alternatives, err = p.alternatives(i, paired)
	return e, err
}

// alternatives returns the best other supporters whom every rule allows.
func (p *Pool) alternatives(i, paired int) ([]Alternative, error) {
	var list []Alternative
	for j := range p.gives {
		if j == paired || !p.rules.Permits(p.Pair(i, j)) {
			continue
		}
		score, err := p.score(p.Pair(i, j), nil)
		if err != nil {
			return nil, err
		}
		list = append(list, Alternative{Supporter: p.gives[j].supporter.Person, Score: score})
	}
	slices.SortFunc(list, func(a, b Alternative) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Supporter, b.Supporter))
	})
	return list[:min(len(list), maxAlternatives)], nil
}

func (p *Pool) requestNumber(key peer.ExternalID) int {
	i, ok := slices.BinarySearchFunc(p.asks, key, func(a ask, k peer.ExternalID) int {
		return cmp.Compare(a.request.Key, k)
	})
	if !ok {
		return -1
	}
	return i
}

func (p *Pool) supporterNumber(key peer.ExternalID) int {
	if n, ok := p.round.Organisation.Node(key); ok {
		j, ok := slices.BinarySearchFunc(p.gives, n, func(g give, n peer.Node) int { return cmp.Compare(g.node, n) })
		if ok {
			return j
		}
	}
	return -1
}
