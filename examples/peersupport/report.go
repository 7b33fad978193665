package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// report writes a plan as a coordinator reads it. The first error of the
// writer is kept until flush.
type report struct {
	out   *bufio.Writer
	words *principles.Renderer
	round matching.Round
	of    matching.Plan
}

func newReport(w io.Writer, r matching.Round, p matching.Plan) (*report, error) {
	words, err := principles.NewRenderer("en", principles.English(), matching.English())
	if err != nil {
		return nil, err
	}
	return &report{out: bufio.NewWriter(w), words: words, round: r, of: p}, nil
}

func (r *report) flush() error { return r.out.Flush() }

func (r *report) printf(format string, args ...any) { fmt.Fprintf(r.out, format, args...) }

func (r *report) heading(text string) { r.printf("\n%s\n", text) }

// code puts a code into the coordinator's words.
func (r *report) code(c principles.Code) string {
	return r.words.Finding(principles.Finding{
		Verdict: principles.Violated, Code: c, Audience: principles.To(principles.ReaderCoordinator)}, principles.ReaderCoordinator)
}

// plan writes who is proposed to whom, who has no proposal, and what would
// help.
func (r *report) plan() {
	places := 0
	for _, n := range r.of.Places {
		places += n
	}
	r.printf("Round of %s: %d requests, %d supporters with %s, %d people in the organisation\n",
		r.of.At, len(r.round.Requests), len(r.round.Supporters), count(places, "free place", "free places"),
		r.round.Organisation.Len())
	r.pairs()
	r.unmatched()
	r.repairs()
	r.objectives()
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func (r *report) pairs() {
	r.heading(fmt.Sprintf("Proposed (%d)", len(r.of.Pairs)))
	persons := r.persons()
	for _, p := range r.of.Pairs {
		r.printf("  %s  %s with %s: %s\n",
			p.Request, persons[p.Request], p.Supporter, r.strongest(p.Criteria))
	}
	if len(r.of.Pairs) > 0 {
		r.printf("  A proposal is not a pair: both people decide, each in their own time.\n")
	}
}

// persons returns who asked, by request.
func (r *report) persons() map[peer.ExternalID]peer.ExternalID {
	persons := make(map[peer.ExternalID]peer.ExternalID, len(r.round.Requests))
	for _, q := range r.round.Requests {
		persons[q.Key] = q.Person
	}
	return persons
}

// strongest names what most of a score comes from, as shares of its possible
// whole.
func (r *report) strongest(parts []matching.CriterionScore) string {
	parts = slices.Clone(parts)
	slices.SortStableFunc(parts, func(a, b matching.CriterionScore) int {
		return cmp.Compare(b.Score*b.Weight, a.Score*a.Weight)
	})
	var words []string
	for _, p := range parts[:min(3, len(parts))] {
		if p.Score > 0 {
			words = append(words, fmt.Sprintf("%s %d %%", criterionWords(p.ID), p.Score*100/matching.BasisPoints))
		}
	}
	if len(words) == 0 {
		return "allowed by every rule; nothing further was asked for"
	}
	return strings.Join(words, ", ")
}

func criterionWords(id string) string {
	switch id {
	case matching.CriterionExperience:
		return "shared experience"
	case matching.CriterionAttributes:
		return "attributes asked for"
	case matching.CriterionJourney:
		return "place in the journey"
	case matching.CriterionAvailability:
		return "time in common"
	case matching.CriterionDistance:
		return "distance at work"
	case matching.CriterionPreferred:
		return "the seeker's own choice"
	case matching.CriterionLoad:
		return "room for one more"
	}
	return id
}

func (r *report) unmatched() {
	r.heading(fmt.Sprintf("Without a proposal (%d)", len(r.of.Unmatched)))
	persons := r.persons()
	for _, u := range r.of.Unmatched {
		r.printf("  %s  %s; of %d supporters:\n", u.Request, persons[u.Request], len(r.round.Supporters))
		for _, reason := range u.Reasons {
			r.printf("      %4d  %s\n", reason.Count, r.code(reason.Code))
		}
	}
	if len(r.of.Unmatched) > 0 {
		r.printf("  One supporter can be counted under several reasons.\n")
	}
}

func (r *report) repairs() {
	if len(r.of.Unmatched) == 0 {
		return
	}
	r.heading("What would help")
	for _, p := range r.of.Repairs {
		gain := count(p.Gain, "person", "people") + " more served"
		if p.Kind == matching.AskConsent {
			gain = "at most " + gain // what the condition says is not looked at
		}
		r.printf("  %s: %s\n", r.repair(p), gain)
	}
	if len(r.of.Repairs) == 0 {
		r.printf("  No single change would; more supporters, or another kind of support, may.\n")
	}
}

func (r *report) repair(p matching.Repair) string {
	switch p.Kind {
	case matching.AddPlace:
		return fmt.Sprintf("one more place with %s", p.Supporter)
	case matching.AskConsent:
		return fmt.Sprintf("%s with %s: ask whether the stated condition may be used", p.Request, p.Supporter)
	case matching.LiftRule:
		return fmt.Sprintf("%s with %s, if both agree to live with this: %s", p.Request, p.Supporter, r.code(p.Code))
	}
	return string(p.Kind)
}

func (r *report) objectives() {
	r.heading("Objectives, first decides first")
	for _, o := range r.of.Objectives {
		words := map[string]string{
			"served": "people served", "waiting": "days waited by those served", "load": "unevenness of load",
			"fit": "total score"}[o.ID]
		if words == "" {
			continue // the order of ties means nothing to a reader
		}
		proof := "proven best"
		if !o.Exact {
			proof = fmt.Sprintf("proven bound %d", o.Bound)
		}
		r.printf("  %-8s %d %s (%s)\n", o.ID, o.Value, words, proof)
	}
}

// verification writes what an independent check found.
func (r *report) verification(v matching.Verification) {
	r.heading("Verification")
	var ladder []string
	for _, o := range r.of.Policy.Objectives {
		ladder = append(ladder, string(o))
	}
	r.printf("  Round of %s, objectives %s\n", r.of.At, strings.Join(ladder, ", "))
	if v.OK() {
		r.printf("  Holds: %s checked by every rule, %d of %d possible pairs allowed, places, scores and the proof of\n"+
			"  every objective recomputed without the solver. Digest %s\n",
			count(v.Pairs, "proposal", "proposals"), v.Allowed, v.Considered, r.of.Digest)
		return
	}
	r.printf("  REFUSED. Do not use this plan.\n")
	for _, f := range v.Failures {
		r.printf("  %s", f.Code)
		if f.Request != "" {
			r.printf(" request %q", f.Request)
		}
		if f.Supporter != "" {
			r.printf(" supporter %q", f.Supporter)
		}
		r.printf("\n")
	}
}

// notMeasured names a section whose package is not built yet.
func (r *report) notMeasured(section string) {
	r.heading(section)
	r.printf("  not measured yet\n")
}
