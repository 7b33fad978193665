// Package principles is the vocabulary of every decision: who may be told what,
// on which grounds, and which principle of peer support stands behind it. It
// knows rules, findings, readers and sources, and never a person. It imports
// nothing but the standard library.
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
// # Sources
//
// A [Catalogue] holds principles with meaning, sources and the confidence with
// which each is known. [CorePrinciples] returns the eight that peer support is
// commonly founded on. A rule names the one that it protects.
package principles
