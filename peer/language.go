package peer

import "golang.org/x/text/language"

// LanguageBase returns a language tag without script and region, so that
// "en-GB" and "en" are one language, and false for what is no tag (BCP 47).
func LanguageBase(tag string) (string, bool) {
	parsed, err := language.Parse(tag)
	if err != nil {
		return "", false
	}
	base, _ := parsed.Base()
	return base.String(), true
}
