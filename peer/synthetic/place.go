package synthetic

import (
	"strconv"

	"github.com/peersupport/peersupport/peer"
)

// largestTeam is how many people a team of a made-up organisation has at most,
// beside the management of a division.
const largestTeam = 40

// divisions are the names of the subtrees right below the top; as many as the
// largest span.
func divisions() [largestSpan]string {
	return [largestSpan]string{
		"Operations", "Care", "Technology", "Finance", "People", "Sales", "Research", "Facilities",
		"Communications", "Legal", "Logistics", "Quality", "Training", "Purchasing", "Strategy",
	}
}

// setTeams names teams by subtree: a division is everybody below one of the
// people right below the top, and its largest subtrees that are small enough
// are teams of their own.
func setTeams(people []peer.Person, t tree) {
	names := divisions()
	division := make([]int8, len(people))
	var found int8
	var teams [largestSpan]int
	for i := range people {
		switch m := t.manager[i]; {
		case m < 0:
			people[i].Team = "Executive"
		case m == 0:
			division[i] = found
			people[i].Team = names[found]
			found++
		default:
			division[i] = division[m]
			people[i].Team = people[m].Team
			if t.size[i] > 1 && t.size[i] <= largestTeam && t.size[m] > largestTeam {
				teams[division[i]]++
				people[i].Team = names[division[i]] + " " + strconv.Itoa(teams[division[i]])
			}
		}
	}
}

// sites is where people work; the head office is by far the largest.
func sites() []weighted[string] {
	return []weighted[string]{
		{"Head Office", 60}, {"North Works", 14}, {"Riverside", 10}, {"Harbour", 8}, {"Old Mill", 5}, {"Field", 3},
	}
}

// setLocations puts the top into the head office and most people where their
// manager is.
func setLocations(d draw, people []peer.Person, t tree) {
	sites := sites()
	for i := range people {
		switch m := t.manager[i]; {
		case m < 0:
			people[i].Location = sites[0].value
		case d.percent(80):
			people[i].Location = people[m].Location
		default:
			people[i].Location = choose(d, sites)
		}
	}
}

// setStatuses leaves the top alone, so that the organisation has one.
func setStatuses(d draw, people []peer.Person) {
	statuses := []weighted[peer.Status]{
		{peer.Active, 960}, {peer.OnLeave, 20}, {peer.Left, 10}, {peer.Vacant, 10},
	}
	for i := 1; i < len(people); i++ {
		people[i].Status = choose(d, statuses)
	}
}
