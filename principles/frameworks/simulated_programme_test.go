package frameworks_test

import (
	"time"

	"github.com/peersupport/peersupport/principles"
)

// simulated is a programme as it stands in its records: who did what with whom
// and when, and what people said. No share is in it; see counted.
type simulated struct {
	closed daysAgo // the day on which the records were closed, before the audit

	supporters    []supporter
	seekers       []string // everybody who was supported, supporters among them
	supervisors   []string
	managers      []string
	coordinators  []string
	bosses        map[string][]string // by who reports to them
	peers         map[string]bool     // who knows peer work from the inside
	relationships []relationship
	requests      []request
	goals         []goal
	hours         []hoursOn
	sessions      []session
	events        []event
	offices       map[string]string // holder by title
	boards        []board
	staffGroups   []staffGroup
	papers        []paper
	answers       []answer
	register      principles.Register
}

// daysAgo counts days back from the day on which the records were closed.
type daysAgo int

// supporter is a peer supporter and the post that they hold.
type supporter struct {
	id, team    string
	capacity    int // how many people they said they can support
	paid        bool
	permanent   bool
	nextStep    string // the post that follows within peer work
	definition  string // of the role, as its holder has it
	chosenBy    []string
	trainedFrom daysAgo // the day on which they were first trained
}

// Ways in which a relationship can end.
const (
	asPlanned   = "as planned"
	withoutWord = "without a word"
	postEnded   = "the post ended"
)

// relationship is one of a seeker with a supporter.
type relationship struct {
	seeker, supporter string
	began, ended      daysAgo
	how               string // it ended; empty: it goes on
	chosen            bool   // by the seeker
	freely            bool   // both joined and could have said no
	safety            bool   // it is noted that both agreed what keeps them safe
	experience        []string
	shared            []string // of the seeker's experience
	wishes            []string
	met               []string // of the wishes
}

type request struct {
	seeker   string
	proposed []string
}

type goal struct {
	person  string
	reached bool
}

// hoursOn are hours that a supporter spent on something, and whose task it is.
type hoursOn struct {
	supporter, function, taskOf string
	on                          daysAgo
	hours                       int
}

// session is supervision: by whom, of whom.
type session struct {
	supporter, supervisor string
	on                    daysAgo
}

// Kinds of an event.
const (
	withCoordinator = "in touch with the coordinator"
	reflectiveSpace = "reflective space"
	trainingRenewed = "training renewed"
	checkOffered    = "check on wellbeing offered"
)

type event struct {
	supporter, kind string
	on              daysAgo
}

// board is where decisions about peer support are taken.
type board struct {
	name        string
	peersMember bool
	peersVote   bool
}

type staffGroup struct {
	name             string
	wellbeingSupport bool
}

// paper is a document that says whether something holds.
type paper struct {
	name, owner string
	about       principles.IndicatorID
	says        principles.Holds
	on          daysAgo
}

// answer is what a person said about something. Subject is a decision, or empty.
type answer struct {
	person   string
	voice    principles.Voice
	about    principles.IndicatorID
	subject  string
	score    int
	on       daysAgo
	onRecord bool
}

// Days of all audits of simulated programmes, and the decisions that are rated
// on the ladder.
func simulatedAudit() principles.Day {
	return principles.DayOf(time.Date(2026, time.June, 30, 0, 0, 0, 0, time.UTC))
}

func simulatedDecisions() []string { return []string{"opening hours", "rooms", "training plan"} }

// day returns the day of something in the records.
func (p *simulated) day(on daysAgo) principles.Day { return auditLess(int(p.closed + on)) }

// auditLess returns the day so many days before the audit.
func auditLess(days int) principles.Day {
	at := time.Date(2026, time.June, 30, 0, 0, 0, 0, time.UTC)
	return principles.DayOf(at.AddDate(0, 0, -days))
}
