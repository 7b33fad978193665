package stable

import (
	"slices"
	"strconv"

	"github.com/peersupport/peersupport/matching/assign"
)

// RankMaximal returns a ladder for assign.Solve under which as many rows as possible
// get a column of their best rank, then as many as possible one of the next rank,
// and so on (Irving 2003), also where that leaves rows without any. rowRank holds
// the rank of each pair in the order of assign.Problem.Cols, 0 for the best.
//
// There is one rung for each rank that occurs: rank 0 is "rank.1", and the value of
// a rung is minus the number of pairs of that rank. Every rung holds a cost for
// each pair, 8 bytes times ranks times pairs in all. Put a rung that counts pairs
// before it to serve as many rows as possible first, as [Generous] does.
func RankMaximal(rowRank []int32) []assign.Rung {
	ranks := distinct(rowRank)
	ladder := make([]assign.Rung, 0, len(ranks))
	for _, r := range ranks {
		ladder = append(ladder, rankRung(rowRank, r, -1))
	}
	return ladder
}

// Generous returns a ladder for assign.Solve under which as many rows as possible
// are served, then as few as possible by a column of the worst rank, then as few as
// possible by the next to worst, and so on. See [RankMaximal] for the arguments and
// the memory.
//
// The first rung is "served", worth minus the number of pairs in use. One rung for
// each rank that occurs follows, the worst first; its value is the number of pairs
// of that rank. That of the best rank is decided by then and completes the profile.
func Generous(rowRank []int32) []assign.Rung {
	served := assign.Rung{ID: "served", Pair: make([]int64, len(rowRank))}
	for a := range served.Pair {
		served.Pair[a] = -1
	}
	ladder := []assign.Rung{served}
	for _, r := range slices.Backward(distinct(rowRank)) {
		ladder = append(ladder, rankRung(rowRank, r, 1))
	}
	return ladder
}

// rankRung costs the pairs of one rank.
func rankRung(rowRank []int32, r int32, cost int64) assign.Rung {
	rung := assign.Rung{ID: "rank." + strconv.FormatInt(int64(r)+1, 10), Pair: make([]int64, len(rowRank))}
	for a, s := range rowRank {
		if s == r {
			rung.Pair[a] = cost
		}
	}
	return rung
}

func distinct(ranks []int32) []int32 {
	sorted := slices.Clone(ranks)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}
