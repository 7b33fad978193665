package peer

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
	"golang.org/x/text/language"
)

// finder gathers the faults of one record. A list that is too long is one
// fault, and its entries are not looked at.
type finder struct {
	list   string
	index  int
	faults Faults
}

func (f *finder) add(field string, code FaultCode) {
	f.faults = append(f.faults, Fault{Code: code, List: f.list, Index: f.index, Field: field})
}

// shape translates the validator's answer; its errors hold the rejected value
// and stay in here.
func (f *finder) shape(err error, field string) {
	var invalid validator.ValidationErrors
	if errors.As(err, &invalid) {
		f.add(field, FaultRange)
	}
}

func (f *finder) tooLong(field string, entries int) bool {
	if entries > MaxListed {
		f.add(field, FaultRange)
	}
	return entries > MaxListed
}

func (f *finder) key(field string, key ExternalID) {
	switch {
	case key == "":
		f.add(field, FaultIDMissing)
	case !key.Valid():
		f.add(field, FaultID)
	}
}

func (f *finder) keys(field string, keys []ExternalID) {
	if f.tooLong(field, len(keys)) {
		return
	}
	seen := map[ExternalID]bool{}
	for _, key := range keys {
		f.key(field, key)
		if seen[key] {
			f.add(field, FaultRepeated)
		}
		seen[key] = true
	}
}

// text checks a line of words that a person reads.
func (f *finder) text(field, text string) {
	hidden := func(r rune) bool { return unicode.IsControl(r) || invisible(r) }
	switch {
	case text == "":
		f.add(field, FaultRequired)
	case !utf8.ValidString(text), utf8.RuneCountInString(text) > MaxTitle,
		strings.TrimSpace(text) != text, strings.ContainsFunc(text, hidden):
		f.add(field, FaultText)
	}
}

// items checks that a list is short, well formed and without repetition. An
// entry that item cannot make an item of is the empty item.
func (f *finder) items(field string, n int, item func(int) Item) {
	if f.tooLong(field, n) {
		return
	}
	seen := map[Item]bool{}
	for i := range n {
		it := item(i)
		switch {
		case !it.Valid():
			f.add(field, FaultItem)
		case seen[it]:
			f.add(field, FaultRepeated)
		}
		seen[it] = true
	}
}

func (f *finder) wishes(v *validator.Validate, field string, kind Item, wishes []Wish) {
	f.items(field, len(wishes), func(i int) Item {
		item := wishes[i].Item
		bare := item == kind || (kind == KindAttribute && !strings.Contains(string(item), "="))
		if bare || !kind.Covers(item) {
			return ""
		}
		return item
	})
	for _, w := range wishes[:min(len(wishes), MaxListed)] {
		f.shape(v.Struct(w), field)
	}
}

// common checks what requests and supporters have in common.
func (f *finder) common(languages []string, modes []Mode, a Availability, stage Stage, t Terms) {
	f.items("languages", len(languages), func(i int) Item {
		if _, err := language.Parse(languages[i]); err != nil {
			return ""
		}
		return LanguageItem(languages[i])
	})
	named(f, "modes", modes, ParseMode)
	if stage < 0 || stage > MaxStage {
		f.add("journey", FaultRange)
	}
	f.availability(a)
	f.items("consent", len(t.Matching), func(i int) Item { return t.Matching[i].Item })
	f.items("release", len(t.Release), func(i int) Item { return t.Release[i].Item })
}

func (f *finder) availability(a Availability) {
	if _, err := a.offset(Date{}); err != nil {
		f.add("timezone", FaultZone)
	}
	if f.tooLong("availability", len(a.Slots)) {
		return
	}
	for _, s := range a.Slots {
		if !s.Valid() {
			f.add("availability", FaultSlot)
		}
	}
}

// named checks a list of members of a set that parse knows.
func named[T ~string](f *finder, field string, list []T, parse func(string) (T, error)) {
	if f.tooLong(field, len(list)) {
		return
	}
	seen := map[T]bool{}
	for _, x := range list {
		if _, err := parse(string(x)); err != nil {
			f.add(field, codeOf(err))
		} else if seen[x] {
			f.add(field, FaultRepeated)
		}
		seen[x] = true
	}
}

// stated checks a value that must be there, known one that may be missing.
func stated[T ~string](f *finder, field string, x T, parse func(string) (T, error)) {
	if x == "" {
		f.add(field, FaultRequired)
	}
	known(f, field, x, parse)
}

func known[T ~string](f *finder, field string, x T, parse func(string) (T, error)) {
	if _, err := parse(string(x)); err != nil && x != "" {
		f.add(field, codeOf(err))
	}
}

func codeOf(err error) FaultCode {
	var fault Fault
	errors.As(err, &fault)
	return fault.Code
}
