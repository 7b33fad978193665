package stable

import "slices"

// ballot compares matchings by vote; how places vote is its layout.
type ballot struct {
	p       *Problem // without ties
	padding bool     // free places vote only where a column has more rows than before
}

// places is the vote of the package comment: every place votes, free ones too.
func places(p *Problem) ballot { return ballot{p: p} }

// correspondence is the vote of Brandl and Kavitha (2019), section 1: a column
// compares the rows it loses with those it gains one by one, the smaller of the two
// sets padded to the size of the other.
func correspondence(p *Problem) ballot { return ballot{p: p, padding: true} }

// margin counts the votes for new less those against, when the rows are laid out as
// wins it most.
func (b ballot) margin(next, old []int32) int {
	votes := 0
	for i := range next {
		switch {
		case next[i] == old[i]:
		case next[i] < 0 || old[i] >= 0 && b.p.RowRank[old[i]] < b.p.RowRank[next[i]]:
			votes--
		default:
			votes++
		}
	}
	has, had := held(b.p, next), held(b.p, old)
	for j := range has {
		kept := func(a int32) bool { return slices.Contains(has[j], a) && slices.Contains(had[j], a) }
		gained, lost := slices.DeleteFunc(slices.Clone(has[j]), kept), slices.DeleteFunc(slices.Clone(had[j]), kept)
		free := int(b.p.Capacity[j]) - len(had[j])
		if b.padding {
			free = max(0, len(gained)-len(lost))
		}
		for range free {
			lost = append(lost, -1)
		}
		votes += b.layOut(gained, lost)
	}
	return votes
}

// layOut tries every way to give the rows gained a place each, and returns the most
// votes. A place that nobody gets votes against, unless it was free.
func (b ballot) layOut(gained, lost []int32) int {
	if len(gained) == 0 {
		against := 0
		for _, a := range lost {
			if a >= 0 {
				against--
			}
		}
		return against
	}
	best := -len(gained) - len(lost)
	for k, a := range lost {
		vote := 1
		if a >= 0 && b.p.ColRank[a] < b.p.ColRank[gained[0]] {
			vote = -1
		}
		best = max(best, vote+b.layOut(gained[1:], slices.Delete(slices.Clone(lost), k, k+1)))
	}
	return best
}

// beaten reports that one of the others wins the vote against a matching.
func (b ballot) beaten(use []int32, others [][]int32) bool {
	return slices.ContainsFunc(others, func(n []int32) bool { return b.margin(n, use) > 0 })
}
