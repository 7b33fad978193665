package peer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// MaxExternalID is the largest number of characters in an [ExternalID].
const MaxExternalID = 128

// ExternalID is the key under which another system, usually the HR system,
// knows a person, or under which a file knows a request. It is opaque text:
// never a number ("007" and "7" are two people), a path or a template.
//
// [ExternalID.Valid] says which texts are accepted. The zero value names
// nobody.
type ExternalID string

// Valid reports whether id is 1 to [MaxExternalID] characters of UTF-8 without
// control, invisible or line-breaking characters (general categories Cc, Cf, Zl
// and Zp, variation selectors and other default-ignorable code points), without comma, double quote
// and vertical bar (they separate fields and lists in files), and without
// space at either end.
func (id ExternalID) Valid() bool {
	s := string(id)
	if plain(s) {
		return true
	}
	if s == "" || !utf8.ValidString(s) || utf8.RuneCountInString(s) > MaxExternalID {
		return false
	}
	if strings.TrimSpace(s) != s {
		return false
	}
	for _, r := range s {
		if r == ',' || r == '"' || r == '|' || unicode.IsControl(r) || invisible(r) {
			return false
		}
	}
	return true
}

func invisible(r rune) bool {
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp,
		unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// Fold returns the form in which two ids count as equal when the source is not
// declared case-sensitive: compatibility-normalised and case-folded. Two ids
// of one file that fold alike are a fault, never two people and never one.
//
// The form is that of a compatibility caseless match (The Unicode Standard,
// section 3.13, D146): it folds twice, because folding can undo a
// normalisation and a normalisation can bring back a capital.
func (id ExternalID) Fold() string {
	s := string(id)
	if isASCII(s) {
		return strings.ToLower(s)
	}
	fold := cases.Fold()
	once := norm.NFKD.String(fold.String(norm.NFD.String(wellFormed(s))))
	return norm.NFKD.String(fold.String(once))
}

// Normal returns the form in which two ids count as equal even when the source
// is case-sensitive: compatibility-normalised only.
func (id ExternalID) Normal() string {
	if isASCII(string(id)) {
		return string(id)
	}
	return norm.NFKC.String(wellFormed(string(id)))
}

// wellFormed replaces bytes that are no UTF-8: no normal form is defined for
// them, and none of our callers accepts such an id.
func wellFormed(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// plain reports whether s is one to [MaxExternalID] ASCII letters, digits,
// dots, dashes and underscores, as nearly every id of an HR system is.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c|0x20 < 'a' || c|0x20 > 'z' {
			if (c < '0' || c > '9') && c != '.' && c != '-' && c != '_' {
				return false
			}
		}
	}
	return s != "" && len(s) <= MaxExternalID
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
