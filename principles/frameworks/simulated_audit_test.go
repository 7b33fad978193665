package frameworks_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/peersupport/peersupport/principles"
)

// material is what a programme hands over for the audit by one framework.
type material struct {
	evidence []principles.Evidence
	answers  []answer
	closed   daysAgo // from which the days of answers count back
	register principles.Register
}

// material gathers what each framework asks for.
func (p *simulated) material(t testing.TB) map[principles.FrameworkID]material {
	t.Helper()
	asked, err := simulatedAsked()
	require.NoError(t, err)
	evidence := p.evidence()
	all := make(map[principles.FrameworkID]material)
	for id, asks := range asked {
		m := material{closed: p.closed}
		if id == core { // which all entries are about
			m.register = p.register
		}
		for _, e := range evidence {
			if asks[string(e.Measure)] || asks[string(e.Indicator)] {
				m.evidence = append(m.evidence, e)
			}
		}
		m.answers = make([]answer, 0, len(p.answers)/2)
		for i := range p.answers {
			if a := &p.answers[i]; asks[string(a.about)] {
				m.answers = append(m.answers, *a)
			}
		}
		all[id] = m
	}
	return all
}

// same reports whether two audits would be given the same.
func (m material) same(other material) bool {
	return m.closed == other.closed && slices.Equal(m.evidence, other.evidence) && slices.Equal(m.answers, other.answers) &&
		reflect.DeepEqual(m.register, other.register)
}

// audit holds a programme against a framework.
func (p *simulated) audit(t testing.TB, id principles.FrameworkID, m material) principles.Report {
	t.Helper()
	library, err := simulatedLibrary()
	require.NoError(t, err)
	f, ok := library.Framework(string(id))
	require.True(t, ok)
	report, err := principles.Audit(f, m.evidence, p.ratings(m.answers), principles.Options{
		At: simulatedAudit(), Library: library, Register: m.register})
	require.NoError(t, err)
	return report
}

// audits holds the programme against every framework.
func (p *simulated) audits(t testing.TB) map[principles.FrameworkID]principles.Report {
	t.Helper()
	all := make(map[principles.FrameworkID]principles.Report)
	for id, m := range p.material(t) {
		all[id] = p.audit(t, id, m)
	}
	return all
}

// concerned reports whether a fault concerns an indicator.
func (f fault) concerned(i principles.IndicatorReport) bool {
	if f.everything || slices.Contains(f.concerns, i.ID) ||
		slices.ContainsFunc(f.named, func(n naming) bool { return n.indicator == i.ID }) {
		return true
	}
	return slices.ContainsFunc(i.Figures, func(figure principles.Figure) bool {
		return f.silences != "" && figure.Voice == f.silences
	})
}

// requireNothingElseWorse holds a report against that of the same programme
// without the fault: what the fault does not concern stands as it stood.
func (f fault) requireNothingElseWorse(t testing.TB, before, after principles.Report) {
	t.Helper()
	require.Len(t, after.Principles, len(before.Principles))
	withheld := slices.ContainsFunc(after.Notices, hasCode(principles.CodeNothingUpheld))
	for k, p := range after.Principles {
		was, concerned := before.Principles[k], false
		for at, i := range p.Indicators {
			if f.concerned(was.Indicators[at]) {
				concerned = true
			} else {
				require.Equal(t, was.Indicators[at].Standing, i.Standing, "%s: %s", f.name, i.ID)
			}
		}
		switch {
		case concerned:
		case withheld:
			require.NotEqual(t, principles.Upheld, p.Known, "%s: %s", f.name, p.ID)
			require.Equal(t, principles.NotKnown, p.Standing, "%s: %s", f.name, p.ID)
		default:
			require.Equal(t, was.Standing, p.Standing, "%s: %s", f.name, p.ID)
		}
	}
}

// clone returns a copy to plant a fault in.
func (p *simulated) clone() *simulated {
	c := *p
	c.supporters = slices.Clone(p.supporters)
	c.seekers = slices.Clone(p.seekers)
	c.bosses = maps.Clone(p.bosses)
	c.peers = maps.Clone(p.peers)
	c.relationships = slices.Clone(p.relationships)
	c.requests = slices.Clone(p.requests)
	c.hours = slices.Clone(p.hours)
	c.sessions = slices.Clone(p.sessions)
	c.events = slices.Clone(p.events)
	c.offices = maps.Clone(p.offices)
	c.boards = slices.Clone(p.boards)
	c.staffGroups = slices.Clone(p.staffGroups)
	c.papers = slices.Clone(p.papers)
	c.answers = slices.Clone(p.answers)
	c.register = registerInOrder()
	return &c
}
