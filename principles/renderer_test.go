package principles_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// ownPhrases words the codes that the tests put on findings.
func ownPhrases() principles.Phrases {
	return principles.Phrases{
		"line_manager": {
			Auditor:     "One is {levels} levels above the other, by line {line}",
			Coordinator: "One of the two manages the other",
		},
		"no_shared_language": {
			Coordinator: "They share none of {count} languages ({languages})",
			Seeker:      "You asked for another language",
		},
		"private_block": {Coordinator: "Something that must stay private stands in the way"},
	}
}

func english(t testing.TB) *principles.Renderer {
	t.Helper()
	r, err := principles.NewRenderer("en", principles.English(), ownPhrases())
	require.NoError(t, err)
	return r
}

// golden compares got with the file, or writes the file under -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func TestRenderedDecision(t *testing.T) {
	coordinator := principles.To(principles.ReaderCoordinator)
	everybody := principles.To(principles.ReaderCoordinator, principles.ReaderSupporter, principles.ReaderSeeker)
	language := principles.Finding{
		Verdict: vio, Code: "no_shared_language", Audience: everybody,
		Params: []principles.Param{principles.Int("count", 2), principles.Term("languages", "עברית")},
	}
	rules := []principles.Rule[int]{
		says("line", principles.Finding{
			Verdict: vio, Code: "line_manager", Audience: coordinator,
			Params: []principles.Param{principles.Int("levels", 2), principles.Term("line", "dotted\u202e")},
		}),
		principles.Any("meeting", principles.Inclusive, says("l", language), says("m", principles.Finding{
			Verdict: pen, Code: "no_phrase_for_this", Audience: everybody,
		})),
		says("veto", principles.Finding{Verdict: vio, Code: "vetoed", Mask: "private_block"}),
		says("family", principles.Finding{Verdict: ind, Code: "family", Mask: "private_block"}),
		principles.Func("broken", "", panics),
		says("quiet", principles.Finding{Verdict: sat, Audience: everybody}),
	}
	d := set(t, rules...).Evaluate(0)
	r := english(t)
	var b strings.Builder
	for _, reader := range readers {
		view := d.For(reader)
		fmt.Fprintf(&b, "%s, %d withheld\n", reader, view.Withheld)
		for _, reason := range view.Reasons {
			fmt.Fprintf(&b, "  %s\n", r.Reason(reason, reader))
		}
	}
	fmt.Fprintf(&b, "neutral\n  %s\n", r.Neutral())
	golden(t, "decision.golden", b.String())
}

func TestEnglishPhrases(t *testing.T) {
	var b strings.Builder
	r := english(t)
	for _, code := range slices.Sorted(maps.Keys(principles.English())) {
		fmt.Fprintf(&b, "%s: %s\n", code, r.Finding(principles.Finding{Code: code}, principles.ReaderAuditor))
	}
	golden(t, "english.golden", b.String())
}

func TestEveryCodeOfThisPackageHasAPhrase(t *testing.T) {
	hidden := says("part", principles.Finding{Verdict: 9})
	broken := principles.Func("part", "", panics)
	rules := []principles.Rule[int]{hidden, broken, says("part", principles.Finding{})}
	for _, v := range verdicts {
		rules = append(rules, principles.Not("r", "", saying(v)), principles.All("r", "", saying(v)),
			principles.Any("r", "", saying(v)), principles.When("r", "", saying(v), saying(sat)))
	}
	phrases := principles.English()
	for _, rule := range rules {
		code := set(t, rule).Evaluate(0).Reasons[0].Finding.Code
		if code != principles.Code(sat.String()) {
			require.Contains(t, phrases, code)
		}
	}
	require.Contains(t, phrases, principles.CodeMasked)
}

