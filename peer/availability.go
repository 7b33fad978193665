package peer

import (
	"math/bits"
	"strings"
	"time"
)

// A week is counted in quarter hours of UTC, from Monday 00:00.
const (
	quarter         = 15
	quartersPerDay  = 24 * 60 / quarter
	quartersPerWeek = 7 * quartersPerDay
	weekWords       = (quartersPerWeek + 63) / 64
	minutesPerDay   = 24 * 60
)

// Slot is a time of the week in somebody's own time zone. From and Until are
// minutes after midnight, From before Until, Until at most 1440.
type Slot struct {
	Day   time.Weekday
	From  int
	Until int
}

// ParseSlot reads "mon 09:00-12:00"; the last minute of a day is 24:00. The
// error is a [Fault] with the code [FaultSlot].
func ParseSlot(text string) (Slot, error) {
	day, hours, _ := strings.Cut(text, " ")
	from, until, _ := strings.Cut(hours, "-")
	s := Slot{Day: weekday(day), From: clock(from), Until: clock(until)}
	if !s.Valid() {
		return Slot{}, Fault{Code: FaultSlot, Field: "availability"}
	}
	return s, nil
}

// Valid reports whether s is a time of one day.
func (s Slot) Valid() bool {
	return time.Sunday <= s.Day && s.Day <= time.Saturday && 0 <= s.From && s.From < s.Until && s.Until <= minutesPerDay
}

// String returns the text that [ParseSlot] reads.
func (s Slot) String() string {
	day := strings.ToLower(s.Day.String()[:3])
	return day + " " + clockText(s.From) + "-" + clockText(s.Until)
}

func weekday(text string) time.Weekday {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.ToLower(d.String()[:3]) == text {
			return d
		}
	}
	return -1
}

// clock reads HH:MM as minutes, or returns -1.
func clock(text string) int {
	if len(text) != 5 || text[2] != ':' {
		return -1
	}
	digits := [4]int{int(text[0]) - '0', int(text[1]) - '0', int(text[3]) - '0', int(text[4]) - '0'}
	for _, d := range digits {
		if d < 0 || d > 9 {
			return -1
		}
	}
	hour, minute := 10*digits[0]+digits[1], 10*digits[2]+digits[3]
	if minute > 59 || hour*60+minute > minutesPerDay {
		return -1
	}
	return hour*60 + minute
}

func clockText(minutes int) string {
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return two(minutes/60) + ":" + two(minutes%60)
}

// Availability is when somebody has time in an ordinary week. The zero value
// states nothing, which is not the same as never.
type Availability struct {
	// Zone is the IANA name of the time zone that the slots are in; empty is UTC.
	Zone  string
	Slots []Slot
}

// IsZero reports whether nothing is stated.
func (a Availability) IsZero() bool { return len(a.Slots) == 0 }

// Week returns the quarter hours of UTC that lie wholly inside one of the
// slots, with the zone's offset at noon of day at. The error is a [Fault] with
// the code [FaultZone] or [FaultSlot].
func (a Availability) Week(at Date) (Week, error) {
	offset, err := a.offset(at)
	if err != nil {
		return Week{}, err
	}
	var w Week
	for _, s := range a.Slots {
		if !s.Valid() {
			return Week{}, Fault{Code: FaultSlot, Field: "availability"}
		}
		day := (int(s.Day) + 6) % 7 * minutesPerDay // weeks begin on Monday
		from, until := day+s.From-offset, day+s.Until-offset
		for q := ceilDiv(from, quarter); (q+1)*quarter <= until; q++ {
			w.set(((q % quartersPerWeek) + quartersPerWeek) % quartersPerWeek)
		}
	}
	return w, nil
}

// offset returns the minutes that the zone is ahead of UTC at noon of the day:
// clocks are changed at night, so noon has the day's own offset everywhere.
func (a Availability) offset(at Date) (minutes int, err error) {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil || a.Zone == "Local" { // the machine's own zone is nobody's
		return 0, Fault{Code: FaultZone, Field: "timezone"}
	}
	y, m, d := at.Time().Date()
	_, seconds := time.Date(y, m, d, 12, 0, 0, 0, zone).Zone()
	return seconds / 60, nil
}

func ceilDiv(a, b int) int {
	q := a / b
	if a%b > 0 {
		q++
	}
	return q
}

// Week is a set of quarter hours of a week in UTC, from Monday 00:00. The zero
// Week is empty. Weeks compare with ==.
type Week struct {
	words [weekWords]uint64
}

func (w *Week) set(q int) { w.words[q/64] |= 1 << (q % 64) }

// Has reports whether quarter hour q, from 0 to 671, is in the week.
func (w Week) Has(q int) bool { return w.words[q/64]>>(q%64)&1 == 1 }

// And returns the quarter hours in both weeks.
func (w Week) And(v Week) Week {
	for i := range w.words {
		w.words[i] &= v.words[i]
	}
	return w
}

// Minutes returns the length of the week's quarter hours together.
func (w Week) Minutes() int {
	n := 0
	for _, word := range w.words {
		n += bits.OnesCount64(word)
	}
	return n * quarter
}

// Starts returns the quarter hours at which a meeting of the given length in
// minutes, rounded up to whole quarters, fits without a break. The week is a
// circle: Sunday night runs on into Monday. Nothing longer than a week fits.
func (w Week) Starts(minutes int) Week {
	if minutes > 7*minutesPerDay {
		return Week{}
	}
	starts := w
	for i := 1; i < ceilDiv(minutes, quarter); i++ {
		w = w.earlier()
		starts = starts.And(w)
	}
	return starts
}

// earlier returns the week moved one quarter hour towards its beginning.
func (w Week) earlier() Week {
	var v Week
	first := w.words[0] & 1
	for i := range w.words {
		v.words[i] = w.words[i] >> 1
		if i+1 < weekWords {
			v.words[i] |= w.words[i+1] << 63
		}
	}
	if first == 1 {
		v.set(quartersPerWeek - 1)
	}
	return v
}

// Quarters yields the quarter hours of the week in order.
func (w Week) Quarters(yield func(q int) bool) {
	for i, word := range w.words {
		for ; word != 0; word &= word - 1 {
			if !yield(i*64 + bits.TrailingZeros64(word)) {
				return
			}
		}
	}
}

// IsZero reports whether the week is empty.
func (w Week) IsZero() bool { return w == Week{} }
