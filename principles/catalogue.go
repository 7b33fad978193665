package principles

import (
	"strings"
	"unicode"
)

// Catalogue is a versioned list of principles, each with its sources. It is a
// plain value; [DecodeCatalogue] makes one whose every item has been checked.
type Catalogue struct {
	ID         string      `json:"id"`      // snake_case
	Version    string      `json:"version"` // of the data, not of the format
	Title      string      `json:"title"`
	Principles []Principle `json:"principles"` // in the order of the data
}

// Principle is something that peer support holds itself to. A rule names the
// principle that it protects ([Attributed]), so that every decision can be
// traced to a source.
type Principle struct {
	ID      PrincipleID `json:"id"`
	Name    string      `json:"name"`    // as people write it: "strengths-based"
	Meaning string      `json:"meaning"` // in this project's words, no quotation

	// Aims are the parts that the source divides the principle into, if any.
	Aims []Aim `json:"aims,omitempty"`

	// Practice lists what it asks for in daily work.
	Practice []Statement `json:"practice,omitempty"`

	// Aliases are other names of the principle. The confidence says how well
	// founded it is that the two mean the same.
	Aliases []Statement `json:"aliases,omitempty"`

	// Breach is a sign that the principle is not kept. Its text is empty if
	// none is known.
	Breach Statement `json:"breach,omitzero"`

	// Sources say where name, meaning and aims come from; there is at least
	// one.
	Sources []Citation `json:"sources"`

	// Confidence says how well name, meaning and aims are founded.
	Confidence Confidence `json:"confidence"`
}

// Aim is a part of a principle.
type Aim struct {
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
}

// Statement is a text with a footing of its own.
type Statement struct {
	Text       string     `json:"text"`
	Confidence Confidence `json:"confidence"`
}

// Citation names a publication.
type Citation struct {
	// Key is the handle by which data refer to the citation, snake_case.
	Key string `json:"key"`

	// Authors are the people or bodies who wrote it, surname first.
	Authors []string `json:"authors"`

	Title string `json:"title"`

	// Year of publication; 0: not known.
	Year int `json:"year,omitempty"`

	Publisher string `json:"publisher,omitempty"`

	// DOI begins with "10.", without the address of a resolver.
	DOI string `json:"doi,omitempty"`

	// URL begins with "https://".
	URL string `json:"url,omitempty"`

	// Licence says on what terms the content is used here.
	Licence string `json:"licence"`

	// Note holds what a reader should know about the source itself.
	Note string `json:"note,omitempty"`
}

// Lookup returns the principle with the id.
func (c Catalogue) Lookup(id PrincipleID) (Principle, bool) {
	for _, p := range c.Principles {
		if p.ID == id {
			return p, true
		}
	}
	return Principle{}, false
}

// Find returns the principle that people call by this name: its id, its name or
// an alias, whatever the case, with spaces, hyphens and underscores alike.
func (c Catalogue) Find(name string) (Principle, bool) {
	want := folded(name)
	for _, p := range c.Principles {
		for _, known := range p.names() {
			if folded(known) == want {
				return p, true
			}
		}
	}
	return Principle{}, false
}

// Citations returns the sources of all principles, each once, in the order in
// which they first occur.
func (c Catalogue) Citations() []Citation {
	var all []Citation
	seen := make(map[string]bool)
	for _, p := range c.Principles {
		for _, source := range p.Sources {
			if !seen[source.Key] {
				seen[source.Key] = true
				all = append(all, source)
			}
		}
	}
	return all
}

func (p Principle) names() []string {
	names := []string{string(p.ID), p.Name}
	for _, alias := range p.Aliases {
		names = append(names, alias.Text)
	}
	return names
}

// folded makes spellings of a name alike.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return '_'
		}
		return unicode.ToLower(r)
	}, strings.TrimSpace(name))
}
