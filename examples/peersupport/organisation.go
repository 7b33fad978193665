package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/tabular"
)

// options turns flags into options for reading people.
func (in *inputs) options() (hris.Options, error) {
	o := hris.Options{Strict: in.strict, Organisation: peer.OrganisationConfig{
		Flat: in.flat, MaxDepth: in.maxDepth, CaseSensitive: in.caseSensitive}}
	for _, root := range list(in.roots) {
		o.Organisation.Roots = append(o.Organisation.Roots, peer.ExternalID(root))
	}
	for _, entry := range list(in.columns) {
		name, heading, ok := strings.Cut(entry, "=")
		if !ok || name == "" || heading == "" {
			return o, usageError{"-columns needs name=heading,…"}
		}
		if o.Columns == nil {
			o.Columns = map[string]string{}
		}
		if _, twice := o.Columns[name]; twice {
			return o, usageError{fmt.Sprintf("-columns names %q twice", name)}
		}
		o.Columns[name] = heading
	}
	var err error
	if in.profile != "" {
		if o.Profile, err = hris.ParseProfile(in.profile); err != nil {
			return o, usageError{fmt.Sprintf("-profile is one of %s", profileNames())}
		}
	}
	o.Delimiter, err = in.separator()
	return o, err
}

// organisation reads the people and relations.
func (in *inputs) organisation(t terminal) (*peer.Organisation, error) {
	o, err := in.options()
	if err != nil {
		return nil, err
	}
	var files opened
	defer files.close()
	people, err := files.open(in.people)
	lines, err2 := files.open(in.lines)
	if err := joinFaults(err, err2); err != nil {
		return nil, err
	}
	t.stage("reading people")
	if strings.EqualFold(filepath.Ext(in.people), ".json") {
		return readSCIM(t, people, lines, o)
	}
	org, report, err := hris.Import(hris.Files{People: people, Lines: lines}, o)
	t.reportReading(report.People, report.Lines)
	t.warn(report.Warnings)
	return org, err
}

// reportReading says which columns were left unread: an export may hold more
// than anybody meant to hand over.
func (t terminal) reportReading(reports ...tabular.Report) {
	for _, r := range reports {
		if r.Delimiter != 0 && r.Delimiter != ',' {
			fmt.Fprintf(t.err, "note: %s: read with %q between fields\n", r.Source, r.Delimiter)
		}
		if len(r.Dropped) == 0 {
			continue
		}
		var names []string
		for _, h := range r.Dropped {
			name := h.Text
			if name == "" {
				name = fmt.Sprintf("column %d", h.Column)
			}
			names = append(names, name)
		}
		fmt.Fprintf(t.err, "note: %s: columns not read: %s\n", r.Source, strings.Join(names, ", "))
	}
}
