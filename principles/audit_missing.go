package principles

// missing lists the indicators for which there is no usable evidence, each once,
// and who or what could supply it.
func (a *audit) missing(r Report) []Missing {
	suppliers := make(map[Ref]question)
	for _, q := range a.questions {
		suppliers[q.ref()] = q
	}
	all := a.missingStages(r)
	seen := make(map[Ref]bool)
	for _, p := range r.Principles {
		for _, i := range p.Indicators {
			ref := Ref{Framework: i.Framework, Indicator: i.ID}
			if seen[ref] || !i.incomplete() {
				continue
			}
			seen[ref] = true
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

// missingStages lists the stages of a ladder, if a needed voice was not heard.
func (a *audit) missingStages(r Report) []Missing {
	var unheard []Voice
	for _, v := range r.Voices {
		if v.Needed && !v.Heard {
			unheard = append(unheard, v.Voice)
		}
	}
	if r.Ladder == nil || len(unheard) == 0 {
		return nil
	}
	var all []Missing
	for _, q := range a.questions {
		all = append(all, Missing{
			Indicator: q.ID, Framework: q.framework.ID, Name: q.Name, Kind: q.Kind, Voices: unheard})
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
		for _, key := range q.Sources {
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
