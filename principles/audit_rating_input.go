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
	ref := r.ref()
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
func (c *inputCheck) indicator(ref Ref) (sound bool) {
	switch {
	case !ref.Indicator.Valid():
		c.fault("indicator", CodeInvalid)
	case !c.framed(ref.Framework):
	case ref.Framework == "" && c.doubtful[ref.Indicator]:
		c.fault("framework", CodeAmbiguous)
	default:
		return true
	}
	return false
}

// framed checks the id of a framework, which may be left out.
func (c *inputCheck) framed(id FrameworkID) (sound bool) {
	if id != "" && !id.Valid() {
		c.fault("framework", CodeInvalid)
		return false
	}
	return true
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
