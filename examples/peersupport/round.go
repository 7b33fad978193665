package main

import (
	"errors"
	"slices"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/intake"
)

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
		return r, joinFaults(err, in.faultsAlone())
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
	t.remarkUntrained(in.supporters, demand.Supporters)
	r.report = report
	r.Requests, r.Supporters, r.History = demand.Requests, demand.Supporters, demand.History
	return r, nil
}

// faultsAlone returns the faults that the files of a round have by themselves,
// for when there is no organisation to hold them against.
func (in *inputs) faultsAlone() error {
	var files opened
	defer files.close()
	requests, err := files.open(in.requests)
	supporters, err2 := files.open(in.supporters)
	history, err3 := files.open(in.history)
	separator, err4 := in.separator()
	errs := []error{err, err2, err3, err4}
	o := intake.Options{Strict: in.strict, Delimiter: separator}
	if requests.Reader != nil {
		_, _, err := intake.ReadRequests(requests, o)
		errs = append(errs, err)
	}
	if supporters.Reader != nil {
		_, _, err := intake.ReadSupporters(supporters, o)
		errs = append(errs, err)
	}
	if history.Reader != nil {
		_, _, err := intake.ReadHistory(history, o)
		errs = append(errs, err)
	}
	return joinFaults(errs...)
}

// faultUntrained is a list of supporters in which nobody is trained.
const faultUntrained peer.FaultCode = "nobody_trained"

// remarkUntrained says why nobody will be proposed when a file states no
// training at all: the rule does not give way to a missing column.
func (t terminal) remarkUntrained(name string, supporters []peer.Supporter) {
	trained := func(s peer.Supporter) bool { return !s.TrainedUntil.IsZero() }
	if len(supporters) > 0 && !slices.ContainsFunc(supporters, trained) {
		t.warn(peer.Faults{{
			Code: faultUntrained, Source: name, Line: 1, Column: 1,
			Words: "no supporter has a date in trained_until, so nobody counts as trained and nobody is proposed"}})
	}
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

// maxSeed is the largest number of bytes in a seed file.
const maxSeed = 4096

// readSeed reads the secret seed. The file is not a text: every byte counts.
func (in *inputs) readSeed() ([]byte, error) {
	if in.seedFile == "" {
		return nil, nil
	}
	seed, err := readCapped(in.seedFile, maxSeed)
	if err != nil {
		return nil, err
	}
	if len(seed) < matching.MinSeed {
		return nil, peer.Faults{{
			Code: matching.FaultShortSeed, Source: in.seedFile, Line: 1, Column: 1,
			Words: "a secret seed has 16 to 4096 bytes"}}
	}
	return seed, nil
}
