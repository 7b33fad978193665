package principles

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
	PullsDown []Ref `json:"pulls_down,omitempty"`

	// Try is one or two things to try next.
	Try []Suggestion `json:"try,omitempty"`

	Indicators []IndicatorReport `json:"indicators,omitempty"`

	Change *Change `json:"change,omitempty"` // since the previous report, nil without one

	Sources    []string   `json:"sources"` // keys of citations
	Confidence Confidence `json:"confidence"`
}

// Suggestion is something to try, and the indicator that it is meant for.
type Suggestion struct {
	Framework  FrameworkID `json:"framework"` // where the indicator is defined
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

// Ref names the indicator, as pulls and suggestions do.
func (i IndicatorReport) Ref() Ref { return Ref{Framework: i.Framework, Indicator: i.ID} }

// Figure is a share: of those who gave a rating the ones who rated it as kept,
// or of everything counted what meets the measure.
type Figure struct {
	Voice    Voice    `json:"voice,omitempty"` // empty for a computed share
	Judged   bool     `json:"judged"`
	Standing Standing `json:"standing"`

	// Firm says that the whole interval lies where the share does, so that
	// chance alone would not give another standing.
	Firm bool `json:"firm"`

	// Complete says that everything there is was counted: chance has no part in
	// it.
	Complete bool `json:"complete,omitempty"`

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
	Source   string `json:"source,omitempty"` // where a reader can look it up
	Owner    string `json:"owner"`
	On       Day    `json:"on"`
	Expires  Day    `json:"expires"` // the first day on which it is stale
	Stale    bool   `json:"stale,omitempty"`
}
