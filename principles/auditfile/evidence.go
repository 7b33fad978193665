package auditfile

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
)

// The columns of evidence, in the order of evidenceColumns.
const (
	evKind = iota
	evMeasure
	evCount
	evOf
	evPeople
	evLargest
	evComplete
	evFrom
	evUntil
	evIndicator
	evOn
	evHolds
	evDocument
	evOwner
	evSource
	evFramework
)

func evidenceColumns() []tabular.Column {
	return columns(1, "kind", "measure", "count", "of", "people", "largest", "complete", "from", "until",
		"indicator", "on", "holds", "document", "owner", "source", "framework")
}

// The codes under which [principles.Audit] reports the same.
const (
	missing   = peer.FaultCode(principles.CodeMissing)
	duplicate = peer.FaultCode(principles.CodeDuplicate)
	counts    = peer.FaultCode(principles.CodeCounts)
	otherKind = peer.FaultCode(principles.CodeOtherKind)
)

// ReadEvidence reads a file of evidence, computed and attested. The error is of
// type [peer.Faults] with every fault of the file, or that of the stream; with
// an error no evidence is returned.
func ReadEvidence(f tabular.File, o Options) ([]principles.Evidence, tabular.Report, error) {
	return readTable(f, o.of(evidenceColumns()), (&evidenceReader{}).read)
}

// evidenceReader remembers what was measured on earlier records.
type evidenceReader struct {
	measured map[principles.MeasureID]bool
}

func (v *evidenceReader) read(r *row) principles.Evidence {
	r.need(missing, evKind)
	e := principles.Evidence{Kind: read(r, evKind, parseKind), Source: read(r, evSource, parseText)}
	if e.Kind == principles.Attested {
		r.refuse(otherKind, evMeasure, evCount, evOf, evPeople, evLargest, evComplete, evFrom, evUntil)
	} else {
		readComputed(r, &e)
	}
	if e.Kind == principles.Computed {
		r.refuse(otherKind, evIndicator, evOn, evHolds, evDocument, evOwner, evFramework)
		v.check(r, e)
	} else {
		readAttested(r, &e)
	}
	return e
}

// readComputed reads what is of computed evidence. Without a known kind nothing
// is needed, and each field that there is has to be sound by itself.
func readComputed(r *row, e *principles.Evidence) {
	if e.Kind == principles.Computed {
		r.need(missing, evMeasure, evCount, evOf, evUntil)
	}
	e.Measure = read(r, evMeasure, parseName[principles.MeasureID])
	e.Count = read(r, evCount, parseCount)
	e.Of = read(r, evOf, parseCount)
	e.People = read(r, evPeople, parseCount)
	e.Largest = read(r, evLargest, parseCount)
	e.Complete = read(r, evComplete, parseYesNo)
	e.From = read(r, evFrom, parseDay)
	e.Until = read(r, evUntil, parseDay)
}

func readAttested(r *row, e *principles.Evidence) {
	if e.Kind == principles.Attested {
		r.need(missing, evIndicator, evOn, evHolds, evDocument, evOwner)
	}
	e.Framework = read(r, evFramework, parseName[principles.FrameworkID])
	e.Indicator = read(r, evIndicator, parseName[principles.IndicatorID])
	e.On = read(r, evOn, parseDay)
	e.Holds = read(r, evHolds, parseHolds)
	e.Document = read(r, evDocument, parseText)
	e.Owner = read(r, evOwner, parseText)
}

// check holds the fields of computed evidence against each other, those that
// could be read, and against the records before.
func (v *evidenceReader) check(r *row, e principles.Evidence) {
	if r.sound(evMeasure) {
		if v.measured[e.Measure] {
			r.fault(evMeasure, duplicate)
		}
		if v.measured == nil {
			v.measured = make(map[principles.MeasureID]bool)
		}
		v.measured[e.Measure] = true
	}
	if r.sound(evCount, evOf) && e.Count > e.Of {
		r.fault(evCount, counts)
	}
	if r.sound(evLargest, evOf) && e.Largest > e.Of {
		r.fault(evLargest, counts)
	}
	if r.sound(evOf) && int64(e.Of) > principles.MaxCount {
		r.fault(evOf, counts)
	}
	if r.sound(evFrom, evUntil) && !e.From.IsZero() && e.Until.Before(e.From) {
		r.fault(evFrom, peer.FaultInterval)
	}
}
