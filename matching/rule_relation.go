package matching

import (
	"slices"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of the rules about relations beside the line.
const (
	CodeReviewer        principles.Code = "reviewer"
	CodePrivateRelation principles.Code = "private_relation"
)

// between returns the kinds of relation that count between two human beings,
// whichever records they use.
func between(p Pair) []peer.RelationKind {
	org := p.Organisation()
	var kinds []peer.RelationKind
	for _, a := range org.Accounts(p.Seeker()) {
		for _, b := range org.Accounts(p.Supporter()) {
			for _, r := range org.Relations(a, b, p.At(), p.pool.policy.Hierarchy.LookBackMonths) {
				kinds = append(kinds, r.Kind)
			}
		}
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// reviewerRule keeps those who appraise each other's performance apart.
type reviewerRule struct{}

func (reviewerRule) ID() principles.RuleID             { return "reviewer" }
func (reviewerRule) Principle() principles.PrincipleID { return principles.Safe }

func (reviewerRule) Check(p Pair) principles.Finding {
	if slices.Contains(between(p), peer.Reviewer) {
		return until(EventOrganisationChanged, CodeReviewer)
	}
	return satisfied()
}

func (reviewerRule) Index(pool *Pool) Excluder {
	return relatedBy(pool, func(k peer.RelationKind) bool { return k == peer.Reviewer })
}

// privateRelationRule heeds relations whose existence is a secret: an HR case,
// an investigation, a grievance, occupational health, family, a past
// partnership. Every finding of it is for the auditor alone.
type privateRelationRule struct{}

func (privateRelationRule) ID() principles.RuleID             { return "private_relation" }
func (privateRelationRule) Principle() principles.PrincipleID { return principles.Safe }

func (privateRelationRule) Check(p Pair) principles.Finding {
	var kinds []string
	for _, k := range between(p) {
		if k.Private() {
			kinds = append(kinds, k.String())
		}
	}
	if len(kinds) > 0 {
		return secret(principles.Violated, CodePrivateRelation, principles.Term("kind", strings.Join(kinds, ", ")))
	}
	return secret(principles.NotApplicable, "")
}

func (privateRelationRule) Index(pool *Pool) Excluder {
	return relatedBy(pool, peer.RelationKind.Private)
}

// relatedBy excludes the supporters with a relation of a wanted kind.
func relatedBy(pool *Pool, wanted func(peer.RelationKind) bool) Excluder {
	org := pool.round.Organisation
	related := map[peer.Node][]int{} // supporters, by the human being at the other end
	join := func(from, to peer.Node) {
		if j, ok := pool.byHuman[human(org, to)]; ok {
			related[human(org, from)] = append(related[human(org, from)], j)
		}
	}
	for _, t := range org.Ties(pool.round.At, pool.policy.Hierarchy.LookBackMonths) {
		if wanted(t.Kind) {
			join(t.Person, t.Other)
			join(t.Other, t.Person)
		}
	}
	return func(i int, out Set) {
		for _, j := range related[pool.asks[i].human] {
			out.Add(j)
		}
	}
}
