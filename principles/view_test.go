package principles_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/peersupport/peersupport/principles"
)

const mask principles.Code = "private_block"

// secret is a masked finding that only the auditor may see.
func secret(v principles.Verdict) principles.Finding {
	return principles.Finding{Verdict: v, Code: "veto", Mask: mask}
}

func open(v principles.Verdict) principles.Finding {
	return principles.Finding{
		Verdict: v, Code: "language",
		Audience: principles.To(principles.ReaderCoordinator, principles.ReaderSupporter, principles.ReaderSeeker),
	}
}

func decide(fs ...principles.Finding) principles.Decision {
	var d principles.Decision
	for i, f := range fs {
		d.Reasons = append(d.Reasons, principles.Reason{Rule: principles.RuleID('a' + rune(i)), Finding: f})
	}
	return d
}

func bytesFor(t require.TestingT, d principles.Decision, r principles.Reader) string {
	data, err := json.Marshal(d.For(r))
	require.NoError(t, err)
	return string(data)
}

func TestTheAuditorSeesEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decide(rapid.SliceOfN(anyFinding(), 1, 4).Draw(t, "findings")...)
		view := d.For(principles.ReaderAuditor)
		require.Equal(t, d.Reasons, view.Reasons)
		require.Zero(t, view.Withheld)
	})
}

func TestAVetoAndAVetoBesideARelationLookTheSame(t *testing.T) {
	want := `{"reasons":[{"finding":{"verdict":"violated","code":"private_block",` +
		`"audience":["auditor","coordinator"],"hard":true}}],"withheld":0}`
	relation := principles.Finding{
		Verdict: ind, Code: "family", Mask: mask, Hard: true,
		Params:  []principles.Param{principles.Term("kind", "family")},
		RetryOn: []principles.Event{"relation_ended"},
		Parts:   []principles.Finding{secret(vio)},
	}
	for name, d := range map[string]principles.Decision{
		"one veto":             decide(secret(vio)),
		"two vetoes":           decide(secret(vio), secret(vio)),
		"veto and relation":    decide(relation, secret(vio)),
		"relation alone":       decide(secret(nap), relation),
		"pending, and nothing": decide(secret(sat), secret(pen)),
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, want, bytesFor(t, d, principles.ReaderCoordinator))
		})
	}
}

func TestThatThereWasNoSecretDoesNotShow(t *testing.T) {
	for _, r := range readers[1:] {
		without := bytesFor(t, decide(open(sat)), r)
		require.Equal(t, without, bytesFor(t, decide(open(sat), secret(sat), secret(nap)), r), "%s", r)
	}
}

func TestOtherHiddenBlocksAreCountedForTheCoordinatorAlone(t *testing.T) {
	hidden := principles.Finding{Verdict: vio, Code: "hidden"}
	unblocking := principles.Finding{Verdict: sat, Code: "hidden"}
	d := decide(hidden, open(vio), unblocking, hidden)
	require.Equal(t, 2, d.For(principles.ReaderCoordinator).Withheld)
	require.Zero(t, d.For(principles.ReaderSupporter).Withheld)
	require.Zero(t, d.For(principles.ReaderSeeker).Withheld)
	require.Len(t, d.For(principles.ReaderCoordinator).Reasons, 1)
}

func TestMaskedReasonsComeLastInTheOrderOfTheirCodes(t *testing.T) {
	z, a := secret(vio), secret(vio)
	z.Mask, a.Mask = "z_mask", "a_mask"
	view := decide(z, a, open(sat), z).For(principles.ReaderCoordinator)
	var codes []principles.Code
	for _, r := range view.Reasons {
		codes = append(codes, r.Finding.Code)
	}
	require.Equal(t, []principles.Code{"language", "a_mask", "z_mask"}, codes)
}

func TestAHiddenPartBecomesTheSameMaskedReason(t *testing.T) {
	whole := open(vio)
	whole.Parts = []principles.Finding{open(vio), secret(vio), secret(sat)}
	bare := open(vio)
	bare.Parts = []principles.Finding{open(vio)}
	require.Equal(t,
		bytesFor(t, decide(bare, secret(vio)), principles.ReaderCoordinator),
		bytesFor(t, decide(whole, secret(vio)), principles.ReaderCoordinator))
	require.Equal(t,
		bytesFor(t, decide(bare), principles.ReaderSeeker),
		bytesFor(t, decide(whole), principles.ReaderSeeker))
}

func TestAFailedAlternativeUnderAPassLeavesNoTrace(t *testing.T) {
	whole := open(sat)
	whole.Parts = []principles.Finding{secret(vio), {Verdict: vio, Code: "hidden"}, open(sat)}
	view := decide(whole).For(principles.ReaderCoordinator)
	require.Zero(t, view.Withheld)
	require.Len(t, view.Reasons, 1)
	require.Equal(t, []principles.Finding{open(sat)}, view.Reasons[0].Finding.Parts)
}

func TestMasksAreNotShownToThoseWhoSeeTheFinding(t *testing.T) {
	f := open(vio)
	f.Mask = mask
	for _, r := range readers[1:] {
		require.NotContains(t, bytesFor(t, decide(f), r), string(mask))
	}
}

