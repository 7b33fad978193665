package assign

import (
	"context"
	"fmt"
)

// checkEvery is how many pairs are looked at between two looks at the context.
const checkEvery = 1 << 14

// meter counts work and stops it when the context ends.
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
