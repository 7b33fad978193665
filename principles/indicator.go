package principles

// IndicatorID names an indicator. It has the form of a [Code].
type IndicatorID string

// Valid reports whether the id has the form described at [Code.Valid].
func (id IndicatorID) Valid() bool { return snakeCase(string(id)) }

// MeasureID names something that can be computed, for instance
// "teams_with_two_peers". Whoever computes it hands it over as [Evidence] under
// this name; any framework may ask for it. It has the form of a [Code].
type MeasureID string

// Valid reports whether the id has the form described at [Code.Valid].
func (id MeasureID) Valid() bool { return snakeCase(string(id)) }

// Kind says where evidence comes from. Kinds are never mixed: an indicator has
// exactly one.
type Kind string

// The kinds of evidence.
const (
	// Computed from records: so many of so many.
	Computed Kind = "computed"
	// Rated by people on a scale, in a named role.
	Rated Kind = "rated"
	// Attested: somebody states it and shows a document. It goes stale.
	Attested Kind = "attested"
)

// Indicator is a sign by which one can tell how a principle stands.
type Indicator struct {
	ID    IndicatorID `json:"id"`
	Name  string      `json:"name"` // a few words
	Asks  string      `json:"asks"` // the statement that is rated, attested or counted
	Kind  Kind        `json:"kind"`
	Basis Statement   `json:"basis,omitzero"` // why this is a sign of it

	// Serves is the principle, and Part its part if it is about one only.
	Serves PrincipleID `json:"serves"`
	Part   string      `json:"part,omitempty"`

	// Measure and Supplier are of computed indicators: what is counted, and
	// which package or system supplies it ("matching", "supervision",
	// "evaluation", "programme").
	Measure  MeasureID `json:"measure,omitempty"`
	Supplier string    `json:"supplier,omitempty"`

	// Criterion is of computed and rated indicators.
	Criterion Criterion `json:"criterion,omitzero"`

	// Scale is of rated indicators: the id of the scale; and Voices are those
	// who are asked about this.
	Scale  string  `json:"scale,omitempty"`
	Voices []Voice `json:"voices,omitempty"`

	// HoldsMonths is of attested indicators: for how many months after its day
	// an attestation holds.
	HoldsMonths int `json:"holds_months,omitempty"`

	// Informs says that the indicator is shown and not judged: no standing
	// depends on it.
	Informs bool `json:"informs,omitempty"`

	// Try lists what to try where it does not stand well.
	Try []Statement `json:"try,omitempty"`

	// Sources are keys of citations; there is at least one.
	Sources    []string   `json:"sources,omitempty"`
	Confidence Confidence `json:"confidence"`
}

// Criterion says which share is enough. Both figures are per cent of those
// counted or asked.
//
//   - Kept: from this share on, the indicator is upheld, unless the interval of
//     the share reaches below Floor: then it is partly upheld.
//   - Floor: below it the indicator is not upheld, unless the interval reaches
//     Kept: then it is at risk. From Floor on and below Kept it is partly upheld,
//     or at risk where the interval reaches below Floor.
//
// Kept 100 and Floor 100 mean every single one.
type Criterion struct {
	Kept       int        `json:"kept"`
	Floor      int        `json:"floor"`
	Confidence Confidence `json:"confidence"`
}

// Scale is an ordinal scale. Its values are whole numbers from Low to High; the
// higher, the better the indicator is kept.
type Scale struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Low       int    `json:"low"`
	High      int    `json:"high"`
	LowLabel  string `json:"low_label"`  // what the lowest value says
	HighLabel string `json:"high_label"` // what the highest value says

	// KeptFrom is the lowest value that counts as kept.
	KeptFrom int `json:"kept_from"`

	Sources    []string   `json:"sources,omitempty"`
	Confidence Confidence `json:"confidence"`
}

// Relation says how two items of frameworks stand to each other.
type Relation string

// The relations.
const (
	// Serves: the evidence for an indicator, or for every indicator of a
	// principle, is also evidence for the other principle. It leads in one
	// direction and never in a circle.
	Serves Relation = "serves"
	// Related: they speak of similar things. It is for finding one's way; no
	// evidence follows it.
	Related Relation = "related"
)

// Link relates an item of a framework to an item of the same or another one.
type Link struct {
	From     Ref      `json:"from"`
	To       Ref      `json:"to"`
	Relation Relation `json:"relation"`

	// Judged says that a standing of the other principle depends on what
	// follows the link. Otherwise it is shown beside it.
	Judged bool `json:"judged,omitempty"`

	Sources    []string   `json:"sources,omitempty"`
	Confidence Confidence `json:"confidence"`
}

// Ref names a principle or an indicator of a framework: exactly one of the two
// is set.
type Ref struct {
	Framework FrameworkID `json:"framework"`
	Principle PrincipleID `json:"principle,omitempty"`
	Indicator IndicatorID `json:"indicator,omitempty"`
}

// String returns "framework/principle" or "framework#indicator".
func (r Ref) String() string {
	if r.Indicator != "" {
		return string(r.Framework) + "#" + string(r.Indicator)
	}
	return string(r.Framework) + "/" + string(r.Principle)
}
