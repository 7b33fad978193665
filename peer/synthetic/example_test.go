package synthetic_test

import (
	"fmt"

	"github.com/peersupport/peersupport/peer"
	"github.com/peersupport/peersupport/peer/synthetic"
)

// A whole round to try things on, from one seed.
func Example() {
	cfg := synthetic.Config{Seed: 1}
	people, relations := synthetic.Organisation(cfg)
	org, err := peer.NewOrganisation(people, relations, peer.OrganisationConfig{})
	if err != nil {
		fmt.Println(err)
		return
	}
	requests, supporters, history := synthetic.Demand(cfg, org)
	fmt.Println(org.Len(), "people and positions")
	fmt.Println(len(requests), "requests,", len(supporters), "supporters,", len(history), "relationships before")
	fmt.Println("the first is of", requests[0].Person, "and stays private:", requests[0].Seeks)
	// Output:
	// 400 people and positions
	// 47 requests, 31 supporters, 21 relationships before
	// the first is of P0030 and stays private: [private]
}
