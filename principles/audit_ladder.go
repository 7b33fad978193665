package principles

import (
	"maps"
	"slices"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// ladder says on which rung every rated decision stands, at each stage, by each
// voice.
func (a *audit) ladder() *Ladder {
	l := &Ladder{}
	for _, p := range a.f.Principles {
		l.Rungs = append(l.Rungs, Rung{
			ID: p.ID, Number: p.Rung, Name: p.Name, Meaning: p.Meaning, NeverAcceptable: p.NeverAcceptable,
			Sources: p.Sources, Confidence: p.Confidence})
	}
	for _, subject := range a.subjects() {
		for _, q := range a.questions {
			if row, ok := a.row(subject, q); ok {
				l.Rows = append(l.Rows, row)
			}
		}
	}
	l.Headline = headline(l.Rows)
	return l
}

// subjects returns the names of everything that was rated, in order.
func (a *audit) subjects() []string {
	names := make(map[string]bool)
	for _, ratings := range a.answers.ratings {
		for _, r := range ratings {
			names[r.Subject] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// row returns one stage of one decision, and false if no account of it may be
// shown: that too few rated it looks as if nobody had.
func (a *audit) row(subject string, q question) (LadderRow, bool) {
	row := LadderRow{Subject: subject, Stage: q.ID, StageName: q.Name}
	others := func(r Rating) bool { return r.Subject != subject }
	ballots := a.ballots(q, slices.DeleteFunc(slices.Clone(a.answers.ratings[q.ref()]), others))
	sides := make(map[Side][]int)
	for _, asked := range a.f.Voices {
		b, ok := ballots[asked.Voice]
		if !ok || !a.shown(b, len(b.votes)).Standing {
			continue
		}
		row.Voices = append(row.Voices, a.account(asked, b.votes))
		sides[asked.Side] = append(sides[asked.Side], b.votes...)
		if a.coerced(b.votes) {
			row.Notices = append(row.Notices,
				Notice{Code: CodeCoercionReported, Params: []Param{Term("voice", string(asked.Voice))}})
		}
	}
	if len(sides[Lived]) == 0 {
		row.Notices = append(row.Notices, Notice{Code: CodeTooFewOrNone})
	}
	row.Gap = a.gap(sides[InCharge], sides[Lived])
	return row, len(row.Voices) > 0
}

// account is the rung that a voice sees. votes are ascending.
func (a *audit) account(asked Asked, votes []int) RungAccount {
	low, high := a.middle(votes)
	if a.endRank(len(votes)) < leastEndRank {
		low, high = 1, len(a.f.Principles)
	}
	return RungAccount{Voice: asked.Voice, Side: asked.Side, Median: lowerMedian(votes), Low: low, High: high}
}

// middle returns the interval of the median, the whole ladder where too few
// answered to narrow it.
func (a *audit) middle(votes []int) (low, high int) {
	interval, err := stats.MedianInterval(votes, a.o.Level)
	if err != nil {
		return 1, len(a.f.Principles)
	}
	return int(interval.Lower), int(interval.Upper)
}

// leastEndRank is from which rank on an end of an interval is shown. Who knows how
// many answered could work out from the lowest answer, or the second lowest and a
// notice of coercion, what one person said; from the third lowest nobody can.
// Whether ends are shown depends on the number of answers alone: what depended on
// the answers would tell something of them.
const leastEndRank = 3

// endRank returns the place of the lower end of the interval among n ascending
// votes, 0 where there is no interval.
func (a *audit) endRank(n int) int {
	places := make([]int, n)
	for i := range places {
		places[i] = i + 1
	}
	interval, err := stats.MedianInterval(places, a.o.Level)
	if err != nil {
		return 0
	}
	return int(interval.Lower)
}

// coerced reports whether anybody sees it on a rung that is never acceptable.
func (a *audit) coerced(votes []int) bool {
	for _, p := range a.f.Principles {
		if p.NeverAcceptable && slices.Contains(votes, p.Rung) {
			return true
		}
	}
	return false
}

// gap returns how much higher those in charge see it than those whom it is
// about, nil where either side is not heard. Whether it is firm is drawn from the
// exact intervals, so that one person's answer does not hide it.
func (a *audit) gap(inCharge, lived []int) *RungGap {
	if len(inCharge) == 0 || len(lived) == 0 {
		return nil
	}
	slices.Sort(inCharge)
	slices.Sort(lived)
	g := &RungGap{InCharge: lowerMedian(inCharge), Lived: lowerMedian(lived)}
	g.Rungs = g.InCharge - g.Lived
	low, high := a.middle(inCharge)
	livedLow, livedHigh := a.middle(lived)
	g.Firm = low > livedHigh || high < livedLow
	return g
}

// headline names the widest gap that is more than chance; of equals the first.
func headline(rows []LadderRow) *Notice {
	var widest *LadderRow
	for i := range rows {
		row := &rows[i]
		if row.Gap != nil && row.Gap.Firm &&
			(widest == nil || abs(row.Gap.Rungs) > abs(widest.Gap.Rungs)) {
			widest = row
		}
	}
	if widest == nil {
		return nil
	}
	g := widest.Gap
	params := []Param{
		Term("stage", string(widest.Stage)), Int("in_charge", int64(g.InCharge)), Int("lived", int64(g.Lived)),
		Int("rungs", int64(abs(g.Rungs)))}
	if widest.Subject != "" {
		params = append([]Param{Term("subject", widest.Subject)}, params...)
	}
	return &Notice{Code: CodeRungGap, Params: params}
}

func abs(n int) int { return max(n, -n) }

// compareRungs says how the rungs moved since the previous report. Medians whose
// intervals overlap may differ by chance.
func compareRungs(now *Ladder, before *Report, sameData bool) {
	if now == nil || before.Ladder == nil {
		return
	}
	sameData = sameData && slices.EqualFunc(now.Rungs, before.Ladder.Rungs, func(x, y Rung) bool { return x.ID == y.ID })
	type key struct {
		subject string
		stage   IndicatorID
		voice   Voice
	}
	earlier := make(map[key]RungAccount)
	for _, row := range before.Ladder.Rows {
		for _, v := range row.Voices {
			earlier[key{row.Subject, row.Stage, v.Voice}] = v
		}
	}
	for _, row := range now.Rows {
		for i := range row.Voices {
			v := &row.Voices[i]
			was, ok := earlier[key{row.Subject, row.Stage, v.Voice}]
			switch {
			case !ok:
			case !sameData:
				v.Change = &RungChange{Code: ChangeOtherMethod, Since: before.At}
			default:
				moved := v.Median - was.Median
				v.Change = &RungChange{Code: rungChange(*v, was), Since: before.At, Rungs: &moved}
			}
		}
	}
}

func rungChange(now, was RungAccount) Code {
	switch {
	case now.Low > was.High:
		return ChangeHigher
	case now.High < was.Low:
		return ChangeLower
	case now.Median == was.Median:
		return ChangeSame
	}
	return ChangeWithin
}
