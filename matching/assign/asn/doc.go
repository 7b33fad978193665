// Package asn reads published instances of the assignment problem into an
// assign.Problem. Two text formats are told apart by their first character:
//
//   - DIMACS "asn", which begins with a letter: comment lines "c …", one line
//     "p asn NODES ARCS", a line "n ID" for every node of the side that is to be
//     served, and a line "a FROM TO COST" for every arc, with nodes numbered
//     from 1.
//   - The plain numbers of OR-Library: n, then n × n costs row by row, separated
//     by any white space.
//
// In both, a cost is minimised. The ladder of the problem serves as many rows as
// possible first ("served"), then makes the total cost least ("cost").
package asn
