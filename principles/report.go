package principles

// ReportSchema is the version of the report's JSON.
const ReportSchema = "peersupport/audit/v1"

// Report is what an audit found. It is a plain value for people and programs:
// codes, counts and texts of the framework, no wording of its own; package
// report of this folder turns it into text and pages. Every figure in it has
// passed the [Release] that it names.
type Report struct {
	Schema    string        `json:"schema"`
	Framework FrameworkInfo `json:"framework"`
	Programme string        `json:"programme,omitempty"` // its name, as given
	At        Day           `json:"at"`
	Level     float64       `json:"level"`   // of all intervals
	Release   string        `json:"release"` // name of the rule that figures passed

	// Notices are what a reader must know before anything else.
	Notices []Notice `json:"notices,omitempty"`

	// Overall is nil where the framework defines no standing as a whole.
	Overall *Overall `json:"overall,omitempty"`

	// Counts says how many principles stand how, best first; empty for a
	// ladder.
	Counts []StandingCount `json:"counts,omitempty"`

	Voices     []VoiceReport     `json:"voices,omitempty"`
	Principles []PrincipleReport `json:"principles,omitempty"`

	// Ladder is the audit of a ladder, nil for other forms.
	Ladder *Ladder `json:"ladder,omitempty"`

	Agreement []AgreementReport `json:"agreement,omitempty"`

	Tensions []TensionReport `json:"tensions,omitempty"`
	Actions  []ActionReport  `json:"actions,omitempty"`
	Contests []ContestReport `json:"contests,omitempty"`

	// Missing are the indicators without usable evidence, and who could supply
	// it.
	Missing []Missing `json:"missing,omitempty"`

	// Unused is what was handed over and asked for by nothing here.
	Unused []Unused `json:"unused,omitempty"`

	Sources []Citation `json:"sources,omitempty"`
}

// FrameworkInfo names a framework in a report.
type FrameworkInfo struct {
	ID      FrameworkID `json:"id"`
	Version string      `json:"version"`
	Title   string      `json:"title"`
	Summary string      `json:"summary"`
	Form    Form        `json:"form"`
}

// Notice is something to know: a code and its details, worded at the edge.
type Notice struct {
	Code   Code    `json:"code"`
	Params []Param `json:"params,omitempty"`
}

// Overall is the standing of a framework as a whole.
type Overall struct {
	Standing Standing `json:"standing"`
	Known    Standing `json:"known"` // the worst of what is known
}

// StandingCount says how many principles have a standing.
type StandingCount struct {
	Standing Standing `json:"standing"`
	Count    int      `json:"count"`
}

// VoiceReport says whether a voice was heard. One that was not either did not
// answer or came from too few people to be shown; the report never says which.
type VoiceReport struct {
	Voice  Voice  `json:"voice"`
	Name   string `json:"name"`
	Needed bool   `json:"needed,omitempty"`
	Side   Side   `json:"side,omitempty"`
	Heard  bool   `json:"heard"`
}

// PrincipleReport says how one principle stands.
type PrincipleReport struct {
	ID       PrincipleID `json:"id"`
	Handle   string      `json:"handle,omitempty"`
	Name     string      `json:"name"`
	Meaning  string      `json:"meaning"`
	Group    string      `json:"group,omitempty"` // its name
	Standing Standing    `json:"standing"`

	// Known is the worst standing of the indicators that are known, also where
	// the principle as a whole is not.
	Known Standing `json:"known"`

	Notices []Notice `json:"notices,omitempty"`

	// PullsDown are the judged indicators that stand worst, if they stand
	// below upheld.
	PullsDown []IndicatorID `json:"pulls_down,omitempty"`

	// Try is one or two things to try next.
	Try []Suggestion `json:"try,omitempty"`

	Indicators []IndicatorReport `json:"indicators,omitempty"`

	Change *Change `json:"change,omitempty"` // since the previous report, nil without one

	Sources    []string   `json:"sources"` // keys of citations
	Confidence Confidence `json:"confidence"`
}

// Suggestion is something to try, and the indicator that it is meant for.
type Suggestion struct {
	Indicator  IndicatorID `json:"indicator"`
	Text       string      `json:"text"`
	Confidence Confidence  `json:"confidence"`
}

