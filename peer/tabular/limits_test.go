package tabular_test

import (
	"io"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer/tabular"
)

// endless yields n bytes c.
func endless(c byte, n int64) io.Reader { return io.LimitReader(repeated(c), n) }

type repeated byte

func (c repeated) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(c)
	}
	return len(p), nil
}

func TestARecordMayBeAsLongAsTheCapAndNoLonger(t *testing.T) {
	const header = "person_id,manager_id,team\n"
	row := func(n int) string { return "1,," + strings.Repeat("x", n-len("1,,\n")) + "\n" }

	require.Empty(t, read(header+row(tabular.MaxRecord), tabular.Options{}).faults)
	require.Equal(t, []place{{2, 1, tabular.FaultRecordTooLong}},
		places(read(header+row(tabular.MaxRecord+1), tabular.Options{}).faults))
}

func TestAnOpenQuotationIsRefusedEarlyAndInLittleMemory(t *testing.T) {
	const size = 64 << 20
	for name, fill := range map[string]byte{"letters": 'x', "line breaks": '\n', "commas": ','} {
		t.Run(name, func(t *testing.T) {
			stream := &counted{from: io.MultiReader(strings.NewReader("person_id,manager_id\n1,\n2,\""), endless(fill, size))}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			tr := tabular.NewReader(tabular.File{Name: "people.csv", Reader: stream}, tabular.Options{Columns: columns()})
			for tr.Next() {
			}
			runtime.ReadMemStats(&after)

			require.Equal(t, []place{{3, 1, tabular.FaultRecordTooLong}}, places(tr.Faults()))
			require.Less(t, stream.n, 4*tabular.MaxRecord)
			require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(16<<20))
		})
	}
}

type counted struct {
	from io.Reader
	n    int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += n
	return n, err
}

func TestAFileMayHaveAsManyColumnsAsTheCapAndNoMore(t *testing.T) {
	header := func(n int) string { return "person_id,manager_id" + strings.Repeat(",", n-2) }
	row := func(n int) string { return "1" + strings.Repeat(",", n-1) }

	require.Empty(t, read(header(200)+"\n"+row(200)+"\n", tabular.Options{}).faults)
	require.Equal(t, []place{{1, 201, tabular.FaultTooManyColumns}},
		places(read(header(201)+"\n"+row(201)+"\n", tabular.Options{}).faults))
	require.Equal(t, []place{{2, 201, tabular.FaultTooManyColumns}},
		places(read(header(3)+"\n"+row(201)+"\n", tabular.Options{}).faults))
}

func TestAFileMayNotBeLargerThanTheCap(t *testing.T) {
	if os.Getenv("PEERSUPPORT_TEST_SCALE") == "" {
		t.Skip("missing: PEERSUPPORT_TEST_SCALE; reads 256 MiB")
	}
	const header = "person_id,manager_id,team\n"
	row := "1,," + strings.Repeat("x", tabular.MaxRecord-len("1,,\n")) + "\n"
	parts := []io.Reader{strings.NewReader(header)}
	for range tabular.MaxFile / len(row) {
		parts = append(parts, strings.NewReader(row))
	}
	tr := tabular.NewReader(tabular.File{Name: "people.csv", Reader: io.MultiReader(parts...)}, tabular.Options{Columns: columns()})
	rows := 0
	for tr.Next() {
		rows++
	}

	require.Equal(t, tabular.MaxFile/len(row)-1, rows)
	require.Equal(t, []place{{tabular.MaxFile/len(row) + 1, 1, tabular.FaultFileTooLarge}}, places(tr.Faults()))
}
