package peer

// Activity is something that peer specialists do wherever they work: the
// sixteen role elements of Chinman et al., "Early stages of development of a
// peer specialist fidelity measure", Psychiatric Rehabilitation Journal 39
// (2016) 256-265, as listed in Chinman, Psychiatric Services (2017),
// doi:10.1176/appi.ps.201700054. The zero Activity is not stated.
type Activity string

// The services: what the work is for.
const (
	PromoteHope         Activity = "promote_hope"
	PromoteEmpowerment  Activity = "promote_empowerment"
	ReduceIsolation     Activity = "reduce_isolation"
	RaiseSelfManagement Activity = "raise_participation_in_own_illness_management"
)

// The actions: what is done.
const (
	BeRoleModel         Activity = "be_a_role_model"
	ShareRecoveryStory  Activity = "share_recovery_story"
	PlanRecovery        Activity = "recovery_planning"
	EngageIntoServices  Activity = "engage_into_services"
	LinkToCommunity     Activity = "link_to_community_resources"
	Liaise              Activity = "liaise_between_staff_and_service_users"
	AdvocateForRecovery Activity = "advocate_for_recovery_to_staff"
	TeachCoping         Activity = "teach_coping_skills"
	TeachProblemSolving Activity = "teach_problem_solving"
)

// The processes: how it is done.
const (
	FocusOnStrengths Activity = "focus_on_strengths"
	ShowEmpathy      Activity = "show_empathy"
	BuildTrust       Activity = "build_trusting_relationship"
)

// Activities returns every activity, group by group.
func Activities() []Activity {
	return []Activity{
		PromoteHope, PromoteEmpowerment, ReduceIsolation, RaiseSelfManagement,
		BeRoleModel, ShareRecoveryStory, PlanRecovery, EngageIntoServices, LinkToCommunity,
		Liaise, AdvocateForRecovery, TeachCoping, TeachProblemSolving,
		FocusOnStrengths, ShowEmpathy, BuildTrust,
	}
}

// ParseActivity reads an activity. The error is a [Fault] with the code
// [FaultActivity].
func ParseActivity(text string) (Activity, error) {
	return oneOf(text, Activities(), FaultActivity, "activities")
}

// ActivityGroup is one of the three groups of activities. The zero
// ActivityGroup is not stated.
type ActivityGroup string

// The groups of activities.
const (
	ServiceActivities ActivityGroup = "services"
	ActionActivities  ActivityGroup = "actions"
	ProcessActivities ActivityGroup = "processes"
)

// Group returns the group of the activity; not stated for a text that is no
// activity.
func (a Activity) Group() ActivityGroup {
	switch a {
	case PromoteHope, PromoteEmpowerment, ReduceIsolation, RaiseSelfManagement:
		return ServiceActivities
	case BeRoleModel, ShareRecoveryStory, PlanRecovery, EngageIntoServices, LinkToCommunity,
		Liaise, AdvocateForRecovery, TeachCoping, TeachProblemSolving:
		return ActionActivities
	case FocusOnStrengths, ShowEmpathy, BuildTrust:
		return ProcessActivities
	}
	return ""
}
