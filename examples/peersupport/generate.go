package main

import (
	"context"
	"flag"
	"fmt"
	"io"

	"github.com/peersupport/peersupport/peer/intake"
	"github.com/peersupport/peersupport/peer/synthetic"
)

// generate draws requests, supporters and, when asked, a history for an
// organisation, by seed.
func generate(_ context.Context, t terminal, args []string) error {
	var in inputs
	var seed uint64
	var requests, supporters, history string
	f := flag.NewFlagSet("generate", flag.ContinueOnError)
	in.organisationFlags(f)
	f.Uint64Var(&seed, "seed", 1, "which of the possible worlds to draw")
	f.StringVar(&requests, "requests-out", "", "`file` to write requests to")
	f.StringVar(&supporters, "supporters-out", "", "`file` to write supporters to")
	f.StringVar(&history, "history-out", "", "`file` to write earlier support to")
	if err := parse(f, t, args, "people", "requests-out", "supporters-out"); err != nil {
		return err
	}
	outputs := map[string]string{"requests-out": requests, "supporters-out": supporters, "history-out": history}
	if err := distinct(in.files(), outputs); err != nil {
		return err
	}
	at, err := in.day(t)
	if err != nil {
		return err
	}
	org, err := in.organisation(t)
	if err != nil {
		return err
	}
	asked, offered, past := synthetic.Demand(synthetic.Config{Seed: seed, At: at}, org)
	err = writeAll(
		output{requests, func(w io.Writer) error { return intake.WriteRequests(w, asked) }},
		output{supporters, func(w io.Writer) error { return intake.WriteSupporters(w, offered) }},
		output{history, func(w io.Writer) error { return intake.WriteHistory(w, past) }})
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "Drawn by seed %d for %d people: %d requests, %d supporters.\n",
		seed, org.Len(), len(asked), len(offered))
	return nil
}
