package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/peersupport/peersupport/principles"
)

// page is everything that there is to say about a report, in words and in
// order. Text, page and picture are drawn from it, so that they say the same.
type page struct {
	Title, Version, Summary, Programme, At string

	One, Many string // what the items of the framework are called

	First  []string // what to know before anything else
	Whole  *whole
	Counts []standingCount
	Voices []voiceLine

	Principles []principle
	Differ     []finding
	Contests   []contest
	Ladder     *ladder

	Tensions  []tension
	Actions   []action
	Missing   []missing
	Unused    []string
	Agreement []string
	Method    []string
	Sources   []source

	words *words
}

// whole is the standing of the framework as a whole.
type whole struct {
	Stands mark
	Known  string // what is known of it, empty if it is the same
}

type standingCount struct {
	Stands mark
	Count  int
}

type voiceLine struct {
	Name   string
	Needed bool
	Side   string
	Heard  bool
}

// Said returns whether the voice was heard, in words.
func (v voiceLine) Said() string {
	if v.Heard {
		return "heard"
	}
	return "not heard"
}

// newPage puts a report into words.
func newPage(r principles.Report) (*page, error) {
	r = cleaned(r)
	w, err := newWords(r)
	if err != nil {
		return nil, err
	}
	p := &page{
		words: w,
		Title: r.Framework.Title, Version: version(r.Framework), Summary: r.Framework.Summary,
		Programme: r.Programme, At: r.At.String(), First: w.notices(r.Notices), Method: method(r),
	}
	p.One, p.Many = items(r.Framework.Form)
	if o := r.Overall; o != nil {
		p.Whole = &whole{Stands: markOf(o.Standing)}
		if o.Known != o.Standing {
			p.Whole.Known = standing(o.Known)
		}
	}
	for _, c := range r.Counts {
		p.Counts = append(p.Counts, standingCount{markOf(c.Standing), c.Count})
	}
	for _, v := range r.Voices {
		p.Voices = append(p.Voices, voiceLine{w.voice(v.Voice), v.Needed, side(v.Side), v.Heard})
	}
	for i, pr := range r.Principles {
		p.Principles = append(p.Principles, w.principle(i, pr))
	}
	p.Differ = w.differ()
	p.Contests = w.contests()
	p.Ladder = w.ladder()
	p.First = append(p.alarms(), p.First...)
	p.Tensions, p.Actions = w.tensions(), w.actions()
	p.Missing, p.Unused = w.missing(), w.unused()
	p.Agreement = w.agreement()
	p.Sources = w.sources
	return p, nil
}

// anchor names a place in the page by its number: ids of a report could hold
// anything.
func anchor(of string, i int) string { return of + "-" + strconv.Itoa(i+1) }

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// sentence closes a text that others wrote with a full stop, if it has no end.
func sentence(s string) string {
	trimmed := strings.TrimSpace(s)
	if trimmed == "" || strings.HasSuffix(trimmed, "…") || strings.ContainsAny(trimmed[len(trimmed)-1:], ".!?") {
		return trimmed
	}
	return trimmed + "."
}

// points writes a difference of per cent with its sign.
func points(f float64) string {
	text := number(f)
	if math.Round(10*f) > 0 {
		text = "+" + text
	}
	if text == "+1" || text == "−1" {
		return text + " point"
	}
	return text + " points"
}

// alarms says where somebody reports coercion.
func (p *page) alarms() (all []string) {
	if p.Ladder == nil {
		return nil
	}
	for _, subject := range p.Ladder.Subjects {
		for _, stage := range subject.Stages {
			for _, alarm := range stage.Alarms {
				all = append(all, subject.Name+", "+stage.Name+": "+small(alarm))
			}
		}
	}
	return all
}

// Needed reports whether the framework needs any voice.
func (p *page) Needed() bool {
	return slices.ContainsFunc(p.Voices, func(v voiceLine) bool { return v.Needed })
}

// version names the version of a framework and its content: a changed copy may
// keep the version.
func version(f principles.FrameworkInfo) string {
	if f.Version == "" || f.Digest == "" {
		return f.Version
	}
	return f.Version + ", content " + f.Digest
}
