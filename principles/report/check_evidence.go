package report

import (
	"math"

	"github.com/peersupport/peersupport/principles"
)

func (c *check) principle(path string, p principles.PrincipleReport) {
	c.notices(path+".notices", p.Notices)
	c.change(path+".change", p.Change)
	seen := make(map[principles.Ref]bool)
	for i, r := range p.Indicators {
		at := at(path+".indicators", i)
		name(c, at+".id", r.ID, false)
		name(c, at+".framework", r.Framework, false)
		once(c, seen, r.Ref(), at+".id")
		c.indicator(at, r)
	}
	for i, ref := range p.PullsDown {
		c.must(seen[ref], at(path+".pulls_down", i), FaultContradiction)
	}
	for i, s := range p.Try {
		ref := principles.Ref{Framework: s.Framework, Indicator: s.Indicator}
		c.must(seen[ref], at(path+".try", i), FaultContradiction)
	}
}

func (c *check) indicator(path string, r principles.IndicatorReport) {
	c.kind(path+".kind", r.Kind)
	name(c, path+".measure", r.Measure, true)
	if k := r.Criterion; k != nil {
		c.must(0 <= k.Floor && k.Floor <= k.Kept && k.Kept <= 100, path+".criterion", FaultRange)
	}
	if s := r.Scale; s != nil {
		c.must(s.Low < s.High && s.Low < s.KeptFrom && s.KeptFrom <= s.High, path+".scale", FaultRange)
	}
	if a := r.Attestation; a != nil {
		holds := a.Holds == principles.HoldsYes || a.Holds == principles.HoldsPartly || a.Holds == principles.HoldsNo
		c.must(holds, path+".attestation.holds", FaultChoice)
	}
	c.notices(path+".notices", r.Notices)
	voices := make(map[principles.Voice]bool)
	for i, f := range r.Figures {
		at := at(path+".figures", i)
		name(c, at+".voice", f.Voice, true)
		once(c, voices, f.Voice, at+".voice")
		if f.Share != nil {
			c.share(at+".share", *f.Share)
			c.must(f.Standing.Known(), at+".standing", FaultContradiction)
		}
		c.change(at+".change", f.Change)
		c.notices(at+".notices", f.Notices)
	}
}

// share checks a share. The share in per cent follows from the counts, to the
// one decimal that reports have.
func (c *check) share(path string, s principles.Share) {
	if s.Of < 1 || int64(s.Of) > principles.MaxCount {
		c.fault(path+".of", FaultRange)
		return
	}
	if s.Count < 0 || s.Count > s.Of {
		c.fault(path+".count", FaultRange)
		return
	}
	for _, f := range []struct {
		name  string
		value float64
	}{{"percent", s.Percent}, {"low", s.Low}, {"high", s.High}} {
		c.must(f.value >= 0 && f.value <= 100, path+"."+f.name, FaultRange)
	}
	c.must(math.Abs(s.Percent-100*float64(s.Count)/float64(s.Of)) <= 0.1, path+".percent", FaultContradiction)
	c.must(s.Low <= s.Percent+0.1 && s.Percent <= s.High+0.1, path+".low", FaultContradiction)
	c.must(s.Median >= 0, path+".median", FaultRange)
}

func (c *check) change(path string, ch *principles.Change) {
	if ch == nil {
		return
	}
	name(c, path+".code", ch.Code, false)
	c.must(!ch.Since.IsZero(), path+".since", FaultMissing)
	if d := ch.Difference; d != nil {
		inside := -100 <= d.Points && d.Points <= 100 && d.Low <= d.High
		c.must(inside, path+".difference", FaultRange)
	}
}

// ladder checks that every account stands on a rung that there is.
func (c *check) ladder(path string, l principles.Ladder) {
	top := len(l.Rungs)
	for i, r := range l.Rungs {
		at := at(path+".rungs", i)
		name(c, at+".id", r.ID, false)
		c.must(r.Number == i+1, at+".number", FaultRange)
	}
	if l.Headline != nil {
		name(c, path+".headline.code", l.Headline.Code, false)
	}
	type key struct {
		subject string
		stage   principles.IndicatorID
	}
	rows := make(map[key]bool)
	for i, r := range l.Rows {
		at := at(path+".rows", i)
		name(c, at+".stage", r.Stage, false)
		once(c, rows, key{r.Subject, r.Stage}, at+".stage")
		c.ladderRow(at, r, top)
	}
}

func (c *check) ladderRow(path string, r principles.LadderRow, top int) {
	c.notices(path+".notices", r.Notices)
	on := func(n int) bool { return 1 <= n && n <= top }
	voices := make(map[principles.Voice]bool)
	for i, a := range r.Voices {
		at := at(path+".voices", i)
		name(c, at+".voice", a.Voice, false)
		once(c, voices, a.Voice, at+".voice")
		c.side(at+".side", a.Side)
		c.must(on(a.Median) && on(a.Low) && on(a.High), at+".median", FaultRange)
		c.must(a.Low <= a.Median && a.Median <= a.High, at+".median", FaultContradiction)
		if ch := a.Change; ch != nil {
			name(c, at+".change.code", ch.Code, false)
			c.must(!ch.Since.IsZero(), at+".change.since", FaultMissing)
			c.must(ch.Rungs == nil || -top < *ch.Rungs && *ch.Rungs < top, at+".change.rungs", FaultRange)
		}
	}
	if g := r.Gap; g != nil {
		c.must(on(g.InCharge) && on(g.Lived), path+".gap", FaultRange)
		c.must(g.Rungs == g.InCharge-g.Lived, path+".gap.rungs", FaultContradiction)
	}
}
