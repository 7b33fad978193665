package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o600))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func TestTheAuditOfALargeProgrammeReadsAsApproved(t *testing.T) {
	f := company(t, 1500)
	f.ratings("2026-02-15", "own_answers", asked{"person_supported", 90, 93}, asked{"peer_supporter", 45, 95}, asked{"coordinator", 3, 90})
	f.evidence()
	f.register()
	files := f.planned("-ratings", f.file("ratings.csv"), "-evidence", f.file("evidence.csv"), "-register", f.file("register.json"),
		"-programme", "Made-up programme")
	for _, format := range []string{"text", "html"} {
		r := f.audit(append(files, "-format", format)...)
		require.Equal(t, exitDone, r.status, r.err)
		require.Empty(t, r.err)
		golden(t, "audit_large."+format, r.out)
	}
}

func TestTheAuditOfASmallProgrammeReadsAsApproved(t *testing.T) {
	f := company(t, 60)
	f.ratings("2026-02-15", "", asked{"person_supported", 7, 93}, asked{"peer_supporter", 5, 95})
	for _, format := range []string{"text", "html"} {
		r := f.audit(f.planned("-ratings", f.file("ratings.csv"), "-format", format)...)
		require.Equal(t, exitDone, r.status, r.err)
		golden(t, "audit_small."+format, r.out)
	}
}

func TestAnAuditCanBeComparedWithTheOneBefore(t *testing.T) {
	f := newFolder(t)
	f.ratings("2026-02-15", "own_answers", asked{"person_supported", 60, 93}, asked{"peer_supporter", 60, 95})
	before := call(t, "audit", "-framework", "core-principles", "-ratings", f.file("ratings.csv"), "-format", "json", "-out", f.file("before.json"))
	require.Equal(t, exitDone, before.status, before.err)
	require.Empty(t, before.out)
	f.ratings("2026-02-20", "", asked{"person_supported", 60, 70}, asked{"peer_supporter", 60, 95})
	r := f.audit("-ratings", f.file("ratings.csv"), "-previous", f.file("before.json"), "-format", "json")
	require.Equal(t, exitDone, r.status, r.err)
	require.Contains(t, r.out, `"code": "better"`)
	require.Contains(t, r.out, `"previous": "not_upheld"`)
}

func TestAPreviousReportOfAnotherFrameworkIsRefusedWithItsFile(t *testing.T) {
	f := newFolder(t)
	before := call(t, "audit", "-framework", "naps-values", "-format", "json", "-out", f.file("before.json"))
	require.Equal(t, exitDone, before.status, before.err)
	r := f.audit("-previous", f.file("before.json"))
	require.Equal(t, exitBadInput, r.status)
	require.Contains(t, r.err, f.file("before.json")+":1:1: other_framework")
}

func TestAnAuditNamesWhatItCannotComputeAndWhatWouldSupplyIt(t *testing.T) {
	f := company(t, 400)
	r := call(t, append([]string{"audit", "-framework", "role-integrity"}, f.planned()...)...)
	require.Equal(t, exitDone, r.status, r.err)
	missing := r.out[strings.Index(r.out, "What is missing"):]
	require.Contains(t, missing, "supervision")
	require.Contains(t, missing, "programme")
}

func TestTheThresholdDecidesTheExitStatus(t *testing.T) {
	f := newFolder(t)
	f.ratings("2026-02-15", "", asked{"person_supported", 60, 100}, asked{"peer_supporter", 60, 100})
	require.Equal(t, exitCheck, f.audit("-ratings", f.file("ratings.csv"), "-threshold", "partly").status, "some principles are not known")
	require.Equal(t, exitDone, f.audit("-ratings", f.file("ratings.csv")).status)
}

func TestTheListOfFrameworksNamesEachWithItsSources(t *testing.T) {
	r := call(t, "audit", "-list")
	require.Equal(t, exitDone, r.status, r.err)
	for _, id := range []string{"core-principles", "integrity-challenges", "workplace-steps", "role-integrity", "coproduction-ladder",
		"scie-coproduction", "nef-coproduction", "coproduction-collective", "one-to-one-principles", "one-to-one-fidelity",
		"implementation-factors", "community-of-excellence", "training-competences", "naps-values"} {
		require.Contains(t, r.out, id+"  ")
	}
	require.Equal(t, "peersupport/frameworks/v1", object(t, call(t, "audit", "-list", "-format", "json").out)["schema"])
}

func TestTheListOfFrameworksRefusesWhatItWouldIgnore(t *testing.T) {
	for _, args := range [][]string{
		{"-framework", "core-principles"}, {"-out", "list.json"}, {"-at", "2026-01-01"}, {"-minimum-group", "5"},
		{"-format", "html"}, {"-format", "xml"}, {"-further", ","}, {"-further", " "},
	} {
		require.Equal(t, exitUsage, call(t, append([]string{"audit", "-list"}, args...)...).status, "%v", args)
	}
}

