package auditfile_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

const evidenceText = "" +
	"kind,measure,count,of,people,largest,complete,from,until,indicator,on,holds,document,owner,source,framework\n" +
	"computed,met_in_time,38,40,35,4,yes,2026-01-01,2026-06-01,,,,,,rota,\n" +
	"computed,same_person,0,0,,,,,2026-06-01,,,,,,,\n" +
	"computed,heard_back,7,9,0,0,no,2026-06-01,2026-06-01,,,,,,=survey,\n" +
	"attested,,,,,,,,,policy,2026-03-01,partly,\"=policy, \"\"2nd\"\"\",-lead office,@shelf,core\n"

func evidenceValues() []principles.Evidence {
	return []principles.Evidence{
		{Kind: principles.Computed, Measure: "met_in_time", Count: 38, Of: 40, People: 35, Largest: 4, Complete: true,
			From: day("2026-01-01"), Until: day("2026-06-01"), Source: "rota"},
		{Kind: principles.Computed, Measure: "same_person", Until: day("2026-06-01")},
		{Kind: principles.Computed, Measure: "heard_back", Count: 7, Of: 9, From: day("2026-06-01"), Until: day("2026-06-01"),
			Source: "=survey"},
		{Kind: principles.Attested, Framework: "core", Indicator: "policy", On: day("2026-03-01"), Holds: principles.HoldsPartly,
			Document: `=policy, "2nd"`, Owner: "-lead office", Source: "@shelf"},
	}
}

func TestEvidenceIsReadAsItStands(t *testing.T) {
	got, report, err := readEvidence(evidenceText)

	require.NoError(t, err)
	require.Equal(t, evidenceValues(), got)
	require.Equal(t, 4, report.Rows)
	require.Empty(t, report.Dropped)
	require.Empty(t, report.Warnings)
}

func TestColumnsThatNoRecordNeedsMayBeMissing(t *testing.T) {
	got, _, err := readEvidence("until,of,KIND, count ,measure\n2026-06-01,9,computed,7,heard_back\n")

	require.NoError(t, err)
	require.Equal(t, []principles.Evidence{{Kind: principles.Computed, Measure: "heard_back", Count: 7, Of: 9,
		Until: day("2026-06-01")}}, got)
}

// computed and attested are sound records in which tests change one field.
func computed() map[string]string {
	return map[string]string{"kind": "computed", "measure": "met_in_time", "count": "3", "of": "4", "people": "4",
		"largest": "2", "complete": "yes", "from": "2026-01-01", "until": "2026-06-01", "source": "rota"}
}

func attested() map[string]string {
	return map[string]string{"kind": "attested", "indicator": "policy", "on": "2026-03-01", "holds": "yes",
		"document": "policy.pdf", "owner": "lead office", "source": "shelf"}
}

// record writes a record after the header of names.
func record(names []string, fields map[string]string) string {
	line := make([]string, len(names))
	for i, name := range names {
		line[i] = `"` + strings.ReplaceAll(fields[name], `"`, `""`) + `"`
	}
	return strings.Join(line, ",") + "\n"
}

func evidenceNames() []string {
	header, _, _ := strings.Cut(evidenceText, "\n")
	return strings.Split(header, ",")
}

