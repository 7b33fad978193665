package tabular

import "strings"

// fold returns the form in which headings are compared: without outer space
// and with ASCII letters in lower case. Letters of other scripts stay: some of
// them have an ASCII letter as their lower case.
func fold(heading string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, strings.Trim(heading, " "))
}

// headings returns the folded headings that a column may have.
func (o Options) headings(l Layout, c Column) []string {
	heads := []string{c.Name}
	if named, ok := l[c.Name]; ok {
		heads = named
	}
	if mapped, ok := o.Mapping[c.Name]; ok {
		heads = []string{mapped}
	}
	folded := make([]string, len(heads))
	for i, h := range heads {
		folded[i] = fold(h)
	}
	return folded
}

// layouts returns the alternatives, of which there is always one.
func (o Options) layouts() []Layout {
	if len(o.Layouts) == 0 {
		return []Layout{nil}
	}
	return o.Layouts
}

// known returns every heading of every layout.
func (o Options) known() map[string]bool {
	known := map[string]bool{}
	for _, l := range o.layouts() {
		for _, c := range o.Columns {
			for _, h := range o.headings(l, c) {
				known[h] = true
			}
		}
	}
	return known
}

// shown returns text that is printable ASCII, and nothing for other text.
func shown(text string) string {
	if !printable(text) {
		return ""
	}
	return text
}

// printable reports whether text is ASCII without control characters.
func printable(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' })
}
