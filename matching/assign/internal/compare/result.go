package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// result is what one run says of itself.
type result struct {
	name, file   string
	matched      int64
	cost         int64
	build, solve time.Duration
	mb           float64
}

const resultMark = "RESULT,"

var (
	errNoResult  = errors.New("no RESULT line")
	errBadResult = errors.New("malformed RESULT line")
)

// String is the RESULT line, without its end.
func (r result) String() string {
	return fmt.Sprintf("%s%s,%s,%d,%d,%.6f,%.6f,%.1f", resultMark,
		r.name, r.file, r.matched, r.cost, r.build.Seconds(), r.solve.Seconds(), r.mb)
}

// findResult returns the one RESULT line in what a run printed.
func findResult(output string) (result, error) {
	var found string
	for line := range strings.Lines(output) {
		if !strings.HasPrefix(line, resultMark) {
			continue
		}
		if found != "" {
			return result{}, errBadResult // Two answers are none.
		}
		found = line
	}
	if found == "" {
		return result{}, errNoResult
	}
	return parseResult(strings.TrimSpace(found))
}

func parseResult(line string) (result, error) {
	f := strings.Split(line, ",")
	if len(f) != 8 {
		return result{}, errBadResult
	}
	matched, err1 := strconv.ParseInt(f[3], 10, 64)
	cost, err2 := strconv.ParseInt(f[4], 10, 64)
	build, err3 := seconds(f[5])
	solve, err4 := seconds(f[6])
	mb, err5 := amount(f[7])
	if errors.Join(err1, err2, err3, err4, err5) != nil || matched < 0 {
		return result{}, errBadResult
	}
	return result{name: f[1], file: f[2], matched: matched, cost: cost, build: build, solve: solve, mb: mb}, nil
}

func seconds(s string) (time.Duration, error) {
	v, err := amount(s)
	return time.Duration(math.Round(v * float64(time.Second))), err
}

// amount reads a number of seconds or megabytes. NaN passes no comparison, hence
// the form of the test.
func amount(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= 0 && v < 1e9) {
		return 0, errBadResult
	}
	return v, nil
}