func TestOneFaultInARecordOfEvidenceIsRefusedAtItsField(t *testing.T) {
	long := strings.Repeat("é", 4001)
	const missing, duplicate, counts, other = "missing", "duplicate", "counts", "other_kind"
	for _, c := range []struct {
		of           func() map[string]string
		field, value string
		at           int // column of the fault
		code         peer.FaultCode
	}{
		{computed, "kind", "", 1, missing},
		{attested, "kind", "", 1, missing},
		{computed, "kind", "rated", 1, auditfile.FaultKind},
		{computed, "kind", "Computed", 1, auditfile.FaultKind},
		{attested, "kind", " attested", 1, auditfile.FaultKind},
		{computed, "measure", "", 2, missing},
		{computed, "measure", "met in time", 2, auditfile.FaultName},
		{computed, "measure", "__", 2, auditfile.FaultName},
		{computed, "measure", strings.Repeat("m", 65), 2, auditfile.FaultName},
		{computed, "count", "", 3, missing},
		{computed, "count", "-1", 3, auditfile.FaultNumber},
		{computed, "count", "1.5", 3, auditfile.FaultNumber},
		{computed, "count", "1e3", 3, auditfile.FaultNumber},
		{computed, "count", "１", 3, auditfile.FaultNumber},
		{computed, "count", "lots", 3, auditfile.FaultNumber},
		{computed, "count", "9223372036854775808", 3, peer.FaultRange},
		{computed, "count", "5", 3, counts},
		{computed, "of", "", 4, missing},
		{computed, "of", "4 000", 4, auditfile.FaultNumber},
		{computed, "of", "1000000000001", 4, counts},
		{computed, "people", "many", 5, auditfile.FaultNumber},
		{computed, "people", "-2", 5, auditfile.FaultNumber},
		{computed, "largest", "+1", 6, auditfile.FaultNumber},
		{computed, "largest", "5", 6, counts},
		{computed, "complete", "true", 7, auditfile.FaultYesNo},
		{computed, "complete", "Yes", 7, auditfile.FaultYesNo},
		{computed, "from", "2026-02-30", 8, peer.FaultDate},
		{computed, "from", "2026-06-02", 8, peer.FaultInterval},
		{computed, "until", "", 9, missing},
		{computed, "until", "31/12/26", 9, peer.FaultDate},
		{computed, "until", "9999-12-31", 9, peer.FaultDate},
		{computed, "until", "0001-01-01", 9, peer.FaultDate},
		{computed, "indicator", "in_time", 10, other},
		{computed, "on", "2026-01-01", 11, other},
		{computed, "holds", "no", 12, other},
		{computed, "document", "x", 13, other},
		{computed, "owner", "x", 14, other},
		{computed, "framework", "core", 16, other},
		{attested, "framework", "Core principles", 16, auditfile.FaultName},
		{computed, "source", "ro\u202eta", 15, peer.FaultText},
		{computed, "source", long, 15, auditfile.FaultLong},
		{attested, "measure", "met_in_time", 2, other},
		{attested, "count", "0", 3, other},
		{attested, "of", "nonsense", 4, other},
		{attested, "people", "1", 5, other},
		{attested, "largest", "1", 6, other},
		{attested, "complete", "no", 7, other},
		{attested, "from", "2026-01-01", 8, other},
		{attested, "until", "2026-01-01", 9, other},
		{attested, "indicator", "", 10, missing},
		{attested, "indicator", "Policy", 10, auditfile.FaultName},
		{attested, "on", "", 11, missing},
		{attested, "on", "1 March", 11, peer.FaultDate},
		{attested, "holds", "", 12, missing},
		{attested, "holds", "mostly", 12, auditfile.FaultHolds},
		{attested, "document", "", 13, missing},
		{attested, "document", "a\x00b", 13, peer.FaultText},
		{attested, "document", "a\xffb", 13, tabular.FaultUTF8},
		{attested, "document", "a\u2028b", 13, peer.FaultText},
		{attested, "owner", "", 14, missing},
		{attested, "owner", "a\nb", 14, peer.FaultText},
		{attested, "source", "a\tb", 15, peer.FaultText},
	} {
		t.Run(c.field+" "+string(c.code)+" "+c.value[:min(len(c.value), 12)], func(t *testing.T) {
			fields := c.of()
			fields[c.field] = c.value
			names := evidenceNames()
			text := strings.Join(names, ",") + "\n\n" + record(names, fields)
			got, _, err := readEvidence(text)

			require.Nil(t, got)
			require.Equal(t, []place{{3, c.at, c.code}}, places(t, "evidence.csv", err))
		})
	}
}

func TestAMeasureCountsOnce(t *testing.T) {
	got, _, err := readEvidence("kind,measure,count,of,until,indicator,on,holds,document,owner\n" +
		"computed,heard_back,7,9,2026-06-01,,,,,\n" +
		"attested,,,,,policy,2026-06-01,yes,a,b\n" +
		"attested,,,,,policy,2026-06-01,no,a,b\n" + // two offices may see it differently
		"computed,heard_back,8,9,2026-06-02,,,,,\n")

	require.Nil(t, got)
	require.Equal(t, []place{{5, 2, "duplicate"}}, places(t, "evidence.csv", err))
}

func TestEveryFaultOfTheEvidenceIsFoundInOneReading(t *testing.T) {
	got, _, err := readEvidence("kind,measure,count,of,people,from,until,indicator,on,source\n" +
		"computed,Heard Back,x,9,y,2026-13-01,,policy,,\n" +
		"felt,heard_back,7,z,,,,,yesterday,\n" +
		"computed\n" +
		"attested,,5,,,,,,,\n")

	require.Nil(t, got)
	require.Equal(t, []place{
		{2, 2, auditfile.FaultName}, {2, 3, auditfile.FaultNumber}, {2, 5, auditfile.FaultNumber}, {2, 6, peer.FaultDate},
		{2, 7, "missing"}, {2, 8, "other_kind"},
		{3, 1, auditfile.FaultKind}, {3, 4, auditfile.FaultNumber}, {3, 9, peer.FaultDate},
		{4, 2, tabular.FaultFieldCount},
		{5, 1, "missing"}, {5, 1, "missing"}, {5, 1, "missing"}, // columns that the file does not have
		{5, 3, "other_kind"}, {5, 8, "missing"}, {5, 9, "missing"},
	}, places(t, "evidence.csv", err))
}

func TestTheErrorOfAStreamIsPassedOn(t *testing.T) {
	broken := errors.New("the line is cut")
	f := tabular.File{Name: "evidence.csv", Reader: iotest.ErrReader(broken)}
	_, _, err := auditfile.ReadEvidence(f, auditfile.Options{})
	require.ErrorIs(t, err, broken)

	_, _, err = auditfile.ReadRatings(f, auditfile.Options{})
	require.ErrorIs(t, err, broken)

	_, _, err = auditfile.ReadRegister(f.Reader, "register.json")
	require.ErrorIs(t, err, broken)
}
