package main

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/peer/synthetic"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/frameworks"
)

// company is a folder with a made-up company, its demand and its plan.
func company(t *testing.T, people int) folder {
	t.Helper()
	f := newFolder(t)
	staff, _ := synthetic.Organisation(synthetic.Config{Seed: 1, People: people})
	lines := []string{"person_id,manager_id,team,location"}
	for _, p := range staff {
		lines = append(lines, fmt.Sprintf("%s,%s,%s,%s", p.Key, p.Manager, p.Team, p.Location))
	}
	f.write("people.csv", lines...)
	require.Equal(t, exitDone, call(t, "generate", "-people", f.file("people.csv"), "-seed", "1",
		"-requests-out", f.file("requests.csv"), "-supporters-out", f.file("supporters.csv")).status)
	r := f.match()
	require.Equal(t, exitDone, r.status, r.err)
	return f
}

// asked is how a voice answers: by how many people, and how many of a hundred
// find a statement kept.
type asked struct {
	voice  principles.Voice
	people int
	kept   int
}

// ratings writes what people answer to everything the core principles ask of
// their voice. Of what is wrong they find it kept one time in three.
func (f folder) ratings(on string, wrong principles.IndicatorID, voices ...asked) {
	f.t.Helper()
	library, err := frameworks.Library()
	require.NoError(f.t, err)
	core, ok := library.Framework("core-principles")
	require.True(f.t, ok)
	dice := rand.New(rand.NewPCG(7, 7))
	lines := []string{"indicator,voice,rater,score,on"}
	for _, i := range core.Indicators {
		for _, v := range voices {
			for n := range v.people {
				kept := v.kept
				if i.ID == wrong {
					kept = 35
				}
				score := 2 + dice.IntN(2)
				if dice.IntN(100) < kept {
					score = 4 + dice.IntN(2)
				}
				if i.Kind == principles.Rated {
					lines = append(lines, fmt.Sprintf("%s,%s,%s%d,%d,%s", i.ID, v.voice, v.voice[:4], n, score, on))
				}
			}
		}
	}
	f.write("ratings.csv", lines...)
}

// evidence writes what the round cannot tell.
func (f folder) evidence() {
	f.write("evidence.csv", "kind,measure,count,of,people,complete,from,until,source",
		"computed,joined_freely,40,40,40,yes,2026-01-01,2026-02-28,intake talks",
		"computed,safety_agreement_made,37,40,40,yes,2026-01-01,2026-02-28,intake talks",
		"computed,ended_as_planned_by_hand,3,4,4,yes,2026-01-01,2026-02-28,somebody's list")
}

// register writes a tension, an action and two contests.
func (f folder) register() {
	f.write("register.json", `{"schema": "peersupport/register/v1",
 "tensions": [{"id": "T1", "title": "More meetings, or more time in each", "raised_by": "peer_supporter", "on": "2026-01-10",
   "serves": ["progressive"], "seen": [{"voice": "peer_supporter", "text": "An hour is gone before it begins."},
   {"voice": "coordinator", "text": "People wait for weeks."}]}],
 "actions": [{"id": "A1", "what": "Try meetings of ninety minutes with six pairs.", "tension": "T1", "serves": "progressive",
   "owner": "programme coordinator", "due": "2026-02-20", "agreed_by": ["peer_supporter", "coordinator"]}],
 "contests": [{"id": "C1", "principle": "safe", "by": "person_supported", "on": "2026-02-01", "text": "I was not told who reads the notes.",
   "share_text": true, "answer": "Nobody but the two of you does; the leaflet says so from March on.", "answered_by": "programme coordinator",
   "answered_on": "2026-02-10"}, {"id": "C2", "indicator": "own_answers", "by": "peer_supporter", "on": "2026-02-20"}]}`)
}

// audit audits the folder by the core principles.
func (f folder) audit(more ...string) result {
	f.t.Helper()
	return call(f.t, append([]string{"audit", "-framework", "core-principles"}, more...)...)
}

// planned are the flags for what a plan shows.
func (f folder) planned(more ...string) []string {
	return f.files(append([]string{"-plan", f.file("plan.json")}, more...)...)
}
