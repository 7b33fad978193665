package report_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

// auditCodes returns the codes that a report can hold: the constants of
// audit_codes.go but for those of errors.
func auditCodes(t *testing.T) []principles.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../audit_codes.go", nil, parser.ParseComments)
	require.NoError(t, err)
	var codes []principles.Code
	for _, d := range file.Decls {
		block, ok := d.(*ast.GenDecl)
		if !ok || block.Tok != token.CONST || strings.Contains(block.Doc.Text(), "InputError") {
			continue
		}
		for _, spec := range block.Specs {
			for _, value := range spec.(*ast.ValueSpec).Values {
				code, err := strconv.Unquote(value.(*ast.BasicLit).Value)
				require.NoError(t, err)
				codes = append(codes, principles.Code(code))
			}
		}
	}
	require.Contains(t, codes, principles.CodeVoiceNotHeard)
	require.Contains(t, codes, principles.ChangeOtherMethod)
	return codes
}

func TestEveryCodeOfAReportHasWords(t *testing.T) {
	english := report.English()
	for _, code := range auditCodes(t) {
		require.Contains(t, english, code)
	}
	require.Len(t, english, len(auditCodes(t)), "and nothing else has")
}

func TestTheWordsGoIntoARendererBesideThoseOfFindings(t *testing.T) {
	_, err := principles.NewRenderer("en", principles.English(), report.English())
	require.NoError(t, err)
}

func TestPlaceholdersAreParametersOfTheCode(t *testing.T) {
	// The parameters are those that the comments in audit_codes.go name.
	r, err := principles.NewRenderer("en", principles.English(), report.English())
	require.NoError(t, err)
	params := []principles.Param{}
	for _, name := range []string{"voice", "missing", "of", "count", "unanswered", "until", "on", "higher", "lower", "days", "stage", "in_charge", "lived", "rungs"} {
		params = append(params, principles.Term(name, "some"))
	}
	for _, code := range auditCodes(t) {
		text := r.Finding(principles.Finding{Code: code, Params: params}, principles.ReaderAuditor)
		require.NotContains(t, text, "{")
		require.False(t, strings.HasSuffix(text, "."), "phrases end without a full stop: %s", text)
	}
}

func TestVoicesAreCalledByTheNamesOfTheReport(t *testing.T) {
	r := standings()
	r.Voices = []principles.VoiceReport{{Voice: "kin", Name: "brothers and sisters", Needed: true}}
	r.Notices = []principles.Notice{
		{Code: principles.CodeVoiceNotHeard, Params: []principles.Param{principles.Term("voice", "kin")}},
		{Code: principles.CodeVoiceNotHeard, Params: []principles.Param{principles.Term("voice", "night_watch")}},
	}
	text := rendered(t, report.Text, r)
	require.Contains(t, text, "Not heard: brothers and sisters.")
	require.Contains(t, text, "Not heard: night watch.", "a voice without a name is called by its id")
}
