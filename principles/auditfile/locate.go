package auditfile

import (
	"errors"
	"strconv"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/strictjson"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
)

// Locate turns the error of [principles.Audit] about its input into
// [peer.Faults] with file, line and column of what is wrong. The reports are
// those with which evidence and ratings were read, and the audit must have had
// them in that order; what it had after them, or without a file (the zero
// report, the zero places), and the options have no place: their faults say
// where they are in Go terms. Any other error is returned as it is; an error
// that joins both kinds becomes one that joins the faults and the rest.
func Locate(err error, evidence, ratings tabular.Report, register strictjson.Places) error {
	inputs, others := split(err)
	if len(inputs) == 0 {
		return err
	}
	l := locator{evidence: evidence, ratings: ratings, register: register, seen: make(map[principles.InputError]bool)}
	for _, e := range inputs {
		l.add(*e)
	}
	if len(others) > 0 {
		return errors.Join(l.faults(), errors.Join(others...))
	}
	return l.faults()
}

// split takes an error apart that joins or wraps others.
func split(err error) (inputs []*principles.InputError, others []error) {
	switch e := err.(type) { //nolint:errorlint // every level is looked at
	case nil:
	case *principles.InputError:
		inputs = append(inputs, e)
	case interface{ Unwrap() []error }:
		for _, part := range e.Unwrap() {
			in, out := split(part)
			inputs, others = append(inputs, in...), append(others, out...)
		}
	case interface{ Unwrap() error }:
		if inputs, others = split(e.Unwrap()); len(inputs) == 0 {
			others = []error{err}
		}
	default:
		others = append(others, err)
	}
	return inputs, others
}

// locator sorts the faults of the input of an audit by file.
type locator struct {
	evidence, ratings              tabular.Report
	register                       strictjson.Places
	seen                           map[principles.InputError]bool
	unplaced, inEvidence, inRating peer.Faults
	inRegister                     peer.Faults
}

func (l *locator) add(e principles.InputError) {
	if l.seen[e] {
		return
	}
	l.seen[e] = true
	f := fault(peer.FaultCode(e.Code))
	f.List, f.Index, f.Field = e.List, e.Index, e.Field
	switch {
	case e.List == "evidence" && e.Index < l.evidence.Rows:
		l.inEvidence = append(l.inEvidence, l.evidence.Locate(f))
	case e.List == "ratings" && e.Index < l.ratings.Rows:
		l.inRating = append(l.inRating, l.ratings.Locate(f))
	case e.List == "tensions", e.List == "actions", e.List == "contests":
		path := e.List + "[" + strconv.Itoa(e.Index) + "]." + e.Field
		l.inRegister = append(l.inRegister, l.register.Fault(path, f.Code, f.Words))
	case e.List == "options":
		f.List, f.Index, f.Field = "", 0, "options."+e.Field
		l.unplaced = append(l.unplaced, f)
	default:
		l.unplaced = append(l.unplaced, f)
	}
}

// faults returns those without a place first, then file by file.
func (l *locator) faults() peer.Faults {
	all := l.unplaced
	for _, of := range []peer.Faults{l.inEvidence, l.inRating, l.inRegister} {
		all = append(all, tabular.InOrder(of)...)
	}
	return all
}
