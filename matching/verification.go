package matching

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// Codes of failures of a verification.
const (
	FailSchema         principles.Code = "unknown_schema"
	FailDigest         principles.Code = "digest_mismatch"
	FailDay            principles.Code = "other_day"
	FailPolicy         principles.Code = "other_policy"
	FailTieBreak       principles.Code = "other_tie_break"
	FailRequest        principles.Code = "unknown_request"
	FailSupporter      principles.Code = "unknown_supporter"
	FailRequestTwice   principles.Code = "request_twice"
	FailRequestMissing principles.Code = "request_missing"
	FailOrder          principles.Code = "order_wrong"
	FailPair           principles.Code = "pair_not_allowed"
	FailScore          principles.Code = "score_wrong"
	FailPlaces         principles.Code = "places_wrong"
	FailObjectives     principles.Code = "objectives_wrong"
	FailCertificate    principles.Code = "certificate_refused"
	FailReasons        principles.Code = "reasons_wrong"
	FailRepairs        principles.Code = "repairs_wrong"
)

// Failure is one thing that does not hold in a plan.
type Failure struct {
	Code      principles.Code `json:"code"`
	Request   peer.ExternalID `json:"request,omitempty"`
	Supporter peer.ExternalID `json:"supporter,omitempty"`
	Objective string          `json:"objective,omitempty"`
}

// Verification says what was checked and what failed.
type Verification struct {
	Requests   int       `json:"requests"`
	Supporters int       `json:"supporters"`
	Pairs      int       `json:"pairs"`      // proposed
	Considered int       `json:"considered"` // every request with every supporter
	Allowed    int       `json:"allowed"`    // of those, by every rule
	Failures   []Failure `json:"failures"`
}

// OK reports whether everything holds.
func (v Verification) OK() bool { return len(v.Failures) == 0 }
