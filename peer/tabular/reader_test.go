package tabular_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

func TestReaderGivesFieldsAsTheyStand(t *testing.T) {
	r := read("person_id,manager_id,team\n007,, night shift \n7,007,\"a,\"\"b\"\"\"\n", tabular.Options{})

	require.Empty(t, r.faults)
	require.Equal(t, [][]string{{"007", "", " night shift "}, {"7", "007", `a,"b"`}}, r.rows)
}

func TestReaderAcceptsHowFilesAreWritten(t *testing.T) {
	want := [][]string{{"1", "", "x"}, {"2", "1", "y"}}
	for name, text := range map[string]string{
		"LF":                         "person_id,manager_id,team\n1,,x\n2,1,y\n",
		"CRLF":                       "person_id,manager_id,team\r\n1,,x\r\n2,1,y\r\n",
		"both":                       "person_id,manager_id,team\r\n1,,x\n2,1,y",
		"byte order mark":            "\uFEFFperson_id,manager_id,team\n1,,x\n2,1,y\n",
		"byte order mark and quotes": "\uFEFF\"person_id\",manager_id,team\n1,,x\n2,1,y\n",
		"blank lines":                "\n\nperson_id,manager_id,team\n\n1,,x\r\n\r\n2,1,y\n\n",
		"semicolons":                 "person_id;manager_id;team\n1;;x\n2;1;y\n",
		"tabs":                       "person_id\tmanager_id\tteam\n1\t\tx\n2\t1\ty\n",
		"another order":              "team,person_id,manager_id\nx,1,\ny,2,1\n",
		"headings in another case":   "Person_ID, MANAGER_ID ,Team\n1,,x\n2,1,y\n",
	} {
		t.Run(name, func(t *testing.T) {
			r := read(text, tabular.Options{})
			require.Empty(t, r.faults)
			require.Equal(t, want, r.rows)
		})
	}
}

func TestReaderDetectsTheDelimiterByKnownHeadings(t *testing.T) {
	r := read("person_id;manager_id;last name, first name, middle name\n1;;x\n", tabular.Options{})

	require.Empty(t, r.faults)
	require.Equal(t, ';', r.report.Delimiter)
	require.Equal(t, [][]string{{"1", "", ""}}, r.rows)
}

func TestReaderUsesADeclaredDelimiter(t *testing.T) {
	r := read("person_id,x\tmanager_id\tteam\n1\t\tz\n", tabular.Options{
		Delimiter: '\t', Mapping: map[string]string{"person_id": "person_id,x"},
	})

	require.Empty(t, r.faults)
	require.Equal(t, [][]string{{"1", "", "z"}}, r.rows)
}

func TestReaderListsWhatItDrops(t *testing.T) {
	r := read("person_id,salary,manager_id,größe,\n1,9,,x,y\n", tabular.Options{})

	require.Empty(t, r.faults)
	require.Equal(t, []tabular.Heading{{Column: 2, Text: "salary"}, {Column: 4}, {Column: 5}}, r.report.Dropped)
}

func TestReaderRefusesUnknownColumnsWhenStrict(t *testing.T) {
	r := read("person_id,salary,manager_id,birth\n1,9,,x\n", tabular.Options{Strict: true})

	require.Equal(t, []place{{1, 2, tabular.FaultColumnUnknown}, {1, 4, tabular.FaultColumnUnknown}}, places(r.faults))
	require.Equal(t, "salary", r.faults[0].Field)
}

func TestReaderReadsColumnsByTheirMapping(t *testing.T) {
	r := read("Nummer,person_id,Büro,manager_id\n1,a,x,\n", tabular.Options{
		Mapping: map[string]string{"person_id": "nummer", "team": " Büro "},
	})

	require.Empty(t, r.faults)
	require.Equal(t, [][]string{{"1", "", "x"}}, r.rows)
}

