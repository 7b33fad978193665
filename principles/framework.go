package principles

// FrameworkID names a framework, for instance "core_principles". It has the
// form of a [Code].
type FrameworkID string

// Valid reports whether the id has the form described at [Code.Valid].
func (id FrameworkID) Valid() bool { return snakeCase(string(id)) }

// Form says what kind of list a framework is, and with that what its items are
// called and how it is audited.
type Form string

// The forms of a framework.
const (
	// FormPrinciples: things that are held to at all times.
	FormPrinciples Form = "principles"
	// FormChallenges: things that an organisation has to master.
	FormChallenges Form = "challenges"
	// FormSteps: things done one after the other.
	FormSteps Form = "steps"
	// FormLadder: rungs, lowest first. It is audited by [Report.Ladder]: for
	// each decision and stage, on which rung, by whose account.
	FormLadder Form = "ladder"
	// FormFactors: what helps and what hinders. Factors are observed, not
	// fulfilled.
	FormFactors Form = "factors"
	// FormAreas: where a programme works and what it reaches.
	FormAreas Form = "areas"
	// FormCompetences: what people learn.
	FormCompetences Form = "competences"
)

// Forms returns all forms of a framework.
func Forms() []Form {
	return []Form{FormPrinciples, FormChallenges, FormSteps, FormLadder, FormFactors, FormAreas, FormCompetences}
}

// OverallRule says how a framework draws the standing of the whole.
type OverallRule string

// Weakest is the one way in which a framework may ask for an overall standing:
// that of the principle which stands worst.
const Weakest OverallRule = "weakest"

// Effect says what a factor does.
type Effect string

// The effects of a factor.
const (
	Helps   Effect = "helps"
	Hinders Effect = "hinders"
)

// Framework is a versioned list of what peer support holds itself to, with the
// indicators by which an audit tells how a programme stands. It is a plain value
// and data: package frameworks reads it from a file and ships with a number of
// them. [Framework.Check] says what is wrong with one.
//
// Readers do not write to the slices of a Framework; then it may be shared
// between goroutines.
type Framework struct {
	ID      FrameworkID `json:"id"`
	Version string      `json:"version"` // of the data, not of the format
	Title   string      `json:"title"`
	Summary string      `json:"summary"` // what it is for, in this project's words
	Form    Form        `json:"form"`

	// Overall is [Weakest], or empty where the framework defines no standing
	// as a whole.
	Overall OverallRule `json:"overall,omitempty"`

	// Voices are those whom the framework asks.
	Voices []Asked `json:"voices,omitempty"`

	// Groups divide the principles, if the source does so.
	Groups []Group `json:"groups,omitempty"`

	// Scales are what ratings are given on. A scale belongs to the instrument
	// that a programme uses: to use another, change it in a copy.
	Scales []Scale `json:"scales,omitempty"`

	Principles []Principle `json:"principles,omitempty"` // in the order of the source
	Indicators []Indicator `json:"indicators,omitempty"`
	Links      []Link      `json:"links,omitempty"`

	// Sources are all citations that items refer to by key.
	Sources []Citation `json:"sources,omitempty"`
}

// Principle is one item of a framework: a principle, or what takes its place
// (see [Form]). A rule names the principle that it protects ([Attributed]), so
// that every decision can be traced to a source.
type Principle struct {
	ID      PrincipleID `json:"id"`
	Handle  string      `json:"handle,omitempty"` // short name in this project's reference, such as "PR1"; may be empty
	Name    string      `json:"name"`             // as people write it: "strengths-based"
	Meaning string      `json:"meaning"`          // in this project's words, no quotation

	// Group is the id of the group that it stands in; empty: none.
	Group string `json:"group,omitempty"`

	// Parts are what the source divides it into, if anything.
	Parts []Part `json:"parts,omitempty"`

	// Practice lists what it asks for in daily work.
	Practice []Statement `json:"practice,omitempty"`

	// Aliases are other names of the principle. The confidence says how well
	// founded it is that the two mean the same.
	Aliases []Statement `json:"aliases,omitempty"`

	// Breach is a sign that the principle is not kept. Its text is empty if
	// none is known.
	Breach Statement `json:"breach,omitzero"`

	// Actors are those who must act for it, if the framework says so.
	Actors []Statement `json:"actors,omitempty"`

	// Effect is [Helps] or [Hinders] for a factor, otherwise empty.
	Effect Effect `json:"effect,omitempty"`

	// Rung counts from 1, lowest first, in a ladder, otherwise 0.
	Rung int `json:"rung,omitempty"`

	// NeverAcceptable marks a rung on which nothing may ever stand.
	NeverAcceptable bool `json:"never_acceptable,omitempty"`

	// Sources are keys of citations; there is at least one.
	Sources []string `json:"sources,omitempty"`

	// Confidence says how well name, meaning and parts are founded.
	Confidence Confidence `json:"confidence"`
}

// Part is a part of a principle, such as an aim or a demand.
type Part struct {
	ID         string     `json:"id"`               // snake_case, unique in the principle
	Handle     string     `json:"handle,omitempty"` // such as "W1.1"; may be empty
	Name       string     `json:"name"`
	Meaning    string     `json:"meaning"`
	Sources    []string   `json:"sources,omitempty"` // empty: those of the principle
	Confidence Confidence `json:"confidence"`
}

// Group is a division of a framework, such as a domain or a level.
type Group struct {
	ID         string     `json:"id"`
	Handle     string     `json:"handle,omitempty"`
	Name       string     `json:"name"`
	Meaning    string     `json:"meaning,omitempty"`
	Sources    []string   `json:"sources,omitempty"`
	Confidence Confidence `json:"confidence"`
}
