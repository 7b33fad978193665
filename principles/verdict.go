package principles

import "errors"

// ErrUnknownVerdict reports a name or number that is no [Verdict].
var ErrUnknownVerdict = errors.New("principles: unknown verdict")

// Verdict is what a rule says about a subject. The zero value is
// [Indeterminate], which blocks: whatever was forgotten, skipped or broken
// never reads as permission.
type Verdict uint8

// The verdicts.
const (
	// Indeterminate: the rule could not tell, for lack of data or by a fault.
	Indeterminate Verdict = iota
	// Satisfied: the rule holds.
	Satisfied
	// Violated: the rule does not hold.
	Violated
	// Pending: the rule waits for something that is expected to happen, such
	// as an answer; see [Finding.RetryOn].
	Pending
	// NotApplicable: the rule has nothing to say about this subject, for
	// instance because nobody stated the wish it looks after.
	NotApplicable
)

// Blocks reports whether the verdict stands in the way. Only [Satisfied] and
// [NotApplicable] do not; a value that is no verdict at all does.
func (v Verdict) Blocks() bool {
	return v != Satisfied && v != NotApplicable
}

// String returns the stable name, such as "not_applicable". A value that is no
// verdict is called "unknown".
func (v Verdict) String() string {
	switch v {
	case Indeterminate:
		return "indeterminate"
	case Satisfied:
		return "satisfied"
	case Violated:
		return "violated"
	case Pending:
		return "pending"
	case NotApplicable:
		return "not_applicable"
	default:
		return "unknown"
	}
}

// MarshalText returns the stable name, or [ErrUnknownVerdict].
func (v Verdict) MarshalText() ([]byte, error) {
	if !v.known() {
		return nil, ErrUnknownVerdict
	}
	return []byte(v.String()), nil
}

// UnmarshalText reads a stable name. On any other text it returns
// [ErrUnknownVerdict] and leaves v Indeterminate.
func (v *Verdict) UnmarshalText(text []byte) error {
	for known := Indeterminate; known.known(); known++ {
		if known.String() == string(text) {
			*v = known
			return nil
		}
	}
	*v = Indeterminate
	return ErrUnknownVerdict
}

func (v Verdict) known() bool { return v <= NotApplicable }

// severity orders verdicts for a conjunction: the worst decides.
func (v Verdict) severity() int {
	switch v {
	case NotApplicable:
		return 0
	case Satisfied:
		return 1
	case Pending:
		return 2
	case Violated:
		return 4
	default:
		return 3
	}
}

// promise orders verdicts for a disjunction: the best decides. NotApplicable
// comes last, because an alternative that does not apply is no alternative.
func (v Verdict) promise() int {
	switch v {
	case NotApplicable:
		return 0
	case Violated:
		return 1
	case Pending:
		return 3
	case Satisfied:
		return 4
	default:
		return 2
	}
}

// worse returns the more severe verdict of the two.
func (v Verdict) worse(w Verdict) Verdict {
	if w.severity() > v.severity() {
		return w.normal()
	}
	return v.normal()
}

// better returns the more promising verdict of the two.
func (v Verdict) better(w Verdict) Verdict {
	if w.promise() > v.promise() {
		return w.normal()
	}
	return v.normal()
}

// normal maps a value that is no verdict to Indeterminate.
func (v Verdict) normal() Verdict {
	if !v.known() {
		return Indeterminate
	}
	return v
}
