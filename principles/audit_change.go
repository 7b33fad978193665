package principles

import (
	"slices"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// halfStep is the most by which [MinimumGroup] changes a count. Another release
// is taken not to change more.
const halfStep = 2.0

// compare says what changed since the previous report.
func (a *audit) compare(r *Report) {
	before := a.o.Previous
	if before == nil {
		return
	}
	earlier := make(map[PrincipleID]PrincipleReport)
	for _, p := range before.Principles {
		earlier[p.ID] = p
	}
	sameData := before.Framework.Version == r.Framework.Version &&
		before.Release == r.Release && before.Level == r.Level
	for i := range r.Principles {
		p := &r.Principles[i]
		was, ok := earlier[p.ID]
		p.Change = &Change{Code: ChangeOtherMethod, Since: before.At, Previous: was.Standing}
		if !ok || !sameData {
			continue
		}
		for j := range p.Indicators {
			compareIndicator(&p.Indicators[j], was, before.At, a.o.Level)
		}
		p.Change.Code = changeOf(*p, was)
	}
	compareRungs(r.Ladder, before, sameData)
}

// compareIndicator compares the figures of an indicator with those of the
// previous report.
func compareIndicator(now *IndicatorReport, was PrincipleReport, since Day, level float64) {
	i := slices.IndexFunc(was.Indicators, func(o IndicatorReport) bool {
		return o.ID == now.ID && o.Framework == now.Framework
	})
	if i < 0 {
		return
	}
	then := was.Indicators[i]
	for f := range now.Figures {
		figure := &now.Figures[f]
		k := slices.IndexFunc(then.Figures, func(o Figure) bool { return o.Voice == figure.Voice })
		if k < 0 {
			figure.Change = &Change{Code: ChangeNew, Since: since}
			continue
		}
		figure.Change = figureChange(*figure, then.Figures[k], level)
		figure.Change.Since = since
		if !sameMethod(*now, then) {
			figure.Change.Code, figure.Change.Difference = ChangeOtherMethod, nil
		}
	}
}

// sameMethod reports whether two reports drew the standing in the same way.
func sameMethod(a, b IndicatorReport) bool {
	return equal(a.Criterion, b.Criterion) && a.Kind == b.Kind && a.Measure == b.Measure &&
		(a.Scale == nil) == (b.Scale == nil) &&
		(a.Scale == nil || a.Scale.Low == b.Scale.Low && a.Scale.High == b.Scale.High && a.Scale.KeptFrom == b.Scale.KeptFrom)
}

func equal[T comparable](a, b *T) bool { return a == b || a != nil && b != nil && *a == *b }

func figureChange(now, then Figure, level float64) *Change {
	c := &Change{Previous: then.Standing}
	switch {
	case !now.Standing.Known() && !then.Standing.Known():
		c.Code = ChangeSame
	case !then.Standing.Known():
		c.Code = ChangeNew
	case !now.Standing.Known():
		c.Code = ChangeLost
	case now.Complete && then.Complete && now.Standing != then.Standing:
		c.Code = direction(now.Standing, then.Standing) // counted in full: chance has no part
	case now.Share == nil || then.Share == nil || now.Share.Of < 1 || then.Share.Of < 1:
		c.Code = ChangeCannotTell
	default:
		c.Difference = difference(*now.Share, *then.Share, level)
		switch {
		case c.Difference.Low > 0:
			c.Code = ChangeBetter
		case c.Difference.High < 0:
			c.Code = ChangeWorse
		default:
			c.Code = ChangeWithin
		}
	}
	return c
}

// difference returns the present share less the previous one. People who
// answered both times are taken for different ones, which makes the interval
// too wide rather than too narrow, and leaves room for what rounding has done.
// Between two complete counts rounding is the only uncertainty.
func difference(now, then Share, level float64) *Difference {
	x := float64(now.Count) / float64(now.Of)
	y := float64(then.Count) / float64(then.Of)
	d := &Difference{Points: percent(x - y)}
	if now.Complete && then.Complete {
		slack := 2*halfStep/float64(now.Of) + 2*halfStep/float64(then.Of)
		d.Low, d.High = percent(x-y-slack), percent(x-y+slack)
		return d
	}
	interval, err := stats.Newcombe(now.Count, now.Of, then.Count, then.Of, level)
	if err != nil {
		d.Low, d.High = -100, 100
		return d
	}
	d.Low, d.High = percent(interval.Lower), percent(interval.Upper)
	return d
}

// direction is better or worse.
func direction(now, then Standing) Code {
	if now > then {
		return ChangeBetter
	}
	return ChangeWorse
}

// sameQuestions reports whether a standing was drawn from the same judged
// indicators in the same way.
func sameQuestions(now, was PrincipleReport) bool {
	judged := func(all []IndicatorReport) map[Ref]IndicatorReport {
		m := make(map[Ref]IndicatorReport)
		for _, i := range all {
			if i.Judged {
				m[i.Ref()] = i
			}
		}
		return m
	}
	x, y := judged(now.Indicators), judged(was.Indicators)
	for ref, i := range x {
		if other, ok := y[ref]; !ok || !sameMethod(i, other) {
			return false
		}
	}
	return len(x) == len(y)
}

// changeOf says how the standing of a principle changed. A better or worse
// standing is more than chance only if a judged part of it is.
func changeOf(now, was PrincipleReport) Code {
	switch {
	case !sameQuestions(now, was):
		return ChangeOtherMethod
	case !now.Standing.Known() && !was.Standing.Known(), now.Standing == was.Standing:
		return ChangeSame
	case !was.Standing.Known():
		return ChangeNew
	case !now.Standing.Known():
		return ChangeLost
	}
	turn := direction(now.Standing, was.Standing)
	hidden := false
	for _, i := range now.Indicators {
		if !i.Judged {
			continue
		}
		if attestationMoved(i, was, turn) {
			return turn
		}
		for _, f := range i.Figures {
			if f.Change == nil || !f.Judged {
				continue
			}
			if f.Change.Code == turn {
				return turn
			}
			hidden = hidden || f.Change.Code == ChangeCannotTell && f.Change.Previous != f.Standing
		}
	}
	if hidden {
		return ChangeCannotTell
	}
	return ChangeWithin
}

// attestationMoved reports whether what is attested changed in the direction.
func attestationMoved(now IndicatorReport, was PrincipleReport, turn Code) bool {
	for _, then := range was.Indicators {
		if now.Kind != Attested || then.ID != now.ID || then.Framework != now.Framework {
			continue
		}
		if !now.Standing.Known() || !then.Standing.Known() {
			return false
		}
		return now.Standing != then.Standing && turn == direction(now.Standing, then.Standing)
	}
	return false
}
