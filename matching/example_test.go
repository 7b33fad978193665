package matching_test

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/peersupport/peersupport/matching"
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// smallRound is a round of a company of six: Ana and Dan ask; Ben, who is Dan's
// manager, and Eve offer. Nobody in it exists.
func smallRound() matching.Round {
	at := day("2026-11-21")
	org, err := peer.NewOrganisation([]peer.Person{
		{Key: "head"},
		{Key: "ana", Manager: "head", Team: "design"},
		{Key: "ben", Manager: "head", Team: "works"},
		{Key: "dan", Manager: "ben", Team: "works"},
		{Key: "eve", Manager: "head", Team: "design"},
		{Key: "fay", Manager: "eve", Team: "design"},
	}, nil, peer.OrganisationConfig{Roots: []peer.ExternalID{"head"}})
	if err != nil {
		panic(err)
	}
	consent := everything()
	consent.Release = []peer.Consent{{Item: "experience:caring"}}
	terms := peer.NewPrivate(consent)
	return matching.Round{
		At: at, Organisation: org,
		Requests: []peer.Request{
			{Key: "R1", Person: "ana", Asked: day("2026-11-02"), Terms: terms, Seeks: peer.NewPrivate(peer.Seeks{
				Experiences: []peer.Wish{{Item: "experience:caring", Importance: 3}}})},
			{Key: "R2", Person: "dan", Asked: day("2026-11-16"), Terms: terms},
		},
		Supporters: []peer.Supporter{
			{Person: "ben", Capacity: 1, TrainedUntil: day("2027-06-30"), Terms: terms},
			{Person: "eve", Capacity: 1, TrainedUntil: day("2027-06-30"), Terms: terms, Offers: peer.NewPrivate(peer.Offers{
				Experiences: []string{"caring", "grief"}})},
		},
	}
}

// Ana would fit better with Eve. But Ben is Dan's manager, and then nobody were
// left for Dan: serving both comes first.
func ExampleMatch() {
	plan, err := matching.Match(context.Background(), smallRound(), matching.Policy{})
	if err != nil {
		panic(err)
	}
	for _, p := range plan.Pairs {
		fmt.Println(p.Request, "with", p.Supporter, "score", p.Score)
	}
	for _, o := range plan.Objectives[:3] {
		fmt.Println(o.ID, o.Value)
	}
	// Output:
	// R1 with ben score 22500
	// R2 with eve score 23750
	// served 2
	// waiting 24
	// fit 46250
}

func ExampleVerify() {
	round := smallRound()
	plan, err := matching.Match(context.Background(), round, matching.Policy{})
	if err != nil {
		panic(err)
	}
	v, err := matching.Verify(round, matching.Policy{}, plan)
	if err != nil {
		panic(err)
	}
	fmt.Println("holds:", v.OK(), "pairs considered:", v.Considered, "allowed:", v.Allowed)

	plan.Pairs[0].Supporter, plan.Pairs[1].Supporter = plan.Pairs[1].Supporter, plan.Pairs[0].Supporter
	v, err = matching.Verify(round, matching.Policy{}, plan)
	if err != nil {
		panic(err)
	}
	for _, f := range v.Failures {
		fmt.Printf("%s %q\n", f.Code, f.Request)
	}
	// Output:
	// holds: true pairs considered: 4 allowed: 3
	// digest_mismatch ""
	// score_wrong "R1"
	// pair_not_allowed "R2"
	// score_wrong "R2"
}

// A seeker sees their own pair, with facts they gave and the other released.
func ExampleExplain_seeker() {
	round, policy := smallRound(), matching.Policy{}
	round.Requests = round.Requests[:1]
	plan, err := matching.Match(context.Background(), round, policy)
	if err != nil {
		panic(err)
	}
	for _, supporter := range []peer.ExternalID{"", "ben"} {
		e, err := matching.Explain(context.Background(), round, policy, plan,
			matching.Question{Request: "R1", Supporter: supporter, Reader: principles.ReaderSeeker})
		if err != nil {
			panic(err)
		}
		fmt.Println(e.Answer, e.Supporter, e.Shared)
	}
	// Output:
	// pair eve [experience:caring]
	// neutral  []
}

