package main

import (
	"context"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
)

// demonstrate runs one full round of a made-up company.
func demonstrate(ctx context.Context, t terminal) error {
	world := synthetic.Config{Seed: 1, At: peer.DateOf(t.now().UTC())}
	people, relations := synthetic.Organisation(world)
	org, err := peer.NewOrganisation(people, relations, peer.OrganisationConfig{})
	if err != nil {
		return err
	}
	requests, supporters, history := synthetic.Demand(world, org)
	round := matching.Round{
		At: world.At, Organisation: org, Requests: requests, Supporters: supporters, History: history}
	pool, err := matching.Prepare(round, matching.Policy{})
	if err != nil {
		return err
	}
	plan, err := pool.Match(ctx)
	if err != nil {
		return err
	}
	v, err := pool.Verify(plan)
	if err != nil {
		return err
	}
	report, err := newReport(t.out, round, plan)
	if err != nil {
		return err
	}
	report.printf("A made-up company: nobody in it exists. Read your own with the verbs match, verify and explain.\n\n")
	report.plan()
	report.verification(v)
	report.notMeasured("Overdue (training, supervision, check-ins)")
	if err := report.glance(pool, plan); err != nil {
		return err
	}
	report.notMeasured("Does it help")
	if err := report.flush(); err != nil {
		return err
	}
	if !v.OK() {
		return errCheck
	}
	return nil
}
