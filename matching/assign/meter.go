package assign

import (
	"context"
	"fmt"
)

// checkEvery is how many steps are taken between two looks at the context: well
// under a millisecond.
const checkEvery = 1 << 14

// meter counts the work of one goroutine and stops it when the context ends.
type meter struct {
	ctx   context.Context
	stats Stats
	next  int64
}

// scanned records n pairs looked at.
func (m *meter) scanned(n int) error {
	m.stats.Scanned += int64(n)
	if m.stats.Scanned < m.next {
		return nil
	}
	m.next = m.stats.Scanned + checkEvery
	return m.alive()
}

func (m *meter) alive() error {
	if m.ctx.Err() != nil {
		return fmt.Errorf("assign: stopped: %w", context.Cause(m.ctx))
	}
	return nil
}