func TestARendererTellsNobodyMoreThanAView(t *testing.T) {
	r := english(t)
	hidden := principles.Finding{Verdict: vio, Code: "vetoed", Mask: "private_block"}
	require.Equal(t, "vetoed", r.Finding(hidden, principles.ReaderAuditor))
	require.Equal(t, "Something that must stay private stands in the way", r.Finding(hidden, principles.ReaderCoordinator))
	require.Empty(t, r.Finding(hidden, principles.ReaderSupporter))
	require.Empty(t, r.Finding(hidden, principles.ReaderSeeker))
	require.Empty(t, r.Finding(hidden, principles.Reader(4)))
	reason := principles.Reason{Rule: "veto", Principle: principles.Safe, Finding: hidden}
	require.NotContains(t, r.Reason(reason, principles.ReaderCoordinator), "veto")
}

func TestTemplatesFallBackToTheCoordinatorAndTheAuditor(t *testing.T) {
	all := principles.To(readers...)
	texts := func(p principles.Phrase) []string {
		r, err := principles.NewRenderer("en", principles.English(), principles.Phrases{"code": p})
		require.NoError(t, err)
		var got []string
		for _, reader := range readers {
			got = append(got, r.Finding(principles.Finding{Verdict: vio, Code: "code", Audience: all}, reader))
		}
		return got
	}
	require.Equal(t, []string{"c", "c", "c", "c"}, texts(principles.Phrase{Coordinator: "c"}))
	require.Equal(t, []string{"a", "a", "a", "a"}, texts(principles.Phrase{Auditor: "a"}))
	require.Equal(t, []string{"a", "c", "p", "s"},
		texts(principles.Phrase{Auditor: "a", Coordinator: "c", Supporter: "p", Seeker: "s"}))
	require.Equal(t, []string{"a", "c", "c", "s"}, texts(principles.Phrase{Auditor: "a", Coordinator: "c", Seeker: "s"}))
}

func TestAPlaceholderWithoutAValueCanBeSeen(t *testing.T) {
	f := principles.Finding{Verdict: vio, Code: "line_manager", Params: []principles.Param{principles.Int("levels", 1)}}
	require.Equal(t, "One is 1 levels above the other, by line {line}", english(t).Finding(f, principles.ReaderAuditor))
}

func TestAValueIsNoTemplate(t *testing.T) {
	f := principles.Finding{Verdict: vio, Code: "line_manager", Params: []principles.Param{
		principles.Term("levels", "{line}"), principles.Term("line", "{levels}"),
	}}
	require.Equal(t, "One is {line} levels above the other, by line {levels}", english(t).Finding(f, principles.ReaderAuditor))
}

func TestEveryFaultOfThePhrasesIsReported(t *testing.T) {
	_, err := principles.NewRenderer("not a tag", principles.Phrases{
		"Bad Code": {Coordinator: "x"},
		"a_empty":  {Seeker: "only for one"},
		"b_brace":  {Auditor: "{open", Coordinator: "close}", Supporter: "{}", Seeker: "{Bad}"},
		"c_nested": {Coordinator: "{a{b}}"},
		"d_line":   {Coordinator: "two\nlines", Seeker: "not UTF-8 \xff", Auditor: "\u2028"},
		"e_twice":  {Coordinator: "x"},
	}, principles.Phrases{"e_twice": {Coordinator: "y"}})
	var got []principles.PhraseError
	var joined interface{ Unwrap() []error }
	require.ErrorAs(t, err, &joined)
	for _, e := range joined.Unwrap() {
		var fault *principles.PhraseError
		require.ErrorAs(t, e, &fault)
		got = append(got, *fault)
	}
	require.Equal(t, []principles.PhraseError{
		{Code: principles.CodeInvalidLanguage},
		{Phrase: "Bad Code", Code: principles.CodeInvalidPhraseCode},
		{Phrase: "a_empty", Code: principles.CodeEmptyPhrase},
		{Phrase: "b_brace", Reader: "auditor", Code: principles.CodeBadPlaceholder},
		{Phrase: "b_brace", Reader: "coordinator", Code: principles.CodeBadPlaceholder},
		{Phrase: "b_brace", Reader: "supporter", Code: principles.CodeBadPlaceholder},
		{Phrase: "b_brace", Reader: "seeker", Code: principles.CodeBadPlaceholder},
		{Phrase: "c_nested", Reader: "coordinator", Code: principles.CodeBadPlaceholder},
		{Phrase: "d_line", Reader: "auditor", Code: principles.CodeUnprintablePhrase},
		{Phrase: "d_line", Reader: "coordinator", Code: principles.CodeUnprintablePhrase},
		{Phrase: "d_line", Reader: "seeker", Code: principles.CodeUnprintablePhrase},
		{Phrase: "e_twice", Code: principles.CodeDuplicatePhrase},
		{Phrase: principles.CodeNeutral, Code: principles.CodeMissingNeutral},
	}, got)
}

