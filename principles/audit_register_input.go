package principles

import "cmp"

// register checks the register: what it names is there, and everything that a
// reader needs to follow it up is given.
func (c *inputCheck) register() {
	tensions := make(map[string]bool)
	for i, t := range c.o.Register.Tensions {
		c.at("tensions", i)
		c.entry(t.ID, t.Framework, tensions)
		c.text("title", t.Title)
		c.voice("raised_by", t.RaisedBy)
		c.past("on", t.On)
		if !t.Settled.IsZero() {
			c.past("settled", t.Settled)
		}
		for _, seen := range t.Seen {
			c.voice("seen", seen.Voice)
			c.text("seen", seen.Text)
		}
		for _, p := range t.Serves {
			c.principle("serves", t.Framework, p)
		}
	}
	actions := make(map[string]bool)
	for i, act := range c.o.Register.Actions {
		c.at("actions", i)
		c.entry(act.ID, act.Framework, actions)
		c.text("what", act.What)
		c.text("owner", act.Owner)
		c.principle("serves", act.Framework, act.Serves)
		if act.Due.IsZero() {
			c.fault("due", CodeMissing)
		}
		if !act.Done.IsZero() {
			c.past("done", act.Done)
		}
		if act.Tension != "" && !tensions[act.Tension] {
			c.fault("tension", CodeUnknownTension)
		}
		for _, v := range act.AgreedBy {
			c.voice("agreed_by", v)
		}
	}
	contests := make(map[string]bool)
	for i, o := range c.o.Register.Contests {
		c.at("contests", i)
		c.entry(o.ID, "", contests)
		c.contest(o)
	}
}

func (c *inputCheck) contest(o Contest) {
	c.voice("by", o.By)
	c.past("on", o.On)
	switch {
	case (o.Principle == "") == (o.Indicator == ""):
		c.fault("principle", CodeInvalid)
	case o.Principle != "":
		c.framed(o.Framework)
		c.principle("principle", o.Framework, o.Principle)
	default:
		c.contested(o.ref())
	}
	if o.Text != "" {
		c.text("text", o.Text)
	}
	if o.Answer != "" || o.AnsweredBy != "" || !o.AnsweredOn.IsZero() {
		c.text("answer", o.Answer)
		c.text("answered_by", o.AnsweredBy)
		c.past("answered_on", o.AnsweredOn)
	}
}

// contested checks an indicator that somebody contests. One that this audit does
// not ask belongs to another one, if there is such an indicator.
func (c *inputCheck) contested(ref Ref) {
	if _, asked := c.named[ref]; asked || !c.indicator(ref) {
		return
	}
	if f, known := c.framework(cmp.Or(ref.Framework, c.f.ID)); known {
		if _, there := f.Indicator(ref.Indicator); !there {
			c.fault("indicator", CodeUnknownIndicator)
		}
	}
}

// entry checks what every entry of the register has.
func (c *inputCheck) entry(id string, in FrameworkID, seen map[string]bool) {
	c.text("id", id)
	c.framed(in)
	if id != "" && seen[id] {
		c.fault("id", CodeDuplicate)
	}
	seen[id] = true
}

func (c *inputCheck) voice(field string, v Voice) {
	if !v.Valid() { // a board or a family may speak up, whom the framework does not ask
		c.fault(field, CodeUnknownVoice)
	}
}

func (c *inputCheck) principle(field string, in FrameworkID, id PrincipleID) {
	if f, known := c.framework(cmp.Or(in, c.f.ID)); known {
		if _, there := f.Principle(id); !there {
			c.fault(field, CodeUnknownPrinciple)
		}
	}
}

// ours reports whether an entry is about the audited framework.
func (a *audit) ours(in FrameworkID) bool { return in == "" || in == a.f.ID }
