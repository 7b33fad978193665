package principles

import "slices"

// mostSuggestions is how many things to try are named at a time: one or two,
// for more are not tried.
const mostSuggestions = 2

// principles says how every principle of the framework stands.
func (a *audit) principles() []PrincipleReport {
	groups := make(map[string]string)
	for _, g := range a.f.Groups {
		groups[g.ID] = g.Name
	}
	var all []PrincipleReport
	for _, p := range a.f.Principles {
		r := PrincipleReport{
			ID: p.ID, Handle: p.Handle, Name: p.Name, Meaning: p.Meaning, Group: groups[p.Group],
			Sources: p.Sources, Confidence: p.Confidence,
		}
		for _, q := range a.questions {
			if q.serves == p.ID {
				r.Indicators = append(r.Indicators, a.judge(q))
			}
		}
		r.combine()
		r.Try = a.suggestions(r)
		all = append(all, r)
	}
	return all
}

// combine draws the standing of a principle from its judged indicators.
func (r *PrincipleReport) combine() {
	var parts []Standing
	unknown := 0
	for _, i := range r.Indicators {
		if i.Judged {
			parts = append(parts, i.Standing)
			if !i.Standing.Known() {
				unknown++
			}
		}
	}
	r.Standing, r.Known = StandingOf(parts...)
	if r.Known.Known() && r.Known < Upheld {
		for _, i := range r.Indicators {
			if i.Judged && i.Standing == r.Known {
				r.PullsDown = append(r.PullsDown, i.Ref())
			}
		}
	}
	switch {
	case len(parts) == 0:
		r.Notices = append(r.Notices, Notice{Code: CodeNoJudgedIndicator})
	case unknown > 0:
		r.Notices = append(r.Notices, Notice{Code: CodePartsNotKnown,
			Params: []Param{Int("missing", int64(unknown)), Int("of", int64(len(parts)))}})
		if r.Standing.Known() {
			r.Notices = append(r.Notices, Notice{Code: CodeOneIsEnough})
		}
	}
}

// suggestions returns what to try first: something for each indicator that
// pulls the principle down, and then more for them.
func (a *audit) suggestions(r PrincipleReport) []Suggestion {
	var all []Suggestion
	for turn := range mostSuggestions {
		for _, q := range a.questions {
			pulls := q.serves == r.ID && q.judged && slices.Contains(r.PullsDown, q.ref())
			if pulls && turn < len(q.Try) && len(all) < mostSuggestions {
				all = append(all, Suggestion{
					Framework: q.framework.ID, Indicator: q.ID, Text: q.Try[turn].Text, Confidence: q.Try[turn].Confidence})
			}
		}
	}
	return all
}

// conclude counts the standings and, where the framework defines it, draws the
// standing of the whole.
func (a *audit) conclude(r *Report) {
	var parts []Standing
	var knowns []Standing
	for _, p := range r.Principles {
		parts, knowns = append(parts, p.Standing), append(knowns, p.Known)
	}
	for _, s := range Standings() {
		n := 0
		for _, p := range parts {
			if p == s {
				n++
			}
		}
		r.Counts = append(r.Counts, StandingCount{Standing: s, Count: n})
	}
	if a.f.Overall == Weakest {
		whole, _ := StandingOf(parts...)
		_, known := StandingOf(knowns...)
		r.Overall = &Overall{Standing: whole, Known: known}
	}
}
