package stats

import "math"

// Wilson returns the score interval of the share k of n, within [0,1]. Its
// coverage is close to level on average; that of [ClopperPearson] is never below.
//
// Errors: [ErrLevel]; [ErrTooFew] for n = 0; [ErrOutOfRange] unless 0 ≤ k ≤ n and n
// is at most 2^53.
//
// Sources: Wilson 1927, Probable inference, the law of succession, and statistical
// inference, Journal of the American Statistical Association 22; Newcombe 1998,
// Two-sided confidence intervals for the single proportion: comparison of seven
// methods, Statistics in Medicine 17, method 3.
func Wilson(k, n int, level float64) (Interval, error) {
	if err := checkShare(k, n, level); err != nil {
		return Interval{}, err
	}
	z := normalQuantile(tail(level))
	share, size := float64(k)/float64(n), float64(n)
	middle := share + z*z/(2*size)
	half := z * math.Sqrt(share*(1-share)/size+z*z/(4*size*size))
	i := Interval{Lower: 0, Upper: 1, Level: level}
	// Rounding must not put the share itself outside.
	if k > 0 {
		i.Lower = min((middle-half)/(1+z*z/size), share)
	}
	if k < n {
		i.Upper = max((middle+half)/(1+z*z/size), share)
	}
	return i, nil
}

// ClopperPearson returns the exact interval of the share k of n, which covers the
// true share with probability level at least. It is mostly wider than [Wilson].
//
// Errors: as for Wilson, but n is at most 10^9, up to where the beta distribution of
// gonum was found right.
//
// Source: Clopper and Pearson 1934, The use of confidence or fiducial limits
// illustrated in the case of the binomial, Biometrika 26, as quantiles of beta
// distributions.
func ClopperPearson(k, n int, level float64) (Interval, error) {
	if n > 1e9 {
		return Interval{}, ErrOutOfRange
	}
	if err := checkShare(k, n, level); err != nil {
		return Interval{}, err
	}
	i := Interval{Lower: 0, Upper: 1, Level: level}
	hits, misses, share := float64(k), float64(n-k), float64(k)/float64(n)
	if k > 0 {
		i.Lower = min(betaQuantile(tail(level), hits, misses+1), share)
	}
	if k < n {
		i.Upper = max(1-betaQuantile(tail(level), misses, hits+1), share)
	}
	return i, nil
}

// Newcombe returns the interval of the difference k1/n1 − k2/n2 of two independent
// shares, within [−1,1]: the hybrid of two score intervals, without continuity
// correction.
//
// Errors: as for [Wilson].
//
// Source: Newcombe 1998, Interval estimation for the difference between independent
// proportions: comparison of eleven methods, Statistics in Medicine 17, method 10.
func Newcombe(k1, n1, k2, n2 int, level float64) (Interval, error) {
	first, err := Wilson(k1, n1, level)
	if err != nil {
		return Interval{}, err
	}
	second, err := Wilson(k2, n2, level)
	if err != nil {
		return Interval{}, err
	}
	share1, share2 := float64(k1)/float64(n1), float64(k2)/float64(n2)
	difference := share1 - share2
	return Interval{
		Lower: max(-1, difference-math.Hypot(share1-first.Lower, second.Upper-share2)),
		Upper: min(1, difference+math.Hypot(first.Upper-share1, share2-second.Lower)),
		Level: level,
	}, nil
}

func checkShare(k, n int, level float64) error {
	switch {
	case k < 0 || k > n || int64(n) > maxCount:
		return ErrOutOfRange
	case n == 0:
		return ErrTooFew
	}
	return checkLevel(level)
}
