// Package stats computes how well raters agree and how sure a share or a median
// can be. It knows numbers only: a unit may be a relationship, a site or a filled
// form, a rater whoever judged it.
//
// # Which coefficient
//
//   - [Alpha], Krippendorff's, for any number of raters, missing values and four
//     levels of measurement. It has no interval in closed form.
//   - [Kappa], Cohen's, for two raters whose ratings stand in a square table;
//     weighted where categories have an order.
//   - [AC1], Gwet's, for two raters or more and missing values. Unlike the others
//     it stays high where nearly all units belong to one category, and it is
//     defined where all of them do.
//   - [FleissKappa] for units that each have the same number of raters.
//   - [ICC], the six intraclass correlations of Shrout and Fleiss, for ratings on
//     a scale, complete.
//
// The first four return an [Agreement]: 1 is perfect agreement, 0 what chance
// would bring, negative worse than that.
//
// [Wilson] and [ClopperPearson] give the interval of a share, [Newcombe] that of
// the difference of two, [MedianInterval] that of a median.
//
// # What is not known is said
//
// Where a figure does not exist the answer is an error that [errors.Is] can tell:
// [ErrTooFew], [ErrNoVariance], [ErrIncomplete], [ErrOutOfRange], [ErrLevel]. A
// figure is never NaN. Nothing is imputed: [Alpha] and [AC1] use the values that
// are there, [ICC] and the tables refuse to be incomplete. An error about one
// value is a [PlaceError].
//
// An [Interval] that does not exist is the zero Interval. That is so for raters
// who agree perfectly: a standard error of 0 shows a sample without spread, not
// certainty.
//
// # Same answer
//
// The order of units, and of raters within a unit, changes no digit: sums over
// them are taken in ascending order. The last digits may differ between processors
// that fuse multiplication and addition and those that do not.
//
// No function keeps state, changes its arguments or starts a goroutine: concurrent
// calls are safe.
package stats
