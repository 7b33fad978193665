package tabular

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// skeleton returns what a heading looks like, as far as it can pass for an
// ASCII name: compatibility forms resolved, marks and invisible characters
// left out, letters of other scripts replaced by the Latin letters that they
// are drawn like, case and outer space folded.
func skeleton(heading string) string {
	seen := strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.M, unicode.C, unicode.Zl, unicode.Zp) || filler(r) {
			return -1
		}
		return latin(r)
	}, norm.NFKD.String(heading))
	return strings.ToLower(strings.TrimSpace(seen))
}

// filler reports letters that are drawn as nothing.
func filler(r rune) bool {
	return r == '\u115F' || r == '\u1160' || r == '\u3164' || r == '\u2800'
}

// latin returns the ASCII letter or sign that r is drawn like. The pairs are
// this project's own selection of what Unicode Technical Standard 39 calls
// confusables: letters of Cyrillic, Greek, Armenian, Cherokee and extended
// Latin that pass for a-z, and dashes and low lines. It is not that standard's
// whole table.
func latin(r rune) rune {
	const pairs = "aɑαаΑАᎪ bЬВΒᏴ cсСϲϹᏟ dԁᎠ eеЕΕᎬҽ gɡցᏀ hһНΗᎻհ iıіІιΙӏӀᎥ jјЈϳᎫյ kκКкΚᏦ lᏞ mМмΜᎷ nΝոռ " +
		"oоОοΟօՕ pрРρΡᏢ qԛզ rгᎡ sѕЅꜱᏚ tТтτΤᎢ uυսՍ vνѵᏙ wԝᎳѡ xхХχΧ yуУγΥү zΖᏃᴢ -‐‑‒–—−﹘ _﹍﹎﹏"
	at := strings.IndexRune(pairs, r)
	if r < unicode.MaxASCII || at < 0 {
		return r
	}
	word := strings.LastIndexByte(pairs[:at], ' ') + 1
	return rune(pairs[word])
}
