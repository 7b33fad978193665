package peer_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/peer"
)

const (
	quartersOfWeek = 7 * 24 * 4
	winter         = "2026-01-14"
	summer         = "2026-07-15"
)

func slots(tb testing.TB, texts ...string) []peer.Slot {
	tb.Helper()
	var all []peer.Slot
	for _, text := range texts {
		s, err := peer.ParseSlot(text)
		require.NoError(tb, err)
		require.Equal(tb, text, s.String())
		all = append(all, s)
	}
	return all
}

func week(tb testing.TB, at, zone string, texts ...string) peer.Week {
	tb.Helper()
	w, err := peer.Availability{Zone: zone, Slots: slots(tb, texts...)}.Week(day(tb, at))
	require.NoError(tb, err)
	return w
}

func TestParseSlotRefuses(t *testing.T) {
	for _, text := range []string{
		"", "mon", "mon 09:00", "Mon 09:00-10:00", "monday 09:00-10:00", "mon 9:00-10:00", "mon 09:00-09:00", "mon 10:00-09:00",
		"mon 09:60-10:00", "mon 09:00-24:01", "mon 24:00-24:00", "mon  09:00-10:00", "mon 09:00-10:00 ", "mon 09:00–10:00",
		"mon -1:00-10:00", "mon 09:0x-10:00",
	} {
		_, err := peer.ParseSlot(text)
		requireCode(t, peer.FaultSlot, err)
	}
}

func TestWeekIsInUTC(t *testing.T) {
	for name, c := range map[string]struct {
		at, zone string
		slots    []string
		want     []string
	}{
		"UTC":                       {winter, "", []string{"mon 09:00-10:00"}, []string{"mon 09:00-10:00"}},
		"London in winter":          {winter, "Europe/London", []string{"mon 09:00-10:00"}, []string{"mon 09:00-10:00"}},
		"London in summer":          {summer, "Europe/London", []string{"mon 09:00-10:00"}, []string{"mon 08:00-09:00"}},
		"the night clocks change":   {"2026-03-29", "Europe/London", []string{"sun 09:00-10:00"}, []string{"sun 08:00-09:00"}},
		"the day before":            {"2026-03-28", "Europe/London", []string{"sun 09:00-10:00"}, []string{"sun 09:00-10:00"}},
		"far east, early on Monday": {winter, "Pacific/Auckland", []string{"mon 08:00-09:00"}, []string{"sun 19:00-20:00"}},
		"Auckland's change":         {"2026-04-05", "Pacific/Auckland", []string{"tue 12:00-13:00"}, []string{"tue 00:00-01:00"}},
		"the day before that":       {"2026-04-04", "Pacific/Auckland", []string{"tue 13:00-14:00"}, []string{"tue 00:00-01:00"}},
		"far west, late on Sunday":  {winter, "Pacific/Honolulu", []string{"sun 20:00-21:00"}, []string{"mon 06:00-07:00"}},
		"over the end of the week":  {winter, "Pacific/Honolulu", []string{"sun 13:30-14:30"}, []string{"mon 00:00-00:30", "sun 23:30-24:00"}},
		"three quarters of an hour": {winter, "Asia/Kathmandu", []string{"wed 12:00-13:00"}, []string{"wed 06:15-07:15"}},
		"overlapping slots":         {winter, "", []string{"fri 10:00-11:00", "fri 10:30-12:00"}, []string{"fri 10:00-12:00"}},
		"parts of a quarter":        {winter, "", []string{"fri 10:05-10:50"}, []string{"fri 10:15-10:45"}},
		"less than a quarter":       {winter, "", []string{"fri 10:05-10:25"}, nil},
		"around midnight":           {winter, "", []string{"sat 23:00-24:00", "sun 00:00-01:00"}, []string{"sat 23:00-24:00", "sun 00:00-01:00"}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, week(t, winter, "", c.want...), week(t, c.at, c.zone, c.slots...))
		})
	}
}

func TestWeekRefuses(t *testing.T) {
	at := day(t, winter)
	for _, zone := range []string{"Local", "Europe/Atlantis", "../etc/passwd", "/etc/localtime", "utc+1"} {
		_, err := peer.Availability{Zone: zone}.Week(at)
		requireCode(t, peer.FaultZone, err)
	}
	for _, s := range []peer.Slot{
		{}, {Day: 7, Until: 60}, {Day: -1, Until: 60}, {From: -15, Until: 60}, {From: 0, Until: 1441}, {Until: math.MaxInt},
	} {
		_, err := peer.Availability{Slots: []peer.Slot{s}}.Week(at)
		requireCode(t, peer.FaultSlot, err)
	}
}