func TestReaderUsesTheFirstLayoutThatIsComplete(t *testing.T) {
	layouts := []tabular.Layout{
		{"person_id": {"Employee ID"}, "manager_id": {"Supervisor ID"}},
		{"person_id": {"Employee number"}, "manager_id": {"Supervisor E ID"}},
	}
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"both":   {"Employee number,Supervisor E ID,Employee ID,Supervisor ID\n1,2,3,4\n", []string{"3", "4", ""}},
		"second": {"Employee number,Supervisor E ID,Employee ID\n1,2,3\n", []string{"1", "2", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(c.text, tabular.Options{Layouts: layouts})
			require.Empty(t, r.faults)
			require.Equal(t, [][]string{c.want}, r.rows)
		})
	}
	t.Run("none, and unlike is never joined with unlike", func(t *testing.T) {
		r := read("Employee ID,Supervisor E ID\n1,2\n", tabular.Options{Layouts: layouts})
		require.Equal(t, []place{{1, 2, tabular.FaultColumnMissing}}, places(r.faults))
	})
}

func TestReaderFindsEveryFaultInOneReading(t *testing.T) {
	r := read("person_id,manager_id,team\n"+
		"1,\x00,x\n"+
		"2\n"+
		"3,1,x,y\n"+
		"person_id,manager_id,team\n"+
		"4,\xC3\x28,\xFF\n"+
		"\"5\n\",1,x\n"+
		"6,1,x\"y\n"+
		"7\n", tabular.Options{})

	require.Equal(t, []place{
		{2, 2, peer.FaultText},
		{3, 2, tabular.FaultFieldCount},
		{4, 4, tabular.FaultFieldCount},
		{5, 1, tabular.FaultHeaderAgain},
		{6, 2, tabular.FaultUTF8},
		{6, 3, tabular.FaultUTF8},
		{7, 1, peer.FaultText},
		{9, 3, tabular.FaultQuote},
	}, places(r.faults))
}

func TestReaderFindsStructuralFaultsBelowAFaultyHeader(t *testing.T) {
	r := read("person_id,team\n1\n\x00,x\n", tabular.Options{})

	require.Empty(t, r.rows)
	require.Equal(t, []place{
		{1, 1, tabular.FaultColumnMissing}, {2, 2, tabular.FaultFieldCount}, {3, 1, peer.FaultText},
	}, places(r.faults))
}

func TestReaderNamesSourceAndColumnOfAFault(t *testing.T) {
	r := read("team,person_id,manager_id\nx,1,a\tb\n", tabular.Options{})

	require.Len(t, r.faults, 1)
	require.Equal(t, "people.csv", r.faults[0].Source)
	require.Equal(t, "manager_id", r.faults[0].Field)
}

func TestReaderLetsFreeTextHaveTabsAndLineBreaks(t *testing.T) {
	r := read("person_id,manager_id,team,note\n1,,\"a\tb\nc\",\"d\n\te\"\n", tabular.Options{})

	require.Empty(t, r.faults)
	require.Equal(t, [][]string{{"1", "", "a\tb\nc"}}, r.rows)
}

func TestReaderRefusesWhatIsNoTable(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		o    tabular.Options
		want place
	}{
		"nothing":                {"", tabular.Options{}, place{1, 1, tabular.FaultNoHeader}},
		"blank lines":            {"\n\r\n\n", tabular.Options{}, place{1, 1, tabular.FaultNoHeader}},
		"a byte order mark":      {"\uFEFF", tabular.Options{}, place{1, 1, tabular.FaultNoHeader}},
		"UTF-16LE":               {"\xFF\xFEp\x00e\x00", tabular.Options{}, place{1, 1, tabular.FaultEncoding}},
		"UTF-16BE":               {"\xFE\xFF\x00p\x00e", tabular.Options{}, place{1, 1, tabular.FaultEncoding}},
		"UTF-16 without mark":    {"p\x00e\x00r\x00", tabular.Options{}, place{1, 1, tabular.FaultEncoding}},
		"another delimiter":      {"person_id|manager_id\n1|\n", tabular.Options{}, place{1, 1, tabular.FaultDelimiter}},
		"a wrong delimiter":      {"person_id,manager_id\n1,\n", tabular.Options{Delimiter: ';'}, place{1, 1, tabular.FaultDelimiter}},
		"a delimiter not known":  {"person_id|manager_id\n1|\n", tabular.Options{Delimiter: '|'}, place{1, 1, tabular.FaultDelimiter}},
		"an open quotation mark": {"person_id,\"manager_id\n1,\n", tabular.Options{}, place{1, 2, tabular.FaultQuote}},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(c.text, c.o)
			require.Empty(t, r.rows)
			require.Equal(t, []place{c.want}, places(r.faults))
		})
	}
}

