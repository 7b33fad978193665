package frameworks_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/frameworks"
)

// FuzzRead: whatever is read is sound and can be audited, written and read
// again; whatever is refused is refused with a place.
func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	files, err := filepath.Glob("data/*.json")
	require.NoError(f, err)
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(text)
	}
	at, err := principles.ParseDay("2026-06-30")
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text []byte) {
		framework, err := frameworks.Read(bytes.NewReader(text), "f.json")
		if err != nil {
			var faults peer.Faults
			require.ErrorAs(t, err, &faults)
			require.NotEmpty(t, faults)
			for _, fault := range faults {
				require.Positive(t, fault.Line)
				require.Positive(t, fault.Column)
			}
			return
		}
		require.Empty(t, framework.Check())
		_, err = principles.Audit(framework, nil, nil, principles.Options{At: at})
		require.NoError(t, err)
		written, err := json.Marshal(struct {
			Schema string `json:"schema"`
			principles.Framework
		}{frameworks.Schema, framework})
		require.NoError(t, err)
		again, err := frameworks.Read(bytes.NewReader(written), "again.json")
		require.NoError(t, err)
		require.Equal(t, mustJSON(t, framework), mustJSON(t, again))
	})
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return string(text)
}
