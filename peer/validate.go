package peer

import (
	"cmp"
	"errors"
	"strings"
	"time"

	"github.com/go-playground/validator/v10"
	"golang.org/x/text/language"
)

// MaxListed is the largest number of entries in one list of a request or of a
// supporter (languages, wishes, people not wanted …).
const MaxListed = 1000

// Validator checks requests, supporters and relationships by themselves; that
// the people exist is checked by whoever knows the organisation. Make one and
// keep it: it is safe for concurrent use.
type Validator struct {
	shape *validator.Validate
}

// NewValidator returns a Validator.
func NewValidator() *Validator {
	return &Validator{shape: validator.New(validator.WithRequiredStructEnabled())}
}

// finder gathers the faults of one record.
type finder struct {
	list   string
	index  int
	faults Faults
}

func (f *finder) add(field string, code FaultCode) {
	f.faults = append(f.faults, Fault{Code: code, List: f.list, Index: f.index, Field: field})
}

// Request returns the faults of the index-th request.
func (v *Validator) Request(index int, r Request) Faults {
	f := &finder{list: "requests", index: index}
	f.key("request_id", r.Key)
	f.key("person_id", r.Person)
	if r.Asked.IsZero() {
		f.add("asked_on", FaultRequired)
	}
	s := r.Seeks.Reveal()
	v.wishes(f, "experiences", KindExperience, s.Experiences)
	v.wishes(f, "attributes", KindAttribute, s.Attributes)
	f.shared(s.Languages, s.Modes, s.Availability, s.Stage)
	if _, err := ParseJourneyWish(string(s.JourneyWish)); err != nil {
		f.add("journey_wish", FaultJourney)
	}
	f.people("preferred", s.Preferred)
	f.people("not_wanted", s.NotWanted)
	f.terms(r.Terms.Reveal())
	return f.faults
}

// Supporter returns the faults of the index-th supporter.
func (v *Validator) Supporter(index int, s Supporter) Faults {
	f := &finder{list: "supporters", index: index}
	f.key("person_id", s.Person)
	f.shape(v.shape.StructPartial(s, "Capacity"), "capacity")
	f.shape(v.shape.StructPartial(s, "TargetLoad"), "target_load")
	o := s.Offers.Reveal()
	f.items("experiences", len(o.Experiences), func(i int) Item { return ExperienceItem(o.Experiences[i]) })
	f.items("attributes", len(o.Attributes), func(i int) Item { return o.Attributes[i].Item() })
	for _, a := range o.Attributes {
		if a.Value == "" {
			f.add("attributes", FaultItem)
		}
	}
	f.shared(o.Languages, o.Modes, o.Availability, o.Stage)
	f.people("not_paired_with", o.NotPairedWith)
	f.terms(s.Terms.Reveal())
	return f.faults
}

// Relationship returns the faults of the index-th relationship of a history.
func (v *Validator) Relationship(index int, r Relationship) Faults {
	f := &finder{list: "history", index: index}
	f.key("request_person_id", r.Seeker)
	f.key("supporter_person_id", r.Supporter)
	if r.During.From.IsZero() {
		f.add("from", FaultRequired)
	}
	if r.During.Reversed() {
		f.add("until", FaultInterval)
	}
	if _, err := ParseEndedBy(string(r.EndedBy.Reveal())); err != nil {
		f.add("ended_by", FaultEndedBy)
	}
	return f.faults
}

// shape translates the validator's answer; its errors hold the rejected value
// and stay in here.
func (f *finder) shape(err error, field string) {
	var invalid validator.ValidationErrors
	if errors.As(err, &invalid) {
		f.add(field, FaultRange)
	}
}

func (f *finder) key(field string, key ExternalID) {
	switch {
	case key == "":
		f.add(field, FaultIDMissing)
	case !key.Valid():
		f.add(field, FaultID)
	}
}

func (v *Validator) wishes(f *finder, field string, kind Item, wishes []Wish) {
	f.items(field, len(wishes), func(i int) Item { return wishes[i].Item })
	for _, w := range wishes {
		f.shape(v.shape.Struct(w), field)
		if !kind.Covers(w.Item) || w.Item == kind || (kind == KindAttribute && !strings.Contains(string(w.Item), "=")) {
			f.add(field, FaultItem)
		}
	}
}

// items checks that a list is short, well formed and without repetition.
func (f *finder) items(field string, n int, item func(int) Item) {
	if n > MaxListed {
		f.add(field, FaultRange)
		return
	}
	seen := map[Item]bool{}
	for i := range n {
		it := item(i)
		switch {
		case !it.Valid():
			f.add(field, FaultItem)
		case seen[it]:
			f.add(field, FaultRepeated)
		}
		seen[it] = true
	}
}

// shared checks what requests and supporters have in common.
func (f *finder) shared(languages []string, modes []Mode, a Availability, stage Stage) {
	f.items("languages", len(languages), func(i int) Item { return LanguageItem(languages[i]) })
	for _, l := range languages {
		if _, err := language.Parse(l); err != nil {
			f.add("languages", FaultItem)
		}
	}
	f.items("modes", len(modes), func(i int) Item { return ModeItem(modes[i]) })
	for _, m := range modes {
		if _, err := ParseMode(string(m)); err != nil {
			f.add("modes", FaultMode)
		}
	}
	if stage < 0 || stage > MaxStage {
		f.add("journey", FaultRange)
	}
	if _, err := time.LoadLocation(cmp.Or(a.Zone, "UTC")); err != nil || a.Zone == "Local" {
		f.add("timezone", FaultZone)
	}
	if len(a.Slots) > MaxListed {
		f.add("availability", FaultRange)
	}
	for _, s := range a.Slots {
		if s.Day < time.Sunday || s.Day > time.Saturday || s.From < 0 || s.From >= s.Until || s.Until > minutesPerDay {
			f.add("availability", FaultSlot)
		}
	}
}

func (f *finder) people(field string, keys []ExternalID) {
	if len(keys) > MaxListed {
		f.add(field, FaultRange)
	}
	seen := map[ExternalID]bool{}
	for _, key := range keys {
		f.key(field, key)
		if seen[key] {
			f.add(field, FaultRepeated)
		}
		seen[key] = true
	}
}

func (f *finder) terms(t Terms) {
	f.items("consent", len(t.Matching), func(i int) Item { return t.Matching[i].Item })
	f.items("release", len(t.Release), func(i int) Item { return t.Release[i].Item })
}
