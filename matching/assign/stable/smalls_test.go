package stable

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The small problems of residents and hospitals, and of students, projects and
// lecturers, with their answers: fmcooper/matchingproblems, folder Evaluations
// (Zenodo, record 4065149). They are read where they lie and not part of this
// project.

// file is one of these problems. Rows are residents or students; columns are
// hospitals, or projects that belong to groups, the lecturers.
type file struct {
	kind    string
	n       int
	grouped Grouped // without groups for hospitals
	lower   []int64 // of each column
	// Of each group.
	groupLower, target []int64
}

func (f *file) String() string { return fmt.Sprintf("%s/%d", f.kind, f.n) }

// smalls reads the five problems of every kind.
func smalls(t testing.TB, kinds ...string) []*file {
	t.Helper()
	var files []*file
	for _, kind := range kinds {
		for n := range 5 {
			files = append(files, readSmall(t, kind, n))
		}
	}
	return files
}

// text reads a file of the collection, or skips the test where there is none.
func text(t testing.TB, kind, folder string, n int) string {
	t.Helper()
	root := os.Getenv("PEERSUPPORT_REFERENCE_DATA")
	if root == "" {
		t.Skip("PEERSUPPORT_REFERENCE_DATA is not set: it names the folder that holds instances/spa-hr-smalls")
	}
	data, err := os.ReadFile(filepath.Join(root, "instances", "spa-hr-smalls", "Evaluations", kind, folder, strconv.Itoa(n)+".txt"))
	require.NoError(t, err)
	return string(data)
}

func readSmall(t testing.TB, kind string, n int) *file {
	t.Helper()
	head, _, _ := strings.Cut(text(t, kind, "instances", n), "\n\n")
	lines := strings.Split(strings.TrimSpace(head), "\n")
	sizes := numbers(t, lines[0])
	lines = lines[1:]
	require.Len(t, lines, sum(sizes))
	take := func(count int) [][]string {
		fields := make([][]string, count)
		for k := range fields {
			fields[k] = strings.Split(lines[k], ":")
			require.Equal(t, strconv.Itoa(k+1), fields[k][0])
		}
		lines = lines[count:]
		return fields
	}
	f := &file{kind: kind, n: n}
	rows, columns := take(sizes[0]), take(sizes[1])
	p := &f.grouped.Problem
	for _, c := range columns {
		f.lower = append(f.lower, number(t, c[1]))
		p.Capacity = append(p.Capacity, number(t, c[2]))
	}
	var lists []map[int]int32 // how each column ranks the rows
	if len(sizes) == 2 {
		for _, c := range columns {
			lists = append(lists, ranking(t, c[3]))
		}
	} else {
		lists = f.readGroups(t, columns, take(sizes[2]))
	}
	f.readRows(t, rows, lists)
	return f
}

// readGroups reads the lecturers and returns the list of each project's.
func (f *file) readGroups(t testing.TB, columns, groups [][]string) []map[int]int32 {
	t.Helper()
	for _, c := range groups {
		f.groupLower = append(f.groupLower, number(t, c[1]))
		f.target = append(f.target, number(t, c[2]))
		f.grouped.Limit = append(f.grouped.Limit, number(t, c[3]))
	}
	var lists []map[int]int32
	for _, c := range columns {
		k := int32(number(t, c[3]) - 1)
		f.grouped.Group = append(f.grouped.Group, k)
		lists = append(lists, ranking(t, groups[k][4]))
	}
	return lists
}

func (f *file) readRows(t testing.TB, rows [][]string, lists []map[int]int32) {
	t.Helper()
	p := &f.grouped.Problem
	p.Rows, p.Start = len(rows), []int{0}
	oneSided := true
	for i, row := range rows {
		mine := ranking(t, row[1])
		for j := range p.Capacity {
			if rank, ok := mine[j]; ok {
				p.Cols = append(p.Cols, int32(j))
				p.RowRank = append(p.RowRank, rank)
				theirs, ok := lists[j][i]
				require.True(t, ok || len(lists[j]) == 0, "a list lacks row %d", i)
				p.ColRank = append(p.ColRank, theirs)
				oneSided = oneSided && !ok
			}
		}
		p.Start = append(p.Start, len(p.Cols))
	}
	if oneSided {
		p.ColRank = nil
	}
}

// ranking reads a list such as "(3 1) 2 4": of those tied, all have the rank of the
// first. Ranks and numbers count from 0.
func ranking(t testing.TB, list string) map[int]int32 {
	t.Helper()
	ranks := map[int]int32{}
	rank, tied := int32(-1), false
	for _, word := range strings.Fields(list) {
		if !tied {
			rank++
		}
		if strings.HasPrefix(word, "(") {
			tied = true
		}
		if strings.HasSuffix(word, ")") {
			tied = false
		}
		ranks[int(number(t, strings.Trim(word, "()")))-1] = rank
	}
	return ranks
}

// answers reads the lines "key: value" of a result; one that has none is infeasible.
func answers(t testing.TB, f *file, folder string) (map[string]string, bool) {
	t.Helper()
	result := text(t, f.kind, folder, f.n)
	if strings.Contains(result, "Infeasible") {
		return nil, false
	}
	found := map[string]string{}
	for line := range strings.Lines(result) {
		if key, value, ok := strings.Cut(line, ":"); ok {
			found[key] = strings.TrimSpace(value)
		}
	}
	return found, true
}

// published reads a matching: the number of each row's column, 0 for none.
func (f *file) published(t testing.TB, columns string) []int32 {
	t.Helper()
	p := &f.grouped.Problem
	use := make([]int32, p.Rows)
	for i, j := range numbers(t, columns) {
		use[i] = -1
		for a := p.Start[i]; a < p.Start[i+1]; a++ {
			if int(p.Cols[a]) == j-1 {
				use[i] = int32(a)
			}
		}
		require.Equal(t, j > 0, use[i] >= 0)
	}
	return use
}

func number(t testing.TB, s string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	require.NoError(t, err)
	return n
}

func numbers(t testing.TB, s string) []int {
	t.Helper()
	list := []int{}
	for _, word := range strings.Fields(strings.Trim(s, "<> ")) {
		list = append(list, int(number(t, word)))
	}
	return list
}

func sum(list []int) int {
	total := 0
	for _, n := range list {
		total += n
	}
	return total
}

// figures are what is published of a problem.
type figures struct {
	feasible                           bool
	size, cost, degree, squared        int
	generousMost, greedyMost, greedy   []int // profiles
	largestFromTarget, totalFromTarget int   // how far loads of groups are from their targets, at best
}

// publishedFigures reads those found by brute force.
func publishedFigures(t testing.TB, f *file, folder string) figures {
	t.Helper()
	a, ok := answers(t, f, folder)
	if !ok {
		return figures{}
	}
	one := func(key string) int { return int(number(t, a["optimal_"+key])) }
	return figures{
		feasible: true,
		size:     one("size"), cost: one("maxsizemincost"), degree: one("maxsizemindegree"), squared: one("maxsizeminsqcost"),
		generousMost:      numbers(t, a["optimal_generousmaxprofile"]),
		greedyMost:        numbers(t, a["optimal_greedymaxprofile"]),
		greedy:            numbers(t, a["optimal_greedyprofile"]),
		largestFromTarget: one("max_lec_abs_diff"), totalFromTarget: one("sum_lec_abs_diff"),
	}
}

// none is larger than any figure.
const none = math.MaxInt