func TestReaderWarnsOfAHeaderWithNothingBelow(t *testing.T) {
	r := read("person_id,manager_id\n", tabular.Options{})

	require.NoError(t, r.faults.Err())
	require.True(t, r.report.Warnings.Has(tabular.FaultNoRows))
}

func TestReaderPassesOnTheErrorOfTheStream(t *testing.T) {
	broken := errors.New("the line is cut")
	stream := io.MultiReader(strings.NewReader("person_id,manager_id\n1,\n2"), iotest.ErrReader(broken))
	tr := tabular.NewReader(tabular.File{Name: "people.csv", Reader: stream}, tabular.Options{Columns: columns()})
	for tr.Next() {
	}

	require.ErrorIs(t, tr.Err(), broken)
	require.False(t, tr.Whole())
}

func TestReaderDoesNotGoOnAfterAnError(t *testing.T) {
	stream := iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("person_id,manager_id\n1,\n")))
	tr := tabular.NewReader(tabular.File{Name: "people.csv", Reader: stream}, tabular.Options{Columns: columns()})
	for tr.Next() {
	}

	require.ErrorIs(t, tr.Err(), iotest.ErrTimeout)
}

func TestReaderReadsTheSameByteByByte(t *testing.T) {
	text := "\uFEFFperson_id;manager_id\r\n1;\"2\r\n\"\r\n3;x\r\n"
	slow := tabular.NewReader(tabular.File{Name: "people.csv", Reader: iotest.OneByteReader(strings.NewReader(text))},
		tabular.Options{Columns: columns()})
	for slow.Next() {
	}

	require.Equal(t, read(text, tabular.Options{}).faults, slow.Faults())
}

func TestReaderGivesUpAfterTooManyFaults(t *testing.T) {
	r := read("person_id,manager_id\n"+strings.Repeat("1\n", tabular.MaxFaults+500), tabular.Options{})

	require.Len(t, r.faults, tabular.MaxFaults+1)
	require.Equal(t, tabular.FaultTooManyFaults, r.faults[tabular.MaxFaults].Code)
}

func TestLocateFindsTheFieldOfARecordThatWasKept(t *testing.T) {
	tr := tabular.NewReader(tabular.File{Name: "people.csv", Reader: strings.NewReader(
		"\nteam,person_id,manager_id\nx,1,\n\nshort\n\"y\nz\",2,1\n")}, tabular.Options{Columns: columns()})
	for tr.Next() {
		tr.Keep()
	}
	report := tr.Report()
	for name, c := range map[string]struct {
		fault        peer.Fault
		line, column int
	}{
		"a field of the first":            {peer.Fault{List: "people", Index: 0, Field: "person_id"}, 3, 2},
		"a field of the second":           {peer.Fault{List: "people", Index: 1, Field: "manager_id"}, 6, 3},
		"a column the file does not have": {peer.Fault{List: "people", Index: 1, Field: "status"}, 6, 1},
		"a fault of the whole file":       {peer.Fault{Field: "manager_id"}, 2, 3},
		"an index beyond the file":        {peer.Fault{List: "people", Index: 7, Field: "person_id"}, 2, 2},
	} {
		t.Run(name, func(t *testing.T) {
			f := report.Locate(c.fault)
			require.Equal(t, "people.csv", f.Source)
			require.Equal(t, []int{c.line, c.column}, []int{f.Line, f.Column})
		})
	}
}
