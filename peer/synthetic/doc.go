// Package synthetic makes up organisations, and the demand for peer support in
// them, by seed: for demonstrations, tests, benchmarks and simulations.
//
// [Organisation] returns people and relations as an HR system would export
// them. [Demand] returns the requests, supporters and past relationships of one
// round for any organisation, a made-up one or a real chart that has nothing
// but managers and teams:
//
//	cfg := synthetic.Config{Seed: 1}
//	people, relations := synthetic.Organisation(cfg)
//	org, err := peer.NewOrganisation(people, relations, peer.OrganisationConfig{})
//	requests, supporters, history := synthetic.Demand(cfg, org)
//
// Both are pure functions: the same configuration gives the same values on
// every machine, and Demand does not depend on the order in which the people
// were listed. Nobody in what they return exists. The shares and weights are
// this project's own, chosen so that every rule of matching meets a case; they
// describe no real workforce and must not be cited as if they did.
package synthetic
