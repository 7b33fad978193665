package stable

import (
	"context"
	"fmt"
)

// checkEvery is how many steps are taken between two looks at the context.
const checkEvery = 1 << 14

// meter stops work when the context ends. Without a context it never does.
type meter struct {
	ctx   context.Context
	steps int // since the last look
}

// step records n steps.
func (m *meter) step(n int) error {
	if m.steps += n; m.steps < checkEvery {
		return nil
	}
	m.steps = 0
	return m.alive()
}

func (m *meter) alive() error {
	if m.ctx != nil && m.ctx.Err() != nil {
		return fmt.Errorf("stable: stopped: %w", context.Cause(m.ctx))
	}
	return nil
}
