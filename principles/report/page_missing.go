package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/peersupport/peersupport/principles"
)

// missing is an indicator without usable evidence, and what would supply it.
type missing struct {
	Name, Kind, Needs string
	Judged            bool
}

func (w *words) missing() (all []missing) {
	for _, m := range w.of.Missing {
		out := missing{Name: orElse(m.Name, spaced(string(m.Indicator))), Kind: kind(m.Kind), Judged: m.Judged}
		switch m.Kind {
		case principles.Rated:
			out.Needs = "Ask " + orElse(w.voiceList(m.Voices), "those whom it is about") + "."
		case principles.Computed:
			out.Needs = "Count " + spaced(string(m.Measure))
			if m.Supplier != "" {
				out.Needs += " (supplied by " + m.Supplier + ")"
			}
			out.Needs += "."
		default:
			out.Needs = "An office attests it, with a document."
		}
		if m.Framework != w.of.Framework.ID {
			out.Needs += " (Framework " + spaced(string(m.Framework)) + ".)"
		}
		all = append(all, out)
	}
	// What a standing waits for comes first.
	slices.SortStableFunc(all, func(a, b missing) int {
		switch {
		case a.Judged == b.Judged:
			return 0
		case a.Judged:
			return -1
		}
		return 1
	})
	return all
}

func (w *words) unused() (all []string) {
	for _, u := range w.of.Unused {
		switch {
		case u.Measure != "":
			all = append(all, spaced(string(u.Measure))+" (counted)")
		case u.Indicator != "":
			all = append(all, spaced(string(u.Indicator))+w.foreign(u.Framework))
		default:
			all = append(all, "the register's entries about "+spaced(string(u.Framework)))
		}
	}
	return all
}

// agreement says how far raters of one voice agree.
func (w *words) agreement() (all []string) {
	for _, a := range w.of.Agreement {
		text := capital(w.voice(a.Voice)) + ", on the scale " + a.Scale + w.foreign(a.Framework) + ": "
		if a.Value == nil {
			all = append(all, text+coefficient(a.Coefficient)+" cannot be told. "+w.untold(a.Notices))
			continue
		}
		text += coefficient(a.Coefficient) + " is " + decimals(*a.Value)
		if a.Low != nil && a.High != nil {
			text += fmt.Sprintf(" (%s interval %s to %s)", perCent(100*w.of.Level), decimals(*a.Low), decimals(*a.High))
		}
		all = append(all, strings.TrimSpace(text+". "+sentences(w.notices(a.Notices))))
	}
	return all
}

// untold says why a coefficient cannot be told. What would be said of voices that
// are not known is not to the point here.
func (w *words) untold(all []principles.Notice) string {
	for _, n := range all {
		if n.Code != principles.CodeTooFewOrNone {
			return w.notice(n)
		}
	}
	return "Too little was rated by more than one person."
}

// decimals writes a coefficient with the one decimal that it has.
func decimals(f float64) string {
	text := strconv.FormatFloat(f, 'f', 1, 64)
	if text == "-0.0" {
		return "0.0"
	}
	return strings.Replace(text, "-", "−", 1)
}
