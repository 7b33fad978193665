package principles

import "errors"

// ErrUnknownConfidence reports a name or number that is no [Confidence].
var ErrUnknownConfidence = errors.New("principles: unknown confidence")

// Confidence says how well a statement is founded. The zero value is
// [Unverified], and no catalogue accepts it.
type Confidence uint8

// The degrees of confidence, lowest first.
const (
	// Unverified: believed, but not checked against any source.
	Unverified Confidence = iota
	// OwnReading: this project's conclusion or arrangement, found in no source.
	OwnReading
	// Secondary: read in a summary or copy of the source.
	Secondary
	// Read: read in the cited publication, often in part.
	Read
	// Stated: stated in a document that this library is founded on.
	Stated
)

// String returns the stable name, such as "own_reading", or "unknown".
func (c Confidence) String() string {
	switch c {
	case Unverified:
		return "unverified"
	case OwnReading:
		return "own_reading"
	case Secondary:
		return "secondary"
	case Read:
		return "read"
	case Stated:
		return "stated"
	default:
		return "unknown"
	}
}

// MarshalText returns the stable name, or [ErrUnknownConfidence].
func (c Confidence) MarshalText() ([]byte, error) {
	if c > Stated {
		return nil, ErrUnknownConfidence
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads a stable name. On any other text it returns
// [ErrUnknownConfidence] and leaves c Unverified.
func (c *Confidence) UnmarshalText(text []byte) error {
	for known := Unverified; known <= Stated; known++ {
		if known.String() == string(text) {
			*c = known
			return nil
		}
	}
	*c = Unverified
	return ErrUnknownConfidence
}
