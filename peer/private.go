package peer

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
)

// ErrRedacted is returned when a redacted value is read back as if it were the
// value itself.
var ErrRedacted = errors.New("peer: a private value cannot be read from its redacted form")

// redacted is all that any printer, encoder or log handler ever gets to see.
const redacted = "[private]"

// Private holds a value about a person that must not appear anywhere by
// accident. The value sits in a closure, out of reach of fmt verbs, encoders,
// log handlers, reflection and test diffs; [Private.Reveal] is the one way in,
// easy to search for in a review.
//
// The zero value holds the zero T. A Private is immutable as far as T is: a
// slice or map that was put in is shared, not copied. Privates cannot be
// compared, not even to themselves; compare what they reveal.
type Private[T any] struct {
	get func() T
}

// NewPrivate returns a Private that holds value.
func NewPrivate[T any](value T) Private[T] {
	return Private[T]{get: func() T { return value }}
}

// Reveal returns the value. Every caller answers for where it goes next.
func (p Private[T]) Reveal() T {
	if p.get == nil {
		var zero T
		return zero
	}
	return p.get()
}

// IsZero reports whether nothing was ever put in.
func (p Private[T]) IsZero() bool { return p.get == nil }

// Format implements fmt.Formatter for every verb.
func (p Private[T]) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// String implements fmt.Stringer.
func (p Private[T]) String() string { return redacted }

// GoString implements fmt.GoStringer.
func (p Private[T]) GoString() string { return redacted }

// LogValue implements slog.LogValuer.
func (p Private[T]) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText implements encoding.TextMarshaler, and by it JSON and XML.
func (p Private[T]) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// UnmarshalText implements encoding.TextUnmarshaler and always fails with
// [ErrRedacted]: a redacted value must not silently become the value.
func (p *Private[T]) UnmarshalText([]byte) error { return ErrRedacted }
