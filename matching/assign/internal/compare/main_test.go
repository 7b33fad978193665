package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The tests let themselves be started as the program they test.
const asProgram = "COMPARE_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// try runs the program in this process, on a clock that gains a second each time
// it is read.
func try(t *testing.T, args ...string) (status int, out string) {
	t.Helper()
	var now time.Time
	var b bytes.Buffer
	status = run(t.Context(), args, world{out: &b, err: io.Discard, now: func() time.Time {
		now = now.Add(time.Second)
		return now
	}})
	return status, b.String()
}

func TestSolvesOneFileAndPrintsOneLine(t *testing.T) {
	for _, ladder := range []string{"single", "full"} {
		t.Run(ladder, func(t *testing.T) {
			status, out := try(t, "-solve", example().file(t), "-check", "-ladder", ladder)
			require.Equal(t, statusDone, status)
			require.Equal(t, 1, strings.Count(out, "\n"))
			r, err := findResult(out)
			require.NoError(t, err)
			require.Equal(t, int64(2), r.matched)
			require.Equal(t, int64(-4), r.cost)
			require.Equal(t, time.Second, r.solve)
			require.Positive(t, r.mb)
		})
	}
}

func TestTheFullLadderPutsWaitingBeforeCost(t *testing.T) {
	waiting := waitingCosts(2)
	require.NotEqual(t, waiting[0], waiting[1])
	longer, shorter := int32(100), int32(-100) // who waits longer is dear
	if waiting[0] > waiting[1] {
		longer, shorter = shorter, longer
	}
	b := bpm{
		magic: bpmMagic, rows: 2, columns: 1, pairs: 2,
		capacity: []int32{1}, start: []int64{0, 1, 2}, column: []int32{0, 0}, cost: []int32{longer, shorter},
	}
	cost := func(ladder string) int64 {
		_, out := try(t, "-solve", b.file(t), "-ladder", ladder)
		r, err := findResult(out)
		require.NoError(t, err)
		return r.cost
	}
	require.Equal(t, int64(-100), cost("single"))
	require.Equal(t, int64(100), cost("full"))
}

func TestWaitingIsTheSameEveryTimeAndAtMostSixtyDays(t *testing.T) {
	costs := waitingCosts(10_000)
	require.Equal(t, costs, waitingCosts(10_000))
	s := map[int64]bool{}
	for _, c := range costs {
		s[c] = true
		require.True(t, -60 <= c && c <= 0)
	}
	require.Len(t, s, 61)
}

func TestMixTellsItsWordsApart(t *testing.T) {
	seen := map[uint64]bool{}
	for a := range uint64(100) {
		for b := range uint64(100) {
			seen[mix(a, b)] = true
		}
	}
	require.Len(t, seen, 10_000)
}

func TestTimesEachRung(t *testing.T) {
	status, out := try(t, "-solve", example().file(t), "-rungs")
	require.Equal(t, statusDone, status)
	lines := strings.Split(out, "\n")
	// Six readings of the clock: two around the whole, four at the ends of rungs.
	require.Equal(t, []string{"RUNG,served,1.000000", "RUNG,total,1.000000", "REST,3.000000"}, lines[:3])
}

func TestSolvesADenseFile(t *testing.T) {
	_, out := try(t, "-solve", square().file(t))
	r, err := findResult(out)
	require.NoError(t, err)
	require.Equal(t, int64(5), r.cost)
}

func TestABadFileFails(t *testing.T) {
	b := example()
	b.magic = 0
	status, out := try(t, "-solve", b.file(t))
	require.Equal(t, statusFailed, status)
	require.Empty(t, out)
}

func TestUsage(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want int
	}{
		"help":                         {[]string{"-h"}, statusDone},
		"nothing to do":                {nil, statusUsage},
		"an unknown flag":              {[]string{"-fast", "f"}, statusUsage},
		"an unknown ladder":            {[]string{"-solve", "f", "-ladder", "rope"}, statusUsage},
		"two jobs at once":             {[]string{"-solve", "f", "g"}, statusUsage},
		"no rounds":                    {[]string{"-runs", "0", "f"}, statusUsage},
		"no time":                      {[]string{"-timeout", "0s", "f"}, statusUsage},
		"a peer without a command":     {[]string{"-peer", "x", "f"}, statusUsage},
		"a peer without a name":        {[]string{"-peer", "=x {file}", "f"}, statusUsage},
		"a peer that never sees files": {[]string{"-peer", "x=./x", "f"}, statusUsage},
		"a peer that breaks the table": {[]string{"-peer", "a|b=./x {file}", "f"}, statusUsage},
		"a peer named like assign":     {[]string{"-peer", "assign=./x {file}", "f"}, statusUsage},
		"two peers of one name":        {[]string{"-peer", "x=./x {file}", "-peer", "x=./y {file}", "f"}, statusUsage},
	} {
		t.Run(name, func(t *testing.T) {
			status, out := try(t, c.args...)
			require.Equal(t, c.want, status)
			require.Empty(t, out)
		})
	}
}
