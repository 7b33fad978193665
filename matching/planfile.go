package matching

import (
	"io"

	"github.com/peersupport/peersupport/peer/strictjson"
)

// MaxPlanBytes is the largest plan that is read.
const MaxPlanBytes = 1 << 30

// ReadPlan reads the JSON of a plan strictly: unknown, repeated and
// case-variant keys, trailing data and values of the wrong kind are refused.
// source names the file in faults. The error is of type peer.Faults and lists
// every fault, or it is the reader's own.
func ReadPlan(r io.Reader, source string) (Plan, error) {
	var plan Plan
	err := strictjson.Read(r, &plan, strictjson.Config{
		Source: source, MaxBytes: MaxPlanBytes, MaxList: 10_000_000, MaxKeys: 10_000_000, AllowMark: true,
	})
	if err != nil {
		return Plan{}, err
	}
	return plan, nil
}
