package intake

import (
	"io"
	"strconv"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

// WriteRequests writes a file that [ReadRequests] reads as the same requests.
// Every field is written raw, ids that look like formulas included: the file
// is for programs. To show a table to people use tabular.Writer. Requests that
// could not be read back are refused with an error of type peer.Faults, before
// anything is written. What is private is revealed to w.
func WriteRequests(w io.Writer, requests []peer.Request) error {
	v := peer.NewValidator()
	faults := sameRequests(requests)
	for i, r := range requests {
		faults = append(faults, v.Request(i, r)...)
	}
	return write(w, requestColumns(), faults, requests, requestFields)
}

func requestFields(r peer.Request) []string {
	s, terms := r.Seeks.Reveal(), r.Terms.Reveal()
	return []string{
		reqID:           string(r.Key),
		reqPerson:       string(r.Person),
		reqAsked:        r.Asked.String(),
		reqExperiences:  join(s.Experiences, formatWish),
		reqAttributes:   join(s.Attributes, formatWish),
		reqLanguages:    join(s.Languages, formatTag),
		reqModes:        join(s.Modes, formatMode),
		reqAvailability: join(s.Availability.Slots, peer.Slot.String),
		reqTimezone:     s.Availability.Zone,
		reqJourney:      formatNumber(int(s.Stage)),
		reqJourneyWish:  string(s.JourneyWish),
		reqPreferred:    join(s.Preferred, formatID),
		reqNotWanted:    join(s.NotWanted, formatID),
		reqConsent:      join(terms.Matching, formatConsent),
		reqRelease:      join(terms.Release, formatConsent),
	}
}

// WriteSupporters writes a file that [ReadSupporters] reads as the same
// supporters, as [WriteRequests] does requests.
func WriteSupporters(w io.Writer, supporters []peer.Supporter) error {
	v := peer.NewValidator()
	faults := sameSupporters(supporters)
	for i, s := range supporters {
		faults = append(faults, v.Supporter(i, s)...)
	}
	return write(w, supporterColumns(), faults, supporters, supporterFields)
}

func supporterFields(s peer.Supporter) []string {
	o, terms := s.Offers.Reveal(), s.Terms.Reveal()
	return []string{
		supPerson:       string(s.Person),
		supCapacity:     strconv.Itoa(s.Capacity),
		supExperiences:  join(o.Experiences, formatTag),
		supAttributes:   join(o.Attributes, formatAttribute),
		supLanguages:    join(o.Languages, formatTag),
		supModes:        join(o.Modes, formatMode),
		supAvailability: join(o.Availability.Slots, peer.Slot.String),
		supTimezone:     o.Availability.Zone,
		supJourney:      formatNumber(int(o.Stage)),
		supTrained:      s.TrainedUntil.String(),
		supPaused:       s.PausedUntil.String(),
		supTarget:       formatNumber(s.TargetLoad),
		supNotPaired:    join(o.NotPairedWith, formatID),
		supConsent:      join(terms.Matching, formatConsent),
		supRelease:      join(terms.Release, formatConsent),
	}
}

// WriteHistory writes a file that [ReadHistory] reads as the same history, as
// [WriteRequests] does requests.
func WriteHistory(w io.Writer, history []peer.Relationship) error {
	v := peer.NewValidator()
	var faults peer.Faults
	for i, r := range history {
		faults = append(faults, v.Relationship(i, r)...)
	}
	return write(w, historyColumns(), faults, history, historyFields)
}

func historyFields(r peer.Relationship) []string {
	return []string{
		hisSeeker:    string(r.Seeker),
		hisSupporter: string(r.Supporter),
		hisFrom:      r.During.From.String(),
		hisUntil:     r.During.Until.String(),
		hisEndedBy:   string(r.EndedBy.Reveal()),
	}
}

func formatMode(m peer.Mode) string { return string(m) }

func write[T any](w io.Writer, columns []tabular.Column, faults peer.Faults, rows []T, fields func(T) []string) error {
	if err := faults.Err(); err != nil {
		return err
	}
	out := make([]tabular.OutColumn, len(columns))
	for i, c := range columns {
		out[i] = tabular.OutColumn{Name: c.Name, Raw: true}
	}
	table := tabular.NewWriter(w, out...)
	for _, row := range rows {
		if err := table.Write(fields(row)...); err != nil {
			return err
		}
	}
	return table.Flush()
}
