// Package matching proposes who supports whom, says why, and proves that
// nothing better was possible. It proposes; people dispose.
//
// # From a round to a plan
//
// A [Round] is a snapshot of one day: the organisation, who asks, who offers,
// who supported whom before. A [Policy] is how a programme matches, as data.
// [Match] turns the two into a [Plan]; [Verify] checks a plan without calling a
// solver; [Explain] answers questions about it:
//
//	organisation, requests, supporters, history ─► Round ─┐
//	rules, weights, ladder ─────────────────────► Policy ─┼─► Match ─► Plan ─► Verify
//	                                                      │              └───► Explain
//	                                                      └─► Prepare ─► Pool, for many questions
//
// [Prepare] checks everything once and returns a [Pool], of which all of these
// are methods; the functions are for one question. Whatever is wrong with a
// round or a policy is told at once, in a [RoundError]. [Evidence] counts for audits.
//
// # What is allowed
//
// A [Rule] judges a [Pair] and answers with a finding: a verdict, a code, who
// may see it. Anything but a clear yes blocks: what cannot be known, a rule that
// panics, a condition that may not be used. The rules of this package
// ([BuiltIn]) cannot be switched off, and no score outweighs them. An
// application adds its own with [Func]; they can only narrow what is allowed.
//
// A rule may have a second face, [Indexed], that excludes all supporters for one
// request at once, with a range of the organisation or a precomputed [Set]. It
// makes large rounds fast and decides nothing by itself: both faces must agree,
// which package matchingtest checks for any rule, and Verify asks the pairwise
// face only.
//
// # What is best
//
// A [Criterion] rates an allowed pair from 0 to 1. Ratings become basis points,
// and their weighted sum the score of the pair, so that no floating point
// number decides between people. Objectives stand in a strict order, the ladder:
// most people served, then most days waited, then best fit, or whatever ladder
// the policy names. The last rung draws lots with a keyed hash under the round's
// seed, so that the plan is the only one: the same on every machine and for
// every order of the input, and not to be foreseen without the seed.
//
// # The proof
//
// A plan holds, for every rung, the potentials of linear programming duality.
// With them, Verify shows in one pass over the pairs that no other plan is
// better on that rung without being worse on one before (package assign says
// how). A plan that was changed in any place is refused.
//
// # Who sees what
//
// A plan is for coordinators and auditors. An [Explanation] is for one reader:
//
//   - The auditor sees every finding.
//   - The coordinator sees findings that are not private. A veto, a relation
//     that tells of illness, conflict or kinship, and several of them at once
//     all read as one code, [CodePrivateBlock].
//   - Seeker and supporter see their own pair, with facts that they gave and the
//     other released, and otherwise one neutral answer, whatever the reason.
//
// What people told may be used as far as they consented, and is in no printout,
// log or error: [Round], [Pool] and [Pair] print none of it.
//
// # What it never does
//
// It contacts nobody, stores nothing, reads no clock and draws no random
// numbers. It never makes an exception: a [Repair] names what would help, and
// leaves it to people to make it so.
package matching
