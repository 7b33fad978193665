package frameworks_test

import (
	"fmt"
	"strings"

	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/frameworks"
)

func ExampleLibrary() {
	library, err := frameworks.Library()
	if err != nil {
		fmt.Println(err)
		return
	}
	core, _ := library.Framework("core-principles")
	for _, p := range core.Principles {
		fmt.Println(p.Handle, p.Name)
	}
	safe, _ := core.Principle(principles.Safe)
	source, _ := core.Citation(safe.Sources[0])
	fmt.Printf("%s: %s, %s (%d)\n", safe.Name, safe.Confidence, source.Title, source.Year)
	// Output:
	// PR1 mutual
	// PR2 reciprocal
	// PR3 non-directive
	// PR4 recovery-focused
	// PR5 strengths-based
	// PR6 inclusive
	// PR7 progressive
	// PR8 safe
	// safe: stated, Peer Support Workers: Theory and Practice (2013)
}

func ExampleRead() {
	file := strings.Replace(small, `"kept_from": 4`, `"kept_from": 9`, 1)
	file = strings.Replace(file, `"serves": "close"`, `"serves": "clam"`, 1)
	_, err := frameworks.Read(strings.NewReader(file), "mine.json")
	fmt.Println(err)
	// Output:
	// mine.json:9:14: scale_ends: scales[0]: a scale needs two ends, the lower below the upper, and what counts as kept above the lower
	// mine.json:27:95: unknown_principle: indicators[2].serves: there is no principle, or part of it, of this name
}

// A programme has an eye on its ladder: twelve people on each side say where the
// design of the rota stands.
func Example_ladder() {
	library, err := frameworks.Library()
	if err != nil {
		fmt.Println(err)
		return
	}
	ladder, _ := library.Framework("coproduction-ladder")
	on, _ := principles.ParseDay("2026-06-01")
	var ratings []principles.Rating
	for voice, rung := range map[principles.Voice]int{principles.PersonSupported: 3, principles.Manager: 6} {
		for i := range 12 {
			ratings = append(ratings, principles.Rating{
				Indicator: "design", Voice: voice, Rater: principles.NewRater(fmt.Sprint(voice, i)),
				Score: rung, Subject: "rota", On: on})
		}
	}
	report, err := principles.Audit(ladder, nil, ratings, principles.Options{At: on})
	if err != nil {
		fmt.Println(err)
		return
	}
	gap := report.Ladder.Rows[0].Gap
	fmt.Printf("those in charge: %s\nthose it is about: %s\n",
		report.Ladder.Rungs[gap.InCharge-1].Name, report.Ladder.Rungs[gap.Lived-1].Name)
	// Output:
	// those in charge: co-design
	// those it is about: informing
}
