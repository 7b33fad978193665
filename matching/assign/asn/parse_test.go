package asn

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/matching/assign"
)

const small = `c two rows, three columns
p asn 5 4

n 2
n 4
a 4 1 7
a 2 5 -3
a 2 1 9
a 4 3 7
`

func parse(text string) (assign.Problem, error) { return Parse(strings.NewReader(text), Limits{}) }

func TestADIMACSTextBecomesAProblem(t *testing.T) {
	p, err := parse(small)
	require.NoError(t, err)
	require.Equal(t, assign.Problem{
		Rows:     2,
		Capacity: []int64{1, 1, 1},
		Start:    []int{0, 2, 4},
		Cols:     []int32{0, 2, 0, 1}, // nodes 1, 3, 5 are columns 0, 1, 2
		Ladder: []assign.Rung{
			{ID: "served", Row: []int64{-1, -1}},
			{ID: "cost", Pair: []int64{9, -3, 7, 7}},
		},
	}, p)
}

func TestPlainNumbersBecomeAProblem(t *testing.T) {
	for name, text := range map[string]string{
		"wrapped":      "2\n 4 1\n 2 3\n",
		"one line":     "2 4 1 2 3",
		"windows":      " 2\r\n4\r\n1 2\r\n3\r\n",
		"without end":  "\n\n2\n4 1 2\n3",
		"tabs between": "\t2\n4\t1\t2\t3\t",
	} {
		t.Run(name, func(t *testing.T) {
			p, err := parse(text)
			require.NoError(t, err)
			require.Equal(t, []int32{0, 1, 0, 1}, p.Cols)
			require.Equal(t, []int{0, 2, 4}, p.Start)
			require.Equal(t, []int64{4, 1, 2, 3}, p.Ladder[1].Pair)
		})
	}
}

func TestEveryColumnGetsTheCapacityAskedFor(t *testing.T) {
	p, err := Parse(strings.NewReader("2 1 5 1 5"), Limits{Capacity: 2})
	require.NoError(t, err)
	require.Equal(t, []int64{2, 2}, p.Capacity)
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	require.NoError(t, err)
	require.Equal(t, []int32{0, 0}, p.Columns(s.Pairs))
}

func TestAFaultyTextIsRefusedWithItsLine(t *testing.T) {
	cases := map[string]struct {
		text string
		line int
		code Code
	}{
		"empty":                    {"", 1, CodeHeader},
		"only space":               {" \n \n", 3, CodeHeader},
		"only comments":            {"c x\nc y", 2, CodeHeader},
		"another problem":          {"p max 2 1\n", 1, CodeHeader},
		"two headers":              {"p asn 2 0\np asn 2 0\n", 2, CodeHeader},
		"negative header":          {"p asn -2 0\n", 1, CodeHeader},
		"node before the header":   {"n 1\np asn 2 0\n", 1, CodeHeader},
		"arc before the header":    {"c\na 1 2 3\n", 2, CodeHeader},
		"unknown line":             {"p asn 2 0\nx 1\n", 2, CodeLine},
		"number for a kind":        {"p asn 2 0\n7\n", 2, CodeLine},
		"arc without cost":         {"p asn 2 1\nn 1\na 1 2\n", 3, CodeLine},
		"word too many":            {"p asn 2 1\nn 1 2\n", 2, CodeLine},
		"endless word":             {"p asn " + strings.Repeat("9", 99), 1, CodeLine},
		"fraction":                 {"p asn 2 1\nn 1\na 1 2 0.5\n", 3, CodeNumber},
		"out of range":             {"p asn 2 1\nn 1\na 1 2 9223372036854775808\n", 3, CodeNumber},
		"node zero":                {"p asn 2 1\nn 0\n", 2, CodeNode},
		"node past the end":        {"p asn 2 1\nn 3\n", 2, CodeNode},
		"arc between rows":         {"p asn 2 1\nn 1\nn 2\na 1 2 0\n", 4, CodeNode},
		"arc from a column":        {"p asn 2 1\nn 1\na 2 1 0\n", 3, CodeNode},
		"node twice":               {"p asn 2 1\nn 1\nn 1\n", 3, CodeDuplicate},
		"arc twice":                {"p asn 3 3\nn 1\na 1 2 5\na 1 3 1\na 1 2 4\n", 5, CodeDuplicate},
		"arc missing":              {"p asn 2 2\nn 1\na 1 2 5\n", 4, CodeCount},
		"arc too many":             {"p asn 3 1\nn 1\na 1 2 5\na 1 3 1\n", 4, CodeCount},
		"too many nodes":           {"p asn 101 1\n", 1, CodeLimit},
		"too many arcs":            {"p asn 10 1001\n", 1, CodeLimit},
		"plain: negative size":     {"-1", 1, CodeHeader},
		"plain: not a number":      {"2\n1 x\n", 2, CodeNumber},
		"plain: cost missing":      {"2\n1 2\n3\n", 4, CodeCount},
		"plain: cost too many":     {"2\n1 2\n3 4\n5", 4, CodeCount},
		"plain: too many nodes":    {"51", 1, CodeLimit},
		"plain: too many pairs":    {"32", 1, CodeLimit},
		"plain: size out of range": {"9223372036854775807", 1, CodeLimit},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(strings.NewReader(c.text), Limits{Nodes: 100, Pairs: 1000})
			var got *SyntaxError
			require.ErrorAs(t, err, &got)
			require.Equal(t, c.code, got.Code)
			require.Equal(t, c.line, got.Line)
			require.Contains(t, err.Error(), string(c.code))
		})
	}
}

func TestAFailingReaderIsReported(t *testing.T) {
	broken := errors.New("broken")
	for _, text := range []string{"", "p asn 5", "c", "2 1 1"} {
		_, err := Parse(io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), Limits{})
		require.ErrorIs(t, err, broken, text)
	}
}

func TestANegativeLimitIsRefused(t *testing.T) {
	for _, l := range []Limits{{Nodes: -1}, {Pairs: -1}, {Capacity: -1}} {
		_, err := Parse(strings.NewReader("1 1"), l)
		require.ErrorIs(t, err, ErrLimits)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(small)
	f.Add("2\n 4 1\n 2 3\n")
	f.Add("p asn 3 2\nn 1\na 1 2 -9223372036854775808\na 1 3 1\n")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(strings.NewReader(text), Limits{Nodes: 64, Pairs: 256})
		var syntax *SyntaxError
		if errors.As(err, &syntax) {
			if lines := strings.Count(text, "\n") + 1; syntax.Line < 1 || syntax.Line > lines {
				t.Fatalf("line %d of %d", syntax.Line, lines)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		s, err := assign.Solve(context.Background(), p, assign.Options{})
		if errors.Is(err, assign.ErrOverflow) {
			return
		}
		if err != nil {
			t.Fatal(err) // whatever Parse accepts is a valid problem
		}
		if err := assign.Check(p, s); err != nil {
			t.Fatal(err)
		}
	})
}

func ExampleParse() {
	p, err := Parse(strings.NewReader("3  8 2 7  1 6 4  3 5 9"), Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := assign.Solve(context.Background(), p, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Columns(s.Pairs), "cost", s.Rungs[1].Value)
	// Output: [1 2 0] cost 9
}
