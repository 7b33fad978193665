// Package peer says who is who, and on what terms: the people of an
// organisation, how they stand to one another, who asks for peer support, who
// gives it, and what of all that may be used or told. It is vocabulary: it
// judges nothing, proposes nothing, and imports no other package of this
// module.
//
// # The way through
//
// Rows of an HR system become an [Organisation] by [NewOrganisation], which
// reports every [Fault] at once or builds the whole graph. A [Request] and a
// [Supporter] each carry what was told ([Seeks], [Offers]) beside the [Terms]
// under which it may be used; [Validator] checks them one by one. From there
// on the only doors are [Request.Usable] and [Supporter.Usable], for finding a
// pair, and [Request.Released] and [Supporter.Released], for what the other
// person of a pair may be told. Support that was or is given is a
// [Relationship].
//
//	[]Person, []Relation ──► NewOrganisation ──► *Organisation ──► On(day) ──► *Chart
//	                              │
//	                              └──► Faults: code, place, ids
//
//	Seeks + Terms ──► Request   ──► Usable(day) ──► matching
//	Offers + Terms ─► Supporter ──► Released(day) ─► the other person
//
// # What holds throughout
//
//   - What somebody tells about themself is [Private]: no print, log, encoding
//     or test diff shows it. Only Reveal does.
//   - What is not listed in the Terms is not used. What must not happen (people
//     not wanted, people not to be paired with) needs no consent to be heeded.
//   - An empty manager is unknown, not absent; only
//     [OrganisationConfig].Roots says that somebody has none. Where that leaves
//     a doubt, [Organisation.Uncertain] says so.
//   - Nothing is guessed away. Ids that differ only in case or Unicode form are
//     refused, records are never merged unless a person declares them the same.
//   - A Fault carries a code, a place and ids, never what somebody typed.
//   - An [ID] tells nothing, not even when it was made. In runs on files people
//     go by the [ExternalID] of the system that they come from.
//   - Everything is a value or immutable once built. There is no clock, no
//     source of randomness and no state: the day of a question is an argument.
//
// # Where to find what
//
//	id, external        ID and ExternalID
//	private             Private
//	date                Date and Interval
//	fault, faultcodes   Fault, Faults and their codes
//	person, relation    the rows: Person, Status, Relation, RelationKind
//	organisation        Organisation; hierarchy: above, below, distance
//	chart, ties         authority on a day, with every kind of line and look-back
//	item, consent       Item, Consent, Terms
//	request, supporter  who seeks, who offers
//	mode, availability  how and when two people can meet
//	relationship        support given, and how it ended
//	form, dimension     the three forms and four dimensions of peer support
//	function, activity  what peer workers do
//	role                RoleDefinition
//	validate            Validator
//
// Inside, builder, numbering, keyindex, relations and ancestry make an
// Organisation answer in constant time without recursion.
package peer
