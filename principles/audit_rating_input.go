package principles

import "unicode/utf8"

// ratingKey is what one person can rate only once.
type ratingKey struct {
	indicator IndicatorID
	voice     Voice
	rater     string
	subject   string
}

func (c *inputCheck) rating(r Rating, given map[ratingKey]bool) {
	if !r.Indicator.Valid() {
		c.fault("indicator", CodeInvalid)
	}
	if q, ok := c.named[r.Indicator]; ok {
		c.answers(q, r)
	} else if !r.Voice.Valid() {
		c.fault("voice", CodeInvalid)
	}
	key := ratingKey{r.Indicator, r.Voice, r.Rater.reveal(), r.Subject}
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
