// Package stable pairs rows with columns when both sides have preferences: rows
// rank columns, columns rank rows. It knows numbers only: a row may be a seeker
// who wants one supporter, a column a supporter with several places.
//
// Package assign finds what is best for all together. This package finds what
// nobody has reason to leave. The two differ: an assignment of least total rank
// may hold two who would both rather have each other, and a stable one may serve
// fewer rows than possible.
//
// # Stability
//
// A row and a column that are not paired, though they may be, block a matching
// when the row prefers the column to what it has, and the column has a free place
// or prefers the row to one of its own. Having any listed partner is better than
// having none. A matching without a blocking pair is stable (Gale and Shapley
// 1962). Ties are allowed on both sides, and preferring means strictly: weak
// stability, under which a stable matching always exists.
//
// [RowOptimal] and [ColumnOptimal] break the ties first ([Problem.Strict]) and
// find the two extremes: each row gets the best column, or the worst, that it has
// in any stable matching of the broken preferences. All stable matchings of those
// serve the same rows and fill the same number of places in every column, and a
// column with a free place has the same rows in all of them (Roth 1986). With ties
// broken otherwise all of that may change, the number of rows served too.
//
// [BlockingPairs] names every pair that blocks and why, and [Check] verifies
// stability, both under the ties as given.
//
// # Popularity
//
// [Popular] and [Fullest] give up a little stability to serve more rows. Matchings
// are compared by vote, under the broken preferences. A row has one vote and casts
// it for the matching that gives it the better column. A column has one vote for
// each place: a place votes for the matching that gives it the better row. A row
// that stays in its column stays in its place; all other rows of the new matching
// are laid out over the other places of the old one, used or free, in whichever way
// wins the new matching most. A matching is popular when no other one, laid out in
// any way, has more votes for it than against it. That is at least as demanding as
// the vote of Brandl and Kavitha (Two Problems in Max-Size Popular Matchings,
// Algorithmica 2019), which leaves free places out where it can.
//
// Every stable matching is popular and as small as popular matchings get. Popular
// returns a popular matching of the largest size; Fullest one that serves as many
// rows as any matching and is popular among those. Both carry a witness, which
// [CheckPopular] and [CheckFullest] verify in one pass without any solver.
//
// With ties left in place, finding a largest popular matching is NP-hard (Biró,
// Irving and Manlove 2010); hence the vote on broken preferences.
//
// # Shared limits
//
// [Grouped] puts columns into groups with a limit and a preference of their own:
// supporters who share a supervisor, or projects of one lecturer.
// [RowOptimalGrouped] is deferred acceptance for these (Abraham, Irving and Manlove
// 2007).
//
// # One-sided ladders
//
// [RankMaximal] and [Generous] turn the ranks of the rows into rungs for
// assign.Solve, for the case that only the rows have preferences.
//
// Nothing here keeps state between calls or starts a goroutine. Concurrent calls
// are safe as long as nobody writes to a shared Problem and its TieBreak allows it.
package stable
