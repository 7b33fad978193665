package principles

// agenda puts the register into the report: what people pull on, what they
// agreed to do, and what they do not accept.
func (a *audit) agenda(r *Report) {
	answered := make(map[string]bool)
	for _, act := range a.o.Register.Actions {
		answered[act.Tension] = true
	}
	for _, t := range a.o.Register.Tensions {
		if a.ours(t.Framework) {
			r.Tensions = append(r.Tensions, TensionReport{Tension: t, Notices: a.tension(t, answered[t.ID])})
		}
	}
	for _, act := range a.o.Register.Actions {
		if a.ours(act.Framework) {
			r.Actions = append(r.Actions, ActionReport{Action: act, Notices: a.action(act)})
		}
	}
	for _, c := range a.o.Register.Contests {
		if about, ok := a.about(c); ok {
			r.Contests = append(r.Contests, a.contest(c, about))
		}
	}
	for i := range r.Principles {
		r.Principles[i].contested(r.Contests)
	}
}

// about returns what of this audit a contest is about, and false if it is about
// another one.
func (a *audit) about(c Contest) (Ref, bool) {
	if c.Indicator == "" {
		return Ref{Framework: a.f.ID, Principle: c.Principle}, a.ours(c.Framework)
	}
	q, ok := a.named[c.ref()]
	return q.ref(), ok
}

func (a *audit) tension(t Tension, action bool) (notices []Notice) {
	seats := make(map[Voice]bool)
	for _, seen := range t.Seen {
		seats[seen.Voice] = true
	}
	if len(seats) < 2 {
		notices = append(notices, Notice{Code: CodeOneSeat})
	}
	if t.Settled.IsZero() && !action {
		notices = append(notices, Notice{Code: CodeNoAction})
	}
	return notices
}

func (a *audit) action(act Action) (notices []Notice) {
	if act.Done.IsZero() && act.Due.Before(a.o.At) {
		notices = append(notices, Notice{Code: CodeOverdue, Params: []Param{Int("days", int64(a.o.At.Days(act.Due)))}})
	}
	if !a.coproduced(act.AgreedBy) {
		notices = append(notices, Notice{Code: CodeNotCoproduced})
	}
	return notices
}

// coproduced reports whether at least two voices agreed, one of them a voice of
// those whom it is about: people supported or peer supporters, or whoever the
// framework says lives with it.
func (a *audit) coproduced(by []Voice) bool {
	voices := make(map[Voice]bool)
	lived := false
	for _, v := range by {
		voices[v] = true
		asked, _ := a.f.Asked(v)
		lived = lived || v == PersonSupported || v == PeerSupporter || asked.Side == Lived
	}
	return lived && len(voices) > 1
}

func (a *audit) contest(c Contest, about Ref) ContestReport {
	if !c.ShareText {
		c.Text = ""
	}
	c.Framework = about.Framework
	r := ContestReport{Contest: c}
	if c.Answer == "" {
		r.Notices = append(r.Notices, Notice{Code: CodeUnanswered, Params: []Param{Int("days", int64(a.o.At.Days(c.On)))}})
	}
	return r
}

// contested marks a principle that somebody affected does not accept as it is
// reported, itself or one of its indicators.
func (r *PrincipleReport) contested(contests []ContestReport) {
	indicators := make(map[Ref]bool)
	for _, i := range r.Indicators {
		indicators[i.Ref()] = true
	}
	count, open := 0, 0
	for _, c := range contests {
		if c.Principle == r.ID || indicators[c.ref()] {
			count++
			if c.Answer == "" {
				open++
			}
		}
	}
	if count > 0 {
		r.Notices = append(r.Notices, Notice{Code: CodeContested,
			Params: []Param{Int("count", int64(count)), Int("unanswered", int64(open))}})
	}
}