// A coordinator may ask why not somebody else.
func ExampleExplain_coordinator() {
	round, policy := smallRound(), matching.Policy{}
	plan, err := matching.Match(context.Background(), round, policy)
	if err != nil {
		panic(err)
	}
	ask := func(request, supporter peer.ExternalID) matching.Explanation {
		e, err := matching.Explain(context.Background(), round, policy, plan,
			matching.Question{Request: request, Supporter: supporter, Reader: principles.ReaderCoordinator})
		if err != nil {
			panic(err)
		}
		return e
	}
	why := ask("R2", "ben")
	fmt.Println(why.Answer, why.Counterfactuals[0].Codes, why.Counterfactuals[0].Events)
	instead := ask("R1", "eve")
	fmt.Println(instead.Answer)
	for _, c := range instead.Consequences {
		fmt.Println(c.Objective, c.Planned, "would be", c.Instead)
	}
	// Output:
	// blocked [direct_report] [organisation_changed]
	// not_chosen
	// served 2 would be 1
	// waiting 24 would be 19
	// fit 46250 would be 72500
}

// A rule of one's own is a pure function; it can only narrow what is allowed.
func ExampleFunc() {
	otherTeam := matching.Func("other_team", principles.Safe, func(p matching.Pair) principles.Finding {
		org := p.Organisation()
		f := principles.Finding{Verdict: principles.Satisfied, Audience: principles.To(principles.ReaderCoordinator)}
		if org.Team(p.Seeker()) == org.Team(p.Supporter()) {
			f.Verdict, f.Code, f.Hard = principles.Violated, "same_team", true
		}
		return f
	})
	plan, err := matching.Match(context.Background(), smallRound(), matching.Policy{Rules: []matching.Rule{otherTeam}})
	if err != nil {
		panic(err)
	}
	for _, p := range plan.Pairs {
		fmt.Println(p.Request, "with", p.Supporter)
	}
	fmt.Println(plan.Policy.OwnRules)
	// Output:
	// R1 with ben
	// R2 with eve
	// [other_team]
}

// sameInitial is a criterion that nobody should use: it likes names that begin
// alike.
type sameInitial struct{}

func (sameInitial) ID() string { return "same_initial" }

func (sameInitial) Rate(p matching.Pair) float64 {
	org := p.Organisation()
	if org.Key(p.Seeker())[0] == org.Key(p.Supporter())[0] {
		return 1
	}
	return 0
}

func ExampleCriterion() {
	policy := matching.Policy{
		Criteria: []matching.Criterion{sameInitial{}},
		Weights:  []matching.Weight{{Criterion: "same_initial", Weight: 10}, {Criterion: matching.CriterionDistance, Weight: 1}},
	}
	plan, err := matching.Match(context.Background(), smallRound(), policy)
	if err != nil {
		panic(err)
	}
	for _, c := range plan.Pairs[0].Criteria {
		fmt.Println(c.ID, c.Score, "of 10000, weight", c.Weight)
	}
	// Output:
	// distance 2500 of 10000, weight 1
	// same_initial 0 of 10000, weight 10
}

// A policy is data; what it leaves out is a documented default.
func ExamplePolicy() {
	var policy matching.Policy
	err := json.Unmarshal([]byte(`{
		"name": "spring pilot",
		"hierarchy": {"shared_manager": true},
		"weights": [{"criterion": "experience", "weight": 3}, {"criterion": "speed", "weight": 1}],
		"objectives": ["served", "load", "fit"]
	}`), &policy)
	if err != nil {
		panic(err)
	}
	for _, fault := range policy.Check() {
		fmt.Println(fault.Path(), fault.Code)
	}
	// Output:
	// weights[1] unknown_criterion
}
