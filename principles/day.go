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

// DayOf returns the day of t in t's own time zone.
func DayOf(t time.Time) Day {
	year, month, day := t.Date()
	return Day{int16(year), uint8(month), uint8(day)} //nolint:gosec // a calendar's months and days; years are checked on reading
}

// ParseDay reads YYYY-MM-DD, from 1900 to 2200; [ErrDay] otherwise.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
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

// AddMonths returns the day some months later; a day that the month has not
// becomes one of the next month, as in [time.Time.AddDate].
func (d Day) AddMonths(months int) Day {
	if d.IsZero() {
		return d
	}
	return DayOf(d.time().AddDate(0, months, 0))
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
