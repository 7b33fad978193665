package matching

import "github.com/peersupport/peersupport/principles"

// What [Evidence] counts. Every measure is so many of so many, the more the
// better. Requests and supporters are those of the round, proposals those of
// its plan, and several records of one human being are one.
const (
	// MeasureRequestsWithProposal: requests that the plan proposes somebody
	// for, of all requests.
	MeasureRequestsWithProposal principles.MeasureID = "requests_with_proposal"
	// MeasureSeekersOwnChoice: proposals with a person whom the seeker named,
	// of the proposals for seekers who named people they would like and let it
	// be used.
	MeasureSeekersOwnChoice principles.MeasureID = "seekers_own_choice"
	// MeasurePairsOutsideLine: pairs in which neither stands above the other
	// on any line of authority, of all pairs that are proposed or are giving
	// and receiving support on the day of the round. The whole chain counts,
	// whatever depth the policy has, and past and coming lines as far as its
	// look-back. Where it cannot be known how the two stand, or who one of
	// them is, the pair is not outside, nor is somebody paired with themself.
	MeasurePairsOutsideLine principles.MeasureID = "pairs_outside_line"
	// MeasureTeamsWithTwoPeers: teams that at least two supporters belong to,
	// of the teams that any belongs to. A supporter belongs to the named teams
	// of all their records; one whose record in the round, or in the team, is
	// of somebody who left belongs to none there.
	MeasureTeamsWithTwoPeers principles.MeasureID = "teams_with_two_peers"
	// MeasureEndedAsPlanned: relationships that ended as planned, of those that
	// ended in the last twelve months, on the day of the round at the latest,
	// in a way that is known. Rows about the same two people and the same days
	// are one, and as planned only if no row says otherwise.
	MeasureEndedAsPlanned principles.MeasureID = "ended_as_planned"
	// MeasureGaveAndReceived: people who also received, of all people who
	// give. Supporters give, and so does who supported somebody in the last
	// twelve months; who has a request, or was supported in these months,
	// receives.
	MeasureGaveAndReceived principles.MeasureID = "gave_and_received"
	// MeasureSupportersTrained: supporters whose training is valid on the day
	// of the round, of the supporters who are active: present, and not paused
	// unless they support somebody all the same.
	MeasureSupportersTrained principles.MeasureID = "supporters_trained"
	// MeasureSupportersWithinCapacity: supporters who support no more people
	// than they said they can, counting support that is given or agreed and
	// what the plan proposes, of all supporters.
	MeasureSupportersWithinCapacity principles.MeasureID = "supporters_within_capacity"
	// MeasurePairsSharingExperience: proposals whose two people have a lived
	// experience in common that both let be used, of the proposals for seekers
	// who stated any and let it be used.
	MeasurePairsSharingExperience principles.MeasureID = "pairs_sharing_experience"
	// MeasurePairsMeetingWishes: proposals in which the supporter has every
	// attribute that the seeker wished for, conditions included, as far as both
	// let it be used, of the proposals for seekers who wished for any and let
	// it be used.
	MeasurePairsMeetingWishes principles.MeasureID = "pairs_meeting_wishes"
	// MeasureConditionsMayBeUsed: requests in which every condition may be
	// used, of all requests. A condition that may not be used keeps every
	// supporter away.
	MeasureConditionsMayBeUsed principles.MeasureID = "conditions_may_be_used"
)

// evidenceSource is where a reader of a report can look the figures up.
const evidenceSource = "matching"

// evidenceMonths is how far back history is counted; this project's own figure.
const evidenceMonths = 12

// measure is something that a census counts.
type measure struct {
	id    principles.MeasureID
	count func(*census) tally
	past  bool // counted over the last months, not on the day
}

// measures returns everything that is counted, in the order of the evidence.
func measures() []measure {
	return []measure{
		{MeasureRequestsWithProposal, (*census).requestsWithProposal, false},
		{MeasureSeekersOwnChoice, (*census).seekersOwnChoice, false},
		{MeasurePairsOutsideLine, (*census).pairsOutsideLine, false},
		{MeasureTeamsWithTwoPeers, (*census).teamsWithTwoPeers, false},
		{MeasureEndedAsPlanned, (*census).endedAsPlanned, true},
		{MeasureGaveAndReceived, (*census).gaveAndReceived, true},
		{MeasureSupportersTrained, (*census).supportersTrained, false},
		{MeasureSupportersWithinCapacity, (*census).supportersWithinCapacity, false},
		{MeasurePairsSharingExperience, (*census).pairsSharingExperience, false},
		{MeasurePairsMeetingWishes, (*census).pairsMeetingWishes, false},
		{MeasureConditionsMayBeUsed, (*census).conditionsMayBeUsed, false},
	}
}

// Measures returns the ids of what [Evidence] counts, in its order.
func Measures() []principles.MeasureID {
	ids := make([]principles.MeasureID, 0, len(measures()))
	for _, m := range measures() {
		ids = append(ids, m.id)
	}
	return ids
}

// Evidence counts what audits of principles ask of a round and its plan: one
// piece of evidence for each of [Measures], in their order. A measure that has
// nothing to count is none of none.
//
// The figures are exact and may be about few people: they are input to an
// audit, which decides by its [principles.Release] what may be shown. People is
// how many human beings a measure is about, for pairs those of the smaller
// side, and Largest how much of it one of them stands for.
//
// Nothing here trusts that the plan keeps the rules. It must be whole and of
// this round and policy; [ErrOtherPlan] otherwise, or a *RoundError.
func Evidence(r Round, p Policy, plan Plan) ([]principles.Evidence, error) {
	pool, err := Prepare(r, p)
	if err != nil {
		return nil, err
	}
	return pool.Evidence(plan)
}

// Evidence counts what audits ask of the pool's round and a plan of it, as the
// function of that name.
func (p *Pool) Evidence(plan Plan) ([]principles.Evidence, error) {
	c, err := p.census(plan)
	if err != nil {
		return nil, err
	}
	evidence := make([]principles.Evidence, 0, len(measures()))
	for _, m := range measures() {
		t := m.count(c)
		e := principles.Evidence{
			Kind: principles.Computed, Measure: m.id, Count: t.count, Of: t.of,
			People: t.people(), Largest: t.largest(), Complete: true,
			From: dayOf(p.round.At), Until: dayOf(p.round.At), Source: evidenceSource,
		}
		if m.past {
			// Not the first day of a relationship: a report shows this day even
			// where it shows no figure, and it would be somebody's.
			e.From = dayOf(c.since)
		}
		evidence = append(evidence, e)
	}
	return evidence, nil
}
