package principles_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

func TestMonthsLaterIsTheSameDayOrTheLastOfTheMonth(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-03-31", 12, "2027-03-31"},
		{"2026-12-15", 1, "2027-01-15"}, {"2026-02-28", 1, "2026-03-28"}, {"2200-12-31", 120, "2210-12-31"},
	} {
		require.Equal(t, c.want, day(c.from).AddMonths(c.months).String())
	}
	require.True(t, principles.Day{}.AddMonths(3).IsZero())
}

func TestALaterDayNeverEndsEarlier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 3000).Draw(t, "day"))
		months := rapid.IntRange(0, 120).Draw(t, "months")
		one, next := principles.DayOf(start), principles.DayOf(start.AddDate(0, 0, 1))
		require.False(t, next.AddMonths(months).Before(one.AddMonths(months)))
		require.Equal(t, 1, next.Days(one))
	})
}

func TestADayIsReadAsItIsWritten(t *testing.T) {
	for _, text := range []string{"1900-01-01", "2026-02-28", "2200-12-31"} {
		require.Equal(t, text, day(text).String())
	}
	for _, text := range []string{"", "1899-12-31", "2201-01-01", "2026-02-30", "2026-2-3", "2026-02-28T00:00:00Z"} {
		_, err := principles.ParseDay(text)
		require.ErrorIs(t, err, principles.ErrDay, text)
	}
	require.True(t, principles.DayOf(time.Time{}).IsZero())
}
