// Package report renders a [principles.Report], the result of
// [principles.Audit], for people and programs.
//
//   - [Text] is what a coordinator reads in a terminal, [Glance] a few lines of
//     it.
//   - [HTML] is one page that stands by itself: no script, nothing from a
//     network, for screens of any width, screen readers and paper.
//   - [SVG] is the picture of how each principle stands, or each decision on a
//     ladder; the page holds the same picture.
//   - [JSON] writes the report for programs, and [Read] reads it back strictly,
//     for instance as the report to compare the next one with.
//   - [English] words the codes of a report.
//
// All of them say the same, in the same order: who was not heard and what
// follows comes first, a standing never stands without its evidence, and what is
// not known is called that. There is no score.
//
// Names and texts in a report come from framework files, registers and
// objections that others wrote. They are shown as text whatever is in them:
// markup is escaped, control and direction characters are made visible, and
// nothing but https addresses and DOIs becomes a link.
//
// All functions are safe for concurrent use and change nothing in the report.
package report
