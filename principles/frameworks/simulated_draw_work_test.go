package frameworks_test

import (
	"testing"

	"github.com/peersupport/peersupport/principles"
)

// work draws what supporters did and what was done with them, for half a year. Where
// something is not done in time, it was last done more than three months ago.
func (d dice) work(p *simulated) {
	n := len(p.supporters)
	monthly := []string{withCoordinator, reflectiveSpace, checkOffered}
	late := make(map[string]map[int]bool)
	for _, kind := range monthly {
		late[kind] = d.few(n)
	}
	unsupervised, untrained, byManager := d.few(n), d.few(n), d.few(n)
	for i, s := range p.supporters {
		by := p.supervisors[i%len(p.supervisors)]
		if byManager[i] {
			by = p.bosses[s.id][0]
		}
		for month := range 6 {
			on := daysAgo(30*month + d.IntN(25))
			d.month(p, s.id, on)
			for _, kind := range monthly {
				if month > 2 || !late[kind][i] {
					p.events = append(p.events, event{s.id, kind, on})
				}
			}
			if month > 2 || !unsupervised[i] {
				p.sessions = append(p.sessions, session{s.id, by, on})
			}
		}
		if !untrained[i] {
			p.events = append(p.events, event{s.id, trainingRenewed, d.days(300, 1)})
		}
	}
}

// month draws the hours of a supporter in one month.
func (d dice) month(p *simulated, supporter string, on daysAgo) {
	p.hours = append(p.hours,
		hoursOn{supporter, "meeting one person", "peers", on, d.from(12, 20)},
		hoursOn{supporter, "leading a group", "peers", on, d.from(4, 8)},
		hoursOn{supporter, "learning", "peers", on, d.from(2, 4)})
	if d.IntN(3) == 0 {
		p.hours = append(p.hours,
			hoursOn{supporter, "handing out medicine", "nurses", on, 1},
			hoursOn{supporter, "tidying the archive", "nobody", on, 1})
	}
}

// organisation draws what is settled and written down.
func (d dice) organisation(t testing.TB, p *simulated) {
	t.Helper()
	p.offices = map[string]string{"coordinator of peer support": p.coordinators[0], "help with adjustments": p.coordinators[1]}
	p.boards = []board{{"steering group", true, true}, {"board of the clinic", true, true}}
	p.staffGroups = []staffGroup{{"nurses", true}, {"doctors", true}, {"administration", true}}
	fromRecords := p.attestedFromRecords()
	for _, f := range simulatedFrameworks(t) {
		for _, i := range f.Indicators {
			if _, counted := fromRecords[i.ID]; i.Kind == principles.Attested && !counted {
				p.papers = append(p.papers, paper{"minutes of " + string(i.ID), "coordinator", i.ID, principles.HoldsYes, d.days(200, 1)})
			}
		}
	}
}

// answers draws what everybody says to every statement that their voice is asked
// about, and on which rung they see the decisions.
func (d dice) answers(t testing.TB, p *simulated) {
	t.Helper()
	p.answers = make([]answer, 0, 1<<13)
	for _, f := range simulatedFrameworks(t) {
		for _, i := range f.Indicators {
			for _, v := range i.Voices {
				if f.Form == principles.FormLadder {
					for _, subject := range simulatedDecisions() {
						d.votes(p, i.ID, v, subject)
					}
				} else {
					d.opinions(p, i.ID, v)
				}
			}
		}
	}
}

// opinions draws what one voice says to one statement: from 2 to 9 of 100 do not
// find it kept, of a few people nobody.
func (d dice) opinions(p *simulated, about principles.IndicatorID, v principles.Voice) {
	people := p.people(v)
	against := d.few(len(people))
	for k, person := range people {
		a := answer{person: person, voice: v, about: about, score: d.from(4, 5), on: d.days(120, 1), onRecord: inOffice(v)}
		if against[k] {
			a.score = d.from(1, 3)
		}
		p.answers = append(p.answers, a)
	}
}

// votes draws on which rung one voice sees a decision at one stage: in the middle
// on that of co-design, and up to a fifth each a rung lower and higher.
func (d dice) votes(p *simulated, stage principles.IndicatorID, v principles.Voice, subject string) {
	people := p.people(v)
	apart := d.Perm(len(people))
	lower, higher := d.IntN(len(people)/5+1), d.IntN(len(people)/5+1)
	for k, person := range people {
		a := answer{person: person, voice: v, about: stage, subject: subject, score: 6, on: d.days(120, 1), onRecord: inOffice(v)}
		switch {
		case apart[k] < lower:
			a.score = 5
		case apart[k] < lower+higher:
			a.score = 7
		}
		p.answers = append(p.answers, a)
	}
}

func inOffice(v principles.Voice) bool {
	return v != principles.PersonSupported && v != principles.PeerSupporter
}

// people returns who speaks with a voice.
func (p *simulated) people(v principles.Voice) []string {
	switch v {
	case principles.PersonSupported:
		return p.seekers
	case principles.PeerSupporter:
		all := make([]string, 0, len(p.supporters))
		for _, s := range p.supporters {
			all = append(all, s.id)
		}
		return all
	case principles.Supervisor:
		return p.supervisors
	case principles.Manager:
		return p.managers
	case principles.Coordinator:
		return p.coordinators
	}
	return nil
}
