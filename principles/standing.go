package principles

import "errors"

// ErrUnknownStanding reports a name or number that is no [Standing].
var ErrUnknownStanding = errors.New("principles: unknown standing")

// Standing says how an indicator, a principle or a framework stands. The zero
// value is NotKnown, which lies outside the order of the others: it is neither
// better nor worse than any of them.
type Standing uint8

// The standings; NotUpheld to Upheld from worst to best.
const (
	NotKnown Standing = iota
	NotUpheld
	AtRisk
	Partly
	Upheld
)

// Standings returns all of them, best first, NotKnown last.
func Standings() []Standing { return []Standing{Upheld, Partly, AtRisk, NotUpheld, NotKnown} }

// String returns the stable name, such as "not_upheld", or "unknown".
func (s Standing) String() string {
	switch s {
	case NotKnown:
		return "not_known"
	case NotUpheld:
		return "not_upheld"
	case AtRisk:
		return "at_risk"
	case Partly:
		return "partly"
	case Upheld:
		return "upheld"
	}
	return "unknown"
}

// Known reports whether s is one of the ordered standings.
func (s Standing) Known() bool { return s >= NotUpheld && s <= Upheld }

// MarshalText returns the stable name, or [ErrUnknownStanding].
func (s Standing) MarshalText() ([]byte, error) {
	if s > Upheld {
		return nil, ErrUnknownStanding
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads a stable name. On any other text it returns
// [ErrUnknownStanding] and leaves s NotKnown.
func (s *Standing) UnmarshalText(text []byte) error {
	for known := NotKnown; known <= Upheld; known++ {
		if known.String() == string(text) {
			*s = known
			return nil
		}
	}
	*s = NotKnown
	return ErrUnknownStanding
}

// StandingOf returns the standing of something that stands on all of these parts,
// and the worst of what is known of them.
//
// A part that is not known makes the whole not known, with one exception: the
// whole is not upheld where any part is, because nothing that could become known
// would change that. So no evidence can be left out to look better. Without any
// part the whole is not known.
func StandingOf(parts ...Standing) (whole, known Standing) {
	missing := len(parts) == 0
	for _, p := range parts {
		switch {
		case !p.Known():
			missing = true
		case known == NotKnown || p < known:
			known = p
		}
	}
	if missing && known != NotUpheld {
		return NotKnown, known
	}
	return known, known
}
