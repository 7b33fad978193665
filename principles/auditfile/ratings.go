package auditfile

import (
	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/tabular"
	"github.com/peersupport/peersupport/principles"
)

// The columns of ratings, in the order of ratingColumns.
const (
	raIndicator = iota
	raVoice
	raRater
	raScore
	raOn
	raSubject
	raOnRecord
	raFramework
)

func ratingColumns() []tabular.Column {
	return columns(5, "indicator", "voice", "rater", "score", "on", "subject", "on_record", "framework")
}

// ReadRatings reads a file of ratings. Whoever rated is inside
// [principles.Rater] from then on. Error and faults are as with
// [ReadEvidence].
func ReadRatings(f tabular.File, o Options) ([]principles.Rating, tabular.Report, error) {
	v := &ratingReader{given: make(map[ratingKey]bool), spelled: make(map[string]peer.ExternalID)}
	return readTable(f, o.of(ratingColumns()), v.read)
}

// ratingKey is what one person can rate only once.
type ratingKey struct {
	indicator principles.Ref
	voice     principles.Voice
	rater     peer.ExternalID
	subject   string
}

// ratingReader remembers what was rated on earlier records, and by whom.
type ratingReader struct {
	given   map[ratingKey]bool
	spelled map[string]peer.ExternalID // raters as first spelled, by their folded form
}

func (v *ratingReader) read(r *row) principles.Rating {
	r.need(missing, raIndicator, raVoice, raRater, raOn)
	r.need(FaultScore, raScore)
	key := ratingKey{
		indicator: principles.Ref{
			Framework: read(r, raFramework, parseName[principles.FrameworkID]),
			Indicator: read(r, raIndicator, parseName[principles.IndicatorID]),
		},
		voice:   read(r, raVoice, parseName[principles.Voice]),
		rater:   read(r, raRater, parseRater),
		subject: read(r, raSubject, parseText),
	}
	v.check(r, key)
	return principles.Rating{
		Framework: key.indicator.Framework,
		Indicator: key.indicator.Indicator,
		Voice:     key.voice,
		Rater:     principles.NewRater(string(key.rater)),
		Score:     read(r, raScore, parseScore),
		Subject:   key.subject,
		On:        read(r, raOn, parseDay),
		OnRecord:  read(r, raOnRecord, parseYesNo),
	}
}

// check holds a rating against those before it.
func (v *ratingReader) check(r *row, key ratingKey) {
	if r.sound(raRater) {
		folded := key.rater.Fold()
		if first, again := v.spelled[folded]; !again {
			v.spelled[folded] = key.rater
		} else if first != key.rater {
			r.fault(raRater, peer.FaultIDAlike)
		}
	}
	if r.sound(raFramework, raIndicator, raVoice, raRater, raSubject) {
		if v.given[key] {
			r.fault(raRater, duplicate)
		}
		v.given[key] = true
	}
}
