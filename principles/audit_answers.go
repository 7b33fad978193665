package principles

import (
	"cmp"
	"maps"
	"slices"
)

// answers is the evidence, by what it answers.
type answers struct {
	computed map[MeasureID]Evidence
	attested map[Ref]Evidence // the latest; of one day the worst
	ratings  map[Ref][]Rating // those recent enough to count
	unused   []Unused
}

// sort puts the evidence where it belongs.
func (a *audit) sort(evidence []Evidence, ratings []Rating) answers {
	s := answers{computed: make(map[MeasureID]Evidence), attested: make(map[Ref]Evidence)}
	asked := make(map[MeasureID]bool)
	for _, q := range a.questions {
		asked[q.Measure] = true
	}
	unused := make(map[Unused]bool)
	for _, e := range evidence {
		q, known := a.named[e.ref()]
		switch {
		case e.Kind == Computed && asked[e.Measure]:
			s.computed[e.Measure] = e
		case e.Kind == Computed:
			unused[Unused{Measure: e.Measure}] = true
		case known:
			s.attest(q.ref(), e)
		default:
			unused[Unused{Framework: e.Framework, Indicator: e.Indicator}] = true
		}
	}
	var strange map[Ref][]Rating
	s.ratings, strange = a.sortRatings(ratings)
	for ref, ratings := range strange {
		if n := raters(ratings); a.o.Release.Show(Tally{Count: n, Of: n, People: n}).Standing {
			unused[Unused{Framework: ref.Framework, Indicator: ref.Indicator}] = true
		}
	}
	for _, id := range a.o.Register.frameworks() {
		if _, known := a.framework(id); id != "" && !known {
			unused[Unused{Framework: id}] = true
		}
	}
	s.unused = slices.SortedFunc(maps.Keys(unused), compareUnused)
	return s
}

// sortRatings parts the ratings that count from those of indicators that nothing
// asks for. That there were older ones is nobody's business.
func (a *audit) sortRatings(ratings []Rating) (asked, strange map[Ref][]Rating) {
	asked, strange = make(map[Ref][]Rating), make(map[Ref][]Rating)
	for _, r := range ratings {
		if a.old(r.On) {
			continue
		}
		if q, known := a.named[r.ref()]; known {
			asked[q.ref()] = append(asked[q.ref()], r)
		} else {
			strange[r.ref()] = append(strange[r.ref()], r)
		}
	}
	return asked, strange
}

// raters returns how many people gave the ratings.
func raters(ratings []Rating) int {
	keys := make(map[string]bool)
	for _, r := range ratings {
		keys[r.Rater.reveal()] = true
	}
	return len(keys)
}

func (s *answers) attest(ref Ref, e Evidence) {
	known, ok := s.attested[ref]
	if !ok || supersedes(e, known) {
		s.attested[ref] = e
	}
}

// supersedes reports whether one attestation takes the place of another: the
// later one does, of one day the worse one; the rest is for a fixed order.
func supersedes(e, known Evidence) bool {
	return cmp.Or(
		e.On.Days(known.On),
		cmp.Compare(known.Holds.standing(), e.Holds.standing()),
		cmp.Compare(known.Document, e.Document),
		cmp.Compare(known.Owner, e.Owner),
		cmp.Compare(known.Source, e.Source)) > 0
}

// old reports whether evidence of that day no longer counts.
func (a *audit) old(d Day) bool { return !a.o.At.Before(d.AddMonths(a.o.MaxAgeMonths)) }

func (a *audit) unused() []Unused { return a.answers.unused }

// ballot is what the raters of one voice said about one indicator, one vote a
// person: the lower middle of their ratings where they rated several things.
type ballot struct {
	votes    []int // ascending
	onRecord bool  // everybody put their name to it
}

// ballots returns the ballots that ratings of an indicator make, by voice.
func (a *audit) ballots(q question, ratings []Rating) map[Voice]ballot {
	scores := make(map[Voice]map[string][]int)
	open := make(map[Voice]bool) // somebody did not put their name to it
	for _, r := range ratings {
		if scores[r.Voice] == nil {
			scores[r.Voice] = make(map[string][]int)
		}
		key := r.Rater.reveal()
		scores[r.Voice][key] = append(scores[r.Voice][key], r.Score)
		open[r.Voice] = open[r.Voice] || !r.OnRecord
	}
	ballots := make(map[Voice]ballot, len(scores))
	for v, byRater := range scores {
		asked, _ := q.framework.Asked(v)
		b := ballot{onRecord: asked.InOffice && !open[v]}
		for _, own := range byRater {
			slices.Sort(own)
			b.votes = append(b.votes, lowerMedian(own))
		}
		slices.Sort(b.votes)
		ballots[v] = b
	}
	return ballots
}

// lowerMedian returns the middle of ascending values, the lower one of two.
func lowerMedian(sorted []int) int { return sorted[(len(sorted)-1)/2] }

// shown asks the release about a ballot of which count votes are of interest.
func (a *audit) shown(b ballot, count int) Shown {
	n := len(b.votes)
	if b.onRecord {
		return Shown{Standing: true, Figure: true, Count: count, Of: n}
	}
	return a.o.Release.Show(Tally{Count: count, Of: n, People: n})
}

func compareUnused(a, b Unused) int {
	return cmp.Or(cmp.Compare(a.Measure, b.Measure), cmp.Compare(a.Indicator, b.Indicator),
		cmp.Compare(a.Framework, b.Framework))
}