func TestTheNeutralTextIsConstant(t *testing.T) {
	_, err := principles.NewRenderer("en", principles.Phrases{
		principles.CodeNeutral: {Coordinator: "Not now", Seeker: "Not now, because {reason}"},
	})
	var fault *principles.PhraseError
	require.ErrorAs(t, err, &fault)
	require.Equal(t, principles.CodeMissingNeutral, fault.Code)
}

func TestLanguageTags(t *testing.T) {
	for tag, valid := range map[string]bool{
		"en": true, "pt-BR": true, "zh-Hant-TW": true, "de-1996": true,
		"": false, "en_GB": false, "-en": false, "en-": false, "languages": false, "é": false,
	} {
		r, err := principles.NewRenderer(tag, principles.English())
		if !valid {
			require.Error(t, err, "%q", tag)
			continue
		}
		require.NoError(t, err, "%q", tag)
		require.Equal(t, tag, r.Language())
	}
}

func TestTheZeroRendererWordsCodesByThemselves(t *testing.T) {
	var r principles.Renderer
	require.Equal(t, "rule panicked", r.Finding(principles.Finding{Code: principles.CodeRulePanicked}, principles.ReaderAuditor))
	require.Equal(t, "not applicable", r.Finding(principles.Finding{Verdict: nap}, principles.ReaderAuditor))
	require.Empty(t, r.Neutral())
}

func FuzzRenderer(f *testing.F) {
	f.Add("{value} and {value}", "value", "plain")
	f.Add("by {line}", "line", "\u202eevil\x1b[2J\r\n\u2028\u2066")
	f.Add("{", "n", "\xff\u0000")
	f.Add("{a}{b}", "a", "עברית")
	f.Fuzz(func(t *testing.T, text, name, value string) {
		r, err := principles.NewRenderer("en", principles.English(), principles.Phrases{"code": {Coordinator: text}})
		if err != nil {
			require.Nil(t, r)
			return
		}
		require.NotEmpty(t, text)
		finding := principles.Finding{Verdict: vio, Code: "code", Params: []principles.Param{principles.Term(name, value)}}
		reason := principles.Reason{Rule: principles.RuleID(value), Principle: principles.PrincipleID(value), Finding: finding}
		requireLine(t, r.Finding(finding, principles.ReaderAuditor), text)
		requireLine(t, r.Reason(reason, principles.ReaderAuditor), text)
		finding.Code = principles.Code(value)
		requireLine(t, r.Finding(finding, principles.ReaderAuditor), "")
	})
}

// requireLine checks that the text is one line of UTF-8 in which isolates are
// closed, and in which nothing else can move the cursor or reorder text, except
// what the template itself says.
func requireLine(t *testing.T, got, template string) {
	t.Helper()
	require.True(t, utf8.ValidString(got))
	isolates := 0
	for _, r := range got {
		require.False(t, unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp), "%q", got)
		switch {
		case strings.ContainsRune(template, r):
		case r == '\u2068':
			isolates++
		case r == '\u2069':
			isolates--
		default:
			require.False(t, unicode.Is(unicode.Bidi_Control, r), "%q", got)
		}
		require.True(t, isolates == 0 || isolates == 1 || strings.ContainsAny(template, "\u2068\u2069"))
	}
	require.True(t, isolates == 0 || strings.ContainsAny(template, "\u2068\u2069"))
}
