package peer

import "time"

const (
	isoDate   = "2006-01-02"
	firstYear = 1900
	lastYear  = 2200
	lastDay   = 109_938 // 2200-12-31 as Date counts
	monthSpan = 12 * (lastYear - firstYear + 1)
)

// Date is a calendar day from 1900-01-01 to 2200-12-31, without time or zone.
// The zero Date is no date; where a date may be missing the field says what
// its absence means. Dates compare with == and with [Date.Compare].
type Date struct {
	days int32 // days since 1899-12-31, so that zero is no date
}

func epoch() time.Time { return time.Date(firstYear-1, time.December, 31, 0, 0, 0, 0, time.UTC) }

// DateOf returns the day on which t falls in t's own zone, or the zero Date
// outside 1900 to 2200.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	if y < firstYear || y > lastYear {
		return Date{}
	}
	// A Duration holds 292 years, less than the range of Date, so seconds are counted.
	seconds := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() - epoch().Unix()
	return Date{days: int32(seconds / (24 * 60 * 60))}
}

// ParseDate reads the one accepted form, YYYY-MM-DD. The error is a [Fault]
// with the code [FaultDate].
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(isoDate, text)
	if err != nil || t.Year() < firstYear || t.Year() > lastYear {
		return Date{}, Fault{Code: FaultDate}
	}
	return DateOf(t), nil
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	switch {
	case d.days < e.days:
		return -1
	case d.days > e.days:
		return +1
	}
	return 0
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.days < e.days }

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int { return int(d.days) - int(e.days) }

// Time returns midnight UTC of the day, or the zero time for no date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return epoch().AddDate(0, 0, int(d.days))
}

// AddDays returns the day n days later (earlier when n is negative), kept
// within the range of Date. No date stays no date.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	n = max(-lastDay, min(n, lastDay))
	return Date{days: max(1, min(d.days+int32(n), lastDay))}
}

// AddMonths returns the same day of the month n months later (earlier when n
// is negative), or the last day of that month where it is shorter: one month
// before 31 March is the end of February, never a day in March. The result is
// kept within the range of Date; no date stays no date.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	n = max(-monthSpan, min(n, monthSpan))
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return clamp(first.AddDate(0, 0, min(t.Day(), last)-1))
}

// clamp returns the day of t, or the nearest day in the range of Date.
func clamp(t time.Time) Date {
	switch {
	case t.Year() < firstYear:
		t = time.Date(firstYear, time.January, 1, 0, 0, 0, 0, time.UTC)
	case t.Year() > lastYear:
		t = time.Date(lastYear, time.December, 31, 0, 0, 0, 0, time.UTC)
	}
	return DateOf(t)
}

// String returns YYYY-MM-DD, or the empty text for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(isoDate)
}

// MarshalText implements encoding.TextMarshaler; no date is the empty text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler as [ParseDate] does; the
// empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Interval is the days from From on and before Until. A zero From has no
// beginning, a zero Until no end; the zero Interval is always.
type Interval struct {
	From  Date
	Until Date
}

// Empty reports whether the interval holds no day.
func (i Interval) Empty() bool {
	return !i.Until.IsZero() && !i.From.IsZero() && !i.From.Before(i.Until)
}

// Contains reports whether the interval holds day d.
func (i Interval) Contains(d Date) bool {
	return !d.Before(i.From) && (i.Until.IsZero() || d.Before(i.Until))
}

// Reversed reports whether the end lies before the beginning, which is a
// mistake in the data and not an empty interval.
func (i Interval) Reversed() bool {
	return !i.Until.IsZero() && i.Until.Before(i.From)
}
