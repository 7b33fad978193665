package peer

import "github.com/go-playground/validator/v10"

// MaxListed is the largest number of entries in one list of a request, a
// supporter or a role (languages, wishes, people not wanted …); this project's
// own figure.
const MaxListed = 1000

// Validator checks requests, supporters, relationships and roles by
// themselves; that the people exist is checked by whoever knows the
// organisation. Make one and keep it: it is safe for concurrent use.
type Validator struct {
	shape *validator.Validate
}

// NewValidator returns a Validator.
func NewValidator() *Validator {
	return &Validator{shape: validator.New(validator.WithRequiredStructEnabled())}
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
	f.wishes(v.shape, "experiences", KindExperience, s.Experiences)
	f.wishes(v.shape, "attributes", KindAttribute, s.Attributes)
	f.common(s.Languages, s.Modes, s.Availability, s.Stage, r.Terms.Reveal())
	known(f, "journey_wish", s.JourneyWish, ParseJourneyWish)
	f.keys("preferred", s.Preferred)
	f.keys("not_wanted", s.NotWanted)
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
	f.items("attributes", len(o.Attributes), func(i int) Item {
		if o.Attributes[i].Value == "" {
			return ""
		}
		return o.Attributes[i].Item()
	})
	f.common(o.Languages, o.Modes, o.Availability, o.Stage, s.Terms.Reveal())
	f.keys("not_paired_with", o.NotPairedWith)
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
	known(f, "ended_by", r.EndedBy.Reveal(), ParseEndedBy)
	return f.faults
}
