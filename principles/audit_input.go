package principles

import "fmt"

// MaxCount is the largest count: products of counts and per cent stay within 64
// bits.
const MaxCount int64 = 1_000_000_000_000

// InputError says what is wrong with what was handed to [Audit], and where. It
// never repeats what was handed over.
type InputError struct {
	List  string // "evidence", "ratings", "options", "tensions", "actions" or "contests"
	Index int    // in the list, from 0; 0 for options
	Field string // snake_case, as in files
	Code  Code
}

// Error returns the place and the code.
func (e *InputError) Error() string {
	if e.List == "options" {
		return fmt.Sprintf("principles: audit: options.%s: %s", e.Field, e.Code)
	}
	return fmt.Sprintf("principles: audit: %s[%d].%s: %s", e.List, e.Index, e.Field, e.Code)
}

// inputCheck gathers what is wrong with the input of one audit.
type inputCheck struct {
	*audit
	faults []error
	list   string
	index  int
}

func (a *audit) checkInput(evidence []Evidence, ratings []Rating) []error {
	c := &inputCheck{audit: a}
	c.at("options", 0)
	c.options()
	measured := make(map[MeasureID]bool)
	for i, e := range evidence {
		c.at("evidence", i)
		switch e.Kind {
		case Computed:
			c.computed(e, measured)
		case Attested:
			c.attested(e)
		default:
			c.fault("kind", CodeInvalid)
		}
	}
	given := make(map[ratingKey]bool)
	for i, r := range ratings {
		c.at("ratings", i)
		c.rating(r, given)
	}
	c.register()
	return c.faults
}

func (c *inputCheck) at(list string, index int) { c.list, c.index = list, index }

func (c *inputCheck) fault(field string, code Code) {
	c.faults = append(c.faults, &InputError{List: c.list, Index: c.index, Field: field, Code: code})
}

func (c *inputCheck) options() {
	if c.o.At.IsZero() {
		c.fault("at", CodeMissing)
	}
	if !(c.o.Level > 0 && c.o.Level < 1) {
		c.fault("level", CodeInvalid)
	}
	if c.o.Programme != "" && !plainText(c.o.Programme) {
		c.fault("programme", CodeInvalid)
	}
	if c.o.MaxAgeMonths < 1 || c.o.MaxAgeMonths > maxHoldsMonths {
		c.fault("max_age_months", CodeInvalid)
	}
	if c.o.Disagreement < 1 || c.o.Disagreement > 100 {
		c.fault("disagreement", CodeInvalid)
	}
	if p := c.o.Previous; p != nil {
		if p.Framework.ID != c.f.ID {
			c.fault("previous", CodeOtherFramework)
		}
		if c.o.At.Before(p.At) {
			c.fault("previous", CodeInFuture)
		}
	}
}

// past checks a day that is needed.
func (c *inputCheck) past(field string, d Day) {
	switch {
	case d.IsZero():
		c.fault(field, CodeMissing)
	case c.o.At.Before(d):
		c.fault(field, CodeInFuture)
	}
}

func (c *inputCheck) text(field, s string) {
	switch {
	case s == "":
		c.fault(field, CodeMissing)
	case !plainText(s):
		c.fault(field, CodeInvalid)
	}
}

func (c *inputCheck) source(e Evidence) {
	if e.Source != "" && !plainText(e.Source) {
		c.fault("source", CodeInvalid)
	}
}

func (c *inputCheck) computed(e Evidence, measured map[MeasureID]bool) {
	switch {
	case !e.Measure.Valid():
		c.fault("measure", CodeInvalid)
	case measured[e.Measure]:
		c.fault("measure", CodeDuplicate)
	}
	measured[e.Measure] = true
	if e.Count < 0 || e.Of < e.Count || int64(e.Of) > MaxCount {
		c.fault("count", CodeCounts)
	}
	if e.People < 0 {
		c.fault("people", CodeCounts)
	}
	if e.Largest < 0 || e.Largest > e.Of {
		c.fault("largest", CodeCounts)
	}
	c.past("until", e.Until)
	if !e.From.IsZero() && e.Until.Before(e.From) {
		c.fault("from", CodeInvalid)
	}
	c.source(e)
	if e.Framework != "" || e.Indicator != "" || !e.On.IsZero() || e.Holds != "" || e.Document != "" || e.Owner != "" {
		c.fault("kind", CodeOtherKind)
	}
}

func (c *inputCheck) attested(e Evidence) {
	c.indicator(e.ref())
	if q, ok := c.named[e.ref()]; ok && q.Kind != Attested {
		c.fault("indicator", CodeNotAttested)
	}
	c.past("on", e.On)
	if e.Holds.standing() == NotKnown {
		c.fault("holds", CodeInvalid)
	}
	c.text("document", e.Document)
	c.text("owner", e.Owner)
	c.source(e)
	if e.Measure != "" || e.Count != 0 || e.Of != 0 || e.People != 0 || e.Largest != 0 || e.Complete ||
		!e.From.IsZero() || !e.Until.IsZero() {
		c.fault("kind", CodeOtherKind)
	}
}
