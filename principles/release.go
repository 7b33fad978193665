package principles

// Release decides what may be shown of a group. Package evaluation/release will
// implement it with a memory of earlier releases; [MinimumGroup] is the strict
// default that has none.
//
// A Release returns the same answer to the same group, and is safe for
// concurrent use.
type Release interface {
	// Name says which rule it is, for the report.
	Name() string
	// Show decides about one tally.
	Show(t Tally) Shown
}

// Tally is a count about a group of people, before anything is decided about
// what may be shown of it.
type Tally struct {
	Count  int // how many of Of
	Of     int
	People int // whom it is about; at most Of where each counts once

	// Largest is how much of Of the largest contributor stands for; 0: not
	// known.
	Largest int
}

// Shown is what may be shown of a [Tally].
type Shown struct {
	// Standing: a standing may be drawn from the exact figures and shown.
	Standing bool
	// Figure: Count and Of may be shown, as they stand here. They may be
	// rounded.
	Figure    bool
	Count, Of int
}
