package hris

import "github.com/peersupport/peersupport/peer/tabular"

// Profile names a kind of export by the system that writes it. It knows the
// headings of that system and nothing else: the words for a status are the
// same for all. The zero Profile is [Generic].
type Profile string

// The profiles. Their headings are a selection of common ones and this
// project's own: most systems let a company rename columns. A heading that
// differs is mapped by [Options.Columns].
const (
	// Generic files name the columns as this package does.
	Generic Profile = ""
	// BambooHR files have one of two keys, or both: the system's Employee ID,
	// to which Supervisor ID refers, and the company's Employee number, to
	// which Supervisor E ID refers. Like is joined with like; where both are
	// complete the system's key is used.
	BambooHR Profile = "bamboohr"
	// Workday reports have headings that the author of the report chooses, so
	// that the manager must be mapped, and often the rest too.
	Workday Profile = "workday"
	// Personio files have headings in the language of the company: English or
	// German.
	Personio Profile = "personio"
	// OracleHR files are flat tables with the names of Oracle's HR schema.
	OracleHR Profile = "oracle_hr"
)

// Profiles returns every profile.
func Profiles() []Profile { return []Profile{Generic, BambooHR, Workday, Personio, OracleHR} }

// String returns the text that [ParseProfile] reads.
func (p Profile) String() string {
	if p == Generic {
		return "generic"
	}
	return string(p)
}

// ParseProfile reads the name of a profile; the empty text is Generic. The
// error is a peer.Fault with the code [FaultProfile].
func ParseProfile(text string) (Profile, error) {
	for _, p := range Profiles() {
		if p.String() == text || string(p) == text {
			return p, nil
		}
	}
	return Generic, fault(FaultProfile)
}

// layouts returns the headings of the profile, best alternative first.
func (p Profile) layouts() []tabular.Layout {
	switch p {
	case BambooHR:
		return []tabular.Layout{
			bamboo([]string{"Employee ID", "employeeId"}, []string{"Supervisor ID", "supervisorId"}),
			bamboo([]string{"Employee number", "Employee #", "employeeNumber"}, []string{"Supervisor E ID", "supervisorEId"}),
		}
	case Workday:
		return []tabular.Layout{{
			"person_id":  {"Employee_ID", "Employee ID"},
			"manager_id": {},
			"team":       {"Supervisory_Organization", "Supervisory Organization"}, //nolint:misspell // Workday's spelling
			"location":   {"Location"},
			"status":     {"Worker_Status", "Worker Status", "Employee_Status", "Status"},
		}}
	case Personio:
		return []tabular.Layout{{
			"person_id":  {"Employee ID", "ID", "Personalnummer", "Mitarbeiter-ID"},
			"manager_id": {"Supervisor", "Supervisor ID", "Vorgesetzter", "Vorgesetzte", "Vorgesetzten-ID"},
			"team":       {"Department", "Abteilung"},
			"location":   {"Office", "Standort"},
			"status":     {"Status"},
		}}
	case OracleHR:
		return []tabular.Layout{{
			"person_id":  {"employee_id"},
			"manager_id": {"manager_id"},
			"team":       {"department", "department_id"},
			"location":   {"location", "location_id"},
		}}
	case Generic:
	}
	return nil
}

func bamboo(person, manager []string) tabular.Layout {
	return tabular.Layout{
		"person_id":  person,
		"manager_id": manager,
		"team":       {"Department"},
		"location":   {"Location"},
		"status":     {"Status", "Employment Status"},
	}
}