func TestNothingStatedIsNotNever(t *testing.T) {
	require.True(t, peer.Availability{Zone: "Europe/Paris"}.IsZero())
	require.False(t, peer.Availability{Slots: slots(t, "mon 09:00-10:00")}.IsZero())
	require.True(t, peer.Week{}.IsZero())
	require.False(t, week(t, winter, "", "mon 09:00-10:00").IsZero())
}

// A week of any zone against a walk through its slots, minute by minute.
func TestWeekAgreesWithNaiveMinutes(t *testing.T) {
	zones := []string{"", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"}
	rapid.Check(t, func(rt *rapid.T) {
		a := peer.Availability{Zone: rapid.SampledFrom(zones).Draw(rt, "zone")}
		for range rapid.IntRange(1, 4).Draw(rt, "slots") {
			from := rapid.IntRange(0, 1439).Draw(rt, "from")
			a.Slots = append(a.Slots, peer.Slot{
				Day:  time.Weekday(rapid.IntRange(0, 6).Draw(rt, "day")),
				From: from, Until: rapid.IntRange(from+1, 1440).Draw(rt, "until"),
			})
		}
		at := mustDate(winter).AddDays(rapid.IntRange(0, 365).Draw(rt, "at"))
		w, err := a.Week(at)
		require.NoError(rt, err)

		zone, err := time.LoadLocation(a.Zone)
		require.NoError(rt, err)
		noon := time.Date(at.Time().Year(), at.Time().Month(), at.Time().Day(), 12, 0, 0, 0, zone)
		_, ahead := noon.Zone()
		fixed := time.FixedZone("fixed", ahead)
		monday := time.Date(2026, time.January, 12, 0, 0, 0, 0, time.UTC)
		for q := range quartersOfWeek {
			begin := monday.Add(time.Duration(q) * 15 * time.Minute).In(fixed)
			first := begin.Hour()*60 + begin.Minute()
			within := slices.ContainsFunc(a.Slots, func(s peer.Slot) bool {
				return s.Day == begin.Weekday() && s.From <= first && first+15 <= s.Until
			})
			require.Equal(rt, within, w.Has(q), "quarter %d", q)
		}
	})
}

func randomWeek(r *rand.Rand, share float64) (peer.Week, []bool) {
	var a peer.Availability
	has := make([]bool, quartersOfWeek)
	for q := range has {
		if r.Float64() < share {
			has[q] = true
			from := q % 96 * 15
			a.Slots = append(a.Slots, peer.Slot{Day: time.Weekday((q/96 + 1) % 7), From: from, Until: from + 15})
		}
	}
	w, err := a.Week(mustDate(winter))
	if err != nil {
		panic(err)
	}
	return w, has
}

func TestStartsAgreesWithNaiveLoop(t *testing.T) {
	for seed := range scaled(t, 50) {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		w, has := randomWeek(r, []float64{0.5, 0.9, 0.99, 1}[r.IntN(4)])
		for _, minutes := range []int{-5, 0, 1, 15, 16, 30, 45, 60, 90, 1440, 10_080, 10_081, math.MaxInt} {
			starts := w.Starts(minutes)
			long := minutes/15 + min(1, max(0, minutes%15))
			for q := range has {
				fits := has[q] && long <= quartersOfWeek
				for i := 0; i < long && fits; i++ {
					fits = has[(q+i)%quartersOfWeek]
				}
				if fits != starts.Has(q) {
					require.Failf(t, "a start is wrong", "seed %d, %d minutes at quarter %d", seed, minutes, q)
				}
			}
		}
	}
}

func TestWeeksIntersect(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 6))
	w, inW := randomWeek(r, 0.5)
	v, inV := randomWeek(r, 0.5)
	both := w.And(v)
	var want, got []int
	for q := range quartersOfWeek {
		if inW[q] && inV[q] {
			want = append(want, q)
			require.True(t, both.Has(q))
		}
	}
	for q := range both.Quarters {
		got = append(got, q)
	}
	require.Equal(t, want, got)
	require.Equal(t, 15*len(want), both.Minutes())
	for first := range both.Quarters {
		require.Equal(t, want[0], first)
		break
	}
}
