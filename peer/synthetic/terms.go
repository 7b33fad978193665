package synthetic

import (
	"slices"

	"github.com/peersupport/peersupport/peer"
)

// terms draws the leave somebody gives. Nine in ten let everything they told
// be used for matching; two in three let the other person of a pair be told
// everything but whom they would have preferred.
func (m *demand) terms(d draw, preferring bool) peer.Terms {
	var kinds []peer.Item
	for _, kind := range peer.Kinds() {
		if kind != peer.KindPreferred {
			kinds = append(kinds, kind)
		}
	}
	told := kinds
	if preferring {
		kinds = peer.Kinds()
	}
	return peer.Terms{
		Matching: m.leave(d, kinds, 90),
		Release:  m.leave(d, told, 66),
	}
}

// leave gives consent to every kind in so many cases out of a hundred and
// leaves one or two kinds out in the others. Some leaves have an end, and a few
// of those have passed.
func (m *demand) leave(d draw, kinds []peer.Item, all int) []peer.Consent {
	var withheld []peer.Item
	if !d.percent(all) {
		for range d.between(1, 2) {
			withheld = append(withheld, kinds[d.below(len(kinds))])
		}
	}
	consents := make([]peer.Consent, 0, len(kinds))
	for _, kind := range kinds {
		c := peer.Consent{Item: kind}
		switch {
		case kind == peer.KindAttribute && d.percent(10):
			c.Item = peer.AttributeItem("gender", "") // that one and no other
		case d.percent(3):
			c.Until = m.cfg.At.AddDays(d.between(-30, 365))
		}
		if !slices.Contains(withheld, kind) {
			consents = append(consents, c)
		}
	}
	return consents
}
