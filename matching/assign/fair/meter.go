package fair

import (
	"context"
	"fmt"
)

// checkEvery is how many steps are taken between two looks at the context.
const checkEvery = 1 << 14

// meter counts steps. Once it has noticed that the context ended, err stays set, and
// whoever computes on returns nonsense soon.
type meter struct {
	ctx   context.Context
	steps int64
	next  int64 // step at which to look at the context
	stop  int64 // step from which on nothing new should be begun
	err   error
}

func (m *meter) spend(n int) {
	if m.steps += int64(n); m.steps >= m.next && m.err == nil {
		m.next = m.steps + checkEvery
		if m.ctx.Err() != nil {
			m.err = fmt.Errorf("fair: stopped: %w", context.Cause(m.ctx))
		}
	}
}

// allow lets the next of several parts of the work have its share of what is left.
func (m *meter) allow(limit int64, parts int) {
	m.stop = m.steps + max(0, limit-m.steps)/int64(parts)
}

// over reports that the steps allowed are spent, or that the context ended.
func (m *meter) over() bool { return m.steps >= m.stop || m.err != nil }
