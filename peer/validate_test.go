package peer_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
)

func goodSeeks() peer.Seeks {
	return peer.Seeks{
		Experiences:  []peer.Wish{{Item: "experience:grief", Importance: 3, Must: true}},
		Attributes:   []peer.Wish{{Item: "attribute:gender=woman", Importance: 1}},
		Languages:    []string{"en", "zh-Hant"},
		Modes:        []peer.Mode{peer.Online, peer.Phone},
		Availability: peer.Availability{Zone: "Europe/London", Slots: []peer.Slot{{Day: 1, From: 540, Until: 600}}},
		Stage:        2,
		JourneyWish:  peer.FurtherOn,
		Preferred:    []peer.ExternalID{"p1"},
		NotWanted:    []peer.ExternalID{"p2"},
	}
}

func goodTerms() peer.Terms {
	return peer.Terms{Matching: []peer.Consent{{Item: "experience"}, {Item: "language:en"}}, Release: []peer.Consent{{Item: "mode"}}}
}

func TestValidatorRequest(t *testing.T) {
	v := peer.NewValidator()
	many := make([]peer.ExternalID, peer.MaxListed+1)
	for name, c := range map[string]struct {
		request func(*peer.Request)
		seeks   func(*peer.Seeks)
		terms   func(*peer.Terms)
		want    []spot
	}{
		"nothing":                  {},
		"no key":                   {request: func(r *peer.Request) { r.Key = "" }, want: one(peer.FaultIDMissing, "request_id")},
		"no person":                {request: func(r *peer.Request) { r.Person = "" }, want: one(peer.FaultIDMissing, "person_id")},
		"a malformed person":       {request: func(r *peer.Request) { r.Person = "a|b" }, want: one(peer.FaultID, "person_id")},
		"no day":                   {request: func(r *peer.Request) { r.Asked = peer.Date{} }, want: one(peer.FaultRequired, "asked_on")},
		"a malformed experience":   {seeks: func(s *peer.Seeks) { s.Experiences[0].Item = "experience:a:b" }, want: one(peer.FaultItem, "experiences")},
		"an experience of no kind": {seeks: func(s *peer.Seeks) { s.Experiences[0].Item = "grief" }, want: one(peer.FaultItem, "experiences")},
		"a whole kind as wish":     {seeks: func(s *peer.Seeks) { s.Experiences[0].Item = "experience" }, want: one(peer.FaultItem, "experiences")},
		"another kind":             {seeks: func(s *peer.Seeks) { s.Experiences[0].Item = "attribute:a=b" }, want: one(peer.FaultItem, "experiences")},
		"an attribute without value": {
			seeks: func(s *peer.Seeks) { s.Attributes[0].Item = "attribute:gender" }, want: one(peer.FaultItem, "attributes"),
		},
		"no importance":         {seeks: func(s *peer.Seeks) { s.Experiences[0].Importance = 0 }, want: one(peer.FaultRange, "experiences")},
		"too great importance":  {seeks: func(s *peer.Seeks) { s.Attributes[0].Importance = 4 }, want: one(peer.FaultRange, "attributes")},
		"a repeated wish":       {seeks: func(s *peer.Seeks) { s.Experiences = append(s.Experiences, s.Experiences[0]) }, want: one(peer.FaultRepeated, "experiences")},
		"no language":           {seeks: func(s *peer.Seeks) { s.Languages[0] = "" }, want: one(peer.FaultItem, "languages")},
		"an unknown language":   {seeks: func(s *peer.Seeks) { s.Languages[0] = "english" }, want: one(peer.FaultItem, "languages")},
		"a repeated language":   {seeks: func(s *peer.Seeks) { s.Languages[0] = s.Languages[1] }, want: one(peer.FaultRepeated, "languages")},
		"an unknown mode":       {seeks: func(s *peer.Seeks) { s.Modes[0] = "zoom" }, want: one(peer.FaultMode, "modes")},
		"a repeated mode":       {seeks: func(s *peer.Seeks) { s.Modes[0] = s.Modes[1] }, want: one(peer.FaultRepeated, "modes")},
		"an unknown zone":       {seeks: func(s *peer.Seeks) { s.Availability.Zone = "Mars/Base" }, want: one(peer.FaultZone, "timezone")},
		"the machine's zone":    {seeks: func(s *peer.Seeks) { s.Availability.Zone = "Local" }, want: one(peer.FaultZone, "timezone")},
		"a slot of no day":      {seeks: func(s *peer.Seeks) { s.Availability.Slots[0].Day = 7 }, want: one(peer.FaultSlot, "availability")},
		"too many slots":        {seeks: func(s *peer.Seeks) { s.Availability.Slots = make([]peer.Slot, 1001) }, want: one(peer.FaultRange, "availability")},
		"a stage too far":       {seeks: func(s *peer.Seeks) { s.Stage = peer.MaxStage + 1 }, want: one(peer.FaultRange, "journey")},
		"a stage below none":    {seeks: func(s *peer.Seeks) { s.Stage = -1 }, want: one(peer.FaultRange, "journey")},
		"an unknown journey":    {seeks: func(s *peer.Seeks) { s.JourneyWish = "behind" }, want: one(peer.FaultJourney, "journey_wish")},
		"an empty id preferred": {seeks: func(s *peer.Seeks) { s.Preferred[0] = "" }, want: one(peer.FaultIDMissing, "preferred")},
		"a repeated preference": {seeks: func(s *peer.Seeks) { s.Preferred = []peer.ExternalID{"p1", "p1"} }, want: one(peer.FaultRepeated, "preferred")},
		"too many not wanted":   {seeks: func(s *peer.Seeks) { s.NotWanted = many }, want: one(peer.FaultRange, "not_wanted")},
		"too many wishes":       {seeks: func(s *peer.Seeks) { s.Attributes = slices.Repeat(s.Attributes, 1001) }, want: one(peer.FaultRange, "attributes")},
		"too many modes":        {seeks: func(s *peer.Seeks) { s.Modes = slices.Repeat(s.Modes, 1001) }, want: one(peer.FaultRange, "modes")},
		"too many languages":    {seeks: func(s *peer.Seeks) { s.Languages = slices.Repeat(s.Languages, 1001) }, want: one(peer.FaultRange, "languages")},
		"consent to nothing":    {terms: func(x *peer.Terms) { x.Matching[0].Item = "everything" }, want: one(peer.FaultItem, "consent")},
		"consent given twice":   {terms: func(x *peer.Terms) { x.Matching[0] = x.Matching[1] }, want: one(peer.FaultRepeated, "consent")},
		"release of nothing":    {terms: func(x *peer.Terms) { x.Release[0].Item = "" }, want: one(peer.FaultItem, "release")},
		"several faults at once": {
			request: func(r *peer.Request) { r.Key = "" }, seeks: func(s *peer.Seeks) { s.Stage = 9; s.Modes[0] = "" },
			want: []spot{{peer.FaultIDMissing, "request_id"}, {peer.FaultMode, "modes"}, {peer.FaultRange, "journey"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			seeks, terms := goodSeeks(), goodTerms()
			r := peer.Request{Key: "r1", Person: "p9", Asked: day(t, winter)}
			change(c.request, &r)
			change(c.seeks, &seeks)
			change(c.terms, &terms)
			r.Seeks, r.Terms = peer.NewPrivate(seeks), peer.NewPrivate(terms)
			require.Equal(t, in("requests[7].", c.want), spots(v.Request(7, r)))
		})
	}
}

func TestValidatorSupporter(t *testing.T) {
	v := peer.NewValidator()
	for name, c := range map[string]struct {
		supporter func(*peer.Supporter)
		offers    func(*peer.Offers)
		terms     func(*peer.Terms)
		want      []spot
	}{
		"nothing":                     {},
		"no places":                   {supporter: func(s *peer.Supporter) { s.Capacity = 0 }},
		"the most places":             {supporter: func(s *peer.Supporter) { s.Capacity = peer.MaxCapacity }},
		"no person":                   {supporter: func(s *peer.Supporter) { s.Person = "" }, want: one(peer.FaultIDMissing, "person_id")},
		"a malformed person":          {supporter: func(s *peer.Supporter) { s.Person = " p" }, want: one(peer.FaultID, "person_id")},
		"fewer than no places":        {supporter: func(s *peer.Supporter) { s.Capacity = -1 }, want: one(peer.FaultRange, "capacity")},
		"too many places":             {supporter: func(s *peer.Supporter) { s.Capacity = peer.MaxCapacity + 1 }, want: one(peer.FaultRange, "capacity")},
		"too high a target":           {supporter: func(s *peer.Supporter) { s.TargetLoad = peer.MaxCapacity + 1 }, want: one(peer.FaultRange, "target_load")},
		"too low a target":            {supporter: func(s *peer.Supporter) { s.TargetLoad = -1 }, want: one(peer.FaultRange, "target_load")},
		"a malformed experience":      {offers: func(o *peer.Offers) { o.Experiences[0] = "a:b" }, want: one(peer.FaultItem, "experiences")},
		"a repeated experience":       {offers: func(o *peer.Offers) { o.Experiences = []string{"a", "a"} }, want: one(peer.FaultRepeated, "experiences")},
		"an attribute without name":   {offers: func(o *peer.Offers) { o.Attributes[0].Name = "" }, want: one(peer.FaultItem, "attributes")},
		"an attribute without value":  {offers: func(o *peer.Offers) { o.Attributes[0].Value = "" }, want: one(peer.FaultItem, "attributes")},
		"a name with a value inside":  {offers: func(o *peer.Offers) { o.Attributes[0].Name = "a=b" }, want: one(peer.FaultItem, "attributes")},
		"an unknown language":         {offers: func(o *peer.Offers) { o.Languages[0] = "q" }, want: one(peer.FaultItem, "languages")},
		"an unknown mode":             {offers: func(o *peer.Offers) { o.Modes[0] = "letter" }, want: one(peer.FaultMode, "modes")},
		"an unknown zone":             {offers: func(o *peer.Offers) { o.Availability.Zone = "X" }, want: one(peer.FaultZone, "timezone")},
		"a stage too far":             {offers: func(o *peer.Offers) { o.Stage = 6 }, want: one(peer.FaultRange, "journey")},
		"a malformed id not to pair":  {offers: func(o *peer.Offers) { o.NotPairedWith[0] = "a\n" }, want: one(peer.FaultID, "not_paired_with")},
		"consent to a malformed item": {terms: func(x *peer.Terms) { x.Matching[0].Item = "experience:" }, want: one(peer.FaultItem, "consent")},
	} {
		t.Run(name, func(t *testing.T) {
			s := peer.Supporter{Person: "p1", Capacity: 2}
			offers := peer.Offers{
				Experiences: []string{"grief"}, Attributes: []peer.Attribute{{Name: "gender", Value: "woman"}},
				Languages: []string{"en"}, Modes: []peer.Mode{peer.InPerson}, Stage: 3, NotPairedWith: []peer.ExternalID{"p2"},
			}
			terms := goodTerms()
			change(c.supporter, &s)
			change(c.offers, &offers)
			change(c.terms, &terms)
			s.Offers, s.Terms = peer.NewPrivate(offers), peer.NewPrivate(terms)
			require.Equal(t, in("supporters[7].", c.want), spots(v.Supporter(7, s)))
		})
	}
}

func TestValidatorRelationship(t *testing.T) {
	v := peer.NewValidator()
	for name, c := range map[string]struct {
		relationship func(*peer.Relationship)
		want         []spot
	}{
		"nothing":                {},
		"no seeker":              {func(r *peer.Relationship) { r.Seeker = "" }, one(peer.FaultIDMissing, "request_person_id")},
		"a malformed supporter":  {func(r *peer.Relationship) { r.Supporter = "\"" }, one(peer.FaultID, "supporter_person_id")},
		"no beginning":           {func(r *peer.Relationship) { r.During.From = peer.Date{} }, one(peer.FaultRequired, "from")},
		"no end":                 {func(r *peer.Relationship) { r.During.Until = peer.Date{} }, nil},
		"an end before":          {func(r *peer.Relationship) { r.During.Until = r.During.From.AddDays(-1) }, one(peer.FaultInterval, "until")},
		"an unknown way to end":  {func(r *peer.Relationship) { r.EndedBy = peer.NewPrivate(peer.EndedBy("storm")) }, one(peer.FaultEndedBy, "ended_by")},
		"a known way to end":     {func(r *peer.Relationship) { r.EndedBy = peer.NewPrivate(peer.EndedByDeclining) }, nil},
		"an end that is unknown": {func(r *peer.Relationship) { r.EndedBy = peer.NewPrivate(peer.EndedByNotKnown) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			r := peer.Relationship{Seeker: "p1", Supporter: "p2", During: interval(t, "2025-01-01", "2025-06-01")}
			change(c.relationship, &r)
			require.Equal(t, in("history[7].", c.want), spots(v.Relationship(7, r)))
		})
	}
}

// What somebody typed wrongly may be the most private thing of all, so a fault
// never repeats it.
func TestFaultsOfProfilesHoldNoValue(t *testing.T) {
	const canary = "canary:=|\x00"
	v := peer.NewValidator()
	terms := peer.NewPrivate(peer.Terms{Matching: []peer.Consent{{Item: canary}}, Release: []peer.Consent{{Item: canary}}})
	available := peer.Availability{Zone: canary, Slots: []peer.Slot{{From: -1}}}
	faults := slices.Concat(
		v.Request(0, peer.Request{Key: canary, Person: canary, Terms: terms, Seeks: peer.NewPrivate(peer.Seeks{
			Experiences: []peer.Wish{{Item: canary}}, Attributes: []peer.Wish{{Item: canary}}, Languages: []string{canary},
			Modes: []peer.Mode{canary}, Availability: available, Stage: 99, JourneyWish: canary,
			Preferred: []peer.ExternalID{canary}, NotWanted: []peer.ExternalID{canary},
		})}),
		v.Supporter(0, peer.Supporter{Person: canary, Capacity: -1, TargetLoad: -1, Terms: terms, Offers: peer.NewPrivate(peer.Offers{
			Experiences: []string{canary}, Attributes: []peer.Attribute{{Name: canary, Value: canary}}, Languages: []string{canary},
			Modes: []peer.Mode{canary}, Availability: available, Stage: -1, NotPairedWith: []peer.ExternalID{canary},
		})}),
		v.Relationship(0, peer.Relationship{Seeker: canary, Supporter: canary, EndedBy: peer.NewPrivate(peer.EndedBy(canary))}),
		v.Role(0, peer.RoleDefinition{
			Title: canary, Form: canary, Pay: canary, Sector: canary, Functions: []peer.Function{canary},
			Activities: []peer.Activity{canary}, Modes: []peer.Mode{canary}, Policies: []string{canary}, Coordinator: canary,
			Dimensions: peer.Dimensions{Company: canary, Choice: canary, Rules: canary, Place: canary},
		}),
	)
	require.Len(t, faults, 17+13+4+14)
	require.NotContains(t, faults.Error(), "canary")
}

func one(code peer.FaultCode, field string) []spot { return []spot{{code, field}} }

// in puts fields below the path of a record.
func in(path string, want []spot) []spot {
	var all []spot
	for _, s := range want {
		all = append(all, spot{s.code, path + s.path})
	}
	return all
}

func change[T any](how func(*T), x *T) {
	if how != nil {
		how(x)
	}
}
