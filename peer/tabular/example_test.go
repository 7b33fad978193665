package tabular_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/peersupport/peersupport/peer/tabular"
)

func ExampleReader() {
	file := tabular.File{Name: "people.csv", Reader: strings.NewReader(
		"Person_ID;Manager_ID;Salary\n" +
			"007;;1\n" +
			"8;007\n" +
			"9;007;3\n")}
	t := tabular.NewReader(file, tabular.Options{Columns: []tabular.Column{
		{Name: "person_id", Required: true},
		{Name: "manager_id", Required: true},
	}})
	for t.Next() {
		fmt.Printf("line %d: %s reports to %q\n", t.Line(), t.Field(0), t.Field(1))
	}
	fmt.Println(t.Faults())
	report := t.Report()
	fmt.Printf("delimiter %q, dropped %v\n", report.Delimiter, report.Dropped)
	// Output:
	// line 2: 007 reports to ""
	// line 4: 9 reports to "007"
	// people.csv:3:3: wrong_field_count: the record has more or fewer fields than the header
	// delimiter ';', dropped [{3 Salary}]
}

func ExampleWriter() {
	w := tabular.NewWriter(os.Stdout, tabular.OutColumn{Name: "person_id", Raw: true}, tabular.OutColumn{Name: "team"})
	_ = w.Write("007", "=SUM(A1)")
	_ = w.Write("8", "Finance, Leeds")
	_ = w.Flush()
	// Output:
	// person_id,team
	// 007,'=SUM(A1)
	// 8,"Finance, Leeds"
}
