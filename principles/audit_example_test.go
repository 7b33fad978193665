package principles_test

import (
	"fmt"

	"github.com/peersupport/peersupport/principles"
)

func ExampleAudit() {
	evidence := []principles.Evidence{counted("met_in_time", 38, 40)}
	var ratings []principles.Rating
	ratings = append(ratings, said("no_hurry", principles.PersonSupported, append(times(8, 5), times(22, 2)...)...)...)
	ratings = append(ratings, said("no_hurry", principles.PeerSupporter, times(20, 5)...)...)

	report, err := principles.Audit(promise(), evidence, ratings, principles.Options{At: auditDay})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range report.Principles {
		fmt.Println(p.Name, p.Standing)
	}
	for _, f := range report.Principles[0].Indicators[0].Figures {
		fmt.Println(f.Voice, f.Standing)
	}
	fmt.Println(report.Principles[0].Indicators[0].Notices[0].Code)
	// Output:
	// calm not_upheld
	// counted upheld
	// written not_known
	// close not_known
	// person_supported not_upheld
	// peer_supporter upheld
	// voices_disagree
}

func ExampleNewMinimumGroup() {
	release, err := principles.NewMinimumGroup(5)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(release.Show(principles.Tally{Count: 3, Of: 4, People: 4}))
	fmt.Println(release.Show(principles.Tally{Count: 3, Of: 9, People: 9}))
	fmt.Println(release.Show(principles.Tally{Count: 23, Of: 41, People: 41}))
	// Output:
	// {false false 0 0}
	// {true false 0 0}
	// {true true 25 40}
}
