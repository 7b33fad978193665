package main

import (
	"context"
	"flag"
	"io"
	"strings"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// explain says why a plan says what it says, to one reader.
func explain(ctx context.Context, t terminal, args []string) error {
	var in planInputs
	var request, supporter, audience, format string
	f := flag.NewFlagSet("explain", flag.ContinueOnError)
	in.flags(f)
	f.StringVar(&request, "request", "", "`id` of the request")
	f.StringVar(&supporter, "supporter", "", "`id` of the supporter to ask about (default: the one proposed)")
	f.StringVar(&audience, "audience", "coordinator", "`who` reads it: seeker, supporter, coordinator or auditor")
	f.StringVar(&format, "format", "text", "of what is printed: `text or json`")
	if err := parse(f, t, args, "people", "requests", "supporters", "plan", "request"); err != nil {
		return err
	}
	if err := checkFormat(format); err != nil {
		return err
	}
	reader, err := principles.ParseReader(audience)
	if err != nil {
		return usageError{"-audience is seeker, supporter, coordinator or auditor"}
	}
	if reader == principles.ReaderSeeker || reader == principles.ReaderSupporter {
		t.err = io.Discard // notes about the files of a round are not for them
	}
	plan, r, err := in.read(t)
	if err != nil {
		return err
	}
	if plan.At.IsZero() {
		return matching.ErrOtherPlan
	}
	pool, err := r.prepare(t)
	if err != nil {
		return err
	}
	v, err := pool.Verify(plan)
	if err != nil {
		return err
	}
	if !v.OK() { // nothing is said of a plan that does not hold
		return t.verified("text", r.Round, plan, v)
	}
	e, err := pool.Explain(ctx, plan, matching.Question{
		Request: peer.ExternalID(request), Supporter: peer.ExternalID(supporter), Reader: reader})
	if err != nil {
		return err
	}
	if format == "json" {
		return writeJSON(t.out, e)
	}
	report, err := newReport(t.out, r.Round, plan)
	if err != nil {
		return err
	}
	report.explanation(e, reader)
	return report.flush()
}

// explanation writes an explanation in words.
func (r *report) explanation(e matching.Explanation, reader principles.Reader) {
	switch e.Answer {
	case matching.AnswerNeutral:
		r.printf("%s\n", r.words.Neutral())
	case matching.AnswerPair:
		r.printf("Request %s: %s is proposed.\n", e.Request, e.Supporter)
		r.shared(e, reader)
		r.scores(e)
		r.alternatives(e)
	case matching.AnswerNotChosen:
		r.printf("Request %s with %s: every rule allows it, and another plan was better.\n", e.Request, e.Supporter)
		r.scores(e)
		r.consequences(e)
	case matching.AnswerBlocked:
		r.printf("Request %s with %s: not possible.\n", e.Request, e.Supporter)
		r.reasons(e, reader)
		r.counterfactuals(e)
	case matching.AnswerOpen:
		r.printf("Request %s: no supporter could be proposed. Of %d supporters:\n", e.Request, len(r.round.Supporters))
		for _, c := range e.Counts {
			r.printf("  %4d  %s\n", c.Count, r.code(c.Code))
		}
	}
}

// shared tells a seeker or supporter what both have said and released.
func (r *report) shared(e matching.Explanation, reader principles.Reader) {
	if reader != principles.ReaderSeeker && reader != principles.ReaderSupporter {
		return
	}
	if len(e.Shared) == 0 {
		r.printf("You can tell each other what you have in common, if and when you like.\n")
	} else {
		r.printf("What you have in common, as far as it may be told:\n")
	}
	for _, item := range e.Shared {
		r.printf("  %s\n", itemWords(item))
	}
	r.printf("You decide whether to meet, and you can say no at any time without giving a reason.\n")
}

func itemWords(item peer.Item) string {
	kind, value, _ := strings.Cut(string(item), ":")
	value = strings.ReplaceAll(value, "_", " ")
	switch peer.Item(kind) {
	case peer.KindExperience:
		return "lived experience: " + value
	case peer.KindAttribute:
		name, text, _ := strings.Cut(value, "=")
		return name + ": " + text
	case peer.KindLanguage:
		return "language: " + value
	case peer.KindMode:
		return "way to meet: " + value
	case peer.KindAvailability:
		return "time in the week"
	}
	return string(item)
}

func (r *report) scores(e matching.Explanation) {
	if len(e.Criteria) == 0 {
		return
	}
	r.printf("Score %d:\n", e.Score)
	for _, c := range e.Criteria {
		r.printf("  %-24s %3d %% × weight %d\n", criterionWords(c.ID), c.Score*100/matching.BasisPoints, c.Weight)
	}
}

func (r *report) alternatives(e matching.Explanation) {
	if len(e.Alternatives) == 0 {
		return
	}
	r.printf("Others whom every rule allows, best score first:\n")
	for _, a := range e.Alternatives {
		r.printf("  %s  %d\n", a.Supporter, a.Score)
	}
}

func (r *report) consequences(e matching.Explanation) {
	r.printf("With this pair the round would come to:\n")
	for _, c := range e.Consequences {
		r.printf("  %-8s %d in place of %d\n", c.Objective, c.Instead, c.Planned)
	}
}

func (r *report) reasons(e matching.Explanation, reader principles.Reader) {
	for _, reason := range e.Reasons {
		if !reason.Finding.Verdict.Blocks() {
			continue
		}
		r.printf("  %s\n", r.words.Reason(reason, reader))
	}
	if e.Withheld > 0 {
		r.printf("  and %s that may not be shown\n", count(e.Withheld, "reason", "reasons"))
	}
}

func (r *report) counterfactuals(e matching.Explanation) {
	for _, c := range e.Counterfactuals {
		var events []string
		for _, event := range c.Events {
			events = append(events, eventWords(event))
		}
		r.printf("With nothing else changed it becomes possible when %s.\n", strings.Join(events, ", and "))
	}
}

func eventWords(e principles.Event) string {
	switch e {
	case matching.EventOrganisationChanged:
		return "the two no longer stand so in the organisation"
	case matching.EventCapacityFreed:
		return "the supporter has a free place"
	case matching.EventTrainingRenewed:
		return "the training is renewed"
	case matching.EventPauseEnded:
		return "the pause is over"
	case matching.EventProfileChanged:
		return "what one of the two has stated changes so that it fits"
	case matching.EventTimePassed:
		return "enough time has passed"
	case matching.EventRequestClosed:
		return "the earlier request is closed"
	case matching.EventReturned:
		return "the supporter is back"
	}
	return strings.ReplaceAll(string(e), "_", " ")
}