func TestWhatIsNoReaderSeesNothing(t *testing.T) {
	nothing := `{"reasons":[],"withheld":0}`
	require.Equal(t, nothing, bytesFor(t, decide(open(vio), secret(vio)), principles.Reader(4)))
}

// hiddenFinding makes a finding that only the auditor may see.
func hiddenFinding(v *rapid.Generator[principles.Verdict]) *rapid.Generator[principles.Finding] {
	return finding(v, rapid.Just(principles.To()), 1)
}

// masks draws masked findings: at least one that blocks, and others of any kind.
func masks(t *rapid.T, label string) []principles.Finding {
	fs := rapid.SliceOfN(hiddenFinding(blocking()), 1, 3).Draw(t, label+" blocks")
	fs = append(fs, rapid.SliceOfN(hiddenFinding(passing()), 0, 3).Draw(t, label+" passes")...)
	for i := range fs {
		fs[i].Mask = mask
	}
	return fs
}

// world puts hidden findings at random places among the seen ones.
func world(t *rapid.T, label string, seen, hidden []principles.Finding) principles.Decision {
	all := slices.Clone(seen)
	for _, f := range hidden {
		all = slices.Insert(all, rapid.IntRange(0, len(all)).Draw(t, label+" place"), f)
	}
	d := decide(all...)
	for i := range d.Reasons { // what is seen has the same rule in both worlds
		d.Reasons[i].Rule = principles.RuleID(d.Reasons[i].Finding.Code)
	}
	return d
}

func TestTwoWorldsWithDifferentSecretsLookTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seen := rapid.SliceOfN(anyFinding(), 0, 3).Draw(t, "seen")
		a := world(t, "a", seen, masks(t, "a"))
		b := world(t, "b", seen, masks(t, "b"))
		for _, r := range readers[1:] {
			require.Equal(t, bytesFor(t, a, r), bytesFor(t, b, r), "%s", r)
		}
	})
}

func TestTwoWorldsWithAndWithoutASecretLookTheSameToThePair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seen := rapid.SliceOfN(anyFinding(), 0, 3).Draw(t, "seen")
		hidden := rapid.SliceOfN(hiddenFinding(verdict()), 0, 3).Draw(t, "hidden")
		with := world(t, "with", seen, append(hidden, masks(t, "masked")...))
		without := world(t, "without", seen, nil)
		for _, r := range []principles.Reader{principles.ReaderSupporter, principles.ReaderSeeker} {
			require.Equal(t, bytesFor(t, without, r), bytesFor(t, with, r), "%s", r)
		}
	})
}

func TestTwoWorldsWithARuleThatFoundNoSecretLookTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seen := rapid.SliceOfN(anyFinding(), 0, 3).Draw(t, "seen")
		hidden := rapid.SliceOfN(hiddenFinding(passing()), 1, 3).Draw(t, "hidden")
		with, without := world(t, "with", seen, hidden), world(t, "without", seen, nil)
		require.Equal(t, bytesFor(t, without, principles.ReaderCoordinator), bytesFor(t, with, principles.ReaderCoordinator))
	})
}

func TestTwoWorldsLookTheSameThroughACombination(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		other := saying(verdict().Draw(t, "other part"))
		combine := rapid.SampledFrom([]func(principles.Rule[int]) principles.Rule[int]{
			func(r principles.Rule[int]) principles.Rule[int] { return principles.All("r", "", r, other) },
			func(r principles.Rule[int]) principles.Rule[int] { return principles.Any("r", "", r, other) },
			func(r principles.Rule[int]) principles.Rule[int] { return principles.When("r", "", other, r) },
			func(r principles.Rule[int]) principles.Rule[int] { return principles.Not("r", "", r) },
		}).Draw(t, "combination")
		a := set(t, combine(says("veto", secret(blocking().Draw(t, "a"))))).Evaluate(0)
		b := set(t, combine(says("veto", secret(blocking().Draw(t, "b"))))).Evaluate(0)
		if a.Blocked() != b.Blocked() { // whether there is a pair at all is no secret
			return
		}
		for _, r := range readers[1:] {
			require.Equal(t, bytesFor(t, a, r), bytesFor(t, b, r), "%s", r)
		}
	})
}

func TestNobodySeesAFindingOutsideItsAudience(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decide(rapid.SliceOfN(anyFinding(), 1, 4).Draw(t, "findings")...)
		for _, r := range readers[1:] {
			var walk func(fs []principles.Finding)
			walk = func(fs []principles.Finding) {
				for _, f := range fs {
					require.True(t, f.Audience.Includes(r))
					walk(f.Parts)
				}
			}
			for _, reason := range d.For(r).Reasons {
				walk([]principles.Finding{reason.Finding})
			}
		}
	})
}

func TestAViewLeavesTheDecisionAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decide(rapid.SliceOfN(anyFinding(), 1, 4).Draw(t, "findings")...)
		before := bytesFor(t, d, principles.ReaderAuditor)
		for _, r := range readers {
			view := d.For(r)
			for i := range view.Reasons {
				view.Reasons[i] = principles.Reason{}
			}
		}
		require.Equal(t, before, bytesFor(t, d, principles.ReaderAuditor))
	})
}
