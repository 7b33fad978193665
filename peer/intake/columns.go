package intake

import "github.com/peersupport/peersupport/peer/tabular"

// The columns of requests, in the order of requestColumns.
const (
	reqID = iota
	reqPerson
	reqAsked
	reqExperiences
	reqAttributes
	reqLanguages
	reqModes
	reqAvailability
	reqTimezone
	reqJourney
	reqJourneyWish
	reqPreferred
	reqNotWanted
	reqConsent
	reqRelease
)

func requestColumns() []tabular.Column {
	return columns(3, "request_id", "person_id", "asked_on", "experiences", "attributes", "languages", "modes",
		"availability", "timezone", "journey", "journey_wish", "preferred", "not_wanted", "consent", "release")
}

// The columns of supporters, in the order of supporterColumns.
const (
	supPerson = iota
	supCapacity
	supExperiences
	supAttributes
	supLanguages
	supModes
	supAvailability
	supTimezone
	supJourney
	supTrained
	supPaused
	supTarget
	supNotPaired
	supConsent
	supRelease
)

func supporterColumns() []tabular.Column {
	return columns(2, "person_id", "capacity", "experiences", "attributes", "languages", "modes", "availability",
		"timezone", "journey", "trained_until", "paused_until", "target_load", "not_paired_with", "consent", "release")
}

// The columns of a history, in the order of historyColumns.
const (
	hisSeeker = iota
	hisSupporter
	hisFrom
	hisUntil
	hisEndedBy
)

func historyColumns() []tabular.Column {
	return columns(3, "request_person_id", "supporter_person_id", "from", "until", "ended_by")
}

// columns returns columns by name, of which the first so many are required.
func columns(required int, names ...string) []tabular.Column {
	list := make([]tabular.Column, len(names))
	for i, name := range names {
		list[i] = tabular.Column{Name: name, Required: i < required}
	}
	return list
}
