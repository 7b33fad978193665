package report

import (
	"io"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/principles"
)

// Limits of what [Read] accepts; this project's own figures. A report of a large
// programme by a framework of a hundred indicators has less than a megabyte.
const (
	MaxBytes int64 = 16 << 20
	maxList        = 20_000
)

// Faults of a report that is sound JSON and yet no report of an audit. A report
// that somebody edited by hand must not confuse the comparison with it.
const (
	// FaultSchema: the schema is missing or another one.
	FaultSchema peer.FaultCode = "unknown_schema"
	// FaultMissing: something is missing that a report has.
	FaultMissing peer.FaultCode = "missing"
	// FaultName: an id or code does not have the form of one.
	FaultName peer.FaultCode = "invalid_name"
	// FaultChoice: a word is none of those that can stand there.
	FaultChoice peer.FaultCode = "unknown_choice"
	// FaultTwice: something is there twice that can be there once.
	FaultTwice peer.FaultCode = "duplicate"
	// FaultRange: a figure lies outside its range.
	FaultRange peer.FaultCode = "out_of_range"
	// FaultContradiction: figures that belong together contradict each other.
	FaultContradiction peer.FaultCode = "contradiction"
)

// Read reads what [JSON] writes, strictly. source names the file in faults. The
// error is of type [peer.Faults], with the place of every fault, or it is the
// reader's own. Lists without entries are read as nil.
func Read(r io.Reader, source string) (principles.Report, error) {
	cfg := strictjson.Config{Source: source, MaxBytes: MaxBytes, MaxList: maxList, AllowMark: true}
	data, err := strictjson.Load(r, cfg)
	if err != nil {
		return principles.Report{}, err
	}
	var report principles.Report
	if err := strictjson.Decode(data, &report, cfg); err != nil {
		return principles.Report{}, err
	}
	var c check
	c.report(report)
	if len(c.found) == 0 {
		return withoutEmptyLists(report), nil
	}
	at := strictjson.Index(data, cfg)
	faults := make(peer.Faults, len(c.found))
	for i, f := range c.found {
		faults[i] = at.Fault(f.path, f.code, faultWords(f.code))
	}
	return principles.Report{}, faults
}

func faultWords(code peer.FaultCode) string {
	switch code {
	case FaultSchema:
		return "the schema is not the one of a report"
	case FaultMissing:
		return "a report needs this"
	case FaultName:
		return "words of small letters and digits, joined by underscores"
	case FaultChoice:
		return "not one of the words that can stand here"
	case FaultTwice:
		return "this is there twice"
	case FaultRange:
		return "the figure lies outside its range"
	}
	return "figures that belong together contradict each other"
}
