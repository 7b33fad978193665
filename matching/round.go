package matching

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/peersupport/peersupport/peer"
)

// Round is everything that one decision about pairs rests on, frozen on one
// day: who asks, who offers, how people stand to each other, who supported
// whom before. A decision can be replayed from it a year later. Nothing here
// is written to; a Round may be shared between goroutines.
type Round struct {
	// At is the day of the round. It is an input: nothing reads a clock.
	At           peer.Date
	Organisation *peer.Organisation
	// Exported is the day on which the organisation left the HR system; zero
	// is not known. Reporting lines grow stale: after StaleAfter days a round
	// warns, after RefusedAfter days it does not match.
	Exported   peer.Date
	Requests   []peer.Request
	Supporters []peer.Supporter
	// History is support given before, or being given now.
	History []peer.Relationship
	// Seed keys the order of ties, so that nobody without it can foresee or
	// probe a choice. Empty: a public key that the plan names, for research
	// and tests. At least MinSeed bytes otherwise.
	Seed Seed
}

// Seed is a secret key. Its bytes are never printed, logged or encoded: whoever
// knows them can foresee how ties fall.
type Seed []byte

// Format implements fmt.Formatter for every verb.
func (Seed) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "[secret]") }

// LogValue implements slog.LogValuer.
func (Seed) LogValue() slog.Value { return slog.StringValue("[secret]") }

// MarshalText implements encoding.TextMarshaler, and by it JSON.
func (Seed) MarshalText() ([]byte, error) { return []byte("[secret]"), nil }

// MinSeed is the smallest number of bytes in a secret seed: 128 bits.
const MinSeed = 16

// How many days old the organisation of a round may be; this project's own
// figures.
const (
	StaleAfter   = 7
	RefusedAfter = 30
)

// RoundError is returned for a round or a policy that cannot be decided on. It
// lists every fault; none of them holds a private value.
type RoundError struct {
	Faults peer.Faults
}

// Error implements error.
func (e *RoundError) Error() string { return "matching: " + e.Faults.Error() }

// Unwrap offers the faults to errors.As.
func (e *RoundError) Unwrap() error { return e.Faults }

// Codes of faults that only a round can have.
const (
	FaultNoOrganisation peer.FaultCode = "no_organisation"
	FaultNoDay          peer.FaultCode = "no_day"
	FaultShortSeed      peer.FaultCode = "short_seed"
	FaultStale          peer.FaultCode = "stale_organisation"
)

// check returns the faults of the round, warnings included.
func (r Round) check() peer.Faults {
	var faults peer.Faults
	if r.Organisation == nil {
		faults = append(faults, peer.Fault{
			Code: FaultNoOrganisation, Field: "organisation", Words: "a round needs an organisation"})
	}
	if r.At.IsZero() {
		faults = append(faults, peer.Fault{Code: FaultNoDay, Field: "at", Words: "a round needs a day"})
	}
	if age := r.At.Sub(r.Exported); !r.Exported.IsZero() && age > StaleAfter {
		faults = append(faults, peer.Fault{
			Code: FaultStale, Field: "exported", Words: "the organisation was exported too long before the round",
			Warning: age <= RefusedAfter})
	}
	if len(r.Seed) > 0 && len(r.Seed) < MinSeed {
		faults = append(faults, peer.Fault{
			Code: FaultShortSeed, Field: "seed", Words: "a secret seed needs at least 16 bytes"})
	}
	v := peer.NewValidator()
	for i, q := range r.Requests {
		faults = append(faults, v.Request(i, q)...)
	}
	for i, s := range r.Supporters {
		faults = append(faults, v.Supporter(i, s)...)
	}
	for i, h := range r.History {
		faults = append(faults, v.Relationship(i, h)...)
	}
	if r.Organisation == nil {
		return faults
	}
	return append(faults, r.checkPeople()...)
}

// checkPeople finds people who are not in the organisation, or in the round
// twice, whatever account they use.
func (r Round) checkPeople() peer.Faults {
	var faults peer.Faults
	add := func(list string, i int, field string, code peer.FaultCode, ids ...peer.ExternalID) {
		faults = append(faults, peer.Fault{Code: code, List: list, Index: i, Field: field, IDs: ids})
	}
	keys := map[string]bool{}
	asking := map[peer.Node]bool{}
	for i, q := range r.Requests {
		if folded := q.Key.Fold(); q.Key.Valid() {
			if keys[folded] {
				add("requests", i, "request_id", peer.FaultIDDuplicate, q.Key)
			}
			keys[folded] = true
		}
		n, ok := r.Organisation.Node(q.Person)
		switch {
		case !ok && q.Person.Valid():
			add("requests", i, "person_id", peer.FaultPersonUnknown)
		case !ok: // reported as not valid
		case asking[human(r.Organisation, n)]:
			add("requests", i, "person_id", peer.FaultSecondRequest)
		default:
			asking[human(r.Organisation, n)] = true
		}
	}
	offering := map[peer.Node]bool{}
	for i, s := range r.Supporters {
		n, ok := r.Organisation.Node(s.Person)
		switch {
		case !ok && s.Person.Valid():
			add("supporters", i, "person_id", peer.FaultPersonUnknown)
		case !ok: // reported as not valid
		case offering[human(r.Organisation, n)]:
			add("supporters", i, "person_id", peer.FaultSecondSupporter)
		default:
			offering[human(r.Organisation, n)] = true
		}
	}
	return faults
}

// human is the one record that stands for all records of a human being.
func human(o *peer.Organisation, n peer.Node) peer.Node { return o.Accounts(n)[0] }
