package report

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/peersupport/peersupport/principles"
)

// Marks that keep text from right to left from reordering what stands around it
// (UAX #9, section 2.4). They work in terminals, pages and pictures alike.
const (
	isolateOpen  = '\u2068'
	isolateClose = '\u2069'
)

// Joiners shape letters in some scripts and make up some emoji; they are format
// characters, and harmless.
const (
	joiner    = '\u200d'
	nonJoiner = '\u200c'
)

// cleaned returns a copy of the report in which every text is fit for one line.
// It walks over all fields, so that none can be forgotten; days and parameters
// keep theirs to themselves, and the renderer cleans the latter.
func cleaned(r principles.Report) principles.Report {
	cleanValue(reflect.ValueOf(&r).Elem())
	return r
}

func cleanValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(clean(v.String()))
	case reflect.Pointer:
		if !v.IsNil() {
			fresh := reflect.New(v.Type().Elem())
			fresh.Elem().Set(v.Elem())
			cleanValue(fresh.Elem())
			v.Set(fresh)
		}
	case reflect.Slice:
		if !v.IsNil() {
			fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(fresh, v)
			for i := range fresh.Len() {
				cleanValue(fresh.Index(i))
			}
			v.Set(fresh)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				cleanValue(v.Field(i))
			}
		}
	}
}

// clean makes a text fit for one line of a terminal, a page and XML. Spaces of
// any kind become plain ones; control, direction and other format characters
// become visible escapes; text from right to left is isolated.
func clean(s string) string {
	var b strings.Builder
	rightToLeft := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsPrint(r), r == joiner, r == nonJoiner:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\u{%x}`, r)
		}
		rightToLeft = rightToLeft || fromRight(r)
		i += size
	}
	if rightToLeft {
		return string(isolateOpen) + b.String() + string(isolateClose)
	}
	return b.String()
}

// fromRight reports whether a character lies in a block of scripts that are
// written from right to left (Unicode 16.0, DerivedBidiClass).
func fromRight(r rune) bool {
	return 0x0590 <= r && r <= 0x08ff || 0xfb1d <= r && r <= 0xfdff || 0xfe70 <= r && r <= 0xfeff ||
		0x10800 <= r && r <= 0x10fff || 0x1e800 <= r && r <= 0x1efff
}

// plain takes the isolation off again.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == isolateOpen || r == isolateClose {
			return -1
		}
		return r
	}, s)
}
