package principles

import (
	"encoding/json"
	"errors"
	"strings"
)

// ErrUnknownReader reports a name or number that is no [Reader].
var ErrUnknownReader = errors.New("principles: unknown reader")

// Reader is somebody to whom a decision is explained. The zero value is the
// auditor.
type Reader uint8

// The readers.
const (
	// ReaderAuditor checks the programme and sees everything.
	ReaderAuditor Reader = iota
	// ReaderCoordinator runs the programme.
	ReaderCoordinator
	// ReaderSupporter offers support.
	ReaderSupporter
	// ReaderSeeker asked for support.
	ReaderSeeker
)

// everyReader has one bit for each reader but the auditor, whose bit is never
// set: belonging to every audience, the auditor needs none.
const everyReader Audience = 1<<ReaderCoordinator | 1<<ReaderSupporter | 1<<ReaderSeeker

// ParseReader reads "auditor", "coordinator", "supporter" or "seeker". Anything
// else is [ErrUnknownReader].
func ParseReader(name string) (Reader, error) {
	for r := ReaderAuditor; r.known(); r++ {
		if r.String() == name {
			return r, nil
		}
	}
	return ReaderAuditor, ErrUnknownReader
}

// String returns the name that [ParseReader] reads, or "unknown".
func (r Reader) String() string {
	switch r {
	case ReaderAuditor:
		return "auditor"
	case ReaderCoordinator:
		return "coordinator"
	case ReaderSupporter:
		return "supporter"
	case ReaderSeeker:
		return "seeker"
	default:
		return "unknown"
	}
}

func (r Reader) known() bool { return r <= ReaderSeeker }

// Audience is the set of readers who may see a finding. The zero value is the
// narrowest, the auditor alone; the auditor is in every audience.
type Audience uint8

// To returns the audience of the given readers, besides the auditor. What is no
// reader is left out.
func To(readers ...Reader) Audience {
	var a Audience
	for _, r := range readers {
		if r.known() {
			a |= 1 << r
		}
	}
	return a & everyReader
}

// Includes reports whether the reader is in the audience. What is no reader is
// in none.
func (a Audience) Includes(r Reader) bool {
	return r == ReaderAuditor || r.known() && a&(1<<r) != 0
}

// Intersect returns the audience of those who are in both.
func (a Audience) Intersect(b Audience) Audience { return a & b & everyReader }

// Readers returns the readers in alphabetical order of their names, the auditor
// first.
func (a Audience) Readers() []Reader {
	var readers []Reader
	for _, r := range [...]Reader{ReaderAuditor, ReaderCoordinator, ReaderSeeker, ReaderSupporter} {
		if a.Includes(r) {
			readers = append(readers, r)
		}
	}
	return readers
}

// String returns the names of the readers in alphabetical order, separated by
// commas.
func (a Audience) String() string { return strings.Join(a.names(), ",") }

func (a Audience) names() []string {
	var names []string
	for _, r := range a.Readers() {
		names = append(names, r.String())
	}
	return names
}

// MarshalJSON returns the list of the names of the readers, sorted.
func (a Audience) MarshalJSON() ([]byte, error) { return json.Marshal(a.names()) }

// UnmarshalJSON reads a list of names in any order; the auditor need not be
// named. An unknown name is [ErrUnknownReader] and leaves the audience as it
// was.
func (a *Audience) UnmarshalJSON(data []byte) error {
	var names []string
	if err := json.Unmarshal(data, &names); err != nil {
		return ErrUnknownReader
	}
	readers := make([]Reader, 0, len(names))
	for _, name := range names {
		r, err := ParseReader(name)
		if err != nil {
			return err
		}
		readers = append(readers, r)
	}
	*a = To(readers...)
	return nil
}
