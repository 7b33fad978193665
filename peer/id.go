package peer

import (
	"fmt"
	"io"

	"github.com/oklog/ulid/v2"
)

// ID names a person, a request or a relationship inside a store. It has the
// text form of a ULID, 26 characters of Crockford base 32, but all of its 128
// bits are random: it carries no time stamp and no order, because the moment
// at which somebody asked for help is nobody's business and an id must not
// tell it. The zero ID names nothing.
//
// ID is comparable and safe for concurrent use. Runs on files mint no ids:
// there people carry the [ExternalID] of the system that they came from.
type ID struct {
	bits ulid.ULID
}

// NewID draws an ID from random, which outside tests and synthetic data is
// crypto/rand.Reader. It fails only when random does.
func NewID(random io.Reader) (ID, error) {
	var id ID
	if _, err := io.ReadFull(random, id.bits[:]); err != nil {
		return ID{}, fmt.Errorf("peer: new id: %w", err)
	}
	return id, nil
}

// ParseID reads the text form of an ID. The error is a [Fault] with the code
// [FaultID]; it does not repeat the text.
func ParseID(text string) (ID, error) {
	bits, err := ulid.ParseStrict(text)
	if err != nil {
		return ID{}, Fault{Code: FaultID, Field: "id"}
	}
	return ID{bits: bits}, nil
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// String returns the text form, 26 characters.
func (id ID) String() string { return id.bits.String() }

// MarshalText implements encoding.TextMarshaler.
func (id ID) MarshalText() ([]byte, error) { return id.bits.MarshalText() }

// UnmarshalText implements encoding.TextUnmarshaler as [ParseID] does.
func (id *ID) UnmarshalText(text []byte) error {
	parsed, err := ParseID(string(text))
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}
