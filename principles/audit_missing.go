package principles

import "slices"

// missing lists the indicators for which there is no usable evidence, each once,
// and who or what could supply it.
func (a *audit) missing(r Report) []Missing {
	suppliers := make(map[Ref]question)
	for _, q := range a.questions {
		suppliers[q.ref()] = q
	}
	all := a.missingStages(r)
	seen := make(map[Ref]int)
	for _, p := range r.Principles {
		for _, i := range p.Indicators {
			if !i.incomplete() {
				continue
			}
			ref := i.Ref()
			if known, ok := seen[ref]; ok {
				all[known].Judged = all[known].Judged || i.Judged
				continue
			}
			seen[ref] = len(all)
			m := Missing{
				Indicator: i.ID, Framework: i.Framework, Name: i.Name, Kind: i.Kind, Judged: i.Judged,
				Measure: i.Measure, Supplier: suppliers[ref].Supplier,
			}
			for _, f := range i.Figures {
				if i.Kind == Rated && !f.Standing.Known() {
					m.Voices = append(m.Voices, f.Voice)
				}
			}
			all = append(all, m)
		}
	}
	return all
}

// missingStages lists the stages of a ladder about which a needed voice was not
// heard on any decision.
func (a *audit) missingStages(r Report) []Missing {
	if r.Ladder == nil {
		return nil
	}
	type account struct {
		stage IndicatorID
		voice Voice
	}
	given := make(map[account]bool)
	for _, row := range r.Ladder.Rows {
		for _, v := range row.Voices {
			given[account{row.Stage, v.Voice}] = true
		}
	}
	var all []Missing
	for _, q := range a.questions {
		m := Missing{Indicator: q.ID, Framework: q.framework.ID, Name: q.Name, Kind: q.Kind, Judged: true}
		for _, v := range r.Voices {
			if v.Needed && !given[account{q.ID, v.Voice}] {
				m.Voices = append(m.Voices, v.Voice)
			}
		}
		if len(m.Voices) > 0 {
			all = append(all, m)
		}
	}
	return all
}

// incomplete reports whether evidence for some part of the indicator is missing.
func (i IndicatorReport) incomplete() bool {
	for _, f := range i.Figures {
		if !f.Standing.Known() {
			return true
		}
	}
	return !i.Standing.Known()
}

// keys returns the keys of an indicator's sources as the report lists them:
// those of another framework with its name in front, because two frameworks may
// use one key for two publications.
func (a *audit) keys(f Framework, keys []string) []string {
	if f.ID == a.f.ID {
		return keys
	}
	own := make([]string, len(keys))
	for i, key := range keys {
		own[i] = string(f.ID) + "." + key
	}
	return own
}

// sources returns the citations that the report refers to, those of the
// framework first.
func (a *audit) sources() []Citation {
	all := a.f.Sources[:len(a.f.Sources):len(a.f.Sources)]
	seen := make(map[string]bool)
	for _, q := range a.questions {
		if q.framework.ID == a.f.ID {
			continue
		}
		scale, _ := q.framework.Scale(q.Scale)
		for _, key := range slices.Concat(q.Sources, scale.Sources) {
			c, ok := q.framework.Citation(key)
			c.Key = string(q.framework.ID) + "." + key
			if ok && !seen[c.Key] {
				seen[c.Key] = true
				all = append(all, c)
			}
		}
	}
	return all
}
