package synthetic

import (
	"time"

	"github.com/peersupport/peersupport/peer"
)

// vocabulary is what made-up people can tell about themselves, with how common
// each answer is. Built once for a round.
type vocabulary struct {
	experiences  []weighted[string]
	attributes   []weighted[string]
	values       map[string][]weighted[string]
	languages    []weighted[string]
	modes        []weighted[peer.Mode]
	zones        []weighted[string]
	hours        []weighted[hours]
	importance   []weighted[peer.Importance]
	journeyWish  []weighted[peer.JourneyWish]
	seekerStage  []weighted[peer.Stage]
	supportStage []weighted[peer.Stage]
}

// hours are minutes after midnight.
type hours struct{ from, until int }

func newVocabulary() vocabulary {
	return vocabulary{
		experiences: []weighted[string]{
			{"burnout", 22}, {"anxiety", 18}, {"bereavement", 14}, {"caring", 12}, {"depression", 9},
			{"parenthood", 7}, {"long_term_condition", 6}, {"menopause", 5}, {"redundancy", 3},
			{"addiction_recovery", 2}, {"disability", 1}, {"psychosis", 1},
		},
		attributes: []weighted[string]{{"gender", 40}, {"age_band", 30}, {"culture", 20}, {"faith", 10}},
		values: map[string][]weighted[string]{
			"gender":   {{"woman", 50}, {"man", 46}, {"non_binary", 4}},
			"age_band": {{"16-24", 10}, {"25-34", 26}, {"35-44", 26}, {"45-54", 22}, {"55-64", 14}, {"65+", 2}},
			"faith":    {{"none", 45}, {"christian", 30}, {"muslim", 10}, {"hindu", 5}, {"sikh", 4}, {"jewish", 3}, {"buddhist", 3}},
			"culture":  {{"british", 55}, {"south_asian", 16}, {"caribbean", 8}, {"polish", 8}, {"west_african", 8}, {"chinese", 5}},
		},
		languages:    []weighted[string]{{"pl", 20}, {"es", 18}, {"pa", 14}, {"ur", 14}, {"fr", 12}, {"ar", 8}, {"cy", 8}, {"bfi", 6}},
		modes:        []weighted[peer.Mode]{{peer.Online, 45}, {peer.InPerson, 35}, {peer.Phone, 20}},
		zones:        []weighted[string]{{"Europe/London", 80}, {"Europe/Berlin", 10}, {"America/New_York", 5}, {"Asia/Kolkata", 5}},
		hours:        []weighted[hours]{{hours{540, 720}, 35}, {hours{720, 840}, 20}, {hours{780, 1020}, 30}, {hours{1050, 1200}, 15}},
		importance:   []weighted[peer.Importance]{{1, 40}, {2, 35}, {3, 25}},
		journeyWish:  []weighted[peer.JourneyWish]{{"", 45}, {peer.FurtherOn, 35}, {peer.SamePoint, 20}},
		seekerStage:  []weighted[peer.Stage]{{0, 15}, {1, 35}, {2, 30}, {3, 15}, {4, 5}},
		supportStage: []weighted[peer.Stage]{{0, 5}, {2, 15}, {3, 30}, {4, 30}, {peer.MaxStage, 20}},
	}
}

// attribute draws a value for the named attribute.
func (v vocabulary) attribute(d draw, name string) peer.Attribute {
	return peer.Attribute{Name: name, Value: choose(d, v.values[name])}
}

// spoken returns English for nearly everybody and a second language for some.
func (v vocabulary) spoken(d draw) []string {
	switch {
	case d.percent(70):
		return []string{"en"}
	case d.percent(90):
		return append([]string{"en"}, choose(d, v.languages))
	default:
		return []string{choose(d, v.languages)}
	}
}

// week draws some times of an ordinary working week, no two on one day.
func (v vocabulary) week(d draw, zone string, slots int) peer.Availability {
	days := []weighted[time.Weekday]{
		{time.Monday, 1}, {time.Tuesday, 1}, {time.Wednesday, 1}, {time.Thursday, 1}, {time.Friday, 1},
	}
	a := peer.Availability{Zone: zone}
	for _, day := range several(d, days, slots) {
		h := choose(d, v.hours)
		a.Slots = append(a.Slots, peer.Slot{Day: day, From: h.from, Until: h.until})
	}
	return a
}

// zone returns the time zone of a location, the same for everybody there.
func (v vocabulary) zone(seed uint64, location string) string {
	if location == "" {
		return v.zones[0].value
	}
	return choose(newDraw(seed, locationStream(location)), v.zones)
}
