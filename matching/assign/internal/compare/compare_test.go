//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// answering is a peer that knows the answer to the example by heart, or another.
func answering(name, matchedAndCost string) string {
	return name + "=: {file}; echo RESULT," + name + ",example.bin," + matchedAndCost + ",0,0.5,10"
}

func TestComparesWithPeers(t *testing.T) {
	t.Setenv(asProgram, "1")
	status, out := try(t, "-runs", "2", "-full", "-check",
		"-peer", answering("right", "2,-4"), example().file(t))
	require.Equal(t, statusDone, status)
	for _, line := range []string{
		"### example.bin", "| assign | 2 | 2 | -4 |", "| assign-full | 2 | 2 | -4 |",
		"| **right** | 2 | 2 | -4 | 0.50000 [0.50000–0.50000] |",
		"## Package assign against the fastest peer", "| right | 0.50000 |",
	} {
		require.Contains(t, out, line)
	}
	require.NotContains(t, out, "DISAGREE")
}

func TestSaysLoudlyThatAnswersDisagree(t *testing.T) {
	t.Setenv(asProgram, "1")
	status, out := try(t, "-runs", "1", "-peer", answering("wrong", "2,-3"), example().file(t))
	require.Equal(t, statusFailed, status)
	require.Contains(t, out, "**THE ANSWERS DISAGREE")
	require.Contains(t, out, "- wrong serves 2 rows at cost -3\n")
	require.Contains(t, out, "| example.bin **DISAGREE** |")
}

func TestAPeerThatFailsIsNoDisagreement(t *testing.T) {
	t.Setenv(asProgram, "1")
	status, out := try(t, "-runs", "2", "-peer", "broken=echo 'no | memory' >&2; exit 3; : {file}", example().file(t))
	require.Equal(t, statusDone, status)
	require.Contains(t, out, "| broken (exit status 3: no / memory) | 0 |")
	require.Contains(t, out, "| none |")
}

func TestPackageAssignMustNotFail(t *testing.T) {
	t.Setenv(asProgram, "1")
	status, _ := try(t, "-runs", "1", filepath.Join(t.TempDir(), "missing.bin"))
	require.Equal(t, statusFailed, status)
}

func TestRoundsAreInterleaved(t *testing.T) {
	log := filepath.Join(t.TempDir(), "a log") // with a blank, as folders may have
	noting := func(name string) contestant {
		_, command, _ := strings.Cut(answering(name, "2,-4"), "=")
		return contestant{name: name, command: "echo " + name + " {file} >>" + quote(log) + "; " + command}
	}
	outcomes, err := interleave(t.Context(), []contestant{noting("A"), noting("B")}, "it's", settings{runs: 3, timeout: time.Minute})
	require.NoError(t, err)
	require.Len(t, outcomes[1].results, 3)
	got, err := os.ReadFile(log)
	require.NoError(t, err)
	require.Equal(t, strings.Repeat("A it's\nB it's\n", 3), string(got))
}

func TestWhoFailsIsNotAskedAgain(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	c := contestant{name: "A", command: "echo {file} >>" + quote(log) + "; exit 1"}
	outcomes, err := interleave(t.Context(), []contestant{c}, "f", settings{runs: 3, timeout: time.Minute})
	require.NoError(t, err)
	require.Error(t, outcomes[0].err)
	got, err := os.ReadFile(log)
	require.NoError(t, err)
	require.Equal(t, "f\n", string(got))
}

func TestTimeEndsWhatTheShellStarted(t *testing.T) {
	begin := time.Now()
	_, err := solveOnce(t.Context(), "sleep 60 & wait; : {file}", "f", 100*time.Millisecond)
	require.ErrorIs(t, err, errTimeout)
	require.Less(t, time.Since(begin), 30*time.Second)
}

func TestMemoryOfAChildIsItsOwn(t *testing.T) {
	held := make([]byte, 64<<20)
	for n := range held {
		held[n] = 1
	}
	t.Setenv(asProgram, "1")
	self, err := os.Executable()
	require.NoError(t, err)
	r, err := solveOnce(t.Context(), quote(self)+" -solve {file}", example().file(t), time.Minute)
	require.NoError(t, err)
	require.Less(t, r.mb, 64.0)
	require.Equal(t, byte(1), held[0])
}
