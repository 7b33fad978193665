package stats_test

import (
	"errors"
	"fmt"
	"math"

	"github.com/peersupport/peersupport/evaluation/stats"
)

// Two auditors and sometimes a third rated five sites from 0 to 3; the last site was
// visited by one of them only.
func ExampleAlpha() {
	missing := math.NaN()
	sites := [][]float64{
		{3, 3, missing},
		{1, 2, 1},
		{0, 0, missing},
		{2, 2, 2},
		{missing, 1, missing},
	}
	a, err := stats.Alpha(sites, stats.MetricOrdinal)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("alpha %.2f from %d ratings of %d sites\n", a.Value, a.Ratings, a.Units)
	// Output: alpha 0.89 from 10 ratings of 4 sites
}

func ExampleAlpha_noVariance() {
	_, err := stats.Alpha([][]float64{{2, 2}, {2, 2}, {2, 2}}, stats.MetricOrdinal)
	fmt.Println(errors.Is(err, stats.ErrNoVariance))
	// Output: true
}

// Two supervisors sorted forty relationships into three categories.
func ExampleKappa() {
	table := [][]int{
		{11, 3, 1},
		{2, 9, 4},
		{0, 3, 7},
	}
	k, err := stats.Kappa(table, stats.WeightsLinear, 0.95)
	fmt.Printf("%.2f (%.2f to %.2f) %v\n", k.Value, k.Interval.Lower, k.Interval.Upper, err)
	// Output: 0.59 (0.40 to 0.79) <nil>
}

// Two raters found nearly every item of a checklist done. They agree on 18 of 20, and
// kappa is near 0 all the same.
func ExampleAC1() {
	items := [][]int{{1, 0}, {0, 1}}
	for range 18 {
		items = append(items, []int{1, 1})
	}
	ac1, err := stats.AC1(items, 2, 0.95)
	fmt.Printf("AC1 %.2f (%.2f to %.2f) %v\n", ac1.Value, ac1.Interval.Lower, ac1.Interval.Upper, err)
	kappa, err := stats.Kappa([][]int{{0, 1}, {1, 18}}, stats.WeightsNone, 0.95)
	fmt.Printf("kappa %.2f %v\n", kappa.Value, err)
	// Output:
	// AC1 0.89 (0.71 to 1.00) <nil>
	// kappa -0.05 <nil>
}

// Five conversations, three raters each, who need not be the same.
func ExampleFleissKappa() {
	counts := [][]int{{3, 0}, {2, 1}, {0, 3}, {3, 0}, {0, 3}}
	k, err := stats.FleissKappa(counts, 0.95)
	fmt.Printf("%.2f of %d units %v\n", k.Value, k.Units, err)
	// Output: 0.73 of 5 units <nil>
}

func ExampleICC() {
	ratings := [][]float64{{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}}
	r, err := stats.ICC(ratings, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	one, all := r.ICC2, r.ICC2k
	fmt.Printf("one judge:        %.2f (%.2f to %.2f)\n", one.Value, one.Interval.Lower, one.Interval.Upper)
	fmt.Printf("mean of the four: %.2f (%.2f to %.2f)\n", all.Value, all.Interval.Lower, all.Interval.Upper)
	// Output:
	// one judge:        0.29 (0.02 to 0.76)
	// mean of the four: 0.62 (0.07 to 0.93)
}

// A missing rating is not filled in: the caller decides, here to leave the target out.
func ExampleICC_incomplete() {
	ratings := [][]float64{{4, 5}, {1, math.NaN()}, {2, 2}, {5, 4}}
	_, err := stats.ICC(ratings, 0.95)
	var place *stats.PlaceError
	if errors.Is(err, stats.ErrIncomplete) && errors.As(err, &place) {
		fmt.Println("target", place.Row)
	}
	// Output: target 1
}

func ExampleWilson() {
	i, err := stats.Wilson(17, 20, 0.95)
	fmt.Printf("85 %% (%.0f to %.0f %%) %v\n", 100*i.Lower, 100*i.Upper, err)
	// Output: 85 % (64 to 95 %) <nil>
}

func ExampleClopperPearson() {
	i, err := stats.ClopperPearson(0, 20, 0.95)
	fmt.Printf("none of 20: up to %.0f %% %v\n", 100*i.Upper, err)
	// Output: none of 20: up to 17 % <nil>
}

func ExampleNewcombe() {
	i, err := stats.Newcombe(56, 70, 48, 80, 0.95)
	fmt.Printf("%.4f to %.4f %v\n", i.Lower, i.Upper, err)
	// Output: 0.0524 to 0.3339 <nil>
}

func ExampleMedianInterval() {
	ratings := []int{3, 4, 2, 5, 4, 4, 3, 1, 4}
	median, err := stats.Median(ratings)
	fmt.Println("median:", median, err)
	i, err := stats.MedianInterval(ratings, 0.95)
	fmt.Printf("%v to %v, level %.3f %v\n", i.Lower, i.Upper, i.Level, err)
	_, err = stats.MedianInterval(ratings[:5], 0.95)
	fmt.Println("of five:", err)
	// Output:
	// median: 4 <nil>
	// 2 to 4, level 0.961 <nil>
	// of five: stats: too few units, raters or values
}
