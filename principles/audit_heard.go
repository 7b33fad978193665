package principles

import "slices"

// hearing says where a voice can be found in a report: judged, where a standing
// depends on it, or only shown.
type hearing struct{ judged, shown map[Voice]bool }

// heard returns whose ratings the report shows.
func heard(r Report) hearing {
	h := hearing{make(map[Voice]bool), make(map[Voice]bool)}
	for _, p := range r.Principles {
		for _, i := range p.Indicators {
			for _, f := range i.Figures {
				known := f.Standing.Known()
				h.shown[f.Voice] = h.shown[f.Voice] || known
				h.judged[f.Voice] = h.judged[f.Voice] || known && f.Judged
			}
		}
	}
	if r.Ladder != nil {
		for _, row := range r.Ladder.Rows {
			for _, v := range row.Voices {
				h.shown[v.Voice], h.judged[v.Voice] = true, true
			}
		}
	}
	return h
}

// voice reports whether a voice counts as heard. A needed one does only where a
// standing depends on it: what it says beside the point must not stand for it.
func (h hearing) voice(v Asked) bool {
	if v.Needed {
		return h.judged[v.Voice]
	}
	return h.shown[v.Voice]
}

// voices says whom the audit heard, and what follows if somebody is missing.
func (a *audit) voices(h hearing) (all []VoiceReport, notices []Notice) {
	for _, v := range a.f.Voices {
		r := VoiceReport{Voice: v.Voice, Name: v.Name, Needed: v.Needed, Side: v.Side, Heard: h.voice(v)}
		all = append(all, r)
		if r.Needed && !r.Heard {
			notices = append(notices, Notice{Code: CodeVoiceNotHeard, Params: []Param{Term("voice", string(v.Voice))}})
		}
	}
	if len(notices) > 0 && a.f.Form != FormLadder {
		notices = append(notices, Notice{Code: CodeNothingUpheld})
	}
	if len(a.questions) == 0 {
		notices = append(notices, Notice{Code: CodeNoIndicators})
	}
	return all, notices
}

// withhold takes back what would be upheld without the voices that are needed:
// nothing about us without us.
func (a *audit) withhold(r *Report) {
	if !slices.ContainsFunc(r.Voices, func(v VoiceReport) bool { return v.Needed && !v.Heard }) {
		return
	}
	for i := range r.Principles {
		p := &r.Principles[i]
		if p.Known == Upheld {
			p.Known = NotKnown
		}
		if p.Standing == Upheld {
			p.Standing = NotKnown
			p.Notices = append(p.Notices, Notice{Code: CodeNothingUpheld})
		}
	}
}
