package principles

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	firstStrongIsolate    = '\u2068'
	popDirectionalIsolate = '\u2069'

	// firstRightToLeft is the start of the first block of a script written
	// from right to left (Unicode 16.0, Hebrew). Everything below is written
	// from left to right.
	firstRightToLeft = 0x0590
)

// printable makes a value fit for one line of a terminal. Characters that are
// not printable by themselves (control, bidirectional and other format
// characters, unusual spaces) are written as escapes. A value that may hold text
// from right to left is isolated, so that it cannot reorder what stands around
// it (UAX #9, section 2.4).
func printable(value string) string {
	plain, mayReorder := true, false
	for _, r := range value {
		plain = plain && unicode.IsPrint(r)
		mayReorder = mayReorder || r >= firstRightToLeft
	}
	if plain && !mayReorder {
		return value
	}
	var b strings.Builder
	if mayReorder {
		b.WriteRune(firstStrongIsolate)
	}
	for i := 0; i < len(value); {
		r, size := utf8.DecodeRuneInString(value[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, value[i])
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\u{%x}`, r)
		}
		i += size
	}
	if mayReorder {
		b.WriteRune(popDirectionalIsolate)
	}
	return b.String()
}
