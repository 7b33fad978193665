package report

import (
	"fmt"
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// method says how the report came about. What would have to be said at every
// figure is said here once.
func method(r principles.Report) []string {
	level := perCent(100 * r.Level)
	release := fmt.Sprintf("Intervals are at the level of %s. Figures passed the release rule “%s”, which protects people: what "+
		"could tell something about single people is not shown, and counts may be rounded. Standings are drawn from the exact "+
		"figures.", level, spaced(r.Release))
	if r.Ladder != nil {
		return []string{
			"A rung is a stage, not a grade; the one judgement in it is that nobody may be coerced. What is shown is the " +
				"middle rating of each voice (the lower one of two) and its interval, which runs over the whole ladder where too " +
				"few answered to narrow it without telling what one person said. A gap is firm where the exact intervals of the " +
				"two sides do not touch.",
			release,
		}
	}
	lines := []string{
		"Every judged indicator counts, and the one that stands worst decides. Voices are judged one by one and never " +
			"averaged. What is not known makes the whole not known, so that nothing looks better because it was left out; " +
			"only what is known not to be upheld stays so. Not known is no judgement.",
		"Firm says that the whole interval of a figure gives the same standing; otherwise chance alone could give another " +
			"one. " + release,
		"Where nothing else is said, the figures from which on an indicator is upheld, and the choice of the indicator, are " +
			"this library's own and found in no source.",
	}
	return append(lines, scales(r)...)
}

// scales explains every scale once.
func scales(r principles.Report) (all []string) {
	for _, p := range r.Principles {
		for _, i := range p.Indicators {
			s := i.Scale
			if s == nil || len(i.Figures) == 0 {
				continue
			}
			text := fmt.Sprintf("Rated, on the scale “%s”: from %d (%s) to %d (%s); %d or more counts as kept.",
				orElse(s.Name, s.ID), s.Low, s.LowLabel, s.High, s.HighLabel, s.KeptFrom)
			if !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	return all
}
