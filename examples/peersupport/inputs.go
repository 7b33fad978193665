package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
	"github.com/peersupport/peersupport/peer/intake"
	"github.com/peersupport/peersupport/peer/tabular"
)

// inputs are the flags that every verb over files shares.
type inputs struct {
	people, lines                 string
	requests, supporters, history string
	policy, objectives, seedFile  string
	at, exported                  string
	roots, columns, profile       string
	delimiter                     string
	maxDepth                      int
	flat, caseSensitive, strict   bool
}

// organisationFlags declares what an organisation is read with.
func (in *inputs) organisationFlags(f *flag.FlagSet) {
	f.StringVar(&in.people, "people", "", "`file` of people: CSV, or JSON of SCIM users when it ends in .json")
	f.StringVar(&in.lines, "lines", "", "`file` of relations beside the line of managers")
	f.StringVar(&in.at, "at", "", "`day` of the round, YYYY-MM-DD (default today, UTC)")
	f.StringVar(&in.exported, "exported", "", "`day` on which the people were exported: old reporting lines are refused")
	f.StringVar(&in.roots, "roots", "", "`ids` of people declared to have no manager, a,b,…")
	f.BoolVar(&in.flat, "flat", false, "declare everybody without a manager to have none")
	f.IntVar(&in.maxDepth, "max-depth", 0, "largest depth of the reporting chain (default 64; negative: no limit)")
	f.StringVar(&in.columns, "columns", "", "headings of people: `name=heading,…`")
	f.StringVar(&in.profile, "profile", "", "kind of HR `export`: "+profileNames())
	f.StringVar(&in.delimiter, "delimiter", "", "what separates fields: `comma, semicolon or tab` (default: found in the header)")
	f.BoolVar(&in.caseSensitive, "case-sensitive", false, "ids that differ only in case are different people")
	f.BoolVar(&in.strict, "strict", false, "refuse columns that are not known")
}

// roundFlags declares what a round is read with.
func (in *inputs) roundFlags(f *flag.FlagSet) {
	in.organisationFlags(f)
	f.StringVar(&in.requests, "requests", "", "`file` of requests")
	f.StringVar(&in.supporters, "supporters", "", "`file` of supporters")
	f.StringVar(&in.history, "history", "", "`file` of earlier support")
	f.StringVar(&in.policy, "policy", "", "`file` of the policy, YAML or JSON")
	f.StringVar(&in.objectives, "objectives", "", "the ladder, by `ids`, in place of the policy's: served,waiting,fit")
	f.StringVar(&in.seedFile, "seed-file", "", "`file` with the secret seed for ties, at least 16 bytes")
}

func profileNames() string {
	var names []string
	for _, p := range hris.Profiles() {
		names = append(names, p.String())
	}
	return strings.Join(names, ", ")
}

// parse reads the flags of a verb. A flag that is not known, and words that
// are no flags, are mistakes in usage.
func parse(f *flag.FlagSet, t terminal, args []string, required ...string) error {
	f.SetOutput(io.Discard)
	err := f.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(t.out, "peersupport", f.Name())
		f.SetOutput(t.out)
		f.PrintDefaults()
		return err
	}
	if err != nil {
		return usageError{f.Name() + ": " + err.Error()}
	}
	if f.NArg() > 0 {
		return usageError{fmt.Sprintf("%s: unexpected %q", f.Name(), f.Arg(0))}
	}
	var missing []string
	for _, name := range required {
		if f.Lookup(name).Value.String() == "" {
			missing = append(missing, "-"+name)
		}
	}
	if len(missing) > 0 {
		return usageError{f.Name() + " needs " + strings.Join(missing, " ")}
	}
	return nil
}

// day returns the day of the round: as given, or today in UTC.
func (in *inputs) day(t terminal) (peer.Date, error) {
	if in.at == "" {
		return peer.DateOf(t.now().UTC()), nil
	}
	day, err := peer.ParseDate(in.at)
	if err != nil {
		return peer.Date{}, usageError{"-at needs a date of the form YYYY-MM-DD from 1900 to 2200"}
	}
	return day, nil
}

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

func (in *inputs) separator() (rune, error) {
	switch in.delimiter {
	case "":
		return 0, nil
	case "comma", ",":
		return ',', nil
	case "semicolon", ";":
		return ';', nil
	case "tab", "\t":
		return '\t', nil
	}
	return 0, usageError{"-delimiter is comma, semicolon or tab"}
}

