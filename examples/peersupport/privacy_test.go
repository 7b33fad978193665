package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// marked is the small round with a marker in every private field.
func marked(t *testing.T) folder {
	t.Helper()
	f := small(t)
	f.write("people.csv",
		"person_id,manager_id,team,location,salary",
		"ann,,Board,Leeds,CANARY-pay", "bob,ann,Sales,Leeds,", "cyd,ann,Care,Leeds,", "dee,cyd,Care,Leeds,", "eve,ann,IT,York,", "fay,ann,IT,York,")
	f.write("requests.csv",
		"request_id,person_id,asked_on,experiences,attributes,languages,preferred,not_wanted,consent,release",
		"R1,dee,2026-02-01,canary-a=3|canary-b!,canary-c:canary-d|canary-e:canary-f=2,en,canary-g,canary-h|fay,experience|attribute|language,",
		"R2,bob,2026-02-10,caring,,en,,,experience|language,")
	f.write("supporters.csv",
		"person_id,capacity,experiences,attributes,languages,trained_until,not_paired_with,consent,release",
		"cyd,1,canary-a,canary-c:canary-d,en,2027-01-01,canary-i,experience|attribute|language,",
		"eve,1,canary-a|canary-b|caring,canary-c:canary-d|canary-e:canary-j,en,2027-01-01,,experience|attribute|language,",
		"fay,1,caring,,en-GB,2027-01-01,bob,experience|language,")
	f.write("lines.csv", "person_id,other_id,kind,from,until", "bob,eve,former_partner,2020-01-01,2021-01-01")
	return f
}

func TestNoPrivateFieldReachesAnyOutput(t *testing.T) {
	f := marked(t)
	lines := []string{"-lines", f.file("lines.csv")}
	outputs := []result{f.match(lines...), f.match(append(lines, "-format", "json")...)}
	require.Equal(t, exitDone, outputs[0].status, outputs[0].err)
	outputs = append(outputs, f.verify(lines...), f.verify(append(lines, "-format", "json")...))
	for _, request := range []string{"R1", "R2"} {
		for _, supporter := range []string{"", "cyd", "eve", "fay"} {
			for _, reader := range []string{"seeker", "supporter", "coordinator"} {
				for _, format := range []string{"text", "json"} {
					outputs = append(outputs, f.explain(append(lines,
						"-request", request, "-supporter", supporter, "-audience", reader, "-format", format)...))
				}
			}
		}
	}
	outputs = append(outputs, result{out: f.read("plan.json")})
	for _, o := range outputs {
		all := strings.ToLower(o.out + o.err)
		require.NotContains(t, all, "canary")
		require.NotContains(t, all, "former_partner")
		require.NotContains(t, all, "veto")
	}
}

func TestNoFaultRepeatsWhatWasTyped(t *testing.T) {
	f := marked(t)
	f.write("requests.csv",
		"request_id,person_id,asked_on,experiences,attributes,languages,modes,availability,timezone,journey,journey_wish,preferred,not_wanted,consent,release",
		"R1,canary,canary,canary=9,canary,canary,canary,canary,canary,canary,canary,can\"ary,\"can,ary\",canary:x,canary:y")
	f.write("supporters.csv", "person_id,capacity,target_load,trained_until,paused_until,CANARY", "canary,canary,canary,canary,canary,canary")
	r := f.match()
	require.Equal(t, exitBadInput, r.status)
	require.NotContains(t, strings.ReplaceAll(strings.ToLower(r.err), "columns not read: canary", ""), "canary")
}

func TestAnAuditorSeesWhatOthersDoNot(t *testing.T) {
	f := marked(t)
	lines := []string{"-lines", f.file("lines.csv")}
	require.Equal(t, exitDone, f.match(lines...).status)
	ask := func(reader string) string {
		return f.explain(append(lines, "-request", "R2", "-supporter", "eve", "-audience", reader)...).out
	}
	require.Contains(t, ask("auditor"), "former_partner")
	require.Contains(t, ask("coordinator"), "a private reason")
	require.Equal(t, ask("seeker"), ask("supporter"))
}

func TestWhyNotThatOneHasOneAnswerForSeekersAndSupporters(t *testing.T) {
	f := marked(t)
	lines := []string{"-lines", f.file("lines.csv")}
	require.Equal(t, exitDone, f.match(lines...).status)
	answers := map[string]bool{}
	for _, supporter := range []string{"cyd", "fay", "nobody-of-this-name"} {
		for _, reader := range []string{"seeker", "supporter"} {
			r := f.explain(append(lines, "-request", "R1", "-supporter", supporter, "-audience", reader)...)
			require.Equal(t, exitDone, r.status, r.err)
			answers[r.out] = true
		}
	}
	require.Len(t, answers, 1)
}
