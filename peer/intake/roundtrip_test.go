package intake_test

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/intake"
	"github.com/peersupport/peersupport/peer/tabular"
)

// The generators draw what is valid, of the shapes that files could spoil: ids
// and tags that look like formulas, numbers or notation.

func ids() *rapid.Generator[peer.ExternalID] {
	return rapid.Map(rapid.StringMatching(`[=+@'0-9a-zA-Zéж;:!-]{1,6}( [#=0-9]{1,3})?`),
		func(s string) peer.ExternalID { return peer.ExternalID(s) }).Filter(peer.ExternalID.Valid)
}

func tags() *rapid.Generator[string] {
	return rapid.StringMatching(`[-+'a-zé日0-9./()]{1,5}( [a-z_]{1,4})?`)
}

func several[T comparable](g *rapid.Generator[T]) *rapid.Generator[[]T] {
	return rapid.Map(rapid.SliceOfNDistinct(g, 0, 4, rapid.ID), func(s []T) []T {
		if len(s) == 0 {
			return nil
		}
		return s
	})
}

func dates() *rapid.Generator[peer.Date] {
	return rapid.Custom(func(t *rapid.T) peer.Date {
		first, _ := peer.ParseDate("1900-01-01")
		return first.AddDays(rapid.IntRange(0, 109_937).Draw(t, "day"))
	})
}

func maybe(g *rapid.Generator[peer.Date]) *rapid.Generator[peer.Date] {
	return rapid.OneOf(rapid.Just(peer.Date{}), g)
}

func wishes(item *rapid.Generator[peer.Item]) *rapid.Generator[[]peer.Wish] {
	return rapid.Custom(func(t *rapid.T) []peer.Wish {
		var list []peer.Wish
		for _, i := range several(item).Draw(t, "items") {
			list = append(list, peer.Wish{
				Item:       i,
				Importance: peer.Importance(rapid.IntRange(1, 3).Draw(t, "importance")),
				Must:       rapid.Bool().Draw(t, "must"),
			})
		}
		return list
	})
}

func experiences() *rapid.Generator[peer.Item] { return rapid.Map(tags(), peer.ExperienceItem) }

func attributes() *rapid.Generator[peer.Attribute] {
	return rapid.Custom(func(t *rapid.T) peer.Attribute {
		return peer.Attribute{Name: tags().Draw(t, "name"), Value: tags().Draw(t, "value")}
	})
}

func weekdays() []time.Weekday {
	return []time.Weekday{
		time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
	}
}

func availabilities() *rapid.Generator[peer.Availability] {
	slot := rapid.Custom(func(t *rapid.T) peer.Slot {
		from := rapid.IntRange(0, 1439).Draw(t, "from")
		return peer.Slot{
			Day:   rapid.SampledFrom(weekdays()).Draw(t, "day"),
			From:  from,
			Until: rapid.IntRange(from+1, 1440).Draw(t, "until"),
		}
	})
	return rapid.Custom(func(t *rapid.T) peer.Availability {
		return peer.Availability{
			Zone:  rapid.SampledFrom([]string{"", "UTC", "Europe/Berlin", "Asia/Kathmandu"}).Draw(t, "zone"),
			Slots: several(slot).Draw(t, "slots"),
		}
	})
}

func terms() *rapid.Generator[peer.Private[peer.Terms]] {
	item := rapid.OneOf(rapid.SampledFrom(peer.Kinds()), experiences(), rapid.Map(attributes(), peer.Attribute.Item))
	consents := rapid.Custom(func(t *rapid.T) []peer.Consent {
		var list []peer.Consent
		for _, i := range several(item).Draw(t, "items") {
			list = append(list, peer.Consent{Item: i, Until: maybe(dates()).Draw(t, "until")})
		}
		return list
	})
	return rapid.Custom(func(t *rapid.T) peer.Private[peer.Terms] {
		return peer.NewPrivate(peer.Terms{Matching: consents.Draw(t, "consent"), Release: consents.Draw(t, "release")})
	})
}

func languages() *rapid.Generator[[]string] {
	return several(rapid.SampledFrom([]string{"en", "de-CH", "zh-Hant", "ar", "sgn"}))
}

func modes() *rapid.Generator[[]peer.Mode] { return several(rapid.SampledFrom(peer.Modes())) }

func stages() *rapid.Generator[peer.Stage] {
	return rapid.Map(rapid.IntRange(0, int(peer.MaxStage)), func(n int) peer.Stage { return peer.Stage(n) })
}

func requests() *rapid.Generator[[]peer.Request] {
	one := rapid.Custom(func(t *rapid.T) peer.Request {
		return peer.Request{
			Key: ids().Draw(t, "key"), Person: ids().Draw(t, "person"), Asked: dates().Draw(t, "asked"),
			Seeks: peer.NewPrivate(peer.Seeks{
				Experiences:  wishes(experiences()).Draw(t, "experiences"),
				Attributes:   wishes(rapid.Map(attributes(), peer.Attribute.Item)).Draw(t, "attributes"),
				Languages:    languages().Draw(t, "languages"),
				Modes:        modes().Draw(t, "modes"),
				Availability: availabilities().Draw(t, "availability"),
				Stage:        stages().Draw(t, "journey"),
				JourneyWish:  rapid.SampledFrom([]peer.JourneyWish{"", peer.SamePoint, peer.FurtherOn}).Draw(t, "wish"),
				Preferred:    several(ids()).Draw(t, "preferred"),
				NotWanted:    several(ids()).Draw(t, "not wanted"),
			}),
			Terms: terms().Draw(t, "terms"),
		}
	})
	return rapid.SliceOfNDistinct(one, 1, 5, func(r peer.Request) string { return r.Key.Fold() })
}

