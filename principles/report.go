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

	// Unused is what was handed over and asked for by nothing here, except what
	// too few people rated; and frameworks that entries of the register name and
	// nobody knows.
	Unused []Unused `json:"unused,omitempty"`

	Sources []Citation `json:"sources,omitempty"`
}

// FrameworkInfo names a framework in a report.
type FrameworkInfo struct {
	ID      FrameworkID `json:"id"`
	Version string      `json:"version"`
	Digest  string      `json:"digest,omitempty"` // of its content, see [Framework.Digest]
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

// Unused names evidence that nothing in this framework asks for, or a framework
// that the register speaks of and that is not known.
type Unused struct {
	Measure   MeasureID   `json:"measure,omitempty"`
	Framework FrameworkID `json:"framework,omitempty"` // as it was handed over
	Indicator IndicatorID `json:"indicator,omitempty"`
}

// AgreementReport says how far raters of one voice, who rated the same things,
// agree beyond chance. It is 1 for full agreement and about 0 for none.
type AgreementReport struct {
	Voice       Voice       `json:"voice"`
	Framework   FrameworkID `json:"framework"`   // that the scale is of
	Scale       string      `json:"scale"`       // its name
	Coefficient string      `json:"coefficient"` // "krippendorff_alpha_ordinal" or "gwet_ac1"

	// Value and its interval are rounded to one decimal, because the votes could
	// be worked out from all digits. Value is nil where it is not defined or
	// cannot be told; Low and High are the ends of its interval, nil where it has
	// none.
	Value *float64 `json:"value,omitempty"`
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`

	Notices []Notice `json:"notices,omitempty"`
}
