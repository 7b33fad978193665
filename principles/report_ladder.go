package principles

// Ladder says on which rung decisions and initiatives stand, by whose account.
// A rung is a stage, not a grade: the only judgement in it is that nobody may
// be coerced.
type Ladder struct {
	Rungs []Rung `json:"rungs"` // lowest first

	// Headline is the widest gap between those in charge and those whom it is
	// about, nil where there is none to tell.
	Headline *Notice `json:"headline,omitempty"`

	// Rows are in the order of the subjects' names, and for each in the order
	// of the stages.
	Rows []LadderRow `json:"rows,omitempty"`
}

// Rung is one rung of a ladder.
type Rung struct {
	ID              PrincipleID `json:"id"`
	Number          int         `json:"number"`
	Name            string      `json:"name"`
	Meaning         string      `json:"meaning"`
	NeverAcceptable bool        `json:"never_acceptable,omitempty"`
	Sources         []string    `json:"sources"`
	Confidence      Confidence  `json:"confidence"`
}

// LadderRow is one stage of one decision or initiative.
type LadderRow struct {
	Subject   string      `json:"subject"` // empty: the programme
	Stage     IndicatorID `json:"stage"`
	StageName string      `json:"stage_name"`

	// Voices are the accounts that may be shown, in the order of the
	// framework.
	Voices []RungAccount `json:"voices,omitempty"`

	// Gap is how many rungs those in charge stand above those whom it is
	// about; nil where one side was not heard.
	Gap *RungGap `json:"gap,omitempty"`

	Notices []Notice `json:"notices,omitempty"`
}

// RungAccount is on which rung a voice sees something: the middle rating (the
// lower one of two), and the interval of the middle. The interval runs over the
// whole ladder where too few answered to narrow it without telling what one
// person said: fewer than 12 at the usual level. The middle rating may be one
// person's answer; nothing here tells whether it is.
type RungAccount struct {
	Voice  Voice `json:"voice"`
	Side   Side  `json:"side,omitempty"`
	Median int   `json:"median"`
	Low    int   `json:"low"`
	High   int   `json:"high"`

	// Change is the present median less the one of the previous report; nil
	// without one.
	Change *RungChange `json:"change,omitempty"`
}

// RungChange is a change in rungs.
type RungChange struct {
	// Code is [ChangeHigher], [ChangeLower], [ChangeSame], [ChangeWithin] or
	// [ChangeOtherMethod].
	Code  Code `json:"code"`
	Since Day  `json:"since"`
	Rungs *int `json:"rungs,omitempty"` // nil where the two cannot be compared
}

// RungGap is a gap in rungs. What the voices of one side say that may be shown is
// taken together for it; the voices by themselves stand beside it. Firm says that
// the exact intervals of the two sides do not touch, whatever is shown of them.
type RungGap struct {
	InCharge int  `json:"in_charge"` // median of those in charge
	Lived    int  `json:"lived"`     // median of those whom it is about
	Rungs    int  `json:"rungs"`
	Firm     bool `json:"firm"`
}
