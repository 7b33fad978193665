package report

import (
	"fmt"
	"strconv"

	"github.com/peersupport/peersupport/principles"
)

// indicator is what there is to say about one indicator.
type indicator struct {
	Anchor, Name, Asks, Kind string

	Stands  mark
	Judged  bool
	From    string // the framework it comes from, if another one
	Rule    string // how the standing is drawn
	Rows    []row
	Notes   []string
	Finds   []string // disagreements
	Sources []ref
	Footing string
}

// row is one piece of evidence.
type row struct {
	By      string // whose voice, where a computed figure comes from, who attests
	Says    string
	Sure    string
	Period  string
	Stands  mark
	Decides bool // the standing of the principle depends on it
	Change  string
}

func (w *words) indicator(at string, r principles.IndicatorReport) indicator {
	i := indicator{
		Anchor: at, Name: capital(orElse(r.Name, spaced(string(r.ID)))), Asks: sentence(r.Asks), Kind: kind(r.Kind),
		Stands: markOf(r.Standing), Judged: r.Judged, Rule: rule(r),
		Sources: w.refs(r.Sources),
	}
	if r.Confidence != principles.OwnReading {
		i.Footing = footing(r.Confidence)
	}
	if r.Framework != w.of.Framework.ID {
		i.From = spaced(string(r.Framework))
	}
	i.Rows = w.figures(r)
	if a := r.Attestation; a != nil {
		i.Rows = append(i.Rows, attestation(r, *a))
	}
	for _, n := range r.Notices {
		switch {
		case n.Code == principles.CodeVoicesDisagree:
			i.Finds = append(i.Finds, w.notice(n))
		case !finds(n):
			i.Notes = append(i.Notes, w.notice(n))
		}
	}
	return i
}

// silent reports whether there is nothing to say: the indicator informs only, and
// there is no evidence. It is listed among what is missing.
func (i indicator) silent(r principles.IndicatorReport) bool {
	if r.Judged || r.Standing.Known() || r.Attestation != nil || len(i.Finds) > 0 {
		return false
	}
	for _, f := range r.Figures {
		if f.Standing.Known() || f.Change != nil && f.Change.Code == principles.ChangeLost {
			return false
		}
	}
	return true
}

// finds reports whether a notice tells of voices that see something
// differently.
func finds(n principles.Notice) bool {
	return n.Code == principles.CodeVoicesDisagree || n.Code == principles.CodeSelfRatingHigher
}

// figures words the evidence of every voice. Those of whom nothing is known share
// one row.
func (w *words) figures(r principles.IndicatorReport) (rows []row) {
	unknown := make(map[bool][]principles.Voice)
	for _, f := range r.Figures {
		lost := f.Change != nil && f.Change.Code == principles.ChangeLost
		if f.Voice != "" && !f.Standing.Known() && !lost {
			unknown[f.Judged] = append(unknown[f.Judged], f.Voice)
			continue
		}
		rows = append(rows, w.figure(r, f))
	}
	for _, judged := range []bool{true, false} {
		if len(unknown[judged]) > 0 {
			rows = append(rows, row{
				By: w.voiceList(unknown[judged]), Stands: markOf(principles.NotKnown), Decides: judged,
				Says: w.notice(principles.Notice{Code: principles.CodeTooFewOrNone})})
		}
	}
	return rows
}

// figure words the share of one voice, or a computed one.
func (w *words) figure(r principles.IndicatorReport, f principles.Figure) row {
	out := row{Stands: markOf(f.Standing), Decides: f.Judged, Change: w.change(f.Change)}
	if c := f.Change; c != nil && c.Code == principles.ChangeCannotTell && c.Previous == f.Standing {
		out.Change = "Also " + standing(f.Standing) + " on " + c.Since.String() + "."
	}
	out.By = w.voice(f.Voice)
	if f.Voice == "" {
		out.By = "counted"
		if f.Source != "" {
			out.By += " (" + f.Source + ")"
		}
	}
	switch {
	case f.From.IsZero() && f.Until.IsZero():
	case f.From.IsZero():
		out.Period = "up to " + f.Until.String()
	case f.From == f.Until:
		out.Period = "as of " + f.Until.String()
	default:
		out.Period = f.From.String() + " to " + f.Until.String()
	}
	if f.Share == nil {
		out.Says = sentences(w.notices(f.Notices))
		if f.Standing.Known() {
			out.Sure = capital(firm(f.Firm)) + "."
		}
		return out
	}
	out.Says, out.Sure = share(r.Kind, *f.Share), w.sure(f)
	for _, n := range f.Notices {
		out.Says += " " + w.notice(n)
	}
	return out
}

func share(k principles.Kind, s principles.Share) string {
	verb := ""
	if k == principles.Rated {
		verb = " rate it as kept"
	}
	text := fmt.Sprintf("%d of %d%s (%s)", s.Count, s.Of, verb, perCent(s.Percent))
	if s.Median > 0 {
		text += "; the middle rating is " + strconv.Itoa(s.Median)
	}
	return text + "."
}

// sure says how sure a figure is that may be shown.
func (w *words) sure(f principles.Figure) string {
	if f.Share.Complete {
		return "Everything was counted."
	}
	return fmt.Sprintf("%s interval %s to %s: %s.", perCent(100*w.of.Level), number(f.Share.Low), perCent(f.Share.High), firm(f.Firm))
}

// firm says whether chance alone could have given another standing.
func firm(is bool) string {
	if is {
		return "firm"
	}
	return "could be otherwise by chance"
}

func attestation(r principles.IndicatorReport, a principles.Attestation) row {
	holds := "it holds"
	switch a.Holds {
	case principles.HoldsPartly:
		holds = "it holds in part"
	case principles.HoldsNo:
		holds = "it does not hold"
	}
	document := a.Document
	if a.Source != "" {
		document += " (" + a.Source + ")"
	}
	out := row{
		By: a.Owner, Says: fmt.Sprintf("Attested on %s: %s. Document: %s.", a.On, holds, document),
		Stands: markOf(r.Standing), Decides: r.Judged,
	}
	if !a.Stale {
		out.Sure = "To be renewed by " + a.Expires.String() + "."
	}
	return out
}

// rule says from which share on an indicator is upheld.
func rule(r principles.IndicatorReport) string {
	c := r.Criterion
	switch {
	case c == nil:
		return ""
	case c.Kept == c.Floor && c.Kept == 100:
		return "Upheld where every single one is" + figuresBy(c.Confidence) + "."
	case c.Kept == c.Floor:
		return fmt.Sprintf("Upheld from %s on%s.", perCent(float64(c.Kept)), figuresBy(c.Confidence))
	}
	return fmt.Sprintf("Upheld from %s on, not upheld below %s%s.", perCent(float64(c.Kept)), perCent(float64(c.Floor)), figuresBy(c.Confidence))
}
