package principles

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Library is a set of frameworks whose links hold together. It is immutable and
// safe for concurrent use; the zero value is empty.
type Library struct {
	byID map[FrameworkID]Framework
	// into holds the serving links by the principle that they lead to.
	into map[Ref][]declared
}

// declared is a link and the framework whose file has it.
type declared struct {
	Link
	by FrameworkID
}

// NewLibrary returns the library of the frameworks. They are sound by themselves
// and no two have the same id; links lead to what is there, and no principle
// serves itself in the end. If anything is wrong, the error joins a
// [FrameworkFault] for every fault.
func NewLibrary(frameworks ...Framework) (*Library, error) {
	l := &Library{byID: make(map[FrameworkID]Framework), into: make(map[Ref][]declared)}
	var faults []error
	for _, f := range frameworks {
		for _, fault := range f.Check() {
			faults = append(faults, fault)
		}
		if _, twice := l.byID[f.ID]; twice {
			faults = append(faults, &FrameworkFault{Framework: f.ID, Path: "id", Code: CodeDuplicate})
		}
		l.byID[f.ID] = f
	}
	if len(faults) == 0 {
		faults = l.follow(frameworks)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return l, nil
}

// follow checks the links between frameworks and keeps those that serve.
func (l *Library) follow(frameworks []Framework) (faults []error) {
	type place struct {
		framework FrameworkID
		path      string
	}
	var all []Link
	var places []place
	for _, f := range frameworks {
		for i, link := range f.Links {
			path := fmt.Sprintf("links[%d]", i)
			if code := l.missing(link.From); code != "" {
				faults = append(faults, &FrameworkFault{Framework: f.ID, Path: path + ".from", Code: code})
			}
			if code := l.missing(link.To); code != "" {
				faults = append(faults, &FrameworkFault{Framework: f.ID, Path: path + ".to", Code: code})
			}
			all, places = append(all, link), append(places, place{f.ID, path})
		}
	}
	for _, i := range cyclic(all) {
		faults = append(faults, &FrameworkFault{Framework: places[i].framework, Path: places[i].path, Code: CodeCycle})
	}
	for i, link := range all {
		if link.Relation != Serves {
			continue
		}
		l.into[link.To] = append(l.into[link.To], declared{link, places[i].framework})
		if l.byID[link.From.Framework].Form == FormLadder || l.byID[link.To.Framework].Form == FormLadder {
			faults = append(faults, &FrameworkFault{
				Framework: places[i].framework, Path: places[i].path, Code: CodeOtherKind})
		}
	}
	return faults
}

func (l *Library) missing(r Ref) Code {
	f, ok := l.byID[r.Framework]
	if !ok {
		return CodeUnknownFramework
	}
	return f.missing(r)
}

// Frameworks returns all frameworks by id.
func (l *Library) Frameworks() []Framework {
	var all []Framework
	for _, id := range slices.Sorted(maps.Keys(l.byID)) {
		all = append(all, l.byID[id])
	}
	return all
}

// Framework returns the framework with the id, written with underscores or with
// hyphens.
func (l *Library) Framework(id string) (Framework, bool) {
	f, ok := l.byID[FrameworkID(Folded(id))]
	return f, ok
}
