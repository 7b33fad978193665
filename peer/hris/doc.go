// Package hris reads what an HR system exports and builds the organisation
// from it: CSV files of people and of the lines beside the line of managers,
// and SCIM 2.0 user payloads.
//
// [Import] is the door. It takes the files, reads them strictly, and returns a
// peer.Organisation, or every fault that it found, each with file, line and
// column:
//
//	org, report, err := hris.Import(hris.Files{
//		People: tabular.File{Name: "people.csv", Reader: people},
//	}, hris.Options{})
//
// [ImportSCIM] does the same with SCIM 2.0 users.
//
// # Files
//
// People have the columns person_id and manager_id, and may have team,
// location, status and same_as. A person's manager_id is the person_id of their
// line manager and may stand further down in the file. It is empty when the
// manager is not known; only Options.Organisation.Roots declares that somebody
// has none. The column same_as names another record of the same human being.
//
// Status is active (also when empty), on_leave, left or vacant, in any case, or
// one of the words of the common systems for it: a, aktiv and employed; l,
// leave, on leave, abwesend, elternzeit, pending and onboarding; t, terminated,
// inactive, inaktiv, austritt, ausgetreten and former; or unbesetzt.
//
// Lines have the columns person_id, other_id and kind, and may have from and
// until (YYYY-MM-DD; until is the first day on which the line no longer holds).
// The other person stands in the named relation to the person: is the dotted
// line manager of, handles a grievance of. Kinds are those of
// peer.RelationKinds.
//
// Every other column is dropped and listed in the [Report], so that a salary or
// a date of birth goes no further. Ids are text: 007 and 7 are two people.
//
// # Other headings
//
// Options.Profile names the system that wrote the people, whose headings are
// then known; Options.Columns maps single columns:
//
//	hris.Options{Columns: map[string]string{
//		"person_id": "employee_id", "manager_id": "manager_id", "team": "department",
//	}}
package hris
