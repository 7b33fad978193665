package report

import "github.com/peersupport/peersupport/principles"

// column is one column of the picture. It says how a principle stands by what
// the column is about, and false if it is not about the principle at all.
type column struct {
	name string
	of   func(principles.PrincipleReport) (principles.Standing, bool)
}

// columns are those in which something stands. What is shown and not judged is
// left out: the picture says on what the standing depends.
func (w *words) columns() []column {
	all := []column{{"as a whole", func(p principles.PrincipleReport) (principles.Standing, bool) { return p.Standing, true }}}
	for _, v := range w.askedVoices() {
		all = append(all, column{w.voice(v), func(p principles.PrincipleReport) (principles.Standing, bool) { return byVoice(p, v) }})
	}
	for _, k := range []principles.Kind{principles.Computed, principles.Attested} {
		of := func(p principles.PrincipleReport) (principles.Standing, bool) { return byKind(p, k) }
		for _, p := range w.of.Principles {
			if _, asked := of(p); asked {
				all = append(all, column{kind(k), of})
				break
			}
		}
	}
	return all
}

// askedVoices returns those on whom a standing depends, in the order of the
// report.
func (w *words) askedVoices() (all []principles.Voice) {
	asked := make(map[principles.Voice]bool)
	var others []principles.Voice
	for _, p := range w.of.Principles {
		for _, i := range p.Indicators {
			for _, f := range i.Figures {
				if i.Judged && f.Judged && f.Voice != "" && !asked[f.Voice] {
					asked[f.Voice] = true
					others = append(others, f.Voice)
				}
			}
		}
	}
	for _, v := range w.of.Voices {
		if asked[v.Voice] {
			all = append(all, v.Voice)
			delete(asked, v.Voice)
		}
	}
	for _, v := range others { // voices that only another framework knows
		if asked[v] {
			all = append(all, v)
		}
	}
	return all
}

func byVoice(p principles.PrincipleReport, v principles.Voice) (principles.Standing, bool) {
	var parts []principles.Standing
	for _, i := range p.Indicators {
		for _, f := range i.Figures {
			if i.Judged && f.Judged && f.Voice == v {
				parts = append(parts, f.Standing)
			}
		}
	}
	whole, _ := principles.StandingOf(parts...)
	return whole, len(parts) > 0
}

func byKind(p principles.PrincipleReport, k principles.Kind) (principles.Standing, bool) {
	var parts []principles.Standing
	for _, i := range p.Indicators {
		if i.Judged && i.Kind == k {
			parts = append(parts, i.Standing)
		}
	}
	whole, _ := principles.StandingOf(parts...)
	return whole, len(parts) > 0
}
