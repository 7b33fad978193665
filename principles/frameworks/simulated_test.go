package frameworks_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// seeds returns how many programmes are drawn.
func seeds(t testing.TB) uint64 {
	t.Helper()
	s := os.Getenv("PEERSUPPORT_TEST_SCALE")
	if s == "" {
		return 10
	}
	n, err := strconv.ParseUint(s, 10, 32)
	require.NoError(t, err, "PEERSUPPORT_TEST_SCALE")
	require.Positive(t, n, "PEERSUPPORT_TEST_SCALE")
	return 10 * min(n, 10) // a programme is large, and so are those of all seeds
}

// information reports whether a notice says nothing about a programme that would
// have to change: a figure of which so few are on one side that it is not shown,
// and an objection that was answered.
func information(n principles.Notice) bool {
	return n.Code == principles.CodeFigureWithheld || n.Code == principles.CodeRounded ||
		n.Code == principles.CodeContested && slices.Contains(n.Params, principles.Int("unanswered", 0))
}

func TestAHealthyProgrammeUpholdsEveryPrincipleAndRaisesNoNotice(t *testing.T) {
	for seed := range seeds(t) {
		for id, r := range healthy(t, seed).audits(t) {
			for _, p := range r.Principles {
				require.Equal(t, principles.Upheld, p.Standing, "seed %d: %s: %s: %v", seed, id, p.ID, p.PullsDown)
				require.Empty(t, p.PullsDown)
				for _, i := range p.Indicators {
					require.Equal(t, principles.Upheld, i.Standing, "seed %d: %s: %s", seed, id, i.ID)
				}
			}
			require.Empty(t, slices.DeleteFunc(noticesOf(r), information), "seed %d: %s", seed, id)
		}
	}
}

func TestNothingThatIsAskedIsMissingFromAHealthyProgramme(t *testing.T) {
	for id, r := range healthy(t, 1).audits(t) {
		require.Empty(t, r.Missing, "%s", id)
		for _, v := range r.Voices {
			if id == rungs {
				require.True(t, v.Heard, "%s: %s", id, v.Voice)
			}
			require.True(t, v.Heard || !v.Needed, "%s: %s", id, v.Voice)
		}
		if id == rungs {
			require.Len(t, r.Ladder.Rows, 3*len(simulatedDecisions()), "every stage of every decision")
			for _, row := range r.Ladder.Rows {
				require.Len(t, row.Voices, len(r.Voices))
				require.Zero(t, row.Gap.Rungs)
			}
		}
	}
}

// TestEveryPlantedFaultIsFoundAndNamedAndMakesNothingElseWorse audits anew where
// the fault changed what is handed over. Where it did not, the report is the same.
func TestEveryPlantedFaultIsFoundAndNamedAndMakesNothingElseWorse(t *testing.T) {
	t.Parallel()
	for seed := range seeds(t) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			sound := healthy(t, seed)
			handedOver, before := sound.material(t), sound.audits(t)
			for _, f := range faultsPlanted() {
				p := sound.clone()
				f.plant(p, diceOf(seed+1_000_000))
				after := maps.Clone(before)
				for id, m := range p.material(t) {
					if !m.same(handedOver[id]) {
						after[id] = p.audit(t, id, m)
						f.requireNothingElseWorse(t, before[id], after[id])
					}
				}
				for _, n := range f.named {
					require.True(t, finds(after[n.framework], n), "%s: %s: %s%s", f.name, n.framework, n.indicator, n.code)
				}
			}
			require.Equal(t, handedOver, sound.material(t), "planting changed the programme that it was planted in a copy of")
		})
	}
}

// An audit from which a finding was removed would not pass: in the report of the
// same programme without the fault the tests find none of the ways of naming it.
func TestNoPlantedFaultIsFoundInAHealthyProgramme(t *testing.T) {
	before := healthy(t, 1).audits(t)
	for _, f := range faultsPlanted() {
		for _, n := range f.named {
			require.False(t, finds(before[n.framework], n), "%s: %s: %s%s", f.name, n.framework, n.indicator, n.code)
		}
	}
}

// A report from which the finding was taken away, in each of the ways in which an
// audit could fail to make it, does not pass for one that names the fault.
func TestAReportWithoutTheFindingDoesNotNameTheFault(t *testing.T) {
	t.Parallel()
	sound := healthy(t, 2)
	for _, f := range faultsPlanted() {
		p := sound.clone()
		f.plant(p, diceOf(2))
		handedOver := p.material(t)
		for _, n := range f.named {
			for failure, conceal := range concealments(n) {
				r := p.audit(t, n.framework, handedOver[n.framework])
				require.True(t, finds(r, n), "%s", f.name)
				conceal(&r)
				require.False(t, finds(r, n), "%s: %s: %s%s: %s", f.name, n.framework, n.indicator, n.code, failure)
			}
		}
	}
}

func TestThatSevenAnsweredLooksAsIfNobodyHad(t *testing.T) {
	for seed := range seeds(t) {
		nobody, seven := healthy(t, seed), healthy(t, seed)
		silent(principles.PersonSupported, 0)(nobody, diceOf(seed))
		silent(principles.PersonSupported, 7)(seven, diceOf(seed))
		require.Equal(t, nobody.audits(t), seven.audits(t), "seed %d", seed)
	}
}
