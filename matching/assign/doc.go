// Package assign gives rows to columns with limited places, at least cost, and
// proves the result. It knows numbers only: a row may be a seeker, a column a
// supporter, and a place one relationship that the supporter has room for.
//
// # The ladder
//
// What matters is rarely one number. A [Problem] therefore holds a ladder of
// [Rung]s in strict order: the first decides, the second chooses among what is
// optimal for the first, and so on. "Serve as many as possible; among those
// assignments wait least; among those fit best" is a ladder of three. No weight
// has to be invented to keep a later rung from outvoting an earlier one, and
// costs are whole numbers, so nothing is lost to rounding.
//
// [Served], [Priorities], [Bands], [EvenLoad], [Total] and [Continuity] make the
// usual rungs. After the ladder a [TieBreak] may draw lots, reproducibly, among what
// is still equal. The set of pairs is then the only optimum: every machine and
// every algorithm finds the same.
//
// # The network
//
// An assignment is a circulation through one hub: row arcs hub→i (as often as the
// row may have columns, cost Row each), pair arcs i→j (at most once, cost Pair) and
// place arcs j→hub (the k-th place once, cost Place). A potential for every node
// turns the cost of an arc u→v into its reduced cost,
// cost + potential(u) − potential(v). Around every circulation the potentials
// cancel, so reduced costs order assignments just as costs do.
//
// # The certificate
//
// An assignment is optimal if and only if there are potentials under which no
// arc with positive reduced cost is used above its lower bound and none with
// negative reduced cost has room left: complementary slackness. Each [Result]
// carries such potentials, and [Check] verifies them in one pass over the pairs for
// each rung, without any solver. It accepts any proof; that Solve normalises its own,
// as said below, only makes them the same everywhere.
//
// The same potentials describe all optima of the rung. Arcs of reduced cost zero
// stay free; the others are fixed as they are, used or not, which may mean that a
// row must stay served or a column full. The next rung minimises over the free
// arcs only, and its certificate speaks of those only.
//
// Potentials are normalised: start every node at zero, take the lengths of
// shortest paths over the residual free arcs of the rung under the final
// assignment, and subtract the hub's. Residual means an unused arc forwards, a
// used one backwards with its cost negated; for the places of a column, the next
// to be filled and the last filled. Normalised potentials do not depend on how
// the optimum was found.
//
// What cannot be done is proven as well: an [InfeasibleError] and [Hall] name rows
// that must or want to have more than their columns can hold.
//
// # How it is solved
//
// The network of each rung falls into parts that no free pair connects, and parts
// are solved side by side. Where few pairs are left free, those that lie on no cycle
// of changes are fixed first, since they are the same in every optimum to come: then
// parts are strong components. A rung that asks only which rows are served, and
// serves no row for its cost, is usually solved by the greedy algorithm of matroids
// over maximum matchings. In other parts one side places its units one after the
// other along shortest paths: the side that must place all it has, or that is scarce.
// Arcs are put in order of cost as far as searches look.
//
// Where both sides must place all they have, places cost nothing by themselves, and
// rows have one unit each, eight pairs or more but far from all, and few of them as
// cheap as the cheapest, an auction finds prices first. So it does where paths have
// scanned every arc more than twenty times on average, if one side must place all it
// has: places outside then make up for what the other has too much. Exact paths always come last, and where
// neither side must place all it has they go on however long they take. All of this
// depends on the numbers of the problem only, and [Stats] tells which way it went.
//
// # Where to start
//
// Fill a [Problem], call [Solve], and keep the [Solution] together with the
// problem, so that anyone can call [Check]. [Shortage], [Spare] and [Hall] say what
// keeps rows from being served and which change would help. [Alternatives] and a
// [Probe] answer what if, [Frontier] shows what one rung costs another, and a
// [Session] follows changes one by one. BENCHMARKS.md in this folder says how fast
// all that is, and where it is not. The examples below run.
//
// A problem is limited to 2^31 − 1 rows and columns together, and as many pairs; see
// [ErrOverflow] for the size of costs. Nothing here keeps state between calls, but a
// [Session]: concurrent calls are safe as long as they do not write to a shared
// Problem or Solution.
package assign
