package main

import (
	"context"
	"errors"
	"flag"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
)

// VerifySchema names the version of what verify prints as JSON.
const VerifySchema = "peersupport/verify/v1"

// planInputs are the flags of verbs that take a plan beside the round it is of.
type planInputs struct {
	inputs
	plan string
}

func (in *planInputs) flags(f *flag.FlagSet) {
	in.roundFlags(f)
	f.Lookup("at").Usage = "`day` of asking; the day of the round is read from the plan"
	f.StringVar(&in.plan, "plan", "", "`file` of the plan")
}

// read reads the plan and the round that it says it is of: on the plan's day,
// and with the plan's ladder where no policy or ladder is given. Every other
// measure is the given policy's, or the default's, never the plan's: a plan
// must not vouch for itself.
func (in *planInputs) read(t terminal) (matching.Plan, round, error) {
	if _, err := in.day(t); err != nil {
		return matching.Plan{}, round{}, err
	}
	var files opened
	defer files.close()
	file, err := files.open(in.plan)
	if err != nil {
		return matching.Plan{}, round{}, err
	}
	plan, err := matching.ReadPlan(file.Reader, in.plan)
	r, err2 := in.readRound(t, plan.At)
	if err := joinFaults(err, err2); err != nil {
		return plan, r, err
	}
	if in.policy == "" && in.objectives == "" {
		r.policy.Objectives = plan.Policy.Objectives
		if len(r.policy.Check()) > 0 {
			r.policy.Objectives = nil // no ladder there is: the verification says so
		}
	}
	return plan, r, nil
}

// verify checks a plan against its round, without a solver.
func verify(_ context.Context, t terminal, args []string) error {
	var in planInputs
	var format string
	f := flag.NewFlagSet("verify", flag.ContinueOnError)
	in.flags(f)
	f.StringVar(&format, "format", "text", "of what is printed: `text or json`")
	if err := parse(f, t, args, "people", "requests", "supporters", "plan"); err != nil {
		return err
	}
	if err := checkFormat(format); err != nil {
		return err
	}
	plan, r, err := in.read(t)
	if err != nil {
		return err
	}
	if plan.At.IsZero() {
		return errors.Join(errCheck, t.refused(format))
	}
	pool, err := r.prepare(t)
	if err != nil {
		return err
	}
	t.stage("verifying")
	v, err := pool.Verify(plan)
	if err != nil {
		return err
	}
	return t.verified(format, r.Round, plan, v)
}

// verified prints the outcome of a verification.
func (t terminal) verified(format string, r matching.Round, plan matching.Plan, v matching.Verification) error {
	if format == "json" {
		err := writeJSON(t.out, struct {
			Schema     string               `json:"schema"`
			Verified   bool                 `json:"verified"`
			At         peer.Date            `json:"at"`
			Objectives []matching.Objective `json:"objectives"`
			Digest     string               `json:"digest"`
			matching.Verification
		}{VerifySchema, v.OK(), plan.At, plan.Policy.Objectives, plan.Digest, v})
		if err != nil {
			return err
		}
	} else {
		report, err := newReport(t.out, r, plan)
		if err != nil {
			return err
		}
		report.verification(v)
		if err := report.flush(); err != nil {
			return err
		}
	}
	if !v.OK() {
		return errCheck
	}
	return nil
}

// refused prints that a plan cannot even be held against a round.
func (t terminal) refused(format string) error {
	return t.verified(format, matching.Round{}, matching.Plan{}, matching.Verification{
		Failures: []matching.Failure{{Code: matching.FailDay}}})
}
