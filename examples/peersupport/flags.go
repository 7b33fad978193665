package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/hris"
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

// files are the files that a round is read from, by flag.
func (in *inputs) files() map[string]string {
	return map[string]string{
		"people": in.people, "lines": in.lines, "requests": in.requests, "supporters": in.supporters,
		"history": in.history, "policy": in.policy, "seed-file": in.seedFile}
}
