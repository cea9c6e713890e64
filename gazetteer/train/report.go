package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/dateline-map/dateline/geo/linear"
)

// reportConfidence prints, by cross-validation, whether confidence means what
// it says: of the matches with 0.9, nine in ten are right.
func reportConfidence(name string, examples []linear.Example, folds int) {
	var ps []float64
	var oks []bool
	for _, b := range blocks(len(examples), folds) {
		train := append(append([]linear.Example(nil), examples[:b[0]]...), examples[b[1]:]...)
		m := linear.TrainLogistic(train, linear.Options{L2: 1, MinCount: 5})
		for _, e := range examples[b[0]:b[1]] {
			ps, oks = append(ps, m.Probability(e.Features)), append(oks, e.True)
		}
	}
	fmt.Printf("%s: expected calibration error %.3f of %d matches\n", name, calibrationError(ps, oks), len(ps))
	reportWays(examples)
	for _, min := range []float64{0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95} {
		answered, right := 0, 0
		for i, p := range ps {
			if p >= min {
				answered++
				if oks[i] {
					right++
				}
			}
		}
		fmt.Printf("  confidence >= %.2f: %.3f answered, %.3f of them right\n", min,
			float64(answered)/float64(len(ps)), float64(right)/float64(max(answered, 1)))
	}
}

// calibrationError is the mean distance of confidence from the share that is
// right, over ten bins.
func calibrationError(ps []float64, oks []bool) float64 {
	var n, sum, right [10]float64
	for i, p := range ps {
		bin := min(9, int(p*10))
		n[bin]++
		sum[bin] += p
		if oks[i] {
			right[bin]++
		}
	}
	total := 0.0
	for i := range n {
		total += math.Abs(sum[i]-right[i]) / float64(len(ps))
	}
	return total
}

// reportWays prints how often choices are right by the way the name was found.
func reportWays(examples []linear.Example) {
	for _, way := range []string{"main", "alias", "bare", "code", "demonym", "article", "skeleton", "typo"} {
		key := linear.NewKey("way", way)
		n, right := 0, 0
		for _, e := range examples {
			if !slices.ContainsFunc(e.Features, func(f linear.Feature) bool { return f.Key == key }) {
				continue
			}
			n++
			if e.True {
				right++
			}
		}
		fmt.Printf("  by %-10s %5d, %.3f of them right\n", way, n, float64(right)/float64(max(n, 1)))
	}
}
