package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/auditfile"
	"github.com/peersupport/peersupport/principles/frameworks"
	auditreport "github.com/peersupport/peersupport/principles/report"
)

// readFramework returns the framework to audit against, and puts the library
// into the options.
func (in *auditInputs) readFramework(o *principles.Options) (principles.Framework, error) {
	names := list(in.further)
	own := strings.HasSuffix(in.framework, ".json")
	if own {
		names = append([]string{in.framework}, names...)
	}
	library, further, err := readLibrary(names)
	if err != nil {
		return principles.Framework{}, err
	}
	o.Library = library
	if own {
		return further[0], nil
	}
	f, ok := o.Library.Framework(in.framework)
	if slices.ContainsFunc(further, func(own principles.Framework) bool { return own.ID == f.ID }) {
		return f, usageError{"audit: -further takes the place of that framework; name its file with -framework instead"}
	}
	if !ok {
		return f, usageError{fmt.Sprintf("audit: no framework %q; -list names those there are", in.framework)}
	}
	return f, nil
}

// readLibrary reads frameworks and puts them into the library. What is wrong
// between frameworks is said of the files that they were read from.
func readLibrary(names []string) (*principles.Library, []principles.Framework, error) {
	further, err := readFrameworks(names)
	if err != nil {
		return nil, nil, err
	}
	library, err := frameworks.Library(further...)
	var faults peer.Faults
	if errors.As(err, &faults) {
		for i, f := range further {
			for k := range faults {
				if faults[k].Source == string(f.ID)+".json" {
					faults[k].Source = names[i]
				}
			}
		}
	}
	return library, further, err
}

func readFrameworks(names []string) ([]principles.Framework, error) {
	var all []principles.Framework
	var errs []error
	var files opened
	defer files.close()
	for _, name := range names {
		file, err := files.open(name)
		if err == nil && file.Reader != nil {
			var f principles.Framework
			f, err = frameworks.Read(file.Reader, name)
			all = append(all, f)
		}
		errs = append(errs, err)
	}
	return all, joinFaults(errs...)
}

// readFiles reads evidence, ratings, register and previous report.
func (in *auditInputs) readFiles(t terminal, read *auditRead, o *principles.Options) error {
	separator, err := in.separator()
	if err != nil {
		return err
	}
	csv := auditfile.Options{Delimiter: separator, Strict: in.strict}
	var files opened
	defer files.close()
	var errs []error
	keep := func(err error) { errs = append(errs, err) }
	if file, err := files.open(in.evidence); err != nil {
		keep(err)
	} else if file.Reader != nil {
		read.evidence, read.ofEvidence, err = auditfile.ReadEvidence(file, csv)
		keep(err)
	}
	if file, err := files.open(in.ratings); err != nil {
		keep(err)
	} else if file.Reader != nil {
		read.ratings, read.ofRatings, err = auditfile.ReadRatings(file, csv)
		keep(err)
	}
	if file, err := files.open(in.register); err != nil {
		keep(err)
	} else if file.Reader != nil {
		o.Register, read.registerPlaces, err = auditfile.ReadRegister(file.Reader, in.register)
		keep(err)
	}
	if file, err := files.open(in.previous); err != nil {
		keep(err)
	} else if file.Reader != nil {
		before, err := auditreport.Read(file.Reader, in.previous)
		o.Previous = &before
		keep(err)
	}
	t.reportReading(read.ofEvidence, read.ofRatings)
	t.warn(read.ofEvidence.Warnings)
	t.warn(read.ofRatings.Warnings)
	return joinFaults(errs...)
}

// faultRefused is a plan that does not stand its verification.
const faultRefused peer.FaultCode = "plan_refused"

// planEvidence computes what a plan and its round show. A plan that does not
// stand its verification is evidence of nothing.
func (in *auditInputs) planEvidence(t terminal) ([]principles.Evidence, error) {
	if in.plan == "" {
		return nil, nil
	}
	plan, r, err := in.read(t)
	if err != nil {
		return nil, err
	}
	pool, err := r.prepare(t)
	if err != nil {
		return nil, err
	}
	t.stage("verifying the plan")
	v, err := pool.Verify(plan)
	if err != nil {
		return nil, err
	}
	if !v.OK() {
		fmt.Fprintln(t.err, peer.Fault{Code: faultRefused, Source: in.plan, Line: 1, Column: 1,
			Words: "the plan does not stand its verification, so that nothing is computed from it; the verb verify says why"}.Error())
		return nil, errCheck
	}
	return pool.Evidence(plan)
}
