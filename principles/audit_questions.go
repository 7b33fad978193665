package principles

import "fmt"

// question is an indicator as it is asked in one audit: one of the framework's
// own, or one of another framework that serves it.
type question struct {
	Indicator
	framework Framework // where it is defined
	serves    PrincipleID
	judged    bool
}

// ask collects the questions of the audit, those of a principle in the order of
// the framework, own ones first. An indicator that reaches a principle on
// several ways is asked once, and judged if one way says so.
func (a *audit) ask() {
	if a.f.Form == FormLadder {
		for _, i := range a.f.Indicators {
			a.questions = append(a.questions, question{Indicator: i, framework: a.f})
		}
		return
	}
	for _, p := range a.f.Principles {
		at := make(map[Ref]int)
		a.collect(Ref{Framework: a.f.ID, Principle: p.ID}, p.ID, true, at, make(map[Ref]visit))
	}
}

// visit says how a principle was reached before.
type visit uint8

const (
	notVisited visit = iota
	visitedInforming
	visitedJudged
)

// collect adds what serves the principle at ref, and what serves that. A
// principle that many ways lead to is gone into twice at most: a way that is
// judged covers all others.
func (a *audit) collect(ref Ref, serves PrincipleID, judged bool, at map[Ref]int, on map[Ref]visit) {
	now := visitedInforming
	if judged {
		now = visitedJudged
	}
	if on[ref] >= now {
		return
	}
	on[ref] = now
	f, ok := a.framework(ref.Framework)
	if !ok {
		return
	}
	for _, i := range f.Indicators {
		if i.Serves == ref.Principle {
			a.add(f, i, serves, judged, at)
		}
	}
	for _, link := range a.into(ref) {
		passes := judged && link.Judged
		if link.From.Indicator == "" {
			a.collect(link.From, serves, passes, at, on)
			continue
		}
		if from, ok := a.framework(link.From.Framework); ok {
			if i, ok := from.Indicator(link.From.Indicator); ok {
				a.add(from, i, serves, passes, at)
			}
		}
	}
}

func (a *audit) add(f Framework, i Indicator, serves PrincipleID, judged bool, at map[Ref]int) {
	ref := Ref{Framework: f.ID, Indicator: i.ID}
	judged = judged && !i.Informs
	if known, ok := at[ref]; ok {
		a.questions[known].judged = a.questions[known].judged || judged
		return
	}
	at[ref] = len(a.questions)
	a.questions = append(a.questions, question{Indicator: i, framework: f, serves: serves, judged: judged})
}

// framework returns the framework of the audit or one of the library.
func (a *audit) framework(id FrameworkID) (Framework, bool) {
	if id == a.f.ID {
		return a.f, true
	}
	if a.o.Library == nil {
		return Framework{}, false
	}
	f, ok := a.o.Library.byID[id]
	return f, ok
}

// into returns the links that serve the principle: those of the audited
// framework as it is handed over, and of the library what the others declare.
func (a *audit) into(ref Ref) []Link {
	var links []Link
	if a.o.Library != nil {
		for _, l := range a.o.Library.into[ref] {
			if l.by != a.f.ID {
				links = append(links, l.Link)
			}
		}
	}
	for _, l := range a.f.Links {
		if l.Relation == Serves && l.To == ref {
			links = append(links, l)
		}
	}
	return links
}

// unfollowed returns the links on which a standing would depend and that lead to
// what is not there.
func (a *audit) unfollowed() (faults []error) {
	for i, l := range a.f.Links {
		if l.Relation != Serves || !l.Judged || l.To.Framework != a.f.ID {
			continue
		}
		code := CodeUnknownFramework
		if f, ok := a.framework(l.From.Framework); ok {
			code = f.missing(l.From)
		}
		if code != "" {
			faults = append(faults, &FrameworkFault{
				Framework: a.f.ID, Path: fmt.Sprintf("links[%d].from", i), Code: code})
		}
	}
	return faults
}

// byName returns the indicators as evidence may name them: with their framework,
// or without where it is clear which is meant. The audited framework comes first;
// an id without framework that only several others use is doubtful.
func (a *audit) byName() (named map[Ref]question, doubtful map[IndicatorID]bool) {
	named, doubtful = make(map[Ref]question), make(map[IndicatorID]bool)
	others := make(map[IndicatorID]question)
	for _, q := range a.questions {
		named[q.ref()] = q
		if q.framework.ID == a.f.ID {
			named[Ref{Indicator: q.ID}] = q
		} else if known, ok := others[q.ID]; ok && known.framework.ID != q.framework.ID {
			doubtful[q.ID] = true
		} else {
			others[q.ID] = q
		}
	}
	for id, q := range others {
		if _, own := named[Ref{Indicator: id}]; own {
			delete(doubtful, id)
		} else if !doubtful[id] {
			named[Ref{Indicator: id}] = q
		}
	}
	return named, doubtful
}

// ref names the indicator of a question.
func (q question) ref() Ref { return Ref{Framework: q.framework.ID, Indicator: q.ID} }
