package principles

import "slices"

// judge says how one indicator stands.
func (a *audit) judge(q question) IndicatorReport {
	r := IndicatorReport{
		ID: q.ID, Framework: q.framework.ID, Name: q.Name, Asks: q.Asks, Kind: q.Kind, Judged: q.judged,
		Measure: q.Measure, Sources: a.keys(q.framework, q.Sources), Confidence: q.Confidence,
	}
	if q.Kind != Attested {
		criterion := q.Criterion
		r.Criterion = &criterion
	}
	switch q.Kind {
	case Computed:
		a.judgeComputed(q, &r)
	case Rated:
		a.judgeRated(q, &r)
	case Attested:
		a.judgeAttested(q, &r)
	}
	return r
}

func (a *audit) judgeComputed(q question, r *IndicatorReport) {
	e, ok := a.answers.computed[q.Measure]
	shown := a.o.Release.Show(Tally{Count: e.Count, Of: e.Of, People: e.People, Largest: e.Largest})
	switch {
	case !ok:
		r.Notices = append(r.Notices, Notice{Code: CodeNoEvidence})
		return
	case a.old(e.Until) && shown.Standing:
		r.Notices = append(r.Notices, Notice{Code: CodeStale, Params: []Param{Term("until", e.Until.String())}})
		return
	}
	s := share{count: e.Count, of: e.Of, complete: e.Complete}
	f := a.figure(s, shown, q.Criterion)
	f.Judged, f.Complete, f.Source = q.judged, e.Complete, e.Source
	if f.Standing.Known() { // of few people not even the days are shown
		f.From, f.Until = e.From, e.Until
	}
	r.Standing, r.Figures = f.Standing, []Figure{f}
}

func (a *audit) judgeAttested(q question, r *IndicatorReport) {
	e, ok := a.answers.attested[q.ref()]
	if !ok {
		r.Notices = append(r.Notices, Notice{Code: CodeNoEvidence})
		return
	}
	expires := e.On.AddMonths(q.HoldsMonths)
	stale := !a.o.At.Before(expires)
	r.Attestation = &Attestation{
		Holds: e.Holds, Document: e.Document, Source: e.Source, Owner: e.Owner, On: e.On, Expires: expires, Stale: stale}
	if stale {
		r.Notices = append(r.Notices, Notice{Code: CodeExpired, Params: []Param{Term("on", expires.String())}})
		return
	}
	r.Standing = e.Holds.standing()
}

// judgeRated judges each voice by itself. The indicator stands as the voice
// stands that is worst off; others than those it asks are shown and not judged.
func (a *audit) judgeRated(q question, r *IndicatorReport) {
	scale, _ := q.framework.Scale(q.Scale)
	shownScale := scale
	shownScale.Sources = a.keys(q.framework, scale.Sources)
	r.Scale = &shownScale
	ballots := a.ballots(q, a.answers.ratings[q.ref()])
	var parts []Standing
	for _, asked := range q.framework.Voices {
		judges := slices.Contains(q.Voices, asked.Voice)
		b := ballots[asked.Voice]
		if len(b.votes) == 0 && !judges {
			continue
		}
		f := a.figure(b.share(scale), a.shown(b, b.kept(scale)), q.Criterion)
		f.Voice, f.Judged = asked.Voice, q.judged && judges
		if f.Share != nil {
			f.Share.Median = lowerMedian(b.votes)
		}
		if !f.Standing.Known() && !judges {
			continue
		}
		if judges {
			parts = append(parts, f.Standing)
		}
		r.Figures = append(r.Figures, f)
	}
	r.Standing, _ = StandingOf(parts...)
	r.Notices = append(r.Notices, a.disagreements(q, ballots)...)
}

// kept returns how many votes count as kept.
func (b ballot) kept(s Scale) int {
	n := 0
	for _, v := range b.votes {
		if v >= s.KeptFrom {
			n++
		}
	}
	return n
}

func (b ballot) share(s Scale) share { return share{count: b.kept(s), of: len(b.votes)} }

// figure says how a share stands and what of it may be shown.
func (a *audit) figure(s share, shown Shown, c Criterion) Figure {
	var f Figure
	if !shown.Standing || s.of == 0 || c == (Criterion{}) {
		f.Notices = []Notice{{Code: CodeTooFewOrNone}}
		return f
	}
	f.Standing, f.Firm = s.standing(c, a.o.Level)
	if !shown.Figure || shown.Of <= 0 || shown.Count < 0 || shown.Count > shown.Of {
		f.Notices = []Notice{{Code: CodeFigureWithheld}}
		return f
	}
	if c.bandOf(shown.Count, shown.Of) != c.bandOf(s.count, s.of) {
		f.Notices = []Notice{{Code: CodeRounded}}
	}
	low, high := share{shown.Count, shown.Of, s.complete}.interval(a.o.Level)
	f.Share = &Share{
		Count: shown.Count, Of: shown.Of, Percent: percent(float64(shown.Count) / float64(shown.Of)),
		Low: percent(low), High: percent(high), Complete: s.complete,
	}
	return f
}
