package peer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Item names something that a person tells about themself: a kind and, for
// most kinds, a value after a colon.
//
//	experience:bereavement     lived experience
//	attribute:gender=woman     an attribute, by name and value
//	language:en                a language tag
//	mode:online                a mode of contact
//	availability               when they have time
//	journey                    where they are in their own journey
//	preferred                  which supporters they would like
//
// Consent names items too, whole kinds or attribute names included:
// "experience", "attribute:gender".
type Item string

// The kinds of item.
const (
	KindExperience   Item = "experience"
	KindAttribute    Item = "attribute"
	KindLanguage     Item = "language"
	KindMode         Item = "mode"
	KindAvailability Item = "availability"
	KindJourney      Item = "journey"
	KindPreferred    Item = "preferred"
)

// Kinds returns every kind of item.
func Kinds() []Item {
	return []Item{
		KindExperience, KindAttribute, KindLanguage, KindMode, KindAvailability, KindJourney, KindPreferred,
	}
}

// ExperienceItem returns the item of a lived experience.
func ExperienceItem(tag string) Item { return KindExperience + ":" + Item(tag) }

// AttributeItem returns the item of an attribute; with an empty value, that of
// the attribute whatever its value.
func AttributeItem(name, value string) Item {
	if value == "" {
		return KindAttribute + ":" + Item(name)
	}
	return KindAttribute + ":" + Item(name) + "=" + Item(value)
}

// LanguageItem returns the item of a language.
func LanguageItem(tag string) Item { return KindLanguage + ":" + Item(tag) }

// ModeItem returns the item of a mode of contact.
func ModeItem(m Mode) Item { return KindMode + ":" + Item(m) }

// Valid reports whether the item is well formed.
func (i Item) Valid() bool {
	kind, value, found := strings.Cut(string(i), ":")
	switch Item(kind) {
	case KindExperience, KindLanguage, KindMode:
		return !found || validTag(value)
	case KindAttribute:
		name, text, equals := strings.Cut(value, "=")
		return !found || (validTag(name) && (!equals || validTag(text)))
	case KindAvailability, KindJourney, KindPreferred:
		return !found
	}
	return false
}

// Covers reports whether consent to i is consent to item: the same item, its
// whole kind, or its attribute whatever the value.
func (i Item) Covers(item Item) bool {
	rest, ok := strings.CutPrefix(string(item), string(i))
	return ok && (rest == "" || rest[0] == ':' || rest[0] == '=')
}

// MaxTag is the largest number of characters in a tag: an experience, the name
// of an attribute, its value. It is this project's own figure.
const MaxTag = 64

// validTag reports whether text can stand in an item: letters, digits and
// marks of any script, space inside, and . _ - + / ' ( ).
func validTag(text string) bool {
	if text == "" || !utf8.ValidString(text) || utf8.RuneCountInString(text) > MaxTag || strings.TrimSpace(text) != text {
		return false
	}
	for _, r := range text {
		if !unicode.In(r, unicode.L, unicode.N, unicode.M) && !strings.ContainsRune(" ._-+/'()", r) {
			return false
		}
	}
	return true
}
