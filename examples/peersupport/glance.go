package main

import (
	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/principles"
	"github.com/peersupport/peersupport/principles/frameworks"
	auditreport "github.com/peersupport/peersupport/principles/report"
)

// glance writes how the round stands by the eight core principles, as far as the
// round alone can tell. Nobody was asked, so nothing is upheld.
func (r *report) glance(pool *matching.Pool, plan matching.Plan) error {
	library, err := frameworks.Library()
	if err != nil {
		return err
	}
	core, _ := library.Framework("core-principles")
	evidence, err := pool.Evidence(plan)
	if err != nil {
		return err
	}
	at, err := principles.ParseDay(plan.At.String())
	if err != nil {
		return err
	}
	found, err := principles.Audit(core, evidence, nil, principles.Options{At: at, Library: library})
	if err != nil {
		return err
	}
	r.heading("Audit of principles")
	return auditreport.Glance(r.out, found)
}
