package matching

import (
	"slices"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of the rules about conditions and consent.
const (
	CodeConsentMissing principles.Code = "consent_missing"
	CodeMustNotMet     principles.Code = "must_not_met"
	CodeMustNotKnown   principles.Code = "must_not_known"
)

// consentRule refuses to pass over a condition that the seeker stated without
// consent to use it: a condition that may not be used cannot be met.
type consentRule struct{}

func (consentRule) ID() principles.RuleID             { return "consent" }
func (consentRule) Principle() principles.PrincipleID { return principles.Safe }

func (consentRule) Check(p Pair) principles.Finding {
	if len(p.ask.withheld) > 0 {
		return unknown(EventConsentGiven, CodeConsentMissing)
	}
	return satisfied()
}

func (consentRule) Index(pool *Pool) Excluder {
	return func(i int, out Set) {
		if len(pool.asks[i].withheld) > 0 {
			out.AddAll()
		}
	}
}

// mustRule honours what the seeker made a condition, such as a supporter of
// the same gender. Only the seeker can make one. A supporter who has not said,
// or not consented to have it used, has not answered: that is not a no, and it
// does not pass either.
type mustRule struct{}

func (mustRule) ID() principles.RuleID             { return "must" }
func (mustRule) Principle() principles.PrincipleID { return principles.Safe }

func (mustRule) Check(p Pair) principles.Finding {
	stated, open := false, false
	for _, w := range musts(p.ask) {
		stated = true
		met, known := answers(&p.give.offers, w.Item)
		if known && !met {
			return never(CodeMustNotMet)
		}
		open = open || !known
	}
	switch {
	case open:
		f := unknown(EventProfileChanged, CodeMustNotKnown)
		f.Hard = true
		return f
	case stated:
		return satisfied()
	}
	return notApplicable()
}

func musts(a *ask) []peer.Wish {
	return slices.DeleteFunc(slices.Concat(a.seeks.Attributes, a.seeks.Experiences),
		func(w peer.Wish) bool { return !w.Must })
}

// answers reports whether offers hold the item, and whether they say anything
// about it at all.
func answers(o *peer.Offers, item peer.Item) (met, known bool) {
	name, value, attribute := strings.Cut(strings.TrimPrefix(string(item), string(peer.KindAttribute)+":"), "=")
	if !attribute {
		return slices.ContainsFunc(o.Experiences, func(t string) bool { return peer.ExperienceItem(t) == item }),
			len(o.Experiences) > 0
	}
	for _, a := range o.Attributes {
		if a.Name == name {
			known = true
			met = met || a.Value == value
		}
	}
	return met, known
}

func (mustRule) Index(pool *Pool) Excluder {
	having := byKey(pool, func(g *give) []peer.Item { return itemsOf(&g.offers) })
	return func(i int, out Set) {
		for _, w := range musts(&pool.asks[i]) {
			out.AddWithout(union(pool, having, []peer.Item{w.Item}))
		}
	}
}

// itemsOf returns the experiences and attributes of an offer as items.
func itemsOf(o *peer.Offers) []peer.Item {
	items := make([]peer.Item, 0, len(o.Experiences)+len(o.Attributes))
	for _, t := range o.Experiences {
		items = append(items, peer.ExperienceItem(t))
	}
	for _, a := range o.Attributes {
		items = append(items, a.Item())
	}
	return items
}
