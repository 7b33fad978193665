package principles

import (
	"slices"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// halfStep is the largest error that rounding to 5 leaves in a count.
const halfStep = 2.5

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
	sameData := before.Framework.Version == r.Framework.Version
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
	a.compareRungs(r.Ladder, before)
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
	case now.Share == nil || then.Share == nil:
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
// too wide rather than too narrow. Between two complete counts the only
// uncertainty is that of rounding.
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

// changeOf says how the standing of a principle changed. A better or worse
// standing is more than chance only if a judged part of it is.
func changeOf(now, was PrincipleReport) Code {
	switch {
	case !now.Standing.Known() && !was.Standing.Known(), now.Standing == was.Standing:
		return ChangeSame
	case !was.Standing.Known():
		return ChangeNew
	case !now.Standing.Known():
		return ChangeLost
	}
	direction := ChangeWorse
	if now.Standing > was.Standing {
		direction = ChangeBetter
	}
	hidden := false
	for _, i := range now.Indicators {
		if !i.Judged {
			continue
		}
		if attestationMoved(i, was, direction) {
			return direction
		}
		for _, f := range i.Figures {
			if f.Change == nil || !f.Judged {
				continue
			}
			if f.Change.Code == direction {
				return direction
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
func attestationMoved(now IndicatorReport, was PrincipleReport, direction Code) bool {
	for _, then := range was.Indicators {
		if now.Kind != Attested || then.ID != now.ID || then.Framework != now.Framework {
			continue
		}
		if !now.Standing.Known() || !then.Standing.Known() {
			return false
		}
		return direction == ChangeBetter && now.Standing > then.Standing ||
			direction == ChangeWorse && now.Standing < then.Standing
	}
	return false
}
