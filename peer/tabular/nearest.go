package tabular

// nearest returns the index of the heading with the smallest edit distance to
// name among those that are open, or -1.
func nearest(name string, headings []string, open func(i int) bool) int {
	best, bestDistance := -1, 0
	for i, h := range headings {
		if !open(i) {
			continue
		}
		if d := editDistance(name, h); best < 0 || d < bestDistance {
			best, bestDistance = i, d
		}
	}
	return best
}

// editDistance is the Levenshtein distance in bytes, of at most the first 64
// of each text: a heading may be as long as a record.
func editDistance(a, b string) int {
	const most = 64
	a, b = a[:min(len(a), most)], b[:min(len(b), most)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
