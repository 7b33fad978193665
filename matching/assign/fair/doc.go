// Package fair finds assignments whose worst rows are as well off as can be, where
// rows may have several columns each, and proves how good they are. It knows
// numbers only, like package assign, on which it builds: a row may be a seeker who
// wants a team of three, or a paper to review.
//
// # What is compared
//
// The value of a row is the sum of the values of its pairs. Among the assignments
// that are optimal for a given ladder, those count whose worst row has the largest
// value; among those, if so asked, those whose second worst row has the largest,
// and so on; and in the end the largest total value decides. With as many levels as
// rows that is the leximin order.
//
// Where every row asks for one column, assign.Bands gives that order exactly. With
// several it is NP-hard, as it is to split numbers into equal sums. Each [Figure]
// therefore has a value that is reached and a bound that is proven, and is called
// exact where the two meet.
//
// # Prices
//
// A bound is proven by prices. Let every column charge its price p for a place,
// which may be negative, and let every row choose, alone, the set of its pairs with
// the largest gain, scale·value − prices, among the sets that have the value it
// needs. Whatever the assignment, its rows gain no more than that, and its columns
// earn no more than price × capacity, or price × least load where the price is
// negative. Both together are therefore a bound of scale·total. If it lies below
// scale × the value that is claimed to be out of reach, that value is out of reach.
//
// A level is bounded with scale zero: no assignment gives all rows the value t if
// the bound is negative then. From the second level on, some rows may have less.
// There are as many needs then as levels, t₁ ≤ t₂ ≤ … ≤ t. A row may choose its class
// k and need only t_k, but pays a price for each rank from k on, and since at most h
// rows lie below the (h+1)-st need, all rows together pay h times the price of rank
// h at most.
//
// This is the Lagrangian relaxation of the columns' bounds. It keeps the rows whole:
// what a row needs is not relaxed, and the search for its best set is exact, but for
// sets so many that the search gives up and takes the bound it has. So it is at
// least as strong as linear programming, and often far stronger.
//
// # The search
//
// Prices are found by Shor's r-algorithm, which needs to know one set for every row
// only and stretches space along the differences of subgradients. Assignments come
// from package assign, by the sets that rows have chosen most often, and are
// improved by cyclic exchanges. Floating-point numbers only guide the search for
// prices. What is proven is proven in integers.
//
// The work is limited by a count of steps, not by a clock, so that the same problem
// has the same solution on every machine. Nothing here keeps state between calls:
// concurrent calls are safe as long as they do not write to a shared Problem or
// Solution.
package fair
