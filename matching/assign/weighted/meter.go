package weighted

import (
	"context"
	"fmt"
)

// checkEvery is how many steps are made between two looks at the context.
const checkEvery = 1 << 16

// meter counts work. It stops it, for good, when the context ends and, for the
// objective at hand, when the limit is reached.
type meter struct {
	ctx   context.Context
	stats Stats
	next  int64 // steps at which to look at the context
	limit int64 // steps at which to stop
	err   error // why the context ended
}

func newMeter(ctx context.Context) *meter {
	m := &meter{ctx: ctx}
	m.look()
	return m
}

func (m *meter) look() {
	m.next = m.stats.Steps + checkEvery
	if m.err == nil && m.ctx.Err() != nil {
		m.err = fmt.Errorf("weighted: stopped: %w", context.Cause(m.ctx))
	}
}

// spend records n steps and reports whether there may be more.
func (m *meter) spend(n int) bool {
	m.stats.Steps += int64(n)
	if m.stats.Steps >= m.next {
		m.look()
	}
	return !m.over()
}

func (m *meter) over() bool { return m.err != nil || m.stats.Steps >= m.limit }
