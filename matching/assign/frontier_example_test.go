package assign_test

import (
	"context"
	"fmt"

	"github.com/peersupport/peersupport/matching/assign"
)

// How many days of waiting does a better fit cost? Everybody whom the supporters have
// room for is served first; then each corner of the trade-off is best for some
// weighing of the two, and none had to be chosen beforehand.
func ExampleFrontier() {
	p := problem()
	waiting, fit := 1, 2
	f, err := assign.Frontier(context.Background(), p, waiting, fit, assign.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, point := range f.Points {
		fmt.Println("columns", p.Columns(point.Pairs), "days waited", -point.First, "fit", -point.Second)
		if point.Den > 0 {
			fmt.Println("  then", point.Num, "days for every", point.Den, "of fit")
		}
	}
	fmt.Println("checked:", assign.CheckFrontier(p, waiting, fit, f))
	// Output:
	// columns [-1 0 1] days waited 50 fit 900
	//   then 1 days for every 70 of fit
	// columns [0 1 -1] days waited 40 fit 1600
	// checked: <nil>
}
