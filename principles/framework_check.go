package principles

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Years in which a source may have been published.
const minYear, maxYear = 1800, 2200

// checker holds a framework against its own names.
type checker struct {
	faultList
	f         Framework
	citations map[string]bool // known keys
	used      map[string]bool // keys that an item names
	groups    map[string]bool
	voices    map[Voice]bool
}

// Check returns everything that is wrong with the framework by itself, in the
// order of its fields, and nil for a sound one. Links into other frameworks are
// followed by [NewLibrary].
func (f Framework) Check() []*FrameworkFault {
	c := checker{
		f: f, citations: make(map[string]bool), used: make(map[string]bool),
		groups: make(map[string]bool), voices: make(map[Voice]bool),
	}
	c.head()
	c.askedVoices()
	c.groupsAndScales()
	c.principles()
	c.indicators()
	c.links()
	c.unused()
	for _, fault := range c.faults {
		fault.Framework = f.ID
	}
	return c.faults
}

func (c *checker) head() {
	c.name("id", string(c.f.ID), map[string]bool{})
	c.text("version", c.f.Version)
	c.text("title", c.f.Title)
	c.text("summary", c.f.Summary)
	forms := make([]string, 0, len(Forms()))
	for _, form := range Forms() {
		forms = append(forms, string(form))
	}
	c.choice("form", string(c.f.Form), forms...)
	if c.f.Overall != "" {
		c.choice("overall", string(c.f.Overall), string(Weakest))
	}
	for i, s := range c.f.Sources {
		c.citation(fmt.Sprintf("sources[%d]", i), s)
	}
}

func (c *checker) citation(path string, s Citation) {
	c.name(path+".key", s.Key, c.citations)
	if len(s.Authors) == 0 {
		c.add(path+".authors", CodeMissing)
	}
	for i, author := range s.Authors {
		c.text(fmt.Sprintf("%s.authors[%d]", path, i), author)
	}
	c.text(path+".title", s.Title)
	c.text(path+".licence", s.Licence)
	c.optional(path+".publisher", s.Publisher)
	c.optional(path+".note", s.Note)
	if s.Year != 0 && (s.Year < minYear || s.Year > maxYear) {
		c.add(path+".year", CodeInvalid)
	}
	c.address(path+".doi", s.DOI, "10.")
	c.address(path+".url", s.URL, "https://")
}

// address checks a DOI or URL, which may be left out.
func (c *checker) address(path, s, prefix string) {
	if s == "" {
		return
	}
	rest, ok := strings.CutPrefix(s, prefix)
	if !ok || rest == "" || !plainText(s) || strings.ContainsFunc(s, unicode.IsSpace) {
		c.add(path, CodeInvalid)
	}
}

func (c *checker) askedVoices() {
	seen := make(map[string]bool)
	for i, a := range c.f.Voices {
		path := fmt.Sprintf("voices[%d]", i)
		c.name(path+".voice", string(a.Voice), seen)
		c.text(path+".name", a.Name)
		if a.Side != "" {
			c.choice(path+".side", string(a.Side), string(Lived), string(InCharge))
		}
		if a.InOffice && (a.Side == Lived || a.Voice == PersonSupported || a.Voice == PeerSupporter) {
			c.add(path+".in_office", CodeInvalid) // nobody who seeks or gives support has to put a name to it
		}
		c.voices[a.Voice] = true
		if a.Needed && !c.asks(a.Voice) {
			c.add(path, CodeVoiceNotAsked)
		}
	}
}

// asks reports whether a judged indicator asks the voice.
func (c *checker) asks(v Voice) bool {
	for _, i := range c.f.Indicators {
		if !i.Informs && slices.Contains(i.Voices, v) {
			return true
		}
	}
	return false
}

func (c *checker) groupsAndScales() {
	for i, g := range c.f.Groups {
		path := fmt.Sprintf("groups[%d]", i)
		c.name(path+".id", g.ID, c.groups)
		c.text(path+".name", g.Name)
		c.optional(path+".meaning", g.Meaning)
		c.sources(path, g.Sources)
		c.confidence(path+".confidence", g.Confidence)
	}
	seen := make(map[string]bool)
	for i, s := range c.f.Scales {
		path := fmt.Sprintf("scales[%d]", i)
		c.name(path+".id", s.ID, seen)
		c.text(path+".name", s.Name)
		if s.Low >= s.High || s.KeptFrom <= s.Low || s.KeptFrom > s.High {
			c.add(path, CodeScaleEnds)
		}
		c.text(path+".low_label", s.LowLabel)
		c.text(path+".high_label", s.HighLabel)
		c.sources(path, s.Sources)
		c.confidence(path+".confidence", s.Confidence)
	}
}

// sources checks the citations of an item, of which it needs one.
func (c *checker) sources(path string, keys []string) {
	if len(keys) == 0 {
		c.add(path+".sources", CodeMissing)
	}
	c.optionalSources(path, keys)
}

func (c *checker) optionalSources(path string, keys []string) {
	own := make(map[string]bool, len(keys))
	for i, key := range keys {
		at := fmt.Sprintf("%s.sources[%d]", path, i)
		switch {
		case !c.citations[key]:
			c.add(at, CodeUnknownSource)
		case own[key]:
			c.add(at, CodeDuplicate)
		}
		own[key], c.used[key] = true, true
	}
}

func (c *checker) unused() {
	for i, s := range c.f.Sources {
		if !c.used[s.Key] {
			c.add(fmt.Sprintf("sources[%d]", i), CodeUnused)
		}
	}
	scales, groups := make(map[string]bool), make(map[string]bool)
	for _, i := range c.f.Indicators {
		scales[i.Scale] = true
	}
	for _, p := range c.f.Principles {
		groups[p.Group] = true
	}
	for i, s := range c.f.Scales {
		if !scales[s.ID] {
			c.add(fmt.Sprintf("scales[%d]", i), CodeUnused)
		}
	}
	for i, g := range c.f.Groups {
		if !groups[g.ID] {
			c.add(fmt.Sprintf("groups[%d]", i), CodeUnused)
		}
	}
}
