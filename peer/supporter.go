package peer

// MaxCapacity is the largest number of people one supporter can have places
// for; a sanity bound of this project, far above any caseload.
const MaxCapacity = 1_000_000

// Offers is what a supporter brings. Everything in it is private: lived
// experience is health information of the supporter as much as of the seeker.
type Offers struct {
	// Experiences are tags of lived experience.
	Experiences []string
	// Attributes are values by name; an attribute may have several.
	Attributes   []Attribute
	Languages    []string
	Modes        []Mode
	Availability Availability
	Stage        Stage
	// NotPairedWith are people whom the supporter must not support. It needs
	// no consent to be heeded, and nobody but the auditor learns of it.
	NotPairedWith []ExternalID
}

// Attribute is a name such as faith with a value.
type Attribute struct {
	Name  string
	Value string
}

// Item returns the attribute as an item.
func (a Attribute) Item() Item { return AttributeItem(a.Name, a.Value) }

// Supporter is somebody who gives peer support.
type Supporter struct {
	Person ExternalID
	// Capacity is how many people the supporter can support at one time.
	Capacity int `validate:"min=0,max=1000000"`
	// TargetLoad is how many they would like to support; Capacity when zero.
	TargetLoad int `validate:"min=0,max=1000000"`
	// TrainedUntil is the last day of valid training; zero is not trained.
	TrainedUntil Date
	// PausedUntil is the first day on which the supporter is back from a
	// pause; zero is not paused.
	PausedUntil Date
	Offers      Private[Offers]
	Terms       Private[Terms]
}

// Target returns how many people the supporter would like to support.
func (s Supporter) Target() int {
	if s.TargetLoad > 0 {
		return s.TargetLoad
	}
	return s.Capacity
}

// Trained reports whether the training is valid on day at.
func (s Supporter) Trained(at Date) bool {
	return !s.TrainedUntil.IsZero() && !s.TrainedUntil.Before(at)
}

// Paused reports whether the supporter is paused on day at.
func (s Supporter) Paused(at Date) bool { return at.Before(s.PausedUntil) }

// Usable returns what may be used to find a pair on day at: the offers under
// consent, and NotPairedWith always.
func (s Supporter) Usable(at Date) Offers {
	terms := s.Terms.Reveal()
	return s.Offers.Reveal().under(func(i Item) bool { return terms.ForMatching(i, at) })
}

// Released returns what may be used and the other person of a pair may be told
// on day at; never NotPairedWith.
func (s Supporter) Released(at Date) Offers {
	terms := s.Terms.Reveal()
	released := s.Usable(at).under(func(i Item) bool { return terms.ForRelease(i, at) })
	released.NotPairedWith = nil
	return released
}

func (o Offers) under(allowed func(Item) bool) Offers {
	kept := Offers{
		Experiences:   permitted(o.Experiences, ExperienceItem, allowed),
		Attributes:    permitted(o.Attributes, Attribute.Item, allowed),
		Languages:     permitted(o.Languages, LanguageItem, allowed),
		Modes:         permitted(o.Modes, ModeItem, allowed),
		NotPairedWith: o.NotPairedWith,
	}
	if allowed(KindAvailability) {
		kept.Availability = o.Availability
	}
	if allowed(KindJourney) {
		kept.Stage = o.Stage
	}
	return kept
}
