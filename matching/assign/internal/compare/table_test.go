package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// rounds are two runs that took the given milliseconds and megabytes.
func rounds(cost int64, first, second, mb int) []result {
	one := result{matched: 7, cost: cost, build: time.Millisecond, solve: time.Duration(first) * time.Millisecond, mb: float64(mb)}
	two := one
	two.solve = time.Duration(second) * time.Millisecond
	return []result{one, two}
}

func field() []outcome {
	return []outcome{
		{contestant: contestant{name: nameSingle, ours: true}, results: rounds(-5, 100, 300, 10)},
		{contestant: contestant{name: nameFull, ours: true, longer: true}, results: rounds(-4, 200, 600, 20)},
		{contestant: contestant{name: "fast"}, results: rounds(-5, 200, 300, 40)},
		{contestant: contestant{name: "slow"}, results: rounds(-5, 400, 600, 20)[:1], err: errTimeout},
		{contestant: contestant{name: "mute"}, err: errors.New("a | b\nc")},
	}
}

func TestTheTableOfAnInstance(t *testing.T) {
	var b strings.Builder
	detail(&b, "x.bin", field())
	require.Equal(t, `### x.bin

| solver | runs | served | cost | solve s | build s | MB | time ratio | memory ratio |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| assign | 2 | 7 | -5 | 0.20000 [0.10000–0.30000] | 0.00100 | 10 |  |  |
| assign-full | 2 | 7 | -4 | 0.40000 [0.20000–0.60000] | 0.00100 | 20 | 0.50 [0.50–0.50] | 0.50 |
| **fast** | 2 | 7 | -5 | 0.25000 [0.20000–0.30000] | 0.00100 | 40 | 0.75 [0.50–1.00] | 0.25 |
| slow (out of time) | 1 | 7 | -5 | 0.40000 | 0.00100 | 20 | 0.25 | 0.50 |
| mute (a / b c) | 0 |  |  |  |  |  |  |  |

`, b.String())
}

func TestTheLineThatSumsUp(t *testing.T) {
	require.Equal(t, "| x.bin | 0.20000 | fast | 0.25000 | 0.75 [0.50–1.00] | 10 | 40 | 0.25 |", summary("x.bin", field()))
}

func TestTheLineThatSumsUpWithoutPeers(t *testing.T) {
	require.Equal(t, "| x.bin | 0.20000 | none |  |  | 10 |  |  |", summary("x.bin", field()[:1]))
}

func TestATableOfAnswersThatDisagreeSaysSoFirst(t *testing.T) {
	outcomes := field()
	outcomes[2].results[1].cost = -6
	var b strings.Builder
	detail(&b, "x.bin", outcomes)
	table := strings.Index(b.String(), "| solver |")
	require.Contains(t, b.String()[:table], "THE ANSWERS DISAGREE")
	require.Contains(t, b.String()[:table], "- fast serves 7 rows at cost -6\n")
}
