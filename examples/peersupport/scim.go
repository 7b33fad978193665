package main

import (
	"fmt"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

// readSCIM reads the people from SCIM users, and relations from a CSV file.
func readSCIM(t terminal, people, lines tabular.File, o hris.Options) (*peer.Organisation, error) {
	if o.Profile != hris.Generic || len(o.Columns) > 0 {
		return nil, usageError{"-columns and -profile are for CSV; SCIM users have names of their own"}
	}
	org, report, err := hris.ImportSCIM(people, hris.SCIMOptions{
		Lines: lines, Delimiter: o.Delimiter, Strict: o.Strict, Organisation: o.Organisation})
	t.reportReading(report.Lines)
	if len(report.Ignored) > 0 {
		fmt.Fprintf(t.err, "note: %s: attributes not read: %s\n", report.Source, strings.Join(report.Ignored, ", "))
	}
	t.warn(report.Warnings)
	return org, err
}
