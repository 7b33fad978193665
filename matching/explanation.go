package matching

import (
	"errors"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// ExplanationSchema names the version of an explanation's JSON.
const ExplanationSchema = "peersupport/explain/v1"

// Errors of questions that have no answer.
var (
	// ErrNoSuchRequest: the round has no such request. Seekers and supporters
	// never get this answer, as it would tell which requests there are.
	ErrNoSuchRequest = errors.New("matching: no such request in this round")
	// ErrNoSuchSupporter: the round has no such supporter. Seekers and
	// supporters never get this answer, as it would tell who offers support.
	ErrNoSuchSupporter = errors.New("matching: no such supporter in this round")
	// ErrOtherPlan: the plan is not a plan of this round and policy.
	ErrOtherPlan = errors.New("matching: the plan does not belong to this round and policy")
)

// Answer says what an explanation is about.
type Answer string

// The answers.
const (
	// AnswerPair: the two are proposed as a pair.
	AnswerPair Answer = "pair"
	// AnswerOpen: no supporter could be proposed; for coordinator and auditor.
	AnswerOpen Answer = "open"
	// AnswerBlocked: a rule stands between the two; for coordinator and
	// auditor.
	AnswerBlocked Answer = "blocked"
	// AnswerNotChosen: every rule allows the two, and another plan was better;
	// for coordinator and auditor.
	AnswerNotChosen Answer = "not_chosen"
	// AnswerNeutral is all that a seeker or supporter learns beside their own
	// pair, the same whatever the reason.
	AnswerNeutral Answer = "neutral"
)

// Question asks why a plan says what it says.
type Question struct {
	Request peer.ExternalID
	// Supporter asks about one supporter; empty asks about the request.
	Supporter peer.ExternalID
	Reader    principles.Reader
}

// Explanation answers a Question for one reader. It holds codes and numbers;
// words are put to it at the edge. What its reader may not know is not in it.
type Explanation struct {
	Schema    string          `json:"schema"`
	Request   peer.ExternalID `json:"request"`
	Supporter peer.ExternalID `json:"supporter,omitempty"`
	Audience  string          `json:"audience"`
	Answer    Answer          `json:"answer"`
	// Shared are facts that the reader gave and the other side released: the
	// only reasons a seeker or a supporter sees.
	Shared []peer.Item `json:"shared,omitempty"`
	// Score and Criteria are for coordinator and auditor.
	Score    int64            `json:"score,omitempty"`
	Criteria []CriterionScore `json:"criteria,omitempty"`
	// Reasons are the findings of every rule, as the reader may see them.
	Reasons  []principles.Reason `json:"reasons,omitempty"`
	Withheld int                 `json:"withheld,omitempty"`
	// Counts say what held supporters back from a request without a proposal.
	Counts []ReasonCount `json:"counts,omitempty"`
	// Counterfactuals are changes that would make the two possible.
	Counterfactuals []Counterfactual `json:"counterfactuals,omitempty"`
	// Consequences are what the objectives would come to with this pair.
	Consequences []Consequence `json:"consequences,omitempty"`
	// Alternatives are other supporters whom every rule allows, best first.
	Alternatives []Alternative `json:"alternatives,omitempty"`
}

// Counterfactual names every finding that blocks the pair and the events that
// can change them. With all of them gone, and nothing else changed, every rule
// allows the pair.
type Counterfactual struct {
	Codes  []principles.Code  `json:"codes"`
	Events []principles.Event `json:"events"`
}

// Consequence is one objective as planned, and as it would be if the pair in
// question were made.
type Consequence struct {
	Objective string `json:"objective"`
	Planned   int64  `json:"planned"`
	Instead   int64  `json:"instead"`
}

// Alternative is another supporter for the same request.
type Alternative struct {
	Supporter peer.ExternalID `json:"supporter"`
	Score     int64           `json:"score"`
}
