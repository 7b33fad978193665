package frameworks_test

import (
	"slices"

	"github.com/peersupport/peersupport/principles"
)

// silent leaves so many people of a voice who answer anything.
func silent(v principles.Voice, left int) func(*simulated, dice) {
	return func(p *simulated, d dice) {
		people := p.people(v)
		answering := make(map[string]bool)
		for _, i := range d.Perm(len(people))[:left] {
			answering[people[i]] = true
		}
		p.answers = slices.DeleteFunc(p.answers, func(a answer) bool { return a.voice == v && !answering[a.person] })
	}
}

func faultsOfVoices() []fault {
	heardOfNobody := func(in ...principles.FrameworkID) (all []naming) {
		for _, f := range in {
			all = append(all, noticed(f, principles.CodeVoiceNotHeard))
			if f != rungs {
				all = append(all, noticed(f, principles.CodeNothingUpheld))
			}
		}
		return all
	}
	return []fault{
		{name: "people supported silenced", plant: silent(principles.PersonSupported, 0), silences: principles.PersonSupported,
			named: append(heardOfNobody(core, role, workplace, rungs), noticed(rungs, principles.CodeTooFewOrNone))},
		{name: "only seven people supported answer", plant: silent(principles.PersonSupported, 7), silences: principles.PersonSupported,
			named: append(heardOfNobody(core, role, workplace, rungs), noticed(rungs, principles.CodeTooFewOrNone))},
		{name: "peer supporters silenced", plant: silent(principles.PeerSupporter, 0), silences: principles.PeerSupporter,
			named: heardOfNobody(core, role, challenge, workplace)},
		{name: "nine peer supporters answer", plant: silent(principles.PeerSupporter, 9), silences: principles.PeerSupporter,
			named: heardOfNobody(core, role, challenge, workplace)},
	}
}

// seen puts a decision on another rung for those of a voice whom it picks.
func (p *simulated) seen(v principles.Voice, subject string, rung int, picks func(n int) bool) {
	n := 0
	for i := range p.answers {
		if a := &p.answers[i]; a.voice == v && a.subject == subject {
			if picks(n) {
				a.score = rung
			}
			n++
		}
	}
}

func faultsOfTheLadder() []fault {
	everybody := func(int) bool { return true }
	return []fault{
		{name: "one person reports coercion", plant: func(p *simulated, d dice) {
			at := d.IntN(len(p.seekers))
			p.seen(principles.PersonSupported, "rooms", 1, func(n int) bool { return n == at })
		}, named: []naming{noticed(rungs, principles.CodeCoercionReported)}},
		{name: "those in charge see it higher than people supported", plant: func(p *simulated, _ dice) {
			p.seen(principles.PersonSupported, "opening hours", 3, everybody)
			p.seen(principles.Manager, "opening hours", 7, everybody)
			p.seen(principles.Coordinator, "opening hours", 7, everybody)
		}, named: []naming{noticed(rungs, principles.CodeRungGap)}},
		{name: "a decision that people supported were kept out of", plant: func(p *simulated, _ dice) {
			p.answers = slices.DeleteFunc(p.answers, func(a answer) bool {
				return a.voice == principles.PersonSupported && a.subject == "training plan"
			})
		}, named: []naming{noticed(rungs, principles.CodeTooFewOrNone)}},
	}
}

func faultsOfTheRegister() []fault {
	register := func(change func(*principles.Register)) func(*simulated, dice) {
		return func(p *simulated, _ dice) { change(&p.register) }
	}
	return []fault{
		{name: "an action is overdue", plant: register(func(r *principles.Register) { r.Actions[0].Due = auditLess(1) }),
			named: []naming{noticed(core, principles.CodeOverdue)}},
		{name: "an action agreed without those it is about", plant: register(func(r *principles.Register) {
			r.Actions[0].AgreedBy = []principles.Voice{principles.Manager, principles.Coordinator}
		}), named: []naming{noticed(core, principles.CodeNotCoproduced)}},
		{name: "nothing agreed about a tension", plant: register(func(r *principles.Register) { r.Actions = nil }),
			named: []naming{noticed(core, principles.CodeNoAction)}},
		{name: "a tension told from one seat", plant: register(func(r *principles.Register) {
			r.Tensions[0].Seen = r.Tensions[0].Seen[1:]
		}), named: []naming{noticed(core, principles.CodeOneSeat)}},
		{name: "a contest without an answer", plant: register(func(r *principles.Register) {
			r.Contests[0].Answer, r.Contests[0].AnsweredBy, r.Contests[0].AnsweredOn = "", "", principles.Day{}
		}), named: []naming{noticed(core, principles.CodeUnanswered)}},
	}
}

func faultsOfAge() []fault {
	var named []naming
	for _, f := range []principles.FrameworkID{core, role, challenge, workplace} {
		named = append(named, noticed(f, principles.CodeStale), noticed(f, principles.CodeVoiceNotHeard))
	}
	return []fault{{name: "evidence a year old", everything: true, named: append(named, noticed(rungs, principles.CodeVoiceNotHeard)),
		plant: func(p *simulated, d dice) { p.closed += lastYear + 1 }}}
}

// most draws most supporters.
func (p *simulated) most(d dice) map[string]bool {
	drawn := make(map[string]bool)
	for i := range d.some(len(p.supporters), 60, 90) {
		drawn[p.supporters[i].id] = true
	}
	return drawn
}

// pair draws a relationship that goes on.
func (d dice) pair(p *simulated) int {
	for {
		if i := d.IntN(len(p.relationships)); p.relationships[i].how == "" {
			return i
		}
	}
}

// otherThan draws one of the people who is not the one with this id.
func (d dice) otherThan(id string, people []string) string {
	for {
		if other := people[d.IntN(len(people))]; other != id {
			return other
		}
	}
}

// supporterOf returns the supporter of a relationship.
func (p *simulated) supporterOf(pair int) *supporter {
	at := slices.IndexFunc(p.supporters, func(s supporter) bool { return s.id == p.relationships[pair].supporter })
	return &p.supporters[at]
}

// say has those of a voice say that something is not so.
func (p *simulated) say(d dice, v principles.Voice, about principles.IndicatorID, who func(person string) bool) {
	for i := range p.answers {
		if a := &p.answers[i]; a.voice == v && a.about == about && who(a.person) {
			a.score = d.from(1, 2)
		}
	}
}
