package principles

// Evidence is something that was computed or attested. Ratings are evidence of
// a kind of their own, see [Rating].
//
// It holds no people: what is computed comes as counts. How many people they
// are about decides what may be shown of them ([Release]). Hand over a measure
// also when there was nothing to count, as 0 of 0: then a report does not tell
// few people from none.
type Evidence struct {
	Kind Kind // Computed or Attested

	// Measure says what was computed: Count of Of. People is how many people
	// it is about; 0 is not known, and then nothing of it may be shown.
	Measure MeasureID
	Count   int
	Of      int
	People  int

	// Largest is how much of Of the person who contributed most stands for;
	// 0: not known.
	Largest int

	// Complete says that everything there is was counted. Otherwise what was
	// counted is a sample, and the standing allows for chance.
	Complete bool

	// From and Until are the first and last day of what was counted. From may
	// be left out, Until may not. Evidence computed for a day has both the same.
	From, Until Day

	// Indicator says what was attested, on which day, whether it holds, by
	// which document, and who answers for it: an office, not a person.
	// Framework is where the indicator is defined. Empty: in the audited
	// framework, or else in the only other one of which the audit asks it.
	Framework FrameworkID
	Indicator IndicatorID
	On        Day
	Holds     Holds
	Document  string
	Owner     string

	// Source is where a reader can look it up: the package, system or file
	// that it comes from.
	Source string
}

// ref is the indicator as it was named.
func (e Evidence) ref() Ref { return Ref{Framework: e.Framework, Indicator: e.Indicator} }

// Holds is what is attested.
type Holds string

// What can be attested.
const (
	HoldsYes    Holds = "yes"
	HoldsPartly Holds = "partly"
	HoldsNo     Holds = "no"
)

// standing returns how an indicator stands by what is attested.
func (h Holds) standing() Standing {
	switch h {
	case HoldsYes:
		return Upheld
	case HoldsPartly:
		return Partly
	case HoldsNo:
		return NotUpheld
	}
	return NotKnown
}
