package principles

import (
	"errors"
	"time"
)

// ErrDay reports a text that is no [Day].
var ErrDay = errors.New("principles: a day is YYYY-MM-DD from 1900 to 2200")

// Day is a calendar day. The zero value is no day.
type Day struct {
	year  int16
	month uint8
	day   uint8
}

// DayOf returns the day of t in t's own time zone, and no day for one outside
// the years that can be read and the twenty after them.
func DayOf(t time.Time) Day {
	year, month, day := t.Date()
	if year < minDayYear || year > maxDayYear+20 {
		return Day{}
	}
	return Day{int16(year), uint8(month), uint8(day)} //nolint:gosec // a calendar's, checked above
}

// The years that can be read; what holds for some time may end after them.
const minDayYear, maxDayYear = 1900, 2200

// ParseDay reads YYYY-MM-DD, from 1900 to 2200; [ErrDay] otherwise.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < minDayYear || t.Year() > maxDayYear {
		return Day{}, ErrDay
	}
	return DayOf(t), nil
}

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// String returns YYYY-MM-DD, empty for no day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return d.time().Format(time.DateOnly)
}

// Before reports whether d lies before other.
func (d Day) Before(other Day) bool { return d.time().Before(other.time()) }

// AddMonths returns the day some months later, or the last of that month where
// it has no such day, so that a later day never leads to an earlier one.
func (d Day) AddMonths(months int) Day {
	if d.IsZero() {
		return d
	}
	first := time.Date(int(d.year), time.Month(d.month)+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DayOf(first.AddDate(0, 0, min(int(d.day), last)-1))
}

// Days returns how many days d lies after other.
func (d Day) Days(other Day) int { return int(d.time().Sub(other.time()) / (24 * time.Hour)) }

// MarshalText returns YYYY-MM-DD, empty for no day.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Day{}
		return nil
	}
	read, err := ParseDay(string(text))
	if err != nil {
		return err
	}
	*d = read
	return nil
}

func (d Day) time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}
