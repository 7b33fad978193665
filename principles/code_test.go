package principles_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

func TestCodesAreSnakeCase(t *testing.T) {
	cases := map[string]bool{
		"a":                           true,
		"supporter_at_capacity":       true,
		"level_2":                     true,
		"n2":                          true,
		strings.Repeat("a", 64):       true,
		"":                            false,
		"2nd":                         false,
		"_a":                          false,
		"a_":                          false,
		"a__b":                        false,
		"Upper":                       false,
		"with space":                  false,
		"with-hyphen":                 false,
		"ümlaut":                      false,
		"a\n":                         false,
		strings.Repeat("a", 64) + "b": false,
	}
	for code, valid := range cases {
		require.Equal(t, valid, principles.Code(code).Valid(), "%q", code)
	}
}

func TestAllNamesHaveTheFormOfACode(t *testing.T) {
	form := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[a-c0_A-]{0,66}`).Draw(t, "name")
		want := form.MatchString(s) && len(s) <= 64
		require.Equal(t, want, principles.Code(s).Valid())
		require.Equal(t, want, principles.RuleID(s).Valid())
		require.Equal(t, want, principles.PrincipleID(s).Valid())
		require.Equal(t, want, principles.Event(s).Valid())
		require.Equal(t, want, principles.Int(s, 1).Valid())
	})
}
