package auditfile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles/auditfile"
)

func TestTheSameIsReadHoweverTheFileIsWritten(t *testing.T) {
	semicolons := strings.ReplaceAll(strings.ReplaceAll(evidenceText, `"=policy, `, `"=policy# `), ",", ";")
	for name, text := range map[string]string{
		"byte order mark":    "\uFEFF" + evidenceText,
		"CRLF":               strings.ReplaceAll(evidenceText, "\n", "\r\n"),
		"CRLF and LF":        strings.Replace(evidenceText, "\n", "\r\n", 2),
		"semicolons":         strings.ReplaceAll(semicolons, "#", ","),
		"blank lines":        "\n" + strings.ReplaceAll(evidenceText, "\n", "\n\n"),
		"no last line end":   strings.TrimSuffix(evidenceText, "\n"),
		"header in capitals": strings.Replace(evidenceText, "kind,measure", "KIND, Measure ", 1),
		"quotation":          strings.ReplaceAll(evidenceText, "computed", `"computed"`),
		"column not known":   strings.NewReplacer("kind,", "kind,note,", "computed,", "computed,x,", "attested,", "attested,y,").Replace(evidenceText),
	} {
		t.Run(name, func(t *testing.T) {
			got, _, err := readEvidence(text)
			require.NoError(t, err)
			require.Equal(t, evidenceValues(), got)
		})
	}
}

func TestAColumnThatIsNotKnownIsDroppedAndListedOrRefused(t *testing.T) {
	text := strings.Replace(ratingsText, "indicator,", "remark,indicator,", 1)
	text = strings.ReplaceAll(text, "\nno_hurry", "\nsomething,no_hurry")
	got, report, err := readRatings(text)

	require.NoError(t, err)
	require.Len(t, got, 3)
	require.Equal(t, []tabular.Heading{{Column: 1, Text: "remark"}}, report.Dropped)

	got, _, err = auditfile.ReadRatings(file("ratings.csv", text), auditfile.Options{Strict: true})
	require.Nil(t, got)
	require.Equal(t, []place{{1, 1, tabular.FaultColumnUnknown}}, places(t, "ratings.csv", err))
}

func TestADelimiterCanBeDeclared(t *testing.T) {
	text := "kind;measure;count;of;until;a,kind\ncomputed;heard_back;7;9;2026-06-01;\n"
	got, report, err := auditfile.ReadEvidence(file("evidence.csv", text), auditfile.Options{Delimiter: ';'})

	require.NoError(t, err)
	require.Len(t, got, 1)
	require.Equal(t, ';', report.Delimiter)

	_, _, err = auditfile.ReadEvidence(file("evidence.csv", text), auditfile.Options{Delimiter: '|'})
	require.Equal(t, []place{{1, 1, tabular.FaultDelimiter}}, places(t, "evidence.csv", err))
}

func TestAHeaderAloneIsRemarkedOn(t *testing.T) {
	got, report, err := readRatings("indicator,voice,rater,score,on\n")

	require.NoError(t, err)
	require.Empty(t, got)
	require.True(t, report.Warnings.Has(tabular.FaultNoRows))
}

func TestAHostileFileIsRefused(t *testing.T) {
	const header = "indicator,voice,rater,score,on\n"
	const row = "no_hurry,manager,r1,4,2026-05-05\n"
	for name, c := range map[string]struct {
		text string
		want place
	}{
		"nothing":                 {"", place{1, 1, tabular.FaultNoHeader}},
		"UTF-16":                  {"\xff\xfei\x00", place{1, 1, tabular.FaultEncoding}},
		"no header":               {row, place{1, 2, tabular.FaultColumnMissing}},
		"column missing":          {strings.ReplaceAll(header, ",score", "") + "no_hurry,manager,r1,2026-05-05\n", place{1, 1, tabular.FaultColumnMissing}},
		"column twice":            {strings.Replace(header, "on\n", "on,Score\n", 1) + strings.Replace(row, "\n", ",5\n", 1), place{1, 6, tabular.FaultHeaderTwice}},
		"heading that looks like": {strings.Replace(header, "score", "sc\u043ere", 1) + row, place{1, 4, tabular.FaultHeaderAlike}},
		"header again":            {header + row + header, place{3, 1, tabular.FaultHeaderAgain}},
		"NUL":                     {header + strings.Replace(row, "r1", "r\x00", 1), place{2, 3, peer.FaultText}},
		"invalid UTF-8":           {header + strings.Replace(row, "r1", "\xc3\x28", 1), place{2, 3, tabular.FaultUTF8}},
		"open quotation mark":     {header + row + "\"" + strings.Repeat(row, 3000), place{3, 1, tabular.FaultRecordTooLong}},
		"a record over 64 KiB":    {header + strings.Replace(row, "r1", strings.Repeat("r", 64<<10), 1), place{2, 1, tabular.FaultRecordTooLong}},
		"quotation mark within":   {header + strings.Replace(row, "r1", `r"1`, 1), place{2, 3, tabular.FaultQuote}},
		"fields too many":         {header + row + "a,b,c,d,e,f\n", place{3, 6, tabular.FaultFieldCount}},
		"columns too many":        {header + strings.Repeat(",", 300) + "\n", place{2, 201, tabular.FaultTooManyColumns}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _, err := readRatings(c.text)
			require.Nil(t, got)
			require.Contains(t, places(t, "ratings.csv", err), c.want)
		})
	}
}
