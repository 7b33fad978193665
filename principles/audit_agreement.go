package principles

import (
	"cmp"
	"errors"
	"maps"
	"math"
	"slices"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// Coefficients of an [AgreementReport].
const (
	// CoefficientAlpha is Krippendorff's alpha for ordinal values.
	CoefficientAlpha = "krippendorff_alpha_ordinal"
	// CoefficientAC1 is Gwet's AC1, which does not collapse where nearly all
	// ratings are the same.
	CoefficientAC1 = "gwet_ac1"
)

// thing is something that can be rated by several people.
type thing struct {
	indicator Ref
	subject   string
}

// doubly is what people of one voice said on one scale, by the thing rated.
type doubly struct {
	voice     Voice
	framework FrameworkID // of the scale
	scale     Scale
	said      map[thing][]Rating
}

// agreement says for every voice and scale how far people who rated the same
// subjects agree. What one person alone rated tells nothing about it, nor do
// ratings without a subject.
func (a *audit) agreement() []AgreementReport {
	tables := make(map[string]*doubly)
	done := make(map[Ref]bool)
	for _, q := range a.questions {
		if q.Kind != Rated || done[q.ref()] {
			continue
		}
		done[q.ref()] = true
		scale, _ := q.framework.Scale(q.Scale)
		for _, r := range a.answers.ratings[q.ref()] {
			if r.Subject == "" {
				continue // each speaks of an experience of their own
			}
			key := string(r.Voice) + " " + string(q.framework.ID) + " " + scale.ID
			t := tables[key]
			if t == nil {
				t = &doubly{voice: r.Voice, framework: q.framework.ID, scale: scale, said: make(map[thing][]Rating)}
				tables[key] = t
			}
			at := thing{q.ref(), r.Subject}
			t.said[at] = append(t.said[at], r)
		}
	}
	var all []AgreementReport
	for _, key := range slices.Sorted(maps.Keys(tables)) {
		all = append(all, a.coefficients(*tables[key])...)
	}
	return all
}

// coefficients computes both coefficients over the things that two or more
// people rated and the release lets through, one by one, so that what few people
// said of one thing does not show in the whole. The order is fixed, so that sums
// come out the same.
func (a *audit) coefficients(d doubly) []AgreementReport {
	things := slices.SortedFunc(maps.Keys(d.said), func(x, y thing) int {
		return cmp.Or(cmp.Compare(x.indicator.String(), y.indicator.String()), cmp.Compare(x.subject, y.subject))
	})
	var values [][]float64
	var categories [][]int
	for _, t := range things {
		ratings := d.said[t]
		n := len(ratings)
		if n < 2 || !a.o.Release.Show(Tally{Count: n, Of: n, People: n}).Standing {
			continue
		}
		row, cats := make([]float64, n), make([]int, n)
		for i, r := range ratings {
			row[i], cats[i] = float64(r.Score), r.Score-d.scale.Low
		}
		slices.Sort(row)
		slices.Sort(cats)
		values, categories = append(values, row), append(categories, cats)
	}
	alpha, err := stats.Alpha(values, stats.MetricOrdinal)
	if errors.Is(err, stats.ErrTooFew) {
		return nil
	}
	all := []AgreementReport{agreementReport(d, CoefficientAlpha, alpha, err)}
	ac1, err := stats.AC1(categories, d.scale.High-d.scale.Low+1, a.o.Level)
	return append(all, agreementReport(d, CoefficientAC1, ac1, err))
}

// coarse rounds a coefficient to one decimal: from all of its digits the exact
// votes could be worked out.
func coarse(value float64) *float64 {
	rounded := math.Round(10*value) / 10
	return &rounded
}

func agreementReport(d doubly, coefficient string, found stats.Agreement, err error) AgreementReport {
	r := AgreementReport{Voice: d.voice, Framework: d.framework, Scale: d.scale.Name, Coefficient: coefficient}
	switch {
	case errors.Is(err, stats.ErrNoVariance):
		r.Notices = []Notice{{Code: CodeNoVariance}}
	case err != nil:
		r.Notices = []Notice{{Code: CodeTooFewOrNone}}
	default:
		r.Value = coarse(found.Value)
		if !found.Interval.IsZero() {
			r.Low, r.High = coarse(found.Interval.Lower), coarse(found.Interval.Upper)
		}
	}
	return r
}
