package synthetic_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/synthetic"
	"github.com/peersupport/peersupport/peer/tabular"
)

// The sample chart of Oracle's HR schema knows 107 people, managers and
// departments, and neither locations nor relations.
func TestDemandForARealChart(t *testing.T) {
	folder := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if folder == "" {
		t.Skip("PEERSUPPORT_REFERENCE_DATA is not set: data/oracle_hr.csv is missing")
	}
	file, err := os.Open(filepath.Join(folder, "data", "oracle_hr.csv"))
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	org, _, err := hris.Import(hris.Files{People: tabular.File{Name: "oracle_hr.csv", Reader: file}}, hris.Options{
		Columns: map[string]string{"person_id": "employee_id", "manager_id": "manager_id", "team": "department"},
	})
	require.NoError(t, err)

	check := peer.NewValidator()
	var seekers, found int
	for seed := range uint64(20) {
		cfg := synthetic.Config{Seed: seed}
		requests, supporters, _ := synthetic.Demand(cfg, org)
		require.Len(t, requests, 13)
		require.Len(t, supporters, 9)
		for i, r := range requests {
			require.Empty(t, check.Request(i, r))
		}
		asking, answered := answerable(org, cfg, at(t))
		seekers, found = seekers+asking, found+answered
	}
	t.Logf("%d of %d seekers have a possible supporter", found, seekers)
	require.Greater(t, found, seekers/2)
	require.Less(t, found, seekers)
}
