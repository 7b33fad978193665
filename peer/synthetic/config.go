package synthetic

import (
	"cmp"
	"time"

	"github.com/peersupport/peersupport/peer"
)

// The defaults of Config; this project's own figures.
const (
	DefaultPeople     = 400
	DefaultSeekers    = 0.12
	DefaultSupporters = 0.08
)

// Config says what to make up. The zero value is usable.
type Config struct {
	// Seed chooses one of 2^64 worlds; every seed is as good as another.
	Seed uint64
	// At is the day of the round, which dated facts lie around. Defaults to
	// 2026-01-05.
	At peer.Date
	// People is how many people and positions Organisation makes, from 1.
	// Defaults to DefaultPeople.
	People int
	// Seekers is the share of people who ask for support, from 0 to 1.
	// Defaults to DefaultSeekers; negative means nobody.
	Seekers float64
	// Supporters is the share of people who give it, from 0 to 1. Defaults to
	// DefaultSupporters; negative means nobody.
	Supporters float64
}

func (c Config) withDefaults() Config {
	if c.At.IsZero() {
		c.At = peer.DateOf(time.Date(2026, time.January, 5, 0, 0, 0, 0, time.UTC))
	}
	c.People = max(1, cmp.Or(c.People, DefaultPeople))
	c.Seekers = cmp.Or(c.Seekers, DefaultSeekers)
	c.Supporters = cmp.Or(c.Supporters, DefaultSupporters)
	return c
}

// count turns a share of n people into a number of people; what is no share is
// nobody.
func count(share float64, n int) int {
	if !(share > 0) { // not a number, too
		return 0
	}
	return int(min(share, 1)*float64(n) + 0.5)
}
