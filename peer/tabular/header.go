package tabular

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/peersupport/peersupport/peer"
)

// header is how the first record was understood.
type header struct {
	options  Options
	layout   Layout
	record   []string // the headings as they stand
	folded   []string
	at       []int // by column: its position in a record, or -1
	owner    []int // by position: the column that is read from it, or -1
	unknown  []int // positions of headings that are not known
	alike    map[int]bool
	faults   peer.Faults
	complete bool // every required column was found, and nothing is doubtful
}

func newHeader(record []string, o Options) *header {
	h := &header{options: o, record: slices.Clone(record), alike: map[int]bool{}}
	for _, heading := range record {
		h.folded = append(h.folded, fold(heading))
	}
	h.layout = h.bestLayout()
	h.place()
	h.missing()
	h.mappings()
	h.complete = len(h.faults) == 0
	if o.Strict {
		for _, i := range h.unknown {
			h.fault(i, FaultColumnUnknown, h.heading(i))
		}
	}
	return h
}

// bestLayout returns the layout with the most of its required columns in the
// file, and of several the first.
func (h *header) bestLayout() Layout {
	var best Layout
	most := -1
	for _, l := range h.options.layouts() {
		n := 0
		for _, c := range h.options.Columns {
			if c.Required && slices.ContainsFunc(h.options.headings(l, c), h.has) {
				n++
			}
		}
		if n > most {
			best, most = l, n
		}
	}
	return best
}

func (h *header) has(folded string) bool { return slices.Contains(h.folded, folded) }

// place finds the position of every column, and says what each heading is that
// belongs to none.
func (h *header) place() {
	columns := map[string][]int{} // by folded heading; a mapping may use one heading twice
	looks := map[string]int{}
	for c, column := range h.options.Columns {
		for _, heading := range h.options.headings(h.layout, column) {
			columns[heading] = append(columns[heading], c)
			looks[skeleton(heading)] = c
		}
	}
	h.at = slices.Repeat([]int{-1}, len(h.options.Columns))
	h.owner = slices.Repeat([]int{-1}, len(h.record))
	for i, heading := range h.folded {
		switch owners := columns[heading]; {
		case !utf8.ValidString(h.record[i]):
			h.fault(i, FaultUTF8, "")
		case strings.ContainsFunc(heading, unicode.IsControl):
			h.fault(i, peer.FaultText, "")
		case heading != "" && slices.Contains(h.folded[:i], heading):
			h.fault(i, FaultHeaderTwice, h.name(owners))
		case len(owners) > 0:
			h.own(i, owners)
		default:
			h.stranger(i, looks)
		}
	}
}

func (h *header) own(i int, owners []int) {
	for _, c := range owners {
		if h.at[c] >= 0 {
			h.fault(i, FaultHeaderTwice, h.options.Columns[c].Name)
			return
		}
		h.at[c], h.owner[i] = i, c
	}
}

// stranger looks at a heading that is not known.
func (h *header) stranger(i int, looks map[string]int) {
	if c, ok := looks[skeleton(h.record[i])]; ok && !printable(h.record[i]) {
		h.alike[c] = true
		h.fault(i, FaultHeaderAlike, h.options.Columns[c].Name)
		return
	}
	h.unknown = append(h.unknown, i)
}

// missing reports required and mapped columns that have no position. A heading
// that looks like the column has been reported already.
func (h *header) missing() {
	if len(h.record) == 1 && len(h.options.Columns) > 1 {
		h.fault(0, FaultDelimiter, "")
		return
	}
	for c, column := range h.options.Columns {
		heads := h.options.headings(h.layout, column)
		_, mapped := h.options.Mapping[column.Name]
		if h.at[c] >= 0 || h.alike[c] || (!column.Required && !mapped) {
			continue
		}
		code := FaultColumnMissing
		switch {
		case mapped:
			code = FaultMappedMissing
		case len(heads) == 0:
			code = FaultMappingNeeded
			heads = []string{column.Name}
		}
		at := nearest(heads[0], h.folded, func(i int) bool { return slices.Contains(h.unknown, i) })
		h.fault(max(at, 0), code, column.Name)
	}
}

// mappings reports mappings of columns that do not exist.
func (h *header) mappings() {
	for _, name := range slices.Sorted(maps.Keys(h.options.Mapping)) {
		known := slices.ContainsFunc(h.options.Columns, func(c Column) bool { return c.Name == name })
		if !known {
			h.fault(0, FaultMapping, shown(name))
		}
	}
}

func (h *header) name(columns []int) string {
	if len(columns) == 0 {
		return ""
	}
	return h.options.Columns[columns[0]].Name
}

func (h *header) fault(position int, code peer.FaultCode, field string) {
	h.faults = append(h.faults, peer.Fault{Code: code, Column: position + 1, Field: field, Words: words(code)})
}

// dropped lists the headings that are not read.
func (h *header) dropped() []Heading {
	var list []Heading
	for _, i := range h.unknown {
		list = append(list, Heading{Column: i + 1, Text: h.heading(i)})
	}
	return list
}

// heading returns the text of a heading if it may be shown: only when the
// record is a header beyond doubt, as it might be somebody's data.
func (h *header) heading(i int) string {
	if !h.complete {
		return ""
	}
	return shown(strings.TrimSpace(h.record[i]))
}

// repeated reports whether a record, of as many fields, is the header once
// more.
func (h *header) repeated(record []string) bool {
	for i, field := range record {
		if !strings.EqualFold(strings.Trim(field, " "), h.folded[i]) {
			return false
		}
	}
	return true
}
