package principles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

func TestErrorsNameThePlaceAndTheCode(t *testing.T) {
	for _, c := range []struct {
		err   error
		parts []string
	}{
		{&principles.RuleError{Index: 3, Rule: "twice", Code: principles.CodeDuplicateRuleID}, []string{"3", "twice", "duplicate_rule_id"}},
		{&principles.PhraseError{Phrase: "veto", Code: principles.CodeEmptyPhrase}, []string{"veto", "empty_phrase"}},
		{&principles.PhraseError{Phrase: "veto", Reader: "seeker", Code: principles.CodeBadPlaceholder}, []string{"veto", "seeker", "bad_placeholder"}},
		{&principles.FrameworkFault{Framework: "own", Path: "sources[0].key", Code: principles.CodeMissing}, []string{"own", "sources[0].key", "missing"}},
		{&principles.InputError{List: "ratings", Index: 7, Field: "score", Code: principles.CodeOffScale}, []string{"ratings[7].score", "off_scale"}},
		{&principles.InputError{List: "options", Field: "at", Code: principles.CodeMissing}, []string{"options.at", "missing"}},
	} {
		for _, part := range c.parts {
			require.ErrorContains(t, c.err, part)
		}
	}
}

func TestErrorsShowWhatTheyQuoteOnOneLine(t *testing.T) {
	err := &principles.RuleError{Rule: "two\nlines\u202e", Code: principles.CodeInvalidRuleID}
	require.NotContains(t, err.Error(), "\n")
	require.NotContains(t, err.Error(), "\u202e")
}
