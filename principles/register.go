package principles

// Register holds what people keep on the agenda: tensions, what they agreed to
// do, and what they do not accept in a report. Everything in it is shown to
// whoever reads the report, so names of people do not belong here; offices and
// voices do.
type Register struct {
	Tensions []Tension `json:"tensions,omitempty"`
	Actions  []Action  `json:"actions,omitempty"`
	Contests []Contest `json:"contests,omitempty"`
}

// frameworks returns the framework of every entry.
func (r Register) frameworks() []FrameworkID {
	var all []FrameworkID
	for _, t := range r.Tensions {
		all = append(all, t.Framework)
	}
	for _, act := range r.Actions {
		all = append(all, act.Framework)
	}
	for _, c := range r.Contests {
		all = append(all, c.Framework)
	}
	return all
}

// Tension is something on which people pull in different directions, such as
// the balance between improving a service and looking after the peers in it.
// It is not a fault to have one.
type Tension struct {
	ID string `json:"id"`

	// Framework is the one whose principles are meant; empty: the audited one.
	// Audits of other frameworks pass over it.
	Framework FrameworkID `json:"framework,omitempty"`

	Title    string        `json:"title"`
	RaisedBy Voice         `json:"raised_by"`
	On       Day           `json:"on,omitzero"`
	Serves   []PrincipleID `json:"serves,omitempty"` // the principles that it touches

	// Seen is how it looks from different seats.
	Seen []Account `json:"seen,omitempty"`

	// Settled is the day on which those concerned agreed that it is dealt
	// with; no day: open.
	Settled Day `json:"settled,omitzero"`
}

// Account is how something looks to a voice.
type Account struct {
	Voice Voice  `json:"voice"`
	Text  string `json:"text"`
}

// Action is something that was agreed.
type Action struct {
	ID string `json:"id"`

	// Framework is the one whose principles are meant; empty: the audited one.
	// Audits of other frameworks pass over it.
	Framework FrameworkID `json:"framework,omitempty"`

	What     string      `json:"what"`
	Tension  string      `json:"tension,omitempty"` // id of the tension that it answers; may be empty
	Serves   PrincipleID `json:"serves"`
	Owner    string      `json:"owner"` // an office
	Due      Day         `json:"due,omitzero"`
	Done     Day         `json:"done,omitzero"`       // no day: not yet
	AgreedBy []Voice     `json:"agreed_by,omitempty"` // those who made it up together
}

// Contest is the objection of somebody affected by a standing. It stays visible
// beside the standing, with the answer, and changes nothing by itself: people
// decide.
type Contest struct {
	ID string `json:"id"`

	// Framework is where the principle or the indicator is defined. Empty: in the
	// audited framework, or for an indicator else in the only other one of which
	// the audit asks it. Audits that ask for neither pass over it.
	Framework FrameworkID `json:"framework,omitempty"`

	Principle PrincipleID `json:"principle,omitempty"` // or
	Indicator IndicatorID `json:"indicator,omitempty"`
	By        Voice       `json:"by"`
	On        Day         `json:"on,omitzero"`

	// Text is shown only if ShareText is set: wording can give a person away.
	Text      string `json:"text,omitempty"`
	ShareText bool   `json:"share_text,omitempty"`

	Answer     string `json:"answer,omitempty"`
	AnsweredBy string `json:"answered_by,omitempty"` // an office
	AnsweredOn Day    `json:"answered_on,omitzero"`
}

// ref is the indicator as it was named.
func (c Contest) ref() Ref { return Ref{Framework: c.Framework, Indicator: c.Indicator} }
