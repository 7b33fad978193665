package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
	auditreport "github.com/peersupport/peersupport/principles/report"
)

// auditInputs are the flags of the verb audit.
type auditInputs struct {
	planInputs
	framework, further          string
	evidence, ratings, register string
	previous, programme         string
	format, out, threshold      string
	minimumGroup                int
	list                        bool
}

func (in *auditInputs) flags(f *flag.FlagSet) {
	in.planInputs.flags(f)
	f.Lookup("at").Usage = "`day` of the audit, YYYY-MM-DD (default today, UTC)"
	f.BoolVar(&in.list, "list", false, "list the frameworks and end")
	f.StringVar(&in.framework, "framework", "", "what to audit against: the `id` of a framework (see -list) or a file ending in .json")
	f.StringVar(&in.further, "further", "", "`files` of further frameworks whose links are followed, a.json,b.json")
	f.StringVar(&in.evidence, "evidence", "", "`file` of computed and attested evidence")
	f.StringVar(&in.ratings, "ratings", "", "`file` of ratings")
	f.StringVar(&in.register, "register", "", "`file` of tensions, actions and contests")
	f.StringVar(&in.previous, "previous", "", "`file` of an earlier report of the same framework, as -format json writes it")
	f.StringVar(&in.programme, "programme", "", "`name` of the programme, for the report")
	f.StringVar(&in.format, "format", "text", "of the report: `text, json, html or svg`")
	f.StringVar(&in.out, "out", "", "`file` to write the report to instead of printing it")
	f.StringVar(&in.threshold, "threshold", "", "exit with 1 unless every principle stands at least so: `at_risk, partly or upheld`")
	f.IntVar(&in.minimumGroup, "minimum-group", principles.DefaultMinimumGroup, "how many people a group has at least, 5 or more")
}

// audit holds a programme against a framework.
func audit(_ context.Context, t terminal, args []string) error {
	var in auditInputs
	f := flag.NewFlagSet("audit", flag.ContinueOnError)
	in.flags(f)
	if err := parse(f, t, args); err != nil {
		return err
	}
	if in.list {
		if err := in.checkList(f); err != nil {
			return err
		}
		return in.listFrameworks(t)
	}
	write, err := in.check()
	if err != nil {
		return err
	}
	found, err := in.audit(t)
	if err != nil {
		return err
	}
	if in.out != "" {
		err = writeAll(output{in.out, func(w io.Writer) error { return write(w, found) }})
	} else {
		err = write(t.out, found)
	}
	if err != nil {
		return err
	}
	return in.passes(found)
}

// check refuses flags that make no sense together, and returns the writer of the
// report.
func (in *auditInputs) check() (func(io.Writer, principles.Report) error, error) {
	if in.framework == "" {
		return nil, usageError{"audit needs -framework; -list names those there are"}
	}
	if in.plan != "" && (in.people == "" || in.requests == "" || in.supporters == "") {
		return nil, usageError{"audit -plan needs -people -requests -supporters, the round that the plan is of"}
	}
	if in.plan == "" && in.people+in.requests+in.supporters+in.history != "" {
		return nil, usageError{"audit needs -plan to compute evidence from a round"}
	}
	if err := in.checkFurther(); err != nil {
		return nil, err
	}
	if in.threshold != "" {
		var s principles.Standing
		if err := s.UnmarshalText([]byte(in.threshold)); err != nil || s < principles.AtRisk {
			return nil, usageError{"-threshold is at_risk, partly or upheld"}
		}
	}
	if err := distinct(in.auditFiles(), map[string]string{"out": in.out}); err != nil {
		return nil, err
	}
	writers := map[string]func(io.Writer, principles.Report) error{
		"text": auditreport.Text, "json": auditreport.JSON, "html": auditreport.HTML, "svg": auditreport.SVG}
	if writers[in.format] == nil {
		return nil, usageError{"-format is text, json, html or svg"}
	}
	return writers[in.format], nil
}

func (in *auditInputs) checkFurther() error {
	if slices.ContainsFunc(list(in.further), func(name string) bool { return strings.TrimSpace(name) == "" }) {
		return usageError{"-further is a list of files: a.json,b.json"}
	}
	return nil
}

func (in *auditInputs) auditFiles() map[string]string {
	files := in.files()
	for flag, name := range map[string]string{
		"plan": in.plan, "framework": in.framework, "evidence": in.evidence, "ratings": in.ratings,
		"register": in.register, "previous": in.previous} {
		files[flag] = name
	}
	for i, name := range list(in.further) {
		files[fmt.Sprintf("further %d", i+1)] = name
	}
	return files
}

// audit reads everything and audits it. Every fault of every file is reported.
func (in *auditInputs) audit(t terminal) (principles.Report, error) {
	day, err := in.day(t)
	if err != nil {
		return principles.Report{}, err
	}
	o := principles.Options{Programme: in.programme}
	if o.At, err = principles.ParseDay(day.String()); err != nil {
		return principles.Report{}, err
	}
	if o.Release, err = principles.NewMinimumGroup(in.minimumGroup); err != nil {
		return principles.Report{}, usageError{"-minimum-group is 5 or more"}
	}
	t.stage("reading frameworks and evidence")
	f, errFramework := in.readFramework(&o)
	var read auditRead
	errFiles := in.readFiles(t, &read, &o)
	computed, errPlan := in.planEvidence(t)
	if err := joinFaults(errFramework, errFiles, errPlan); err != nil {
		return principles.Report{}, err
	}
	evidence := slices.Concat(read.evidence, computed)
	found, err := principles.Audit(f, evidence, read.ratings, o)
	if err != nil {
		return principles.Report{}, in.located(err, read)
	}
	return found, nil
}

// auditRead is what was read for an audit, and where it stood.
type auditRead struct {
	evidence       []principles.Evidence
	ratings        []principles.Rating
	ofEvidence     tabular.Report
	ofRatings      tabular.Report
	registerPlaces strictjson.Places
}

// located gives what is wrong with the input its place in a file. What is wrong
// with the previous report as a whole stands at its beginning.
func (in *auditInputs) located(err error, read auditRead) error {
	err = auditfile.Locate(err, read.ofEvidence, read.ofRatings, read.registerPlaces)
	var faults peer.Faults
	if errors.As(err, &faults) {
		for i := range faults {
			if f := &faults[i]; f.Field == "options.previous" {
				f.Source, f.Line, f.Column, f.Field = in.previous, 1, 1, ""
			}
		}
	}
	return err
}

// passes holds the report against the threshold.
func (in *auditInputs) passes(r principles.Report) error {
	if in.threshold == "" {
		return nil
	}
	var least principles.Standing
	if err := least.UnmarshalText([]byte(in.threshold)); err != nil {
		return err
	}
	for _, p := range r.Principles {
		if p.Standing < least { // not known is below every other
			return errCheck
		}
	}
	if r.Ladder == nil {
		return nil
	}
	silent := func(v principles.VoiceReport) bool { return v.Needed && !v.Heard }
	if slices.ContainsFunc(r.Ladder.Rows, coerced) || slices.ContainsFunc(r.Voices, silent) {
		return errCheck
	}
	return nil
}

// coerced reports whether somebody said that they were.
func coerced(row principles.LadderRow) bool {
	return slices.ContainsFunc(row.Notices, func(n principles.Notice) bool { return n.Code == principles.CodeCoercionReported })
}
