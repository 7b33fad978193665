package frameworks_test

import (
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// finds reports whether a report names a fault in this way.
func finds(r principles.Report, n naming) bool {
	if n.indicator == "" {
		return slices.ContainsFunc(noticesOf(r), hasCode(n.code))
	}
	for _, p := range r.Principles {
		for _, i := range p.Indicators {
			if i.ID != n.indicator || i.Framework != n.framework {
				continue
			}
			if n.code != "" {
				return slices.ContainsFunc(noticeLists(&r, i.ID), func(list *[]principles.Notice) bool {
					return slices.ContainsFunc(*list, hasCode(n.code))
				})
			}
			return pullsDown(p, i)
		}
	}
	return false
}

// pullsDown reports whether an indicator is known to stand below upheld, and, if
// it is judged, its principle for that reason too.
func pullsDown(p principles.PrincipleReport, i principles.IndicatorReport) bool {
	stands := i.Standing.Known() && i.Standing < principles.Upheld
	named := p.Standing != principles.Upheld && slices.Contains(p.PullsDown, i.Ref())
	return stands && (named || !i.Judged)
}

func hasCode(c principles.Code) func(principles.Notice) bool {
	return func(n principles.Notice) bool { return n.Code == c }
}

// noticesOf returns all notices of a report, wherever they stand, but for those
// on how far raters agree: a voice that is asked about one thing alone, however
// many answer, gets one there, and it says nothing about the programme.
func noticesOf(r principles.Report) []principles.Notice {
	var all []principles.Notice
	for _, list := range noticeLists(&r, "") {
		all = append(all, *list...)
	}
	if r.Ladder != nil && r.Ladder.Headline != nil {
		all = append(all, *r.Ladder.Headline)
	}
	return all
}

// noticeLists returns the lists of notices in a report, or those at an indicator.
func noticeLists(r *principles.Report, at principles.IndicatorID) []*[]principles.Notice {
	var everywhere, there []*[]principles.Notice
	everywhere = append(everywhere, &r.Notices)
	for k := range r.Principles {
		p := &r.Principles[k]
		everywhere = append(everywhere, &p.Notices)
		for j := range p.Indicators {
			i := &p.Indicators[j]
			lists := []*[]principles.Notice{&i.Notices}
			for m := range i.Figures {
				lists = append(lists, &i.Figures[m].Notices)
			}
			everywhere = append(everywhere, lists...)
			if i.ID == at {
				there = append(there, lists...)
			}
		}
	}
	if at != "" {
		return there
	}
	if r.Ladder != nil {
		for k := range r.Ladder.Rows {
			everywhere = append(everywhere, &r.Ladder.Rows[k].Notices)
		}
	}
	for k := range r.Tensions {
		everywhere = append(everywhere, &r.Tensions[k].Notices)
	}
	for k := range r.Actions {
		everywhere = append(everywhere, &r.Actions[k].Notices)
	}
	for k := range r.Contests {
		everywhere = append(everywhere, &r.Contests[k].Notices)
	}
	return everywhere
}

// drop takes a notice out of a report.
func drop(r *principles.Report, n naming) {
	for _, list := range noticeLists(r, n.indicator) {
		*list = slices.DeleteFunc(*list, hasCode(n.code))
	}
	if r.Ladder != nil && r.Ladder.Headline != nil && r.Ladder.Headline.Code == n.code {
		r.Ladder.Headline = nil
	}
}

// concealments are the ways in which a report could fail to name a fault.
func concealments(n naming) map[string]func(*principles.Report) {
	if n.code != "" {
		return map[string]func(*principles.Report){"no notice": func(r *principles.Report) { drop(r, n) }}
	}
	at := func(change func(*principles.PrincipleReport, *principles.IndicatorReport)) func(*principles.Report) {
		return func(r *principles.Report) {
			for k := range r.Principles {
				p := &r.Principles[k]
				for j := range p.Indicators {
					if i := &p.Indicators[j]; i.ID == n.indicator && i.Framework == n.framework {
						change(p, i)
					}
				}
			}
		}
	}
	return map[string]func(*principles.Report){
		"the indicator upheld":    at(func(_ *principles.PrincipleReport, i *principles.IndicatorReport) { i.Standing = principles.Upheld }),
		"the indicator not known": at(func(_ *principles.PrincipleReport, i *principles.IndicatorReport) { i.Standing = principles.NotKnown }),
		"the principle upheld all the same": at(func(p *principles.PrincipleReport, i *principles.IndicatorReport) {
			p.Standing, i.Judged = principles.Upheld, true
		}),
		"pulling nothing down": at(func(p *principles.PrincipleReport, i *principles.IndicatorReport) {
			p.PullsDown, i.Judged = nil, true
		}),
	}
}
