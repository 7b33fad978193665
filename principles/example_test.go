package principles_test

import (
	"fmt"

	"github.com/peersupport/peersupport/principles"
)

// pairing is what the rules of the examples judge.
type pairing struct {
	sharedLanguages int
	manages         bool
	vetoed          bool
}

// sharesLanguage may be explained to everybody.
func sharesLanguage(p pairing) principles.Finding {
	f := principles.Finding{
		Verdict: principles.Satisfied,
		Code:    "shared_language",
		Params:  []principles.Param{principles.Int("count", int64(p.sharedLanguages))},
		Audience: principles.To(
			principles.ReaderCoordinator, principles.ReaderSupporter, principles.ReaderSeeker),
	}
	if p.sharedLanguages == 0 {
		f.Verdict, f.Code, f.Params = principles.Violated, "no_shared_language", nil
	}
	return f
}

// notOwnManager may be explained to the coordinator.
func notOwnManager(p pairing) principles.Finding {
	f := principles.Finding{
		Verdict:  principles.Satisfied,
		Code:     "no_line_between_them",
		Audience: principles.To(principles.ReaderCoordinator),
		Hard:     true,
	}
	if p.manages {
		f.Verdict, f.Code = principles.Violated, "own_manager"
	}
	return f
}

// noVeto keeps a secret: it has the same audience and mask whatever it found.
func noVeto(p pairing) principles.Finding {
	f := principles.Finding{Verdict: principles.Satisfied, Code: "no_veto", Mask: "private_block", Hard: true}
	if p.vetoed {
		f.Verdict, f.Code = principles.Violated, "veto"
	}
	return f
}

func exampleSet() *principles.Set[pairing] {
	set, err := principles.NewSet(
		principles.Func("language", principles.Inclusive, sharesLanguage),
		principles.Func("own_manager", principles.Safe, notOwnManager),
		principles.Func("veto", principles.Safe, noVeto),
	)
	if err != nil {
		panic(err) // an example has nobody to return it to
	}
	return set
}

func ExampleSet() {
	set := exampleSet()

	decision := set.Evaluate(pairing{sharedLanguages: 0, manages: true})
	fmt.Println(decision.Verdict())
	for _, reason := range decision.Blocking() {
		fmt.Println(reason.Rule, "protects", reason.Principle, "and says", reason.Finding.Code)
	}
	fmt.Println(set.Permits(pairing{sharedLanguages: 2}))
	// Output:
	// violated
	// language protects inclusive and says no_shared_language
	// own_manager protects safe and says own_manager
	// true
}

func ExampleDecision_For() {
	decision := exampleSet().Evaluate(pairing{sharedLanguages: 1, vetoed: true})

	for _, reader := range []principles.Reader{
		principles.ReaderAuditor, principles.ReaderCoordinator, principles.ReaderSeeker,
	} {
		fmt.Print(reader, ":")
		for _, reason := range decision.For(reader).Reasons {
			fmt.Print(" ", reason.Finding.Code)
		}
		fmt.Println()
	}
	// Output:
	// auditor: shared_language no_line_between_them veto
	// coordinator: shared_language no_line_between_them private_block
	// seeker: shared_language
}

func ExampleWhen() {
	wants := principles.Func("wants_language", "", func(pairing) principles.Finding {
		return principles.Finding{Verdict: principles.Violated, Code: "nothing_wished"}
	})
	rule := principles.When("language_wish", principles.Inclusive,
		wants, principles.Func("language", principles.Inclusive, sharesLanguage))

	finding := rule.Check(pairing{sharedLanguages: 0})
	fmt.Println(finding.Verdict, finding.Code)
	// Output: not_applicable condition_not_met
}

func ExampleRenderer() {
	renderer, err := principles.NewRenderer("en", principles.English(), principles.Phrases{
		"shared_language": {
			Coordinator: "They share {count} languages",
			Seeker:      "You have {count} languages in common",
		},
		"private_block": {Coordinator: "Something that must stay private stands in the way"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	decision := exampleSet().Evaluate(pairing{sharedLanguages: 2, vetoed: true})

	for _, reason := range decision.For(principles.ReaderCoordinator).Reasons {
		fmt.Println(renderer.Reason(reason, principles.ReaderCoordinator))
	}
	for _, reason := range decision.For(principles.ReaderSeeker).Reasons {
		fmt.Println(renderer.Reason(reason, principles.ReaderSeeker))
	}
	// Output:
	// language (inclusive): They share 2 languages
	// own_manager (safe): no line between them
	// Something that must stay private stands in the way
	// You have 2 languages in common
}
