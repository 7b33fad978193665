package frameworks_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/frameworks"
)

// simulatedLibrary reads the frameworks once for all simulated programmes.
var simulatedLibrary = sync.OnceValues(func() (*principles.Library, error) { return frameworks.Library() })

func simulatedIDs() []string {
	return []string{"core_principles", "role_integrity", "integrity_challenges", "workplace_steps", "coproduction_ladder"}
}

// simulatedFrameworks are the frameworks that simulated programmes are held
// against, and last the one whose indicators serve them beside their own.
func simulatedFrameworks(t testing.TB) []principles.Framework {
	t.Helper()
	library, err := simulatedLibrary()
	require.NoError(t, err)
	var all []principles.Framework
	for _, id := range append(simulatedIDs(), "one_to_one_fidelity") {
		f, ok := library.Framework(id)
		require.True(t, ok, "no framework %s", id)
		all = append(all, f)
	}
	return all
}

// simulatedAsked says for each framework which measures and indicators it asks
// for: those that it misses where there is nothing at all.
var simulatedAsked = sync.OnceValues(func() (map[principles.FrameworkID]map[string]bool, error) {
	library, err := simulatedLibrary()
	if err != nil {
		return nil, err
	}
	asked := make(map[principles.FrameworkID]map[string]bool)
	for _, id := range simulatedIDs() {
		f, _ := library.Framework(id)
		report, err := principles.Audit(f, nil, nil, principles.Options{At: simulatedAudit(), Library: library})
		if err != nil {
			return nil, err
		}
		asks := make(map[string]bool)
		for _, m := range report.Missing {
			asks[string(m.Indicator)] = true
			asks[string(m.Measure)] = true
		}
		if f.Form == principles.FormLadder {
			for _, i := range f.Indicators {
				asks[string(i.ID)] = true
			}
		}
		delete(asks, "")
		asked[f.ID] = asks
	}
	return asked, nil
})
