package auditfile_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
)

func ExampleReadEvidence() {
	text := "" +
		"kind,measure,count,of,people,complete,until,indicator,on,holds,document,owner\n" +
		"computed,met_in_time,38,40,35,yes,2026-06-01,,,,,\n" +
		"attested,,,,,,,complaints,2026-03-01,partly,complaints.pdf,lead office\n"
	evidence, _, err := auditfile.ReadEvidence(
		tabular.File{Name: "evidence.csv", Reader: strings.NewReader(text)}, auditfile.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(evidence[0].Measure, evidence[0].Count, "of", evidence[0].Of)
	fmt.Println(evidence[1].Indicator, evidence[1].Holds, evidence[1].On)
	// Output:
	// met_in_time 38 of 40
	// complaints partly 2026-03-01
}

func ExampleReadRatings() {
	text := "" +
		"indicator,voice,rater,score,on\n" +
		"no_hurry,person_supported,k7,5,2026-05-05\n" +
		"no_hurry,person_supported,m2,,2026-05-05\n" +
		"no_hurry,person_supported,K7,4,2026-05-05\n"
	_, _, err := auditfile.ReadRatings(
		tabular.File{Name: "ratings.csv", Reader: strings.NewReader(text)}, auditfile.Options{})
	fmt.Println(err)
	// Output:
	// ratings.csv:3:4: missing_score: score: there is no score; leave the whole row out: what is missing is never 0
	// ratings.csv:4:3: ids_alike: rater: identifiers differ only in case or Unicode form
}

func ExampleReadRegister() {
	text := `{
  "schema": "peersupport/register/v1",
  "tensions": [{"id": "T1", "title": "Time or numbers", "raised_by": "peer_supporter", "on": "2026-02-01"}]
}`
	register, _, err := auditfile.ReadRegister(strings.NewReader(text), "register.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(register.Tensions[0].Title, register.Tensions[0].On)
	// Output:
	// Time or numbers 2026-02-01
}

func ExampleLocate() {
	ratingsFile := "" +
		"indicator,voice,rater,score,on\n" +
		"no_hurry,person_supported,k7,5,2026-05-05\n" +
		"no_hurry,person_supported,m2,50,2026-05-05\n"
	registerFile := `{"schema": "peersupport/register/v1",
  "actions": [{"id": "A1", "what": "Longer slots", "serves": "haste", "owner": "lead office", "due": "2026-09-01"}]}`

	ratings, report, err := auditfile.ReadRatings(
		tabular.File{Name: "ratings.csv", Reader: strings.NewReader(ratingsFile)}, auditfile.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	register, places, err := auditfile.ReadRegister(strings.NewReader(registerFile), "register.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = principles.Audit(promise(), nil, ratings, principles.Options{At: day("2026-06-30"), Register: register})
	fmt.Println(auditfile.Locate(err, tabular.Report{}, report, places))
	// Output:
	// ratings.csv:3:4: off_scale: score: the score is not on the scale of the indicator
	// register.json:2:62: unknown_principle: actions[0].serves: the framework has no principle of this name
}

func ExampleWriteEvidence() {
	until, err := principles.ParseDay("2026-06-01")
	if err != nil {
		fmt.Println(err)
		return
	}
	err = auditfile.WriteEvidence(os.Stdout, []principles.Evidence{{
		Kind: principles.Computed, Measure: "met_in_time", Count: 38, Of: 40, People: 35, Complete: true, Until: until,
		Source: "rota",
	}})
	fmt.Println(err)
	// Output:
	// kind,measure,count,of,people,largest,complete,from,until,indicator,on,holds,document,owner,source,framework
	// computed,met_in_time,38,40,35,,yes,,2026-06-01,,,,,,rota,
	// <nil>
}
