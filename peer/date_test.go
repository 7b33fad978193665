package peer_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/peer"
)

// Every day of the range against the calendar of the standard library.
func TestEveryDayAgreesWithTheCalendar(t *testing.T) {
	last := peer.Date{}
	day := time.Date(1900, time.January, 1, 0, 0, 0, 0, time.UTC)
	for ; day.Year() <= 2200; day = day.AddDate(0, 0, 1) {
		d := peer.DateOf(day)
		parsed, err := peer.ParseDate(day.Format(time.DateOnly))
		ok := err == nil && parsed == d && d.Time().Equal(day) && d.String() == day.Format(time.DateOnly) &&
			last.Before(d) && d.Compare(last) == 1 && d.Sub(last) == 1 && d.AddDays(-1) == max2(last, d)
		if !ok {
			require.Failf(t, "a day is wrong", "%s: %s", day, d)
		}
		last = d
	}
	require.Equal(t, "2200-12-31", last.String())
	require.Equal(t, last, last.AddDays(1))
}

// max2 is the day before, or the first day itself, which has none.
func max2(before, d peer.Date) peer.Date {
	if before.IsZero() {
		return d
	}
	return before
}

func TestParseDateTakesOneForm(t *testing.T) {
	for _, text := range []string{
		"", "2026-02-30", "2025-02-29", "31/12/26", "12/31/26", "0001-01-01", "9999-12-31", "1899-12-31", "2201-01-01", "1e99", "2026-1-1",
		"2026-01-01T00:00:00Z", " 2026-01-01", "２０２６-01-01", "-2026-01-01", "2026-13-01", "2026-00-10", "2026-01-00",
	} {
		_, err := peer.ParseDate(text)
		requireCode(t, peer.FaultDate, err)
	}
}

func TestDateOfIsTheDayInTheZoneOfTheTime(t *testing.T) {
	east := time.FixedZone("east", 14*60*60)
	late := time.Date(2026, time.March, 1, 23, 0, 0, 0, time.UTC)
	require.Equal(t, "2026-03-01", peer.DateOf(late).String())
	require.Equal(t, "2026-03-02", peer.DateOf(late.In(east)).String())
	require.True(t, peer.DateOf(time.Time{}).IsZero())
	require.True(t, peer.DateOf(time.Date(2201, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero())
}

func TestAddMonthsStaysInTheMonth(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-03-31", -1, "2026-02-28"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", -48, "2020-02-29"},
		{"2100-01-31", 1, "2100-02-28"},
		{"2026-01-15", 0, "2026-01-15"},
		{"2026-12-31", 2, "2027-02-28"},
		{"2026-05-31", -12, "2025-05-31"},
		{"1900-01-15", -1, "1900-01-01"},
		{"2200-12-15", 1, "2200-12-31"},
		{"2026-01-15", math.MaxInt, "2200-12-31"},
		{"2026-01-15", math.MinInt, "1900-01-01"},
	} {
		require.Equal(t, c.want, day(t, c.from).AddMonths(c.months).String(), "%s %+d", c.from, c.months)
	}
}

func TestAddDaysStaysInTheRange(t *testing.T) {
	d := day(t, "2026-01-15")
	require.Equal(t, "2026-02-14", d.AddDays(30).String())
	require.Equal(t, "2200-12-31", d.AddDays(math.MaxInt).String())
	require.Equal(t, "1900-01-01", d.AddDays(math.MinInt).String())
}

func TestNoDateStaysNoDate(t *testing.T) {
	var none peer.Date
	require.True(t, none.IsZero())
	require.True(t, none.AddDays(5).IsZero())
	require.True(t, none.AddMonths(5).IsZero())
	require.True(t, none.Time().IsZero())
	require.Empty(t, none.String())
	require.Zero(t, none.Compare(peer.Date{}))
}

func TestDateIsJSONText(t *testing.T) {
	for _, want := range []peer.Date{day(t, "2026-01-15"), {}} {
		text, err := json.Marshal(want)
		require.NoError(t, err)
		got := day(t, "1999-09-09")
		require.NoError(t, json.Unmarshal(text, &got))
		require.Equal(t, want, got)
	}
	var d peer.Date
	require.Error(t, json.Unmarshal([]byte(`"15.01.2026"`), &d))
}

func TestIntervalIsHalfOpen(t *testing.T) {
	i := interval(t, "2026-01-10", "2026-01-20")
	require.False(t, i.Contains(day(t, "2026-01-09")))
	require.True(t, i.Contains(day(t, "2026-01-10")))
	require.True(t, i.Contains(day(t, "2026-01-19")))
	require.False(t, i.Contains(day(t, "2026-01-20")))
	require.True(t, peer.Interval{}.Contains(day(t, "1900-01-01")))
}

func TestIntervalWithoutDays(t *testing.T) {
	for _, c := range []struct {
		from, until     string
		empty, reversed bool
	}{
		{"2026-01-10", "2026-01-10", true, false},
		{"2026-01-10", "2026-01-09", true, true},
		{"2026-01-10", "2026-01-11", false, false},
		{"", "2026-01-10", false, false},
		{"2026-01-10", "", false, false},
		{"", "", false, false},
	} {
		i := interval(t, c.from, c.until)
		require.Equal(t, c.empty, i.Empty(), "%v", c)
		require.Equal(t, c.reversed, i.Reversed(), "%v", c)
	}
}

func TestEmptyIntervalContainsNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(name string) peer.Date {
			d := peer.Date{}
			if rapid.Bool().Draw(rt, name+" stated") {
				d = mustDate("2026-01-01").AddDays(rapid.IntRange(0, 12).Draw(rt, name))
			}
			return d
		}
		i := peer.Interval{From: draw("from"), Until: draw("until")}
		days := 0
		for n := range 13 {
			if i.Contains(mustDate("2026-01-01").AddDays(n)) {
				days++
			}
		}
		// Without a beginning, an end on the first day leaves days before it.
		if i.From.IsZero() {
			require.False(rt, i.Empty())
			return
		}
		require.Equal(rt, i.Empty(), days == 0)
	})
}
