package hris

import (
	"cmp"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/peer/tabular"
)

// The defaults of SCIMOptions; this project's own figures.
const (
	DefaultSCIMBytes int64 = 256 << 20
	DefaultSCIMUsers       = 1_000_000
)

// longestSCIMText is the largest number of characters of a text, read or not:
// certificates and pictures are longer than what people write.
const longestSCIMText = 64 << 10

// SCIMOptions says how a SCIM payload is read. The zero value is the careful
// choice.
type SCIMOptions struct {
	// MaxBytes is the largest payload, which is held in memory while it is
	// read. Defaults to DefaultSCIMBytes.
	MaxBytes int64
	// MaxUsers is the largest number of users. Defaults to DefaultSCIMUsers.
	MaxUsers int
	// Lines is the CSV file of relations beside the line of managers, which
	// SCIM does not know; may be left out. ReadSCIM does not read it.
	Lines tabular.File
	// Delimiter and Strict say how Lines is read, as in Options.
	Delimiter rune
	Strict    bool
	// Organisation says how the graph is built: declared roots, largest depth.
	Organisation peer.OrganisationConfig
}

func (o SCIMOptions) json(source string) strictjson.Config {
	return strictjson.Config{
		Source:    source,
		MaxBytes:  cmp.Or(o.MaxBytes, DefaultSCIMBytes),
		MaxList:   cmp.Or(o.MaxUsers, DefaultSCIMUsers),
		MaxText:   longestSCIMText,
		AllowMark: true,
	}
}

// SCIMReport says how a SCIM payload was read.
type SCIMReport struct {
	// Source is the name of the file as the caller gave it.
	Source string
	// Lines is zero when there was no such file.
	Lines tabular.Report
	// Users is the number of users in the payload.
	Users int
	// Ignored are the names of the attributes that were not read, sorted, each
	// once; at most 100, and only names as RFC 7643 section 2.1 allows them.
	Ignored []string
	// Warnings are remarkable and did not stop the reading.
	Warnings peer.Faults
}

// ReadSCIM reads SCIM 2.0 users (RFC 7643): a list of them, one by itself, or a
// ListResponse (RFC 7644 section 3.4.2) that holds all of them. It checks
// nothing between the users: that is done by peer.NewOrganisation, or by
// [ImportSCIM], which also knows the places.
//
// The person's key is the user's id, under which managers are named;
// externalId belongs to another system and is not read. The team is the
// department of the enterprise extension, the location the locality of the
// work address. Somebody whose active is false has left; without it they are
// as they were, which is active. Names of attributes count in any case, and
// each once.
//
// Nothing else is read: a password stays where it is, and roles, groups and
// entitlements give nobody anything.
//
// The error is of type peer.Faults with every fault of the payload, or that of
// the stream; with an error no people are returned.
func ReadSCIM(f tabular.File, o SCIMOptions) ([]peer.Person, SCIMReport, error) {
	data, err := strictjson.Load(f.Reader, o.json(f.Name))
	if err != nil {
		return nil, SCIMReport{Source: f.Name}, err
	}
	r := readSCIM(data, f.Name, o)
	faults := r.scan.Faults()
	_, r.report.Warnings = faults.Split()
	if err := faults.Err(); err != nil {
		return nil, r.report, err
	}
	return r.people, r.report, nil
}

// ImportSCIM reads SCIM users and builds the organisation, all or nothing. The
// error is of type peer.Faults and lists every fault with file, line and
// column, those between the people included; or it is that of the stream. A
// manager who is not among the users is unknown, and a warning.
func ImportSCIM(f tabular.File, o SCIMOptions) (*peer.Organisation, SCIMReport, error) {
	data, err := strictjson.Load(f.Reader, o.json(f.Name))
	if err != nil {
		return nil, SCIMReport{Source: f.Name}, err
	}
	r := readSCIM(data, f.Name, o)
	lines := table[peer.Relation]{whole: true}
	if o.Lines.Reader != nil {
		lines = readLines(o.Lines, Options{Delimiter: o.Delimiter, Strict: o.Strict})
	}
	r.report.Lines = lines.report
	if lines.err != nil {
		return nil, r.report, lines.err
	}
	org, err := peer.NewOrganisation(r.people, lines.rows, o.Organisation)
	inPeople, inLines := r.between(org, err, o.Organisation, lines)
	all := append(tabular.InOrder(append(r.scan.Faults(), inPeople...)), tabular.InOrder(inLines)...)
	_, r.report.Warnings = all.Split()
	if err := all.Err(); err != nil {
		return nil, r.report, err
	}
	return org, r.report, nil
}

// between returns the faults between the people, and those of the lines, with
// their places.
func (r *scimReader) between(
	org *peer.Organisation, err error, cfg peer.OrganisationConfig, lines table[peer.Relation],
) (located, inLines peer.Faults) {
	whole := r.scan.Faults().Err() == nil
	inLines = lines.faults
	for _, f := range organisationFaults(org, err) {
		switch {
		case !whole && missing(f.Code):
		case f.List == "lines":
			inLines = append(inLines, lines.report.Locate(f))
		default:
			located = append(located, r.locate(f))
		}
	}
	if noHierarchy(table[peer.Person]{rows: r.people, whole: whole}, cfg) {
		f := fault(FaultNoHierarchy)
		f.Field = "manager"
		located = append(located, r.locate(f))
	}
	if org != nil {
		for _, f := range almostNumbers(r.people, org) {
			located = append(located, r.locate(f))
		}
	}
	return located, inLines
}

// locate gives a fault that names a person by index the place in the payload.
func (r *scimReader) locate(f peer.Fault) peer.Fault {
	f.Source, f.Line, f.Column = r.report.Source, 1, 1
	switch {
	case f.List == "people":
		at := r.places[f.Index]
		place := at.id
		if f.Field == "manager_id" && at.manager.line > 0 {
			place = at.manager
		}
		f.Line, f.Column = place.line, place.column
		f.Field = scimField(f.Field)
	case f.List != "": // a declared root stands in no payload
		f.Field = f.List
	}
	f.List, f.Index = "", 0
	return f
}

// scimField is what a field of a person is called in a payload.
func scimField(field string) string {
	switch field {
	case "person_id":
		return "id"
	case "manager_id":
		return "manager"
	}
	return field
}
