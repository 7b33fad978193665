package report

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// columns is how wide a text is at most.
const columns = 100

// sheet writes wrapped lines. The first error of the writer is kept until flush.
type sheet struct{ out *bufio.Writer }

func newSheet(w io.Writer) *sheet { return &sheet{bufio.NewWriter(w)} }

func (s *sheet) flush() error { return s.out.Flush() }

// line writes one line as it is. What bufio has to complain about, flush says.
func (s *sheet) line(text string) {
	text = strings.ReplaceAll(text, noBreak, " ")
	_, _ = s.out.WriteString(strings.TrimRight(text, " ") + "\n")
}

func (s *sheet) gap() { s.line("") }

// heading opens a section.
func (s *sheet) heading(text string) {
	s.gap()
	s.para("", "", text)
	s.line(strings.Repeat("-", min(utf8.RuneCountInString(text), columns)))
}

// para writes a text in lines of at most 100 characters. The first line begins
// with one lead, the others with the other.
func (s *sheet) para(first, rest, text string) {
	lead, open := first, 0
	for _, line := range wrap(text, columns-max(utf8.RuneCountInString(first), utf8.RuneCountInString(rest))) {
		var b strings.Builder
		b.WriteString(lead + strings.Repeat(string(isolateOpen), open))
		b.WriteString(line)
		// An isolate ends with its line, and goes on in the next one.
		open += strings.Count(line, string(isolateOpen)) - strings.Count(line, string(isolateClose))
		open = max(open, 0)
		b.WriteString(strings.Repeat(string(isolateClose), open))
		s.line(b.String())
		lead = rest
	}
}

// point writes an entry of a list.
func (s *sheet) point(indent int, text string) {
	lead := strings.Repeat(" ", indent)
	s.para(lead+"- ", lead+"  ", text)
}

// indented writes a text with all its lines indented.
func (s *sheet) indented(indent int, text string) {
	if text != "" {
		lead := strings.Repeat(" ", indent)
		s.para(lead, lead, text)
	}
}

// wrap divides a text into lines of at most width characters. A word that is
// longer is cut.
func wrap(text string, width int) (lines []string) {
	line, length := "", 0
	for word := range strings.SplitSeq(text, " ") {
		if word == "" {
			continue
		}
		runes := []rune(word)
		if length > 0 && length+1+len(runes) > width {
			lines, line, length = append(lines, line), "", 0
		}
		for len(runes) > width {
			lines, runes = append(lines, string(runes[:width])), runes[width:]
		}
		if length > 0 {
			line, length = line+" ", length+1
		}
		line, length = line+string(runes), length+len(runes)
	}
	if length > 0 || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// padded fills a text up to a width, or cuts it.
func padded(text string, width int) string {
	n := utf8.RuneCountInString(text)
	if n <= width {
		return text + strings.Repeat(" ", width-n)
	}
	cut := string([]rune(text)[:width-1]) + "…"
	if strings.ContainsRune(cut, isolateOpen) && !strings.ContainsRune(cut, isolateClose) {
		cut += string(isolateClose)
	}
	return cut
}
