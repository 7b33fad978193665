package matching

import (
	"bytes"
	"io"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
)

// MaxPlanBytes is the largest plan that is read.
const MaxPlanBytes = 256 << 20

// FaultIncompletePlan is a plan in which a key is left out: it would read as
// zero, and its digest as that of another text.
const FaultIncompletePlan peer.FaultCode = "incomplete_plan"

// ReadPlan reads the JSON of a plan strictly: unknown, repeated,
// case-variant and missing keys, trailing data and values of the wrong kind are refused.
// source names the file in faults. The error is of type peer.Faults and lists
// every fault, or it is the reader's own.
func ReadPlan(r io.Reader, source string) (Plan, error) {
	var plan Plan
	cfg := strictjson.Config{
		Source: source, MaxBytes: MaxPlanBytes, MaxList: 10_000_000, MaxKeys: 10_000_000, AllowMark: true}
	data, err := strictjson.Load(r, cfg)
	if err != nil {
		return Plan{}, err
	}
	if err := strictjson.Decode(data, &plan, cfg); err != nil {
		return Plan{}, err
	}
	written, err := canonical(bytes.TrimPrefix(data, []byte("\uFEFF")))
	read, err2 := plan.Canonical()
	if err != nil || err2 != nil || !bytes.Equal(written, read) {
		return Plan{}, peer.Faults{{
			Code: FaultIncompletePlan, Source: source, Line: 1, Column: 1, Words: "a key of the plan is missing"}}
	}
	return plan, nil
}
