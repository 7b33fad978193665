package principles

import "fmt"

// maxHoldsMonths is the longest time for which an attestation can hold.
const maxHoldsMonths = 120

func (c *checker) principles() {
	if len(c.f.Principles) == 0 {
		c.add("principles", CodeMissing)
	}
	ids, names := make(map[string]bool), make(map[string]bool)
	for i, p := range c.f.Principles {
		path := fmt.Sprintf("principles[%d]", i)
		c.name(path+".id", string(p.ID), ids)
		c.text(path+".name", p.Name)
		c.optional(path+".handle", p.Handle)
		c.names(path, p, names)
		c.text(path+".meaning", p.Meaning)
		if p.Group != "" && !c.groups[p.Group] {
			c.add(path+".group", CodeUnknownGroup)
		}
		c.parts(path, p.Parts)
		c.statements(path+".practice", p.Practice)
		c.statements(path+".aliases", p.Aliases)
		if p.Breach != (Statement{}) {
			c.statement(path+".breach", p.Breach)
		}
		c.statements(path+".actors", p.Actors)
		c.ofForm(path, i, p)
		c.sources(path, p.Sources)
		c.confidence(path+".confidence", p.Confidence)
	}
}

// names checks that no two principles answer to the same name, so that
// [Framework.Find] has one answer. The id and the name of one principle may be
// alike.
func (c *checker) names(path string, p Principle, seen map[string]bool) {
	own := make(map[string]bool)
	for _, name := range p.names() {
		own[Folded(name)] = true
	}
	taken := false
	for name := range own {
		taken = taken || seen[name]
		seen[name] = true
	}
	if taken {
		c.add(path+".name", CodeDuplicate)
	}
}

func (c *checker) parts(path string, parts []Part) {
	seen := make(map[string]bool)
	for i, part := range parts {
		at := fmt.Sprintf("%s.parts[%d]", path, i)
		c.name(at+".id", part.ID, seen)
		c.optional(at+".handle", part.Handle)
		c.text(at+".name", part.Name)
		c.text(at+".meaning", part.Meaning)
		c.optionalSources(at, part.Sources)
		c.confidence(at+".confidence", part.Confidence)
	}
}

// ofForm checks what only some forms of a framework have.
func (c *checker) ofForm(path string, i int, p Principle) {
	if c.f.Form == FormLadder && p.Rung != i+1 || c.f.Form != FormLadder && p.Rung != 0 {
		c.add(path+".rung", CodeRungs)
	}
	if p.NeverAcceptable && c.f.Form != FormLadder {
		c.add(path+".never_acceptable", CodeInvalid)
	}
	if c.f.Form == FormFactors {
		c.choice(path+".effect", string(p.Effect), string(Helps), string(Hinders))
	} else if p.Effect != "" {
		c.add(path+".effect", CodeInvalid)
	}
}

func (c *checker) indicators() {
	seen := make(map[string]bool)
	for i, n := range c.f.Indicators {
		path := fmt.Sprintf("indicators[%d]", i)
		c.name(path+".id", string(n.ID), seen)
		c.text(path+".name", n.Name)
		c.text(path+".asks", n.Asks)
		if n.Basis != (Statement{}) {
			c.statement(path+".basis", n.Basis)
		}
		c.serves(path, n)
		c.choice(path+".kind", string(n.Kind), string(Computed), string(Rated), string(Attested))
		c.otherKind(path+".kind", c.f.Form == FormLadder && n.Kind != Rated)
		c.computed(path, n)
		c.rated(path, n)
		c.attested(path, n)
		c.criterion(path, n)
		c.statements(path+".try", n.Try)
		c.sources(path, n.Sources)
		c.confidence(path+".confidence", n.Confidence)
	}
}

// serves checks the principle of an indicator. The stages of a ladder serve the
// ladder as a whole.
func (c *checker) serves(path string, n Indicator) {
	if c.f.Form == FormLadder && n.Serves == "" {
		return
	}
	p, ok := c.f.Principle(n.Serves)
	if !ok {
		c.add(path+".serves", CodeUnknownPrinciple)
		return
	}
	if n.Part == "" {
		return
	}
	for _, part := range p.Parts {
		if part.ID == n.Part {
			return
		}
	}
	c.add(path+".part", CodeUnknownPrinciple)
}

func (c *checker) computed(path string, n Indicator) {
	if n.Kind != Computed {
		c.otherKind(path+".measure", n.Measure != "")
		c.otherKind(path+".supplier", n.Supplier != "")
		return
	}
	c.name(path+".measure", string(n.Measure), map[string]bool{})
	c.name(path+".supplier", n.Supplier, map[string]bool{})
}

func (c *checker) rated(path string, n Indicator) {
	if n.Kind != Rated {
		c.otherKind(path+".scale", n.Scale != "")
		c.otherKind(path+".voices", len(n.Voices) > 0)
		return
	}
	scale, ok := c.f.Scale(n.Scale)
	switch {
	case !ok:
		c.add(path+".scale", CodeUnknownScale)
	case c.f.Form == FormLadder && (scale.Low != 1 || scale.High != len(c.f.Principles)):
		c.add(path+".scale", CodeRungs)
	}
	if len(n.Voices) == 0 {
		c.add(path+".voices", CodeMissing)
	}
	own := make(map[Voice]bool)
	for i, v := range n.Voices {
		at := fmt.Sprintf("%s.voices[%d]", path, i)
		switch {
		case !c.voices[v]:
			c.add(at, CodeUnknownVoice)
		case own[v]:
			c.add(at, CodeDuplicate)
		}
		own[v] = true
	}
}

func (c *checker) attested(path string, n Indicator) {
	if n.Kind != Attested {
		c.otherKind(path+".holds_months", n.HoldsMonths != 0)
		return
	}
	if n.HoldsMonths < 1 || n.HoldsMonths > maxHoldsMonths {
		c.add(path+".holds_months", CodeInvalid)
	}
}

func (c *checker) criterion(path string, n Indicator) {
	if n.Kind != Computed && n.Kind != Rated || c.f.Form == FormLadder {
		c.otherKind(path+".criterion", n.Criterion != Criterion{})
		return
	}
	k := n.Criterion
	if k.Kept < 1 || k.Kept > 100 || k.Floor < 0 || k.Floor > k.Kept {
		c.add(path+".criterion", CodeInvalid)
	}
	c.confidence(path+".criterion.confidence", k.Confidence)
}

func (c *checker) otherKind(path string, given bool) {
	if given {
		c.add(path, CodeOtherKind)
	}
}
