// Package principles is the vocabulary of every decision: who may be told what,
// on which grounds, and which principle of peer support stands behind it. It
// knows rules, findings, readers and sources, and never a person.
//
// # Rules and decisions
//
// A [Rule] judges a subject of any type and answers with a [Finding]: a verdict,
// a code and typed parameters, never text. A [Set] asks all its rules and
// returns a [Decision]:
//
//	set, err := principles.NewSet(notOwnManager, sharesLanguage, hasCapacity)
//	...
//	decision := set.Evaluate(pair)
//	if decision.Blocked() { ... }
//
// [All], [Any], [Not] and [When] make rules out of rules.
//
// Everything fails closed. The zero [Verdict] is [Indeterminate] and blocks; so
// does a rule that panics, a rule that answers nonsense, and a set without rules.
// No combination turns an undecided part into permission.
//
// # Who may see what
//
// A finding names its [Audience], by default the auditor alone. [Decision.For]
// returns what a [Reader] may see. Some findings must not even be suspected: one
// person's veto against another, or a private relation between two people. Their
// rules set a mask, behind which a coordinator can tell neither cause nor number
// ([View] gives the exact promise), and seekers and supporters see nothing at
// all. To their question why there is no pair, [Renderer.Neutral] is the one
// answer.
//
// # Words
//
// Codes are stable and programs may rely on them; texts are for people and may
// change in any release. A [Renderer] words findings in one language, from
// [Phrases] with a template per reader.
//
// # What a programme holds itself to
//
// A [Framework] lists principles with their sources, the indicators by which one
// can tell how they stand, and the voices that have to be asked. It is data:
// package frameworks of this folder ships with the published ones and reads
// others. A rule names the principle that it protects.
//
// [Audit] holds a programme against a framework, by evidence of three kinds that
// are never mixed: computed from records, rated by people in a named role, and
// attested by a document that goes stale:
//
//	report, err := principles.Audit(framework, evidence, ratings, principles.Options{At: today})
//
// A [Report] says for every principle how it stands ([Standing]), by whose voice,
// and how sure that is. Missing is missing: without evidence a principle is not
// known, never fine, and leaving out all evidence of an indicator, or a whole
// voice, makes nothing better. Voices are
// shown side by side and not averaged; where they disagree, that is a finding.
// Without those whom it is about, no principle is reported as upheld. What few people
// said or did is not shown ([Release]).
//
// What an audit cannot see: shares are of everybody, so that a fault confined to
// one team of many can hide in them, unless the indicator asks for every single
// one. And it decides nothing about somebody in danger; that belongs to a person.
//
// Package auditfile reads the files of an audit, package report writes what it
// found as text, page and picture.
package principles
