package report

import (
	"fmt"
	"strings"

	"github.com/peersupport/peersupport/principles"
)

// change says how something differs from the previous report, and whether that
// exceeds the uncertainty; nothing without a previous report.
func (w *words) change(c *principles.Change) string {
	if c == nil {
		return ""
	}
	since := "Since " + c.Since.String()
	if c.Previous.Known() {
		since += " (then " + standing(c.Previous) + ")"
	}
	text := since + ": " + small(w.code(c.Code, nil))
	if d := c.Difference; d != nil {
		text += fmt.Sprintf(" (%s, interval %s to %s)", points(d.Points), number(d.Low), number(d.High))
	}
	return text + "."
}

// rungChange says how a voice moved on a ladder. Higher and lower are directions
// there, not grades.
func (w *words) rungChange(c *principles.RungChange) string {
	if c == nil {
		return ""
	}
	since := "Since " + c.Since.String() + ": "
	if c.Rungs == nil {
		return since + small(w.code(c.Code, nil)) + "."
	}
	moved := "on the same rung"
	switch rungs := *c.Rungs; {
	case rungs > 0:
		moved = count(rungs, "rung", "rungs") + " higher"
	case rungs < 0:
		moved = count(-rungs, "rung", "rungs") + " lower"
	}
	beyond := ""
	switch c.Code {
	case principles.ChangeHigher, principles.ChangeLower:
		beyond = ", more than the uncertainty"
	case principles.ChangeWithin:
		beyond = ", not beyond the uncertainty"
	}
	return since + moved + beyond + "."
}

// finding is a disagreement and where it was found.
type finding struct {
	Says  string
	Where []ref
}

// differ collects what voices see differently, each disagreement once.
func (w *words) differ() (all []finding) {
	found := make(map[string]int)
	for i, p := range w.of.Principles {
		for j, ir := range p.Indicators {
			var says []string
			for _, n := range ir.Notices {
				if finds(n) {
					says = append(says, w.notice(n))
				}
			}
			if len(says) == 0 {
				continue
			}
			text := sentences(says)
			at, ok := found[text]
			if !ok {
				at = len(all)
				found[text] = at
				all = append(all, finding{Says: text})
			}
			all[at].Where = append(all[at].Where, ref{
				Anchor: fmt.Sprintf("%s-%d", anchor("principle", i), j+1),
				Label:  capital(p.Name) + ": " + orElse(ir.Name, spaced(string(ir.ID)))})
		}
	}
	return all
}

func sentences(all []string) string { return strings.Join(all, " ") }
