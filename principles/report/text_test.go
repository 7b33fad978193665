package report_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/report"
)

func TestTextsAreAsTheyWereReadAndApproved(t *testing.T) {
	for name, r := range reports(t) {
		golden(t, name+".txt", rendered(t, report.Text, r))
		golden(t, name+".glance.txt", rendered(t, report.Glance, r))
	}
}

func TestNoLineOfATextIsWiderThanHundredCharacters(t *testing.T) {
	all := reports(t)
	all["hostile"] = filled(audited(t), strings.Repeat("long", 500))
	all["hostile ladder"] = filled(climbed(t), strings.Repeat("word ", 300))
	for name, r := range all {
		for _, w := range []writer{report.Text, report.Glance} {
			for line := range strings.Lines(rendered(t, w, r)) {
				require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimRight(line, "\n")), 100, "%s: %s", name, line)
			}
		}
	}
}

func TestWhoWasNotHeardStandsBeforeAnyStanding(t *testing.T) {
	r := audited(t)
	r.Notices = []principles.Notice{
		{Code: principles.CodeVoiceNotHeard, Params: []principles.Param{principles.Term("voice", "person_supported")}},
		{Code: principles.CodeNothingUpheld},
	}
	for name, w := range map[string]writer{"text": report.Text, "glance": report.Glance, "html": report.HTML} {
		text := rendered(t, w, r)
		notice := strings.Index(text, "Not heard: people supported")
		require.Positive(t, notice, name)
		require.Less(t, notice, strings.Index(text, "upheld."), name)
	}
}

func TestEveryPrincipleStandsThereWithTheWordOfItsStanding(t *testing.T) {
	for s, word := range words() {
		r := standings()
		r.Counts = nil
		for i := range r.Principles {
			r.Principles[i].Standing, r.Principles[i].Known = s, s
		}
		for name, w := range writers() {
			text := strings.ToLower(rendered(t, w, r))
			require.GreaterOrEqual(t, strings.Count(text, word), len(r.Principles), "%s %s", name, word)
		}
	}
}

func TestAContestIsShownWithoutItsTextUnlessThatMayBeShared(t *testing.T) {
	r := audited(t)
	r.Contests[0].Text, r.Contests[0].ShareText = "secret words", false
	for name, w := range writers() {
		require.NotContains(t, rendered(t, w, r), "secret words", name)
	}
}

func TestAFullDiskIsReported(t *testing.T) {
	for name, w := range writers() {
		require.ErrorIs(t, w(full{}, audited(t)), errFull, name)
	}
	require.ErrorIs(t, report.JSON(full{}, audited(t)), errFull)
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestRenderingChangesNothingInTheReport(t *testing.T) {
	for _, w := range writers() {
		r := filled(audited(t), "a\tb")
		require.NotEmpty(t, rendered(t, w, r))
		require.Equal(t, filled(audited(t), "a\tb"), r)
	}
}

func TestALadderWithoutAccountsSaysSo(t *testing.T) {
	r := principles.Report{Ladder: &principles.Ladder{Rungs: []principles.Rung{{ID: "low", Number: 1, Name: "low", Meaning: "Low."}}}}
	for name, write := range map[string]func(io.Writer, principles.Report) error{"text": report.Text, "html": report.HTML} {
		var b strings.Builder
		require.NoError(t, write(&b, r), name)
		require.Contains(t, b.String(), "No account can be shown", name)
	}
}

func TestAMoveOnTheLadderIsToldAsADirectionAndWhetherItIsMoreThanChance(t *testing.T) {
	for code, want := range map[principles.Code]string{
		principles.ChangeHigher:      "2 rungs higher, more than the uncertainty",
		principles.ChangeWithin:      "2 rungs higher, not beyond the uncertainty",
		principles.ChangeOtherMethod: "not comparable with before",
	} {
		r, moved := climbed(t), 2
		change := &principles.RungChange{Code: code, Since: day("2025-06-30"), Rungs: &moved}
		if code == principles.ChangeOtherMethod {
			change.Rungs = nil
		}
		r.Ladder.Rows[0].Voices[0].Change = change
		for name, w := range map[string]writer{"text": report.Text, "html": report.HTML} {
			text := strings.Join(strings.Fields(rendered(t, w, r)), " ")
			require.Contains(t, text, "Since 2025-06-30: "+want, name)
		}
	}
}

func TestWhereADocumentLiesIsTold(t *testing.T) {
	r := audited(t)
	r.Principles[3].Indicators[0].Attestation.Source = "shelf 3"
	for name, w := range map[string]writer{"text": report.Text, "html": report.HTML} {
		text := strings.Join(strings.Fields(rendered(t, w, r)), " ")
		require.Contains(t, text, "policy.pdf (shelf 3)", name)
	}
}

func TestWhatNothingAsksForIsListedWithItsFramework(t *testing.T) {
	r := standings()
	r.Unused = []principles.Unused{{Measure: "lunches"}, {Indicator: "quiet_room"}, {Framework: "our_promise", Indicator: "policy"},
		{Framework: "their_promise"}}
	for name, w := range map[string]writer{"text": report.Text, "html": report.HTML} {
		text := strings.Join(strings.Fields(rendered(t, w, r)), " ")
		require.Contains(t, text, "policy (of our promise)", name)
		require.Contains(t, text, "entries about their promise", name)
	}
}

func TestWhatIsOfAnotherFrameworkIsNamedWithIt(t *testing.T) {
	r := audited(t)
	p := &r.Principles[0]
	p.Indicators[0].Framework = "guest_promise"
	p.PullsDown[0].Framework, p.Try[0].Framework = "guest_promise", "guest_promise"
	r.Contests[0].Principle, r.Contests[0].Indicator, r.Contests[0].Framework = "", p.Indicators[0].ID, "guest_promise"
	r.Agreement = []principles.AgreementReport{{Voice: "coordinator", Framework: "guest_promise", Scale: "how often", Coefficient: principles.CoefficientAlpha}}
	for name, w := range map[string]writer{"text": report.Text, "html": report.HTML} {
		text := strings.Join(strings.Fields(rendered(t, w, r)), " ")
		require.GreaterOrEqual(t, strings.Count(text, "no hurry (of guest promise)"), 3, name)
		require.Contains(t, text, "how often (of guest promise)", name)
	}
}

func TestAnIntervalOverTheWholeLadderIsNotGivenInFigures(t *testing.T) {
	r := climbed(t)
	a := &r.Ladder.Rows[0].Voices[0]
	a.Low, a.High = 1, len(r.Ladder.Rungs)
	for name, w := range map[string]writer{"text": report.Text, "html": report.HTML, "svg": report.SVG} {
		require.Contains(t, rendered(t, w, r), "interval over the whole ladder", name)
	}
}
