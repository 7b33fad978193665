// Package intake reads and writes the files of a programme: who asks for
// support, who gives it, and who supported whom before.
//
// [Read] is the door. It reads the three files, holds them against the
// organisation, and returns everything, or every fault with file, line and
// column:
//
//	demand, report, err := intake.Read(files, org, intake.Options{})
//
// # Files
//
// All are CSV as package tabular describes it. A column that is not required
// may be missing, and its fields may be empty: nothing is stated then.
//
//	requests    request_id, person_id, asked_on (required),
//	            experiences, attributes, languages, modes, availability, timezone,
//	            journey, journey_wish, preferred, not_wanted, consent, release
//	supporters  person_id, capacity (required),
//	            experiences, attributes, languages, modes, availability, timezone,
//	            journey, trained_until, paused_until, target_load,
//	            not_paired_with, consent, release
//	history     request_person_id, supporter_person_id, from (required),
//	            until, ended_by
//
// # Fields
//
// A list separates its entries by a vertical bar, with or without space around
// it: "en | de". Dates are YYYY-MM-DD; until is the first day on which something
// no longer holds, paused_until the first day after the pause, and
// trained_until the last day of valid training: a supporter without it is not
// trained. Numbers are plain decimal digits.
//
//	experiences   of a request: bereavement=3|burnout!   of a supporter: bereavement|burnout
//	attributes    of a request: gender:woman!|faith:sikh=2   of a supporter: gender:woman|faith:sikh
//	languages     en|de-CH
//	modes         in_person|online|phone
//	availability  mon 09:00-12:00|thu 13:30-24:00, in the zone of timezone (IANA name, UTC when empty)
//	journey       1 to 5
//	journey_wish  same_point or further_on
//	preferred, not_wanted, not_paired_with   person_ids, preferred ones first choice first
//	consent, release   experience|attribute:gender|availability@2027-01-31
//
// A wish has its importance, 1 to 3, after an equals sign (1 when not stated),
// and an exclamation mark at the end makes it a must. Consent and release list
// items (see peer.Item), whole kinds or single ones, each with the first day on
// which the leave no longer holds after an at sign. What is not listed there is
// not used, and not told.
package intake
