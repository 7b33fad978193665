package matching

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of the rule about authority.
const (
	CodeDirectReport  principles.Code = "direct_report"
	CodeReportingLine principles.Code = "reporting_line"
	CodeSharedManager principles.Code = "shared_manager"
	CodeLineUncertain principles.Code = "line_uncertain"
)

// hierarchyRule keeps authority out of the pair: nobody supports somebody above
// or below them, along line managers and every further line of authority, past
// ones within the look-back and known future ones included. Where a missing
// manager leaves open how the two stand, the pair is not allowed.
type hierarchyRule struct {
	depth  int // steps of authority; 0: the whole chain
	shared bool
}

func (hierarchyRule) ID() principles.RuleID             { return "hierarchy" }
func (hierarchyRule) Principle() principles.PrincipleID { return principles.Safe }

func (r hierarchyRule) Check(p Pair) principles.Finding {
	chart, seeker, supporter := p.Chart(), p.Seeker(), p.Supporter()
	steps, above := chart.Over(supporter, seeker, r.depth)
	if !above {
		steps, above = chart.Over(seeker, supporter, r.depth)
	}
	switch {
	case above && steps == 1:
		return until(EventOrganisationChanged, CodeDirectReport)
	case above:
		return until(EventOrganisationChanged, CodeReportingLine, principles.Int("steps", int64(steps)))
	case r.shared && shareManager(p):
		return until(EventOrganisationChanged, CodeSharedManager)
	case uncertain(p):
		f := until(EventOrganisationChanged, CodeLineUncertain)
		f.Verdict = principles.Indeterminate
		return f
	}
	return satisfied()
}

func shareManager(p Pair) bool {
	org := p.Organisation()
	for _, a := range p.Chart().Managers(p.Seeker()) {
		for _, b := range p.Chart().Managers(p.Supporter()) {
			if org.SamePerson(a, b) {
				return true
			}
		}
	}
	return false
}

// uncertain asks about every record of both, and about the tops above them along
// every line: one unknown manager is enough, as that may be the other.
func uncertain(p Pair) bool {
	if p.ask.open != p.give.open {
		return true
	}
	org := p.Organisation()
	for _, a := range org.Accounts(p.Seeker()) {
		for _, b := range org.Accounts(p.Supporter()) {
			if org.Uncertain(a, b) {
				return true
			}
		}
	}
	return false
}

func (r hierarchyRule) Index(pool *Pool) Excluder {
	byManager := map[peer.Node][]int{}
	if r.shared {
		for j := range pool.gives {
			for _, m := range pool.chart.Managers(pool.gives[j].node) {
				byManager[human(pool.round.Organisation, m)] = append(byManager[human(pool.round.Organisation, m)], j)
			}
		}
	}
	undeclared := pool.NewSet()
	for _, s := range pool.seats {
		if !pool.round.Organisation.Declared(s.node) {
			undeclared.Add(s.supporter)
		}
	}
	alike := byKey(pool, func(g *give) []string { return []string{g.open} })
	return func(i int, out Set) {
		node := pool.asks[i].node
		out.AddWithout(union(pool, alike, []string{pool.asks[i].open}))
		r.excludeBelow(pool, node, out)
		r.excludeAbove(pool, node, out)
		if r.shared {
			for _, m := range pool.chart.Managers(node) {
				for _, j := range byManager[human(pool.round.Organisation, m)] {
					out.Add(j)
				}
			}
		}
		excludeUncertain(pool, node, undeclared, out)
	}
}

func (r hierarchyRule) excludeBelow(pool *Pool, node peer.Node, out Set) {
	org := pool.round.Organisation
	for _, b := range pool.chart.Branches(node, r.depth) {
		reach := r.depth - b.Distance + org.Depth(b.Node) // the deepest level that is excluded
		pool.seated(b.Node, org.Last(b.Node), func(s seat) bool {
			if !org.SamePerson(s.node, node) && (r.depth == 0 || org.Depth(s.node) <= reach) {
				out.Add(s.supporter)
			}
			return true
		})
	}
}

func (r hierarchyRule) excludeAbove(pool *Pool, node peer.Node, out Set) {
	for _, s := range pool.chart.Superiors(node, r.depth) {
		if j, ok := pool.byHuman[human(pool.round.Organisation, s.Node)]; ok {
			out.Add(j)
		}
	}
}

func excludeUncertain(pool *Pool, node peer.Node, undeclared, out Set) {
	org := pool.round.Organisation
	for _, a := range org.Accounts(node) {
		top := org.Top(a)
		if org.Declared(a) {
			out.AddSet(undeclared) // none of them stands in this tree
			continue
		}
		pool.addSeated(out, 0, top-1)
		pool.addSeated(out, org.Last(top)+1, peer.Node(org.Len())) //nolint:gosec // people fit a node
	}
}
