package peer

// Importance is how much an item matters to the seeker, from 1, would be good,
// to [MaxImportance]; the seeker's own word.
type Importance int

// MaxImportance is the strongest wish that is still a wish and not a must.
const MaxImportance Importance = 3

// Wish is an item that a seeker hopes to share with, or find in, the
// supporter.
type Wish struct {
	Item       Item
	Importance Importance `validate:"min=1,max=3"`
	// Must makes the wish a condition. Only the seeker can do that.
	Must bool
}

// Seeks is what somebody asking for support looks for. Everything in it is
// private; empty fields state no wish.
type Seeks struct {
	// Experiences and Attributes are wishes for items of those kinds.
	Experiences []Wish
	Attributes  []Wish
	// Languages, at least one of which must be shared when any is stated.
	Languages []string
	// Modes, at least one of which must be shared when any is stated.
	Modes        []Mode
	Availability Availability
	Stage        Stage
	JourneyWish  JourneyWish
	// Preferred are supporters the seeker would like, first choice first.
	Preferred []ExternalID
	// NotWanted are people who must not support the seeker. It needs no
	// consent to be heeded, and nobody but the auditor learns of it.
	NotWanted []ExternalID
}

// Request is somebody's asking for support. That it exists at all is private
// to the programme.
type Request struct {
	// Key is the request as its source names it.
	Key    ExternalID
	Person ExternalID
	// Asked is the day of asking; waiting counts from it.
	Asked Date
	Seeks Private[Seeks]
	Terms Private[Terms]
}

// Usable returns what may be used to find a pair on day at: the wishes under
// consent, and NotWanted always.
func (r Request) Usable(at Date) Seeks {
	terms := r.Terms.Reveal()
	return r.Seeks.Reveal().under(func(i Item) bool { return terms.ForMatching(i, at) })
}

// Released returns what may be used and the supporter of a pair may be told on
// day at; never NotWanted or Preferred.
func (r Request) Released(at Date) Seeks {
	terms := r.Terms.Reveal()
	released := r.Usable(at).under(func(i Item) bool { return terms.ForRelease(i, at) })
	released.NotWanted, released.Preferred = nil, nil
	return released
}

func (s Seeks) under(allowed func(Item) bool) Seeks {
	kept := Seeks{
		Experiences: permitted(s.Experiences, wished, allowed),
		Attributes:  permitted(s.Attributes, wished, allowed),
		Languages:   permitted(s.Languages, LanguageItem, allowed),
		Modes:       permitted(s.Modes, ModeItem, allowed),
		NotWanted:   s.NotWanted,
	}
	if allowed(KindAvailability) {
		kept.Availability = s.Availability
	}
	if allowed(KindJourney) {
		kept.Stage, kept.JourneyWish = s.Stage, s.JourneyWish
	}
	if allowed(KindPreferred) {
		kept.Preferred = s.Preferred
	}
	return kept
}

func wished(w Wish) Item { return w.Item }

// Withheld returns the items that state a condition (a language, a mode, a
// time, a must) without consent to use it, in the order of [Seeks]. A
// condition that may not be used cannot be met, and must not be passed over.
func (r Request) Withheld(at Date) []Item {
	s, terms := r.Seeks.Reveal(), r.Terms.Reveal()
	var items []Item
	for _, w := range append(append([]Wish(nil), s.Experiences...), s.Attributes...) {
		if w.Must {
			items = append(items, w.Item)
		}
	}
	for _, l := range s.Languages {
		items = append(items, LanguageItem(l))
	}
	for _, m := range s.Modes {
		items = append(items, ModeItem(m))
	}
	if !s.Availability.IsZero() {
		items = append(items, KindAvailability)
	}
	return permitted(items, func(i Item) Item { return i }, func(i Item) bool { return !terms.ForMatching(i, at) })
}
