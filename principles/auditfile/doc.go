// Package auditfile reads the files of an audit: what was computed or attested
// (evidence), what people said (ratings), and what is kept on the agenda (the
// register).
//
//	evidence, evidenceReport, err := auditfile.ReadEvidence(evidenceFile, auditfile.Options{})
//	ratings, ratingsReport, err := auditfile.ReadRatings(ratingsFile, auditfile.Options{})
//	register, places, err := auditfile.ReadRegister(registerFile, "register.json")
//	report, err := principles.Audit(framework, evidence, ratings, principles.Options{At: day, Register: register})
//	err = auditfile.Locate(err, evidenceReport, ratingsReport, places)
//
// A file is read whole or not at all. What is wrong with it becomes
// [peer.Faults] with file, line and column, everything in one pass, and never
// with what was typed. What only the framework can tell, such as a score off
// its scale, is found by [principles.Audit]; [Locate] gives it its place.
//
// # Evidence and ratings
//
// Both are CSV as package tabular describes it. Columns that a record does not
// need may be missing, and its fields be empty.
//
//	evidence  kind, and of the computed
//	          measure, count, of, people, largest, complete, from, until, source
//	          and of the attested
//	          indicator, framework, on, holds, document, owner, source
//	ratings   indicator, voice, rater, score, on (required),
//	          subject, on_record, framework
//
// A field of the one kind of evidence on a record of the other is a fault:
// kinds are never mixed. Days are YYYY-MM-DD, and until is the last day that
// was counted. The framework of an indicator is needed only where it is not clear
// which is meant. Numbers are plain decimal digits. A number of people, or a share
// of the largest contributor, that is left out is not known; a score that is
// left out is a fault, because nobody rated nothing: what is missing has no row.
//
// # Raters
//
// A rater is an id that tells people apart, best one that says nothing. It goes
// into [principles.NewRater] and appears in no fault, print, log or encoding.
// One rater under two spellings would count as two people, so that a group too
// small to be shown could pass for a larger one; such spellings are refused.
//
// # Register
//
// The register is strict JSON: the schema "peersupport/register/v1" and the
// lists of [principles.Register] under their keys.
package auditfile
