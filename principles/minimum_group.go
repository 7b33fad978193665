package principles

import (
	"errors"
	"fmt"
)

// ErrMinimumGroup reports a minimum group below 5 people.
var ErrMinimumGroup = errors.New("principles: a minimum group has at least 5 people")

// Figures of [MinimumGroup]: this project's own, after what public bodies do with
// small counts. NHS Digital hides 1 to 7 and rounds others to 5; research services
// in the United Kingdom ask for 10 people in a group. That 5 must remain on the
// other side is ours.
const (
	// DefaultMinimumGroup is how many people a group has at least.
	DefaultMinimumGroup = 10
	// lowestMinimumGroup is the least that may be set.
	lowestMinimumGroup = 5
	// smallestCount is the least count that is shown.
	smallestCount = 8
	// smallestRest is how many must remain on the other side of a count.
	smallestRest = 5
	// roundTo is what counts are rounded to.
	roundTo = 5
)

// MinimumGroup is the strict rule that holds until an application brings one of
// its own: nothing is shown of fewer than 10 people, or where one contributor
// stands for more than half. Of more, the standing is shown; the count only from
// 8 on, with at least 5 on the other side, and rounded to 5.
//
// A standing is drawn from the exact figures, so that one forbidden thing among
// many is not rounded away. With what the report adds (whether it is firm, whether
// the figure was rounded across a mark) it tells roughly where a share lies that
// is not shown, and that is known to be so.
//
// It has no memory: whoever publishes two reports about nearly the same people
// can give away the difference. The zero value has the default size.
type MinimumGroup struct{ people int }

// NewMinimumGroup returns the rule for another size than the default, 5 people
// or more; [ErrMinimumGroup] for less.
func NewMinimumGroup(people int) (MinimumGroup, error) {
	if people < lowestMinimumGroup {
		return MinimumGroup{}, ErrMinimumGroup
	}
	return MinimumGroup{people}, nil
}

// Name returns "minimum_group_" and the size.
func (m MinimumGroup) Name() string { return fmt.Sprintf("minimum_group_%d", m.size()) }

// Show implements [Release].
func (m MinimumGroup) Show(t Tally) Shown {
	if t.People < m.size() || 2*t.Largest > t.Of {
		return Shown{}
	}
	rest := t.Of - t.Count
	if t.Count < smallestCount || rest < smallestRest {
		return Shown{Standing: true}
	}
	return Shown{Standing: true, Figure: true, Count: rounded(t.Count), Of: rounded(t.Of)}
}

func (m MinimumGroup) size() int {
	if m.people == 0 {
		return DefaultMinimumGroup
	}
	return m.people
}

// rounded returns the nearest multiple of 5.
func rounded(n int) int { return (n + roundTo/2) / roundTo * roundTo }
