package principles

import "fmt"

func (c *checker) links() {
	for i, link := range c.f.Links {
		path := fmt.Sprintf("links[%d]", i)
		c.choice(path+".relation", string(link.Relation), string(Serves), string(Related))
		c.end(path+".from", link.From)
		c.end(path+".to", link.To)
		if link.Relation == Serves && link.To.Principle == "" {
			c.add(path+".to.principle", CodeMissing)
		}
		if link.From.Framework != c.f.ID && link.To.Framework != c.f.ID {
			c.add(path, CodeForeign)
		}
		if link.Relation == Serves && c.f.Form == FormLadder {
			c.add(path, CodeOtherKind) // rungs and stages are no shares of anything
		}
		c.optionalSources(path, link.Sources)
		c.confidence(path+".confidence", link.Confidence)
	}
	for _, i := range cyclic(c.f.Links) {
		c.add(fmt.Sprintf("links[%d]", i), CodeCycle)
	}
}

// end checks one end of a link; in another framework only its form.
func (c *checker) end(path string, r Ref) {
	if !r.Framework.Valid() {
		c.add(path+".framework", CodeInvalid)
	}
	if (r.Principle == "") == (r.Indicator == "") {
		c.add(path, CodeInvalid)
		return
	}
	if r.Framework == c.f.ID {
		if code := c.f.missing(r); code != "" {
			c.add(path, code)
		}
	}
}

// missing returns why the framework does not hold what r names, or nothing.
func (f Framework) missing(r Ref) Code {
	if _, ok := f.Principle(r.Principle); r.Principle != "" && !ok {
		return CodeUnknownPrinciple
	}
	if _, ok := f.Indicator(r.Indicator); r.Indicator != "" && !ok {
		return CodeUnknownIndicator
	}
	return ""
}

// cyclic returns the indices of the serving links that close a circle: those
// whose target leads back to where they begin. Such circles go through
// principles only, for nothing serves an indicator.
func cyclic(links []Link) []int {
	next := make(map[Ref][]Ref)
	for _, l := range links {
		if l.Relation == Serves {
			next[l.From] = append(next[l.From], l.To)
		}
	}
	var found []int
	for i, l := range links {
		if l.Relation == Serves && leads(next, l.To, l.From) {
			found = append(found, i)
		}
	}
	return found
}

// leads reports whether one can get from a to b.
func leads(next map[Ref][]Ref, a, b Ref) bool {
	seen := map[Ref]bool{a: true}
	for queue := []Ref{a}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == b {
			return true
		}
		for _, to := range next[queue[0]] {
			if !seen[to] {
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	return false
}
