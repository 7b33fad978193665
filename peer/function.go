package peer

// Setting is where a peer worker's post sits. The zero Setting is not stated.
type Setting string

// The settings of ImROC briefing 5 (Repper 2013).
const (
	// DedicatedTeam is a team of peer workers that serves others.
	DedicatedTeam Setting = "dedicated_team"
	// InTeam is a post inside a team of several professions.
	InTeam Setting = "in_team"
)

// Settings returns both settings.
func Settings() []Setting { return []Setting{DedicatedTeam, InTeam} }

// ParseSetting reads a setting. The error is a [Fault] with the code
// [FaultSetting].
func ParseSetting(text string) (Setting, error) {
	return oneOf(text, Settings(), FaultSetting, "setting")
}

// Function is a kind of work that peer workers are employed for: the nine that
// ImROC briefing 5 (Repper 2013) describes. The zero Function is not stated.
type Function string

// The functions of a dedicated team.
const (
	// ReferralResponse takes the requests for peer support of other teams.
	ReferralResponse Function = "referral_response"
	// Transitions goes with people from one service to the next.
	Transitions Function = "transitions"
	// SpecialistConsultancy advises others on recovery-focused practice, such
	// as Wellness Recovery Action Plans.
	SpecialistConsultancy Function = "specialist_consultancy"
	// ServiceWide speaks at inductions, reviews policies, carries out quality
	// assurance and mentors staff.
	ServiceWide Function = "service_wide"
)

// The functions inside a team.
const (
	// EarlierDischarge plans life outside with people who are still on a ward,
	// and visits them at home afterwards.
	EarlierDischarge Function = "earlier_discharge"
	// RecoveryPlanning leads on personal recovery plans: own experience helps
	// to name and rank goals, and the team hears all of it.
	RecoveryPlanning Function = "personal_recovery_planning"
	// FollowUp prepares appointments with people: questions, worries, and how
	// to put them.
	FollowUp Function = "follow_up_appointments"
	// RecoveryCollege designs and gives courses together with staff, and helps
	// people to take part.
	RecoveryCollege Function = "recovery_college"
	// SocialInclusion finds resources and activities, and goes along until
	// people are confident alone.
	SocialInclusion Function = "social_inclusion"
)

// Functions returns every function, in the order of the briefing.
func Functions() []Function {
	return []Function{
		ReferralResponse, Transitions, SpecialistConsultancy, ServiceWide,
		EarlierDischarge, RecoveryPlanning, FollowUp, RecoveryCollege, SocialInclusion,
	}
}

// ParseFunction reads a function. The error is a [Fault] with the code
// [FaultFunction].
func ParseFunction(text string) (Function, error) {
	return oneOf(text, Functions(), FaultFunction, "functions")
}

// Setting returns the setting in which the briefing describes the function;
// not stated for a text that is no function.
func (f Function) Setting() Setting {
	switch f {
	case ReferralResponse, Transitions, SpecialistConsultancy, ServiceWide:
		return DedicatedTeam
	case EarlierDischarge, RecoveryPlanning, FollowUp, RecoveryCollege, SocialInclusion:
		return InTeam
	}
	return ""
}