func list(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

// opened keeps files open until they have been read.
type opened []*os.File

// open opens a file by its name; an empty name is no file.
func (o *opened) open(name string) (tabular.File, error) {
	if name == "" {
		return tabular.File{}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return tabular.File{}, cannotRead(name, err)
	}
	*o = append(*o, f)
	return tabular.File{Name: name, Reader: f}, nil
}

func (o *opened) close() {
	for _, f := range *o {
		_ = f.Close() // only read
	}
}

// faultUnreadable is a file that cannot be opened.
const faultUnreadable peer.FaultCode = "unreadable_file"

func cannotRead(name string, err error) error {
	words := "the file cannot be read"
	if errors.Is(err, os.ErrNotExist) {
		words = "there is no such file"
	}
	return peer.Faults{{Code: faultUnreadable, Source: name, Line: 1, Column: 1, Words: words}}
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
	if filepath.Ext(in.people) == ".json" {
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

// joinFaults puts the faults of several files into one list.
func joinFaults(errs ...error) error {
	var all peer.Faults
	for _, err := range errs {
		var faults peer.Faults
		switch {
		case err == nil:
		case errors.As(err, &faults):
			all = append(all, faults...)
		default:
			return err
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

// round is a round read from files, and where its records were read.
type round struct {
	matching.Round
	people string // the name of the file
	policy matching.Policy
	report intake.Report
}

// readRound reads everything that a round needs. Every fault of every file is
// reported, not only those of the first.
func (in *inputs) readRound(t terminal, at peer.Date) (round, error) {
	r := round{Round: matching.Round{At: at}, people: in.people}
	var errPolicy, errSeed error
	var err error
	if in.exported != "" {
		if r.Exported, err = peer.ParseDate(in.exported); err != nil {
			return r, usageError{"-exported needs a date of the form YYYY-MM-DD from 1900 to 2200"}
		}
	}
	r.policy, errPolicy = in.readPolicy()
	r.Seed, errSeed = in.readSeed()
	org, err := in.organisation(t)
	if err := joinFaults(errPolicy, errSeed, err); err != nil {
		return r, err
	}
	r.Organisation = org
	var files opened
	defer files.close()
	requests, err := files.open(in.requests)
	supporters, err2 := files.open(in.supporters)
	history, err3 := files.open(in.history)
	if err := joinFaults(err, err2, err3); err != nil {
		return r, err
	}
	separator, err := in.separator()
	if err != nil {
		return r, err
	}
	t.stage("reading requests and supporters")
	demand, report, err := intake.Read(
		intake.Files{Requests: requests, Supporters: supporters, History: history}, org,
		intake.Options{Strict: in.strict, Delimiter: separator})
	t.reportReading(report.Requests, report.Supporters, report.History)
	t.warn(report.Warnings)
	if err != nil {
		return r, err
	}
	r.report = report
	r.Requests, r.Supporters, r.History = demand.Requests, demand.Supporters, demand.History
	return r, nil
}

// prepare makes the round ready and reports its warnings in their files.
func (r round) prepare(t terminal) (*matching.Pool, error) {
	pool, err := matching.Prepare(r.Round, r.policy)
	var invalid *matching.RoundError
	if errors.As(err, &invalid) {
		return nil, r.located(invalid.Faults)
	}
	if err != nil {
		return nil, err
	}
	t.warn(r.located(pool.Warnings()))
	return pool, nil
}

// located gives the faults of a round their places in its files. One that is
// about the round as a whole is placed at the head of the people.
func (r round) located(faults peer.Faults) peer.Faults {
	located := make(peer.Faults, len(faults))
	for i, f := range faults {
		switch f.List {
		case "requests":
			f = r.report.Requests.Locate(f)
		case "supporters":
			f = r.report.Supporters.Locate(f)
		case "history":
			f = r.report.History.Locate(f)
		default:
			f.Source, f.Line, f.Column = r.people, 1, 1
		}
		located[i] = f
	}
	return located
}

// readSeed reads the secret seed. The file is not a text: every byte counts.
func (in *inputs) readSeed() ([]byte, error) {
	if in.seedFile == "" {
		return nil, nil
	}
	seed, err := os.ReadFile(in.seedFile)
	if err != nil {
		return nil, cannotRead(in.seedFile, err)
	}
	if len(seed) < matching.MinSeed || len(seed) > 4096 {
		return nil, peer.Faults{{
			Code: matching.FaultShortSeed, Source: in.seedFile, Line: 1, Column: 1,
			Words: "a secret seed has 16 to 4096 bytes"}}
	}
	return seed, nil
}
