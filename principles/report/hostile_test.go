package report_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

// filled returns the report with every text in it, ids included, replaced.
func filled(r principles.Report, text string) principles.Report {
	fill(reflect.ValueOf(&r).Elem(), text)
	return r
}

func fill(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), text)
		}
		if v.Type() == reflect.TypeFor[[]principles.Notice]() && v.Len() > 0 {
			n := v.Index(0).Addr().Interface().(*principles.Notice)
			n.Code, n.Params = principles.CodeVoiceNotHeard, []principles.Param{principles.Term("voice", text)}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), text)
			}
		}
	}
}

// hostile are texts that strangers could write.
func hostile() map[string]string {
	return map[string]string{
		"script":     `</style></title></desc><script>alert(1)</script>`,
		"quotes":     `" onload="alert(1)' onload='x`,
		"javascript": `javascript:alert(1)`,
		"comment":    `--><!-- ]]> <![CDATA[`,
		"template":   `{{.}} {voice} %s %!d`,
		"direction":  "a\u202eb\u2066c\u200fd",
		"control":    "a\x1b[31mb\x00c\rd\ne\u2028f",
		"encoding":   "a\xff\xfeb",
		"hebrew":     "שלום (1)",
		"long":       strings.Repeat("w", 20_000),
		"data":       "data:text/html,<b>",
		"css":        `*{background:url(https://example.org/)}`,
	}
}

func hostileTargets(t *testing.T) map[string]principles.Report {
	t.Helper()
	return map[string]principles.Report{"audited": audited(t), "ladder": climbed(t)}
}

// skeleton is all markup of a page without its attributes' values and texts.
func skeleton(markup string) string {
	tag := regexp.MustCompile(`<[^>]*>`)
	value := regexp.MustCompile(`="[^"]*"`)
	var b strings.Builder
	for _, found := range tag.FindAllString(markup, -1) {
		b.WriteString(value.ReplaceAllString(found, "") + "\n")
	}
	return b.String()
}

func TestWhatStrangersWriteNeverBecomesMarkup(t *testing.T) {
	for which := range hostileTargets(t) {
		harmless := skeleton(rendered(t, report.HTML, filled(hostileTargets(t)[which], "x")))
		for name, text := range hostile() {
			page := rendered(t, report.HTML, filled(hostileTargets(t)[which], text))
			got := skeleton(page)
			if name != "long" { // pictures break long names into lines
				require.Equal(t, strings.ReplaceAll(lines(harmless), "\n\n", "\n"), strings.ReplaceAll(lines(got), "\n\n", "\n"), "%s %s", which, name)
			}
			require.NotContains(t, page, "<script")
			require.NotContains(t, page, "ZgotmplZ", "and nothing is blanked out by the template")
		}
	}
}

// lines takes the lines of pictures' texts away: how many there are depends on
// the length of names.
func lines(skeleton string) string {
	return strings.ReplaceAll(strings.ReplaceAll(skeleton, "<text class x y text-anchor>\n", ""), "</text>\n", "")
}

func TestNothingThatStrangersWriteControlsTheReader(t *testing.T) {
	for which := range hostileTargets(t) {
		for name, text := range hostile() {
			for kind, w := range writers() {
				for _, r := range rendered(t, w, filled(hostileTargets(t)[which], text)) {
					ours := r == '\n' || r == '\u00a0' || r == '\u2068' || r == '\u2069'
					require.True(t, ours || unicode.IsPrint(r), "%s %s %s: %U", which, name, kind, r)
				}
			}
		}
	}
}

func TestIsolatesAreClosedInTheLineInWhichTheyOpen(t *testing.T) {
	text := rendered(t, report.Text, filled(audited(t), strings.Repeat("שלום ", 60)))
	for line := range strings.Lines(text) {
		depth := 0
		for _, r := range line {
			switch r {
			case '\u2068':
				depth++
			case '\u2069':
				depth--
			}
		}
		require.LessOrEqual(t, depth, 0, line)
	}
	require.Contains(t, text, "\u2068")
}

func TestOnlyPlainAddressesBecomeLinks(t *testing.T) {
	link := regexp.MustCompile(`<a href="(https[^"]*)"`)
	for address, want := range map[string]string{
		"https://example.org/a?b=1&c=2": "https://example.org/a?b=1&amp;c=2",
		"http://example.org/":           "",
		"javascript:alert(1)":           "",
		"https://user:pass@example.org": "",
		"https://":                      "",
		"//example.org":                 "",
		`https://example.org/"onclick`:  "",
		"https://example.org/ x":        "",
	} {
		r := standings()
		r.Sources = []principles.Citation{{Key: "k", Title: "T", URL: address}}
		found := link.FindStringSubmatch(rendered(t, report.HTML, r))
		if want == "" {
			require.Nil(t, found, address)
		} else {
			require.Equal(t, want, found[1])
		}
	}
	for doi, want := range map[string]string{
		"10.1037/prj0000182": "https://doi.org/10.1037/prj0000182", "10.1/x": "", `10.1234/"><b>`: "", "doi:10.1234/x": "",
	} {
		r := standings()
		r.Sources = []principles.Citation{{Key: "k", Title: "T", DOI: doi}}
		found := link.FindStringSubmatch(rendered(t, report.HTML, r))
		if want == "" {
			require.Nil(t, found, doi)
		} else {
			require.Equal(t, want, found[1])
		}
	}
}
