package report

import (
	"github.com/peersupport/peersupport/principles"
)

// tension is something on which people pull in different directions.
type tension struct {
	Title, Raised, Serves, Settled string

	Seen    []account
	Answers []string // what was agreed about it
	Notes   []string
}

type account struct{ Voice, Text string }

// action is something that was agreed.
type action struct {
	What, Serves, Tension, Owner, Due, Done, By string

	Notes []string
}

// contest is an objection and its answer.
type contest struct {
	About, Anchor, By, On, Text, Answer, Answered string

	Notes []string
}

func (w *words) tensions() (all []tension) {
	for _, t := range w.of.Tensions {
		out := tension{Title: t.Title, Raised: "Raised by " + w.voice(t.RaisedBy), Notes: w.notices(t.Notices)}
		if !t.On.IsZero() {
			out.Raised += " on " + t.On.String()
		}
		var names []string
		for _, id := range t.Serves {
			names = append(names, w.item(id))
		}
		out.Serves = list(names)
		for _, s := range t.Seen {
			out.Seen = append(out.Seen, account{capital(w.voice(s.Voice)), sentence(s.Text)})
		}
		for _, a := range w.of.Actions {
			if a.Tension != "" && a.Tension == t.ID {
				out.Answers = append(out.Answers, a.What)
			}
		}
		if !t.Settled.IsZero() {
			out.Settled = t.Settled.String()
		}
		all = append(all, out)
	}
	return all
}

func (w *words) actions() (all []action) {
	titles := make(map[string]string)
	for _, t := range w.of.Tensions {
		titles[t.ID] = t.Title
	}
	for _, a := range w.of.Actions {
		all = append(all, action{
			What: a.What, Serves: w.item(a.Serves), Tension: titles[a.Tension], Owner: a.Owner,
			Due: a.Due.String(), Done: a.Done.String(), By: w.voiceList(a.AgreedBy), Notes: w.notices(a.Notices)})
	}
	return all
}

func (w *words) contests() (all []contest) {
	for _, c := range w.of.Contests {
		out := contest{By: w.voice(c.By), On: c.On.String(), Text: c.Text, Answer: c.Answer, Notes: w.notices(c.Notices)}
		if !c.ShareText {
			out.Text = ""
		}
		out.About, out.Anchor = w.contested(c.Contest)
		if c.AnsweredBy != "" {
			out.Answered = "by " + c.AnsweredBy
		}
		if !c.AnsweredOn.IsZero() {
			out.Answered += " on " + c.AnsweredOn.String()
		}
		all = append(all, out)
	}
	return all
}

// contested names what somebody does not accept, and where it stands.
func (w *words) contested(c principles.Contest) (about, at string) {
	for i, p := range w.of.Principles {
		if c.Principle != "" && p.ID == c.Principle {
			return capital(p.Name), anchor("principle", i)
		}
		for _, ir := range p.Indicators {
			if c.Indicator != "" && ir.ID == c.Indicator && ir.Framework == c.Framework {
				return capital(p.Name) + ", " + orElse(ir.Name, spaced(string(ir.ID))) + w.foreign(ir.Framework), anchor("principle", i)
			}
		}
	}
	if c.Principle != "" {
		return capital(w.item(c.Principle)), ""
	}
	return capital(w.stage(c.Indicator)), ""
}

// item returns the name of a principle, or of a rung.
func (w *words) item(id principles.PrincipleID) string {
	for _, p := range w.of.Principles {
		if p.ID == id && p.Name != "" {
			return p.Name
		}
	}
	if w.of.Ladder != nil {
		for _, rung := range w.of.Ladder.Rungs {
			if rung.ID == id && rung.Name != "" {
				return rung.Name
			}
		}
	}
	return spaced(string(id))
}

// stage returns the name of a stage of a ladder.
func (w *words) stage(id principles.IndicatorID) string {
	if w.of.Ladder != nil {
		for _, row := range w.of.Ladder.Rows {
			if row.Stage == id && row.StageName != "" {
				return row.StageName
			}
		}
	}
	return spaced(string(id))
}
