package matching

import (
	"slices"

	"fmt"
	"io"

	"github.com/peersupport/peersupport/peer"
)

// Pair is one request with one supporter, the subject of every rule and
// criterion. It shows of both only what they have consented to have used in
// matching. A Pair is a small value; its zero value is not usable.
type Pair struct {
	pool *Pool
	ask  *ask
	give *give
}

// Format implements fmt.Formatter for every verb and shows nothing.
func (p Pair) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "[pair]") }

// At returns the day of the round.
func (p Pair) At() peer.Date { return p.pool.round.At }

// Organisation returns the organisation of the round.
func (p Pair) Organisation() *peer.Organisation { return p.pool.round.Organisation }

// Chart returns the organisation as it counts on the day of the round.
func (p Pair) Chart() *peer.Chart { return p.pool.chart }

// Policy returns the policy of the round.
func (p Pair) Policy() Policy { return p.pool.policy.clone() }

// Request returns the id of the request.
func (p Pair) Request() peer.ExternalID { return p.ask.request.Key }

// Seeker returns the person who asks.
func (p Pair) Seeker() peer.Node { return p.ask.node }

// Supporter returns the person who offers.
func (p Pair) Supporter() peer.Node { return p.give.node }

// SupporterKey returns the id of the supporter as the input names it.
func (p Pair) SupporterKey() peer.ExternalID { return p.give.supporter.Person }

// Seeks returns what the seeker looks for and has consented to have used.
// Vetoes are left out: their own rule looks after them. The slices are the
// pool's own: read them, never write to them.
func (p Pair) Seeks() peer.Seeks {
	s := p.ask.seeks
	s.NotWanted = nil
	return s
}

// Offers returns what the supporter offers and has consented to have used.
// Vetoes are left out: their own rule looks after them. The slices are the
// pool\'s own: read them, never write to them.
func (p Pair) Offers() peer.Offers {
	o := p.give.offers
	o.NotPairedWith = nil
	return o
}

// Waited returns the number of days since the request.
func (p Pair) Waited() int { return int(p.ask.waited) }

// Load returns how many people the supporter supports now, and how many they
// can support at one time.
func (p Pair) Load() (open, capacity int) { return p.give.load, p.give.supporter.Capacity }

// languageBases returns the languages without script and region, so that
// "en-GB" and "en" are one language, in order and without repetition.
func languageBases(tags []string) []string {
	var bases []string
	for _, t := range tags {
		if base, ok := peer.LanguageBase(t); ok && !slices.Contains(bases, base) {
			bases = append(bases, base)
		}
	}
	return bases
}
