package tabular_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
)

func TestHeaderFaultsStandAtTheirHeading(t *testing.T) {
	for name, c := range map[string]struct {
		header string
		want   []place
	}{
		"a known heading twice":          {"person_id,manager_id,manager_id", []place{{1, 3, tabular.FaultHeaderTwice}}},
		"a known heading in two cases":   {"person_id,manager_id,Manager_ID", []place{{1, 3, tabular.FaultHeaderTwice}}},
		"an unknown heading twice":       {"person_id,x,manager_id,X", []place{{1, 4, tabular.FaultHeaderTwice}}},
		"a required column missing":      {"person_id,salary,manger_id", []place{{1, 3, tabular.FaultColumnMissing}}},
		"missing, and nothing is near":   {"manager_id,team", []place{{1, 1, tabular.FaultColumnMissing}}},
		"Cyrillic letters":               {"person_id,m\u0430n\u0430ger_id", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"Greek capitals":                 {"person_id,\u039C\u0391\u039D\u0391GER_ID", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"a zero width space":             {"person_id,manager\u200B_id", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"a soft hyphen":                  {"person_id,mana\u00ADger_id", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"a no-break space":               {"person_id,manager_id\u00A0", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"a second byte order mark":       {"\uFEFF\uFEFFperson_id,manager_id", []place{{1, 1, tabular.FaultHeaderAlike}}},
		"fullwidth letters":              {"person_id,\uFF4Danager_id", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"a letter whose small form is k": {"person_id,manager_id,\u212Aey", nil},
		"a mark over a letter":           {"person_id,manager_i\u0307d", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"a Hangul filler":                {"person_id,manager_id\u3164", []place{{1, 2, tabular.FaultHeaderAlike}}},
		"a look-alike beside the column": {"person_id,manager_id,te\u0430m", []place{{1, 3, tabular.FaultHeaderAlike}}},
		"a control character":            {"person_id,manager_id,a\vb", []place{{1, 3, peer.FaultText}}},
		"no UTF-8":                       {"person_id,manager_id,a\xFFb", []place{{1, 3, tabular.FaultUTF8}}},
		"another language":               {"person_id,manager_id,größe,имя,年齢", nil},
		"no heading, twice":              {"person_id,manager_id,,", nil},
	} {
		t.Run(name, func(t *testing.T) {
			row := "\n1,2"
			for range len([]rune(c.header)) {
				row += "," // longer than any header, so that only its own faults are looked at
			}
			r := read(c.header+row+"\n", tabular.Options{})
			var inHeader []place
			for _, p := range places(r.faults) {
				if p.line == 1 {
					inHeader = append(inHeader, p)
				}
			}
			require.Equal(t, c.want, inHeader)
		})
	}
}

func TestMappingFaults(t *testing.T) {
	for name, c := range map[string]struct {
		mapping map[string]string
		want    place
		field   string
	}{
		"a column of ours that does not exist": {map[string]string{"salary": "x"}, place{1, 1, tabular.FaultMapping}, "salary"},
		"one that cannot be shown":             {map[string]string{"sal\x1b": "x"}, place{1, 1, tabular.FaultMapping}, ""},
		"a heading that is not there":          {map[string]string{"team": "squad"}, place{1, 3, tabular.FaultMappedMissing}, "team"},
	} {
		t.Run(name, func(t *testing.T) {
			r := read("person_id,manager_id,squat\n1,,x\n", tabular.Options{Mapping: c.mapping})
			require.Equal(t, []place{c.want}, places(r.faults))
			require.Equal(t, c.field, r.faults[0].Field)
		})
	}
}

func TestPlainHeadingsLookLikeNothingElse(t *testing.T) {
	r := read("person_id,manager_id,Buro\n1,,x\n", tabular.Options{Mapping: map[string]string{"team": "Büro"}})

	require.Equal(t, []place{{1, 3, tabular.FaultMappedMissing}}, places(r.faults))
}

func TestALayoutWithoutHeadingsNeedsAMapping(t *testing.T) {
	layouts := []tabular.Layout{{"manager_id": {}}}

	r := read("person_id,boss\n1,\n", tabular.Options{Layouts: layouts})
	require.Equal(t, []place{{1, 2, tabular.FaultMappingNeeded}}, places(r.faults))

	r = read("person_id,boss\n1,2\n", tabular.Options{Layouts: layouts, Mapping: map[string]string{"manager_id": "boss"}})
	require.Equal(t, [][]string{{"1", "2", ""}}, r.rows)
}

func TestADoubtfulHeaderIsNotShown(t *testing.T) {
	r := read("4711,Ada,Lovelace\n1,2,3\n", tabular.Options{})

	require.Error(t, r.faults.Err())
	for _, h := range r.report.Dropped {
		require.Empty(t, h.Text)
	}
}
