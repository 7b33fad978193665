package peer

import "cmp"

// Dimensions places support on the four dimensions of Box 1 of ImROC briefing
// 5 (Repper, "Peer Support Workers: Theory and Practice", 2013). The briefing
// says that they are not necessarily linear: the values are categories, so
// they are neither ordered nor averaged here. In the zero Dimensions nothing
// is stated. Dimensions compare with ==.
type Dimensions struct {
	Company Company
	Choice  Choice
	Rules   Rules
	Place   Place
	// PlaceOn is the day for which Place was said; journeys are seldom
	// straight, and a setback can swap the two. Zero is not known.
	PlaceOn Date
}

// Or returns d with the values of usual in place of those that d does not
// state.
func (d Dimensions) Or(usual Dimensions) Dimensions {
	if d.Place == "" {
		d.Place, d.PlaceOn = usual.Place, usual.PlaceOn
	}
	d.Company = cmp.Or(d.Company, usual.Company)
	d.Choice = cmp.Or(d.Choice, usual.Choice)
	d.Rules = cmp.Or(d.Rules, usual.Rules)
	return d
}

// Company is whether support happens in a group or between two people. The
// zero Company is not stated.
type Company string

// The kinds of company.
const (
	// GroupOnly is support in groups and on peer-run courses; ties between two
	// people can grow out of them.
	GroupOnly Company = "group_only"
	// Individual is friendship, buddying, co-counselling and one-to-one work
	// by paid or unpaid peers.
	Individual Company = "individual"
)

// Companies returns every kind of company.
func Companies() []Company { return []Company{GroupOnly, Individual} }

// ParseCompany reads a kind of company. The error is a [Fault] with the code
// [FaultDimension].
func ParseCompany(text string) (Company, error) {
	return oneOf(text, Companies(), FaultDimension, "company")
}

// Choice is how freely somebody enters into support. The zero Choice is not
// stated.
type Choice string

// The kinds of choice.
const (
	// WhollyElective support is found and chosen by oneself: networks and
	// friendships.
	WhollyElective Choice = "wholly_elective"
	// ElectiveEntry is the choice to join a group or a course, without choice
	// of the other members or the trainers.
	ElectiveEntry Choice = "elective_entry"
	// PartialChoice is some say about entering and about whom to engage with,
	// and little about who is employed: hostels, day and crisis services.
	PartialChoice Choice = "partial"
)

// Choices returns every kind of choice.
func Choices() []Choice { return []Choice{WhollyElective, ElectiveEntry, PartialChoice} }

// ParseChoice reads a kind of choice. The error is a [Fault] with the code
// [FaultDimension].
func ParseChoice(text string) (Choice, error) {
	return oneOf(text, Choices(), FaultDimension, "choice")
}

// Rules is what binds those who give support. The zero Rules is not stated.
type Rules string

// The kinds of rules.
const (
	// ImplicitRules are those of ordinary friendship.
	ImplicitRules Rules = "implicit"
	// ExplicitCode is a code of conduct, as in buddy or befriending schemes.
	ExplicitCode Rules = "explicit_code"
	// JobDescription is a formal description of the job within the employer's
	// regulations.
	JobDescription Rules = "formal_job_description"
)

// RuleKinds returns every kind of rules.
func RuleKinds() []Rules { return []Rules{ImplicitRules, ExplicitCode, JobDescription} }

// ParseRules reads a kind of rules. The error is a [Fault] with the code
// [FaultDimension].
func ParseRules(text string) (Rules, error) {
	return oneOf(text, RuleKinds(), FaultDimension, "rules")
}

// Place is how the two stand to each other on their journeys of recovery. The
// zero Place is not stated.
type Place string

// The places.
const (
	// AtSamePoint is two people at the same point.
	AtSamePoint Place = "same_point"
	// OneFurtherOn is a supporter who is further on at the time, such as a
	// facilitator, trainer or paid worker.
	OneFurtherOn Place = "one_further_on"
	// RolesReversed is two people who have changed places, as after a setback.
	RolesReversed Place = "roles_reversed"
)

// Places returns every place.
func Places() []Place { return []Place{AtSamePoint, OneFurtherOn, RolesReversed} }

// ParsePlace reads a place. The error is a [Fault] with the code
// [FaultDimension].
func ParsePlace(text string) (Place, error) {
	return oneOf(text, Places(), FaultDimension, "place")
}
