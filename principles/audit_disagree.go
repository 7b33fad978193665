package principles

import "github.com/peersupport/peersupport/evaluation/stats"

// disagreements names the pairs of voices that differ by more than chance
// explains and by enough to matter. They are told, never averaged away.
func (a *audit) disagreements(q question, ballots map[Voice]ballot) []Notice {
	scale, _ := q.framework.Scale(q.Scale)
	var notices []Notice
	for i, one := range q.framework.Voices {
		for _, other := range q.framework.Voices[i+1:] {
			x, y := ballots[one.Voice], ballots[other.Voice]
			first := a.shown(x, x.kept(scale))
			second := a.shown(y, y.kept(scale))
			if !first.Standing || !second.Standing || !a.differ(x.share(scale), y.share(scale)) {
				continue
			}
			higher, lower := one.Voice, other.Voice
			if x.kept(scale)*len(y.votes) < y.kept(scale)*len(x.votes) {
				higher, lower = lower, higher
			}
			params := []Param{Term("higher", string(higher)), Term("lower", string(lower))}
			notices = append(notices, Notice{Code: CodeVoicesDisagree, Params: params})
			if higher == PeerSupporter && lower == PersonSupported {
				notices = append(notices, Notice{Code: CodeSelfRatingHigher})
			}
		}
	}
	return notices
}

// differ reports whether two shares of different people differ by at least the
// points that matter, and beyond chance (Newcombe 1998, method 10).
func (a *audit) differ(x, y share) bool {
	if x.of == 0 || y.of == 0 {
		return false
	}
	d, err := stats.Newcombe(x.count, x.of, y.count, y.of, a.o.Level)
	if err != nil {
		return false
	}
	// Whole numbers: no rounding decides at the edge. Ballots are short.
	points := 100 * (x.count*y.of - y.count*x.of)
	enough := a.o.Disagreement * x.of * y.of
	return points >= enough && d.Lower > 0 || points <= -enough && d.Upper < 0
}
