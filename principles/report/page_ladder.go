package report

import (
	"strconv"

	"github.com/peersupport/peersupport/principles"
)

// ladder is what there is to say about a ladder.
type ladder struct {
	Headline string
	Nothing  string // said where no account can be shown
	Rungs    []rung // highest first, as on a ladder
	Voices   []ladderVoice
	Subjects []subject
}

type rung struct {
	Number        int
	Name, Meaning string
	Never         bool
	Sources       []ref
	Footing       string
}

// ladderVoice is a voice that says something about a rung.
type ladderVoice struct {
	Name, Side string
	id         principles.Voice
}

// subject is a decision or initiative with its stages.
type subject struct {
	Name   string
	Stages []stage
}

type stage struct {
	Name     string
	Accounts []rungAccount // one for each voice of the ladder
	Gap      string
	Short    string   // the gap in few words, for a table
	Alarms   []string // somebody reports coercion
	Notes    []string
}

// rungAccount is on which rung a voice sees something.
type rungAccount struct {
	Voice, Rung, Interval, Change string
	Heard                         bool

	median, low, high int
}

func (w *words) ladder() *ladder {
	from := w.of.Ladder
	if from == nil {
		return nil
	}
	l := &ladder{Voices: w.ladderVoices()}
	if len(from.Rows) == 0 {
		l.Nothing = "No account can be shown: nobody rated a decision, or too few people did; a report never says which."
	}
	if from.Headline != nil {
		l.Headline = w.notice(*from.Headline)
	}
	for i := len(from.Rungs) - 1; i >= 0; i-- {
		r := from.Rungs[i]
		l.Rungs = append(l.Rungs, rung{
			Number: r.Number, Name: r.Name, Meaning: sentence(r.Meaning), Never: r.NeverAcceptable,
			Sources: w.refs(r.Sources), Footing: footing(r.Confidence)})
	}
	for _, r := range from.Rows {
		name := orElse(r.Subject, "The programme as a whole")
		if n := len(l.Subjects); n == 0 || l.Subjects[n-1].Name != name {
			l.Subjects = append(l.Subjects, subject{Name: name})
		}
		last := &l.Subjects[len(l.Subjects)-1]
		last.Stages = append(last.Stages, w.ladderStage(r, l.Voices))
	}
	return l
}

// ladderVoices returns those whose account is shown somewhere, in the order of
// the report.
func (w *words) ladderVoices() (all []ladderVoice) {
	seen := make(map[principles.Voice]bool)
	for _, row := range w.of.Ladder.Rows {
		for _, a := range row.Voices {
			seen[a.Voice] = true
		}
	}
	add := func(v principles.Voice, s principles.Side) {
		if seen[v] {
			all = append(all, ladderVoice{Name: w.voice(v), Side: side(s), id: v})
			delete(seen, v)
		}
	}
	for _, v := range w.of.Voices {
		add(v.Voice, v.Side)
	}
	for _, row := range w.of.Ladder.Rows {
		for _, a := range row.Voices {
			add(a.Voice, a.Side)
		}
	}
	return all
}

func (w *words) ladderStage(r principles.LadderRow, voices []ladderVoice) stage {
	s := stage{Name: orElse(r.StageName, spaced(string(r.Stage)))}
	for _, n := range r.Notices {
		if n.Code == principles.CodeCoercionReported {
			s.Alarms = append(s.Alarms, w.notice(n))
		} else {
			s.Notes = append(s.Notes, w.notice(n))
		}
	}
	for _, v := range voices {
		out := rungAccount{Voice: v.Name, Rung: "not shown"}
		for _, a := range r.Voices {
			if a.Voice == v.id {
				out = rungAccount{
					Voice: v.Name, Rung: w.rung(a.Median), Interval: w.rungRange(a.Low, a.High),
					Change: w.rungChange(a.Change), Heard: true, median: a.Median, low: a.Low, high: a.High}
			}
		}
		s.Accounts = append(s.Accounts, out)
	}
	if g := r.Gap; g != nil {
		s.Gap, s.Short = gap(*g), shortGap(*g)
	}
	return s
}

// gap says how far those in charge and those whom it is about are apart.
func gap(g principles.RungGap) string {
	text := "Those in charge and those whom it is about see it on the same rung"
	switch {
	case g.Rungs > 0:
		text = "Those in charge see it " + count(g.Rungs, "rung", "rungs") + " higher than those whom it is about"
	case g.Rungs < 0:
		text = "Those in charge see it " + count(-g.Rungs, "rung", "rungs") + " lower than those whom it is about"
	}
	switch {
	case g.Firm:
		return text + ": firm, more than chance explains."
	case g.Rungs != 0:
		return text + ": could be otherwise by chance."
	}
	return text + "."
}

// rungRange words an interval. As figures, that it runs over the whole ladder
// would read as if somebody stood at either end.
func (w *words) rungRange(low, high int) string {
	switch {
	case low == high:
		return strconv.Itoa(low)
	case low == 1 && high == len(w.of.Ladder.Rungs):
		return "over the whole ladder"
	}
	return strconv.Itoa(low) + " to " + strconv.Itoa(high)
}

func shortGap(g principles.RungGap) string {
	text := "None"
	switch {
	case g.Rungs > 0:
		text = "In charge " + count(g.Rungs, "rung", "rungs") + " higher"
	case g.Rungs < 0:
		text = "In charge " + count(-g.Rungs, "rung", "rungs") + " lower"
	default:
		return text
	}
	if g.Firm {
		return text + ", firm"
	}
	return text + ", could be otherwise by chance"
}
