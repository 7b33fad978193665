// Package weighted gives rows to columns where a pair takes more than one place:
// the generalised assignment problem. It knows numbers only: a row may be a
// seeker, a column a supporter, and units the hours or the emotional weight that
// a relationship takes from what the supporter can carry.
//
// A row gets at most one column; the pairs of a column take no more units than it
// has. Rows may have to be served or not, and either the number of rows unserved
// comes before the cost or the cost decides alone: see [Problem].
//
// # How it is solved
//
// The problem is NP-hard, so that no method solves every large problem in a
// reasonable time. This one is a branch and bound that knows at every moment how
// far from the best possible it can be.
//
//  1. Package assign solves the relaxation in which a column takes as many rows
//     as its smallest pairs would fit. Where all pairs of a column take the same
//     this is the problem itself, and nothing more is to be done. Its potentials
//     are the first prices of the rows.
//  2. Prices are raised and lowered by a subgradient method, while every column on
//     its own picks the rows that are worth their price to it: a knapsack problem,
//     solved by a table in whole pairs. The bound is therefore at least that of
//     the linear relaxation, and usually much better: the units of few pairs
//     rarely add up to the capacity. Tables also tell what it costs to use or not
//     to use each single pair.
//  3. What rows and columns agree on is repaired into an assignment, which local
//     moves improve.
//  4. Where a gap is left, a depth-first search asks whether there is an
//     assignment of at most a target just above the bound, and raises the target
//     step by step. A pair that would cost more than the target is removed, and
//     most of them are. When a question takes long it also looks for something
//     better half way to the bound, and close to the best assignment.
//
// Prices are whole numbers, each unit of cost divided into up to 4096 steps, and
// bounds are rounded in the safe direction. No floating point is involved, so that
// the answer is the same on every machine.
//
// # What is proven
//
// Each [Result] carries a value, a bound, and prices that prove a bound without
// any search; [Check] verifies them in one pass over the columns. The rest of the
// bound stands on the search, and who does not trust it has to search again.
//
// # Where to start
//
// Fill a [Problem], call [Solve], look at [Solution.Exact], and keep the
// [Solution] together with the problem, so that anyone can call [Check]. The
// examples below run.
//
// Nothing here keeps state between calls: concurrent calls are safe as long as
// they do not write to a shared Problem or Solution.
package weighted
