package peer

// MaxTitle is the largest number of characters in a role's title or in the
// name of a policy; this project's own figure.
const MaxTitle = 128

// RoleDefinition describes the role of a supporter before anybody is asked to
// take it on: the second of the five steps of a workplace programme (Woolley,
// "The power of coproduction and peer support"). [Validator.Role] says what is
// missing from it.
type RoleDefinition struct {
	Title string
	// Functions and Activities are what a supporter does; at least one of
	// either kind.
	Functions  []Function
	Activities []Activity
	Form       Form
	Pay        Pay
	Sector     Sector
	// Dimensions may be left out where those of the form hold:
	// Dimensions.Or(Form.Dimensions()) are the role's.
	Dimensions Dimensions
	// Modes are how supporter and seeker may meet; at least one.
	Modes []Mode
	// WeeklyMinutes is the working time that may go into the role in a week,
	// from 1 to 10080.
	WeeklyMinutes int `validate:"min=1,max=10080"`
	// Policies are the names under which the organisation keeps its policies
	// on peer support; at least one.
	Policies []string
	// Coordinator is the person who backs those in the role.
	Coordinator ExternalID
}

// Role returns the faults of the index-th role.
func (v *Validator) Role(index int, r RoleDefinition) Faults {
	f := &finder{list: "roles", index: index}
	f.text("title", r.Title)
	if len(r.Functions)+len(r.Activities) == 0 {
		f.add("functions", FaultRequired)
	}
	named(f, "functions", r.Functions, ParseFunction)
	named(f, "activities", r.Activities, ParseActivity)
	stated(f, "form", r.Form, ParseForm)
	stated(f, "pay", r.Pay, ParsePay)
	stated(f, "sector", r.Sector, ParseSector)
	known(f, "dimensions", r.Dimensions.Company, ParseCompany)
	known(f, "dimensions", r.Dimensions.Choice, ParseChoice)
	known(f, "dimensions", r.Dimensions.Rules, ParseRules)
	known(f, "dimensions", r.Dimensions.Place, ParsePlace)
	if len(r.Modes) == 0 {
		f.add("modes", FaultRequired)
	}
	named(f, "modes", r.Modes, ParseMode)
	f.shape(v.shape.StructPartial(r, "WeeklyMinutes"), "weekly_minutes")
	if len(r.Policies) == 0 {
		f.add("policies", FaultRequired)
	}
	if !f.tooLong("policies", len(r.Policies)) {
		for _, p := range r.Policies {
			f.text("policies", p)
		}
	}
	f.key("coordinator_id", r.Coordinator)
	return f.faults
}
