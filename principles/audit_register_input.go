package principles

// register checks the register: what it names is there, and everything that a
// reader needs to follow it up is given.
func (c *inputCheck) register() {
	tensions := make(map[string]bool)
	for i, t := range c.o.Register.Tensions {
		c.at("tensions", i)
		c.entry(t.ID, tensions)
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
		c.entry(act.ID, actions)
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
		c.entry(o.ID, contests)
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
		c.principle("principle", o.Framework, o.Principle)
	case c.ours(o.Framework):
		if _, ok := c.named[Ref{Indicator: o.Indicator}]; !ok && !c.doubtful[o.Indicator] {
			c.fault("indicator", CodeUnknownIndicator)
		}
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

// entry checks the id of an entry of the register.
func (c *inputCheck) entry(id string, seen map[string]bool) {
	c.text("id", id)
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
	if _, ok := c.f.Principle(id); c.ours(in) && !ok {
		c.fault(field, CodeUnknownPrinciple)
	}
}

// ours reports whether an entry is about the audited framework.
func (a *audit) ours(in FrameworkID) bool { return in == "" || in == a.f.ID }
