package tabular

import (
	"bufio"
	"bytes"
	"encoding/csv"
)

func delimiters() []rune { return []rune{',', ';', '\t'} }

// detect returns the delimiter under which the header has the most known
// headings, then the most headings at all; a comma when nothing tells.
func detect(r *bufio.Reader, known map[string]bool) rune {
	start, _ := r.Peek(r.Size())
	best, bestKnown, bestFields := ',', 0, 1
	for _, d := range delimiters() {
		heads := csv.NewReader(bytes.NewReader(start))
		heads.Comma, heads.LazyQuotes = d, true
		record, err := heads.Read()
		if err != nil {
			continue
		}
		n := 0
		for _, h := range record {
			if known[fold(h)] {
				n++
			}
		}
		if n > bestKnown || (n == bestKnown && len(record) > bestFields) {
			best, bestKnown, bestFields = d, n, len(record)
		}
	}
	return best
}