// own is a framework of a vendor's.
const own = `{"schema": "peersupport/principles/framework/v1", "id": "our_promise", "version": "1", "title": "Our promise",
 "summary": "Ours.", "form": "principles",
 "principles": [{"id": "calm", "name": "calm", "meaning": "No hurry.", "sources": ["us"], "confidence": "own_reading"}],
 "indicators": [{"id": "policy", "name": "policy", "asks": "There is one.", "kind": "attested", "serves": "calm", "holds_months": 12,
   "sources": ["us"], "confidence": "own_reading"}],
 "sources": [{"key": "us", "authors": ["Us"], "title": "Handbook", "licence": "our own"}]}`

func TestAFrameworkOfOnesOwnIsAuditedByTheSameCode(t *testing.T) {
	f := newFolder(t)
	f.write("own.json", own)
	f.write("evidence.csv", "kind,indicator,on,holds,document,owner", "attested,policy,2026-02-01,yes,calm.pdf,programme coordinator")
	r := call(t, "audit", "-framework", f.file("own.json"), "-evidence", f.file("evidence.csv"), "-threshold", "upheld")
	require.Equal(t, exitDone, r.status, r.err)
	require.Contains(t, r.out, "Calm: UPHELD")
}

func TestWrongUseOfAuditIsExplained(t *testing.T) {
	f := company(t, 60)
	for name, args := range map[string][]string{
		"no framework":             {},
		"a framework there is not": {"-framework", "ten-commandments"},
		"a format there is not":    {"-framework", "core-principles", "-format", "pdf"},
		"a threshold below all":    {"-framework", "core-principles", "-threshold", "not_upheld"},
		"too small a group":        {"-framework", "core-principles", "-minimum-group", "4"},
		"a plan without its round": {"-framework", "core-principles", "-plan", f.file("plan.json")},
		"a round without its plan": append([]string{"-framework", "core-principles"}, f.files()...),
		"an empty further file":    {"-framework", "core-principles", "-further", "a.json,,b.json"},
		"a word too many":          {"-framework", "core-principles", "now"},
		"output over an input":     {"-framework", "core-principles", "-ratings", f.file("plan.json"), "-out", f.file("plan.json")},
	} {
		t.Run(name, func(t *testing.T) {
			r := call(t, append([]string{"audit"}, args...)...)
			require.Equal(t, exitUsage, r.status, r.err)
			require.Empty(t, r.out)
		})
	}
}

func TestWhatIsWrongBetweenFrameworksIsSaidOfTheirFiles(t *testing.T) {
	f := newFolder(t)
	f.write("mine.json", own)
	f.write("again.json", own)
	for _, args := range [][]string{
		{"-framework", f.file("mine.json"), "-further", f.file("again.json")},
		{"-list", "-further", f.file("mine.json") + "," + f.file("again.json")},
	} {
		r := call(t, append([]string{"audit"}, args...)...)
		require.Equal(t, exitBadInput, r.status)
		require.Contains(t, r.err, "mine.json:1:1: duplicate")
		require.NotContains(t, r.err, "our_promise.json")
	}
}

func TestEveryFaultOfEveryFileOfAnAuditIsListed(t *testing.T) {
	f := newFolder(t)
	f.write("evidence.csv", "kind,measure,count,of,until", "computed,joined_freely,9,3,2026-02-01")
	f.write("ratings.csv", "indicator,voice,rater,score,on", "own_answers,person_supported,a,4,2026-02-30", "own_answers,person_supported,b,x,2026-02-01")
	f.write("register.json", `{"schema": "peersupport/register/v2"}`)
	f.write("before.json", `[]`)
	f.write("own.json", strings.Replace(own, `"calm", "holds`, `"clam", "holds`, 1))
	r := call(t, "audit", "-framework", f.file("own.json"), "-evidence", f.file("evidence.csv"), "-ratings", f.file("ratings.csv"),
		"-register", f.file("register.json"), "-previous", f.file("before.json"))
	require.Equal(t, exitBadInput, r.status)
	for _, want := range []string{"own.json:4:", "evidence.csv:2:3: counts", "ratings.csv:2:5:", "ratings.csv:3:4:", "register.json:1:", "before.json:1:"} {
		require.Contains(t, r.err, want)
	}
	require.NotContains(t, r.err, "clam")
}

func TestWhatTheAuditItselfRefusesHasItsPlaceToo(t *testing.T) {
	f := newFolder(t)
	f.write("ratings.csv", "indicator,voice,rater,score,on", "own_answers,person_supported,a,4,2026-02-01", "own_answers,person_supported,b,9,2026-02-01")
	r := f.audit("-ratings", f.file("ratings.csv"))
	require.Equal(t, exitBadInput, r.status)
	require.Contains(t, r.err, "ratings.csv:3:4: off_scale")
}

func TestAPlanThatDoesNotStandItsVerificationIsEvidenceOfNothing(t *testing.T) {
	f := company(t, 60)
	f.write("plan.json", strings.Replace(f.read("plan.json"), `"exact": true`, `"exact": false`, 1))
	r := f.audit(f.planned()...)
	require.Equal(t, exitCheck, r.status)
	require.Contains(t, r.err, "plan_refused")
	require.Empty(t, r.out)
}
