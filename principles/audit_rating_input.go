package principles

import "unicode/utf8"

// ratingKey is what one person can rate only once.
type ratingKey struct {
	indicator Ref
	voice     Voice
	rater     string
	subject   string
}

func (c *inputCheck) rating(r Rating, given map[ratingKey]bool) {
	ref := Ref{Framework: r.Framework, Indicator: r.Indicator}
	c.indicator(ref)
	if q, ok := c.named[ref]; ok {
		ref = q.ref()
		c.answers(q, r)
	} else if !r.Voice.Valid() {
		c.fault("voice", CodeInvalid)
	}
	key := ratingKey{ref, r.Voice, r.Rater.reveal(), r.Subject}
	switch {
	case key.rater == "":
		c.fault("rater", CodeMissing)
	case given[key]:
		c.fault("rater", CodeDuplicate)
	}
	given[key] = true
	if r.Subject != "" && (!plainText(r.Subject) || utf8.RuneCountInString(r.Subject) > maxTerm) {
		c.fault("subject", CodeInvalid)
	}
	c.past("on", r.On)
}

// indicator checks how an indicator is named.
func (c *inputCheck) indicator(ref Ref) {
	switch {
	case !ref.Indicator.Valid():
		c.fault("indicator", CodeInvalid)
	case ref.Framework != "" && !ref.Framework.Valid():
		c.fault("framework", CodeInvalid)
	case ref.Framework == "" && c.doubtful[ref.Indicator]:
		c.fault("framework", CodeMissing)
	}
}

// answers checks a rating against the indicator that it is about.
func (c *inputCheck) answers(q question, r Rating) {
	if q.Kind != Rated {
		c.fault("indicator", CodeNotRated)
		return
	}
	if _, ok := q.framework.Asked(r.Voice); !ok {
		c.fault("voice", CodeUnknownVoice)
	}
	if scale, _ := q.framework.Scale(q.Scale); r.Score < scale.Low || r.Score > scale.High {
		c.fault("score", CodeOffScale)
	}
}
