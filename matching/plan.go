package matching

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/principles"
)

// PlanSchema names the version of a plan's JSON.
const PlanSchema = "peersupport/match/v1"

// Plan is what a round proposes, with the proof that nothing better was
// possible. It is for coordinators and auditors: it names who asked. The
// library proposes; people dispose.
type Plan struct {
	Schema   string       `json:"schema"`
	At       peer.Date    `json:"at"`
	Policy   PolicyRecord `json:"policy"`
	TieBreak TieBreak     `json:"tie_break"`
	// Pairs and Unmatched are in the order of the request ids; together they
	// name every request once.
	Pairs      []PlannedPair     `json:"pairs"`
	Unmatched  []Unmatched       `json:"unmatched"`
	Objectives []ObjectiveResult `json:"objectives"`
	Repairs    []Repair          `json:"repairs"`
	// Places are the free places of every supporter that the round counted
	// with.
	Places      map[peer.ExternalID]int `json:"places"`
	Certificate []Certificate           `json:"certificate"`
	// Digest is the SHA-256 of the plan's canonical JSON without the digest.
	Digest string `json:"digest"`
}

// PolicyRecord is the policy as a plan records it, the ids of the
// application's own rules and criteria included.
type PolicyRecord struct {
	Policy
	OwnRules    []principles.RuleID `json:"own_rules"`
	OwnCriteria []string            `json:"own_criteria"`
}

// PlannedPair is one proposal.
type PlannedPair struct {
	Request   peer.ExternalID `json:"request"`
	Supporter peer.ExternalID `json:"supporter"`
	// Score is the sum of weight times basis points over the criteria.
	Score    int64            `json:"score"`
	Criteria []CriterionScore `json:"criteria"`
}

// CriterionScore is one criterion's part of a score: basis points from 0 to
// 10000, and the weight that multiplies them.
type CriterionScore struct {
	ID     string `json:"id"`
	Score  int64  `json:"score"`
	Weight int64  `json:"weight"`
}

// Unmatched is a request without a proposal, and how many supporters each
// reason held back; one supporter can count under several reasons.
type Unmatched struct {
	Request peer.ExternalID `json:"request"`
	Reasons []ReasonCount   `json:"reasons"`
}

// ReasonCount is how many supporters a reason held back, most first.
type ReasonCount struct {
	Code  principles.Code `json:"code"`
	Count int             `json:"count"`
}

// ObjectiveResult is the value of one rung, the proven bound, and whether they
// meet.
type ObjectiveResult struct {
	ID    string `json:"id"`
	Value int64  `json:"value"`
	Bound int64  `json:"bound"`
	Exact bool   `json:"exact"`
}

// Certificate holds the potentials that prove one rung.
type Certificate struct {
	Objective  string                    `json:"objective"`
	Requests   map[peer.ExternalID]int64 `json:"requests"`
	Supporters map[peer.ExternalID]int64 `json:"supporters"`
}

// Canonical returns the plan's canonical JSON without the digest: keys sorted,
// no space, whole numbers, UTF-8 as it is.
func (p Plan) Canonical() ([]byte, error) {
	p.Digest = ""
	raw, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	return canonical(raw)
}

// canonical rewrites the JSON of a plan canonically, without its digest.
func canonical(raw []byte) ([]byte, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var tree map[string]any
	if err := decoder.Decode(&tree); err != nil {
		return nil, err
	}
	delete(tree, "digest")
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(tree); err != nil { // maps are written in the order of their keys
		return nil, err
	}
	return bytes.TrimRight(out.Bytes(), "\n"), nil
}

// digest returns the SHA-256 of the canonical JSON, in hexadecimal.
func (p Plan) digest() (string, error) {
	canonical, err := p.Canonical()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:]), nil
}

func recordOf(p Policy) PolicyRecord {
	r := PolicyRecord{Policy: p, OwnRules: []principles.RuleID{}, OwnCriteria: []string{}}
	for _, rule := range p.Rules {
		r.OwnRules = append(r.OwnRules, rule.ID())
	}
	for _, c := range p.Criteria {
		r.OwnCriteria = append(r.OwnCriteria, criterionID(c))
	}
	slices.Sort(r.OwnRules) // their order decides nothing
	slices.Sort(r.OwnCriteria)
	return r
}