// IndicatorReport says how one indicator stands, and on what evidence.
type IndicatorReport struct {
	ID        IndicatorID `json:"id"`
	Framework FrameworkID `json:"framework"` // where it is defined
	Name      string      `json:"name"`
	Asks      string      `json:"asks"`
	Kind      Kind        `json:"kind"`
	Judged    bool        `json:"judged"` // the principle's standing depends on it
	Standing  Standing    `json:"standing"`

	// Figures hold one for each voice of a rated indicator, one for a computed
	// indicator, none for an attested one.
	Figures []Figure `json:"figures,omitempty"`

	Attestation *Attestation `json:"attestation,omitempty"`

	// Criterion, Measure and Scale say how the standing was drawn.
	Criterion *Criterion `json:"criterion,omitempty"`
	Measure   MeasureID  `json:"measure,omitempty"`
	Scale     *Scale     `json:"scale,omitempty"`

	Notices    []Notice   `json:"notices,omitempty"`
	Sources    []string   `json:"sources"`
	Confidence Confidence `json:"confidence"`
}

// Figure is a share: of those who gave a rating the ones who rated it as kept,
// or of everything counted what meets the measure.
type Figure struct {
	Voice    Voice    `json:"voice,omitempty"` // empty for a computed share
	Judged   bool     `json:"judged"`
	Standing Standing `json:"standing"`

	// Firm says that the whole interval lies where the share does, so that
	// chance alone would not give another standing.
	Firm bool `json:"firm"`

	// Share is nil where the figures may not be shown.
	Share *Share `json:"share,omitempty"`

	// Source is where the evidence comes from, From and Until the days it
	// covers.
	Source string `json:"source,omitempty"`
	From   Day    `json:"from,omitzero"`
	Until  Day    `json:"until,omitzero"`

	Change *Change `json:"change,omitempty"`

	Notices []Notice `json:"notices,omitempty"`
}

// Share is a share as it may be shown: Count of Of, perhaps rounded, the share
// in per cent, and the ends of its interval. A complete count has an interval
// without width.
type Share struct {
	Count    int     `json:"count"`
	Of       int     `json:"of"`
	Percent  float64 `json:"percent"`
	Low      float64 `json:"low"`
	High     float64 `json:"high"`
	Complete bool    `json:"complete"`

	// Median is the middle rating on the scale, the lower one of two; 0 for a
	// computed share.
	Median int `json:"median,omitempty"`
}

// Attestation is what was attested, as it is shown.
type Attestation struct {
	Holds    Holds  `json:"holds"`
	Document string `json:"document"`
	Owner    string `json:"owner"`
	On       Day    `json:"on"`
	Expires  Day    `json:"expires"` // the first day on which it is stale
	Stale    bool   `json:"stale,omitempty"`
}

// Missing is an indicator for which there is no usable evidence.
type Missing struct {
	Indicator IndicatorID `json:"indicator"`
	Framework FrameworkID `json:"framework"`
	Name      string      `json:"name"`
	Kind      Kind        `json:"kind"`
	Judged    bool        `json:"judged"`

	// Measure and Supplier say what would have to be computed and by what,
	// Voices who would have to be asked.
	Measure  MeasureID `json:"measure,omitempty"`
	Supplier string    `json:"supplier,omitempty"`
	Voices   []Voice   `json:"voices,omitempty"`
}

// Unused names evidence that nothing in this framework asks for.
type Unused struct {
	Measure   MeasureID   `json:"measure,omitempty"`
	Indicator IndicatorID `json:"indicator,omitempty"`
}

// Change says how something differs from the previous report.
type Change struct {
	Code     Code     `json:"code"` // one of the codes of change
	Since    Day      `json:"since"`
	Previous Standing `json:"previous"`

	// Difference is the present share less the previous one in points of per
	// cent, with its interval; nil where either is not shown.
	Difference *Difference `json:"difference,omitempty"`
}

// Difference is a difference in points of per cent.
type Difference struct {
	Points float64 `json:"points"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

// AgreementReport says how far raters of one voice, who rated the same things,
// agree beyond chance. It is 1 for full agreement and about 0 for none.
type AgreementReport struct {
	Voice       Voice  `json:"voice"`
	Scale       string `json:"scale"`
	Coefficient string `json:"coefficient"` // "krippendorff_alpha_ordinal" or "gwet_ac1"

	// Value is nil where it is not defined or cannot be told; Low and High are
	// the ends of its interval, nil where it has none.
	Value *float64 `json:"value,omitempty"`
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`

	Notices []Notice `json:"notices,omitempty"`
}

// TensionReport is a [Tension] and what there is to say about it.
type TensionReport struct {
	Tension
	Notices []Notice `json:"notices,omitempty"`
}

// ActionReport is an [Action] and what there is to say about it.
type ActionReport struct {
	Action
	Notices []Notice `json:"notices,omitempty"`
}

// ContestReport is a [Contest] and what there is to say about it. Its text is
// empty unless it may be shared.
type ContestReport struct {
	Contest
	Notices []Notice `json:"notices,omitempty"`
}
