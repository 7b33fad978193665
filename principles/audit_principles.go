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
				r.PullsDown = append(r.PullsDown, i.ID)
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
			pulls := q.serves == r.ID && q.judged && slices.Contains(r.PullsDown, q.ID)
			if pulls && turn < len(q.Try) && len(all) < mostSuggestions {
				all = append(all, Suggestion{
					Indicator: q.ID, Text: q.Try[turn].Text, Confidence: q.Try[turn].Confidence})
			}
		}
	}
	return all
}

// voices says whom the audit heard, and what follows if somebody is missing.
func (a *audit) voices() (all []VoiceReport, notices []Notice) {
	for _, v := range a.f.Voices {
		heard := a.heard[v.Voice]
		all = append(all, VoiceReport{Voice: v.Voice, Name: v.Name, Needed: v.Needed, Side: v.Side, Heard: heard})
		if v.Needed && !heard {
			notices = append(notices, Notice{Code: CodeVoiceNotHeard, Params: []Param{Term("voice", string(v.Voice))}})
		}
	}
	if len(notices) > 0 && a.f.Form != FormLadder {
		notices = append(notices, Notice{Code: CodeNothingUpheld})
	}
	if len(a.questions) == 0 {
		notices = append(notices, Notice{Code: CodeNoIndicators})
	}
	return all, notices
}

// withhold takes back what would be upheld without the voices that are needed:
// nothing about us without us.
func (a *audit) withhold(r *Report) {
	if !slices.ContainsFunc(r.Voices, func(v VoiceReport) bool { return v.Needed && !v.Heard }) {
		return
	}
	for i := range r.Principles {
		p := &r.Principles[i]
		if p.Known == Upheld {
			p.Known = NotKnown
		}
		if p.Standing == Upheld {
			p.Standing = NotKnown
			p.Notices = append(p.Notices, Notice{Code: CodeNothingUpheld})
		}
	}
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
