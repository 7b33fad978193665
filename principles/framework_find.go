package principles

import (
	"strings"
	"unicode"
)

// Principle returns the principle with the id.
func (f Framework) Principle(id PrincipleID) (Principle, bool) {
	for _, p := range f.Principles {
		if p.ID == id {
			return p, true
		}
	}
	return Principle{}, false
}

// Find returns the principle that people call by this name: its id, its handle,
// its name or an alias, whatever the case, with spaces, hyphens and underscores
// alike.
func (f Framework) Find(name string) (Principle, bool) {
	want := Folded(name)
	for _, p := range f.Principles {
		for _, known := range p.names() {
			if Folded(known) == want {
				return p, true
			}
		}
	}
	return Principle{}, false
}

// Indicator returns the indicator with the id.
func (f Framework) Indicator(id IndicatorID) (Indicator, bool) {
	for _, i := range f.Indicators {
		if i.ID == id {
			return i, true
		}
	}
	return Indicator{}, false
}

// Scale returns the scale with the id.
func (f Framework) Scale(id string) (Scale, bool) {
	for _, s := range f.Scales {
		if s.ID == id {
			return s, true
		}
	}
	return Scale{}, false
}

// Asked returns what the framework says about a voice.
func (f Framework) Asked(v Voice) (Asked, bool) {
	for _, a := range f.Voices {
		if a.Voice == v {
			return a, true
		}
	}
	return Asked{}, false
}

// Citation returns the citation with the key.
func (f Framework) Citation(key string) (Citation, bool) {
	for _, c := range f.Sources {
		if c.Key == key {
			return c, true
		}
	}
	return Citation{}, false
}

// names are all names that lead to a principle.
func (p Principle) names() []string {
	names := []string{string(p.ID), p.Name}
	if p.Handle != "" {
		names = append(names, p.Handle)
	}
	for _, alias := range p.Aliases {
		names = append(names, alias.Text)
	}
	return names
}

// Folded makes spellings of a name alike: "Core-principles" and
// "core_principles".
func Folded(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return '_'
		}
		return unicode.ToLower(r)
	}, strings.TrimSpace(name))
}
