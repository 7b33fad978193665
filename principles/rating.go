package principles

import (
	"errors"
	"fmt"
	"log/slog"
)

// Rating is what one person said about one indicator.
type Rating struct {
	// Framework is where the indicator is defined. Empty: in the audited
	// framework, or else in the only other one of which the audit asks it.
	Framework FrameworkID
	Indicator IndicatorID
	Voice     Voice
	Rater     Rater
	Score     int // on the scale of the indicator

	// Subject is what was rated: a team, a pair, a decision; at most 128
	// characters. Empty: the programme, or what the rater met with in it. How
	// far raters of one subject agree is told.
	Subject string

	On Day // needed: what is too old does not count

	// OnRecord says that the rater puts their name to it. It counts only for
	// voices in office ([Asked.InOffice]); what all raters of such a voice put
	// on record may be shown however few they are.
	OnRecord bool
}

// ref is the indicator as it was named.
func (r Rating) ref() Ref { return Ref{Framework: r.Framework, Indicator: r.Indicator} }

// Rater tells raters apart. Who it is stays inside: no print, log, encoding or
// test diff shows it. The zero value is nobody. Raters are not comparable with
// ==; [Audit] tells them apart by key.
type Rater struct{ key func() string }

// NewRater returns the rater with a key. Any text that tells people apart will
// do; one that says nothing is best.
func NewRater(key string) Rater { return Rater{func() string { return key }} }

// reveal returns the key, empty for nobody.
func (r Rater) reveal() string {
	if r.key == nil {
		return ""
	}
	return r.key()
}

const hiddenRater = "[rater]"

// ErrRater is returned where a [Rater] would have to be encoded or decoded.
var ErrRater = errors.New("principles: a rater is never encoded")

// String hides the rater.
func (Rater) String() string { return hiddenRater }

// GoString hides the rater.
func (Rater) GoString() string { return hiddenRater }

// Format hides the rater from every verb.
func (Rater) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(hiddenRater)) }

// LogValue hides the rater.
func (Rater) LogValue() slog.Value { return slog.StringValue(hiddenRater) }

// MarshalText hides the rater.
func (Rater) MarshalText() ([]byte, error) { return []byte(hiddenRater), nil }

// UnmarshalText returns [ErrRater].
func (*Rater) UnmarshalText([]byte) error { return ErrRater }