func supporters() *rapid.Generator[[]peer.Supporter] {
	one := rapid.Custom(func(t *rapid.T) peer.Supporter {
		return peer.Supporter{
			Person:       ids().Draw(t, "person"),
			Capacity:     rapid.IntRange(0, peer.MaxCapacity).Draw(t, "capacity"),
			TargetLoad:   rapid.IntRange(0, peer.MaxCapacity).Draw(t, "target"),
			TrainedUntil: maybe(dates()).Draw(t, "trained"),
			PausedUntil:  maybe(dates()).Draw(t, "paused"),
			Offers: peer.NewPrivate(peer.Offers{
				Experiences:   several(tags()).Draw(t, "experiences"),
				Attributes:    several(attributes()).Draw(t, "attributes"),
				Languages:     languages().Draw(t, "languages"),
				Modes:         modes().Draw(t, "modes"),
				Availability:  availabilities().Draw(t, "availability"),
				Stage:         stages().Draw(t, "journey"),
				NotPairedWith: several(ids()).Draw(t, "not paired with"),
			}),
			Terms: terms().Draw(t, "terms"),
		}
	})
	return rapid.SliceOfNDistinct(one, 1, 5, func(s peer.Supporter) peer.ExternalID { return s.Person })
}

func histories() *rapid.Generator[[]peer.Relationship] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) peer.Relationship {
		during := peer.Interval{From: dates().Draw(t, "from")}
		if rapid.Bool().Draw(t, "ended") {
			during.Until = during.From.AddDays(rapid.IntRange(0, 1000).Draw(t, "days"))
		}
		return peer.Relationship{
			Seeker: ids().Draw(t, "seeker"), Supporter: ids().Draw(t, "supporter"), During: during,
			EndedBy: peer.NewPrivate(rapid.SampledFrom([]peer.EndedBy{
				peer.EndedAsPlanned, peer.EndedBySeeker, peer.EndedBySupporter, peer.EndedByBoth,
				peer.EndedByProgramme, peer.EndedByDeclining, peer.EndedByNotKnown,
			}).Draw(t, "ended by")),
		}
	}), 1, 5)
}

// roundTrip writes and reads, and holds what was read against what was
// written, with everything private opened.
func roundTrip[T any](t *testing.T, draw *rapid.Generator[[]T], write func(io.Writer, []T) error,
	read func(tabular.File, intake.Options) ([]T, tabular.Report, error), open func(T) any,
) {
	t.Helper()
	property := func(t *rapid.T) {
		rows := draw.Draw(t, "rows")
		var out bytes.Buffer
		require.NoError(t, write(&out, rows))
		got, _, err := read(tabular.File{Name: "file.csv", Reader: bytes.NewReader(out.Bytes())}, intake.Options{})
		require.NoError(t, err)
		require.Len(t, got, len(rows))
		for i := range rows {
			require.Equal(t, open(rows[i]), open(got[i]))
		}
	}
	for range scale(t) {
		rapid.Check(t, property)
	}
}

func TestRequestsAreReadAsTheyWereWritten(t *testing.T) {
	roundTrip(t, requests(), intake.WriteRequests, intake.ReadRequests, func(r peer.Request) any {
		return []any{r.Key, r.Person, r.Asked, r.Seeks.Reveal(), r.Terms.Reveal()}
	})
}

func TestSupportersAreReadAsTheyWereWritten(t *testing.T) {
	roundTrip(t, supporters(), intake.WriteSupporters, intake.ReadSupporters, func(s peer.Supporter) any {
		return []any{s.Person, s.Capacity, s.TargetLoad, s.TrainedUntil, s.PausedUntil, s.Offers.Reveal(), s.Terms.Reveal()}
	})
}

func TestAHistoryIsReadAsItWasWritten(t *testing.T) {
	roundTrip(t, histories(), intake.WriteHistory, intake.ReadHistory, func(r peer.Relationship) any {
		return []any{r.Seeker, r.Supporter, r.During, r.EndedBy.Reveal()}
	})
}

func TestWhatCouldNotBeReadBackIsNotWritten(t *testing.T) {
	var out bytes.Buffer
	asked := date(t, "2026-03-01")
	for name, write := range map[string]func() error{
		"an id with a bar": func() error {
			return intake.WriteRequests(&out, []peer.Request{{Key: "R|1", Person: "chi", Asked: asked}})
		},
		"a tag with a bar": func() error {
			return intake.WriteSupporters(&out, []peer.Supporter{{Person: "ben", Offers: peer.NewPrivate(peer.Offers{Experiences: []string{"a|b"}})}})
		},
		"a negative capacity": func() error {
			return intake.WriteSupporters(&out, []peer.Supporter{{Person: "ben", Capacity: -1}})
		},
		"a request twice": func() error {
			return intake.WriteRequests(&out, []peer.Request{
				{Key: "R1", Person: "chi", Asked: asked}, {Key: "r1", Person: "dee", Asked: asked},
			})
		},
		"a past without beginning": func() error {
			return intake.WriteHistory(&out, []peer.Relationship{{Seeker: "chi", Supporter: "ben"}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			var faults peer.Faults
			require.ErrorAs(t, write(), &faults)
			require.Zero(t, out.Len())
		})
	}
}

func TestWritingPassesOnTheErrorOfTheStream(t *testing.T) {
	broken := errors.New("disk full")

	require.ErrorIs(t, intake.WriteHistory(failing{broken}, nil), broken)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
