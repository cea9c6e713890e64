package score

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// claim is an answer with what it says of itself.
type claim struct {
	Confidence float64
	Right      bool
}

// claims are the answers of a set whatever their confidence, but for those that
// fell back to an area: these claim the area, not the place.
func (s *Set) claims() []claim {
	var out []claim
	for i := range s.Answers {
		a := &s.Answers[i]
		if a.Any.Located() && !fellBack(&a.Any) {
			out = append(out, claim{a.Any.Confidence, a.Truth.Right(&a.Any, s.withinM(a))})
		}
	}
	return out
}

// fellBack reports whether a match is not the place itself, but an area or a
// place that it is said to be in or near.
func fellBack(m *geo.Match) bool { return strings.HasPrefix(m.Reason, resolve.ReasonNotFound+"-") }

// bin is the claims of similar confidence.
type bin struct {
	N         int
	Said, Was float64 // the mean confidence, and the share that is right
}

// numBins cuts confidence into tenths.
const numBins = 10

// reliability sorts claims into tenths of confidence.
func reliability(claims []claim) [numBins]bin {
	var bins [numBins]bin
	for _, c := range claims {
		b := &bins[min(numBins-1, int(c.Confidence*numBins))]
		b.N++
		b.Said += c.Confidence
		if c.Right {
			b.Was++
		}
	}
	for i := range bins {
		n := float64(max(bins[i].N, 1))
		bins[i].Said, bins[i].Was = bins[i].Said/n, bins[i].Was/n
	}
	return bins
}

// calibrationError is the mean distance of confidence from the share that is
// right, over the tenths, each by its claims.
func calibrationError(claims []claim) float64 {
	sum := 0.0
	for _, b := range reliability(claims) {
		sum += float64(b.N) * math.Abs(b.Said-b.Was)
	}
	return sum / float64(max(len(claims), 1))
}

// point is how much is answered, and how much of that right, at a threshold of
// confidence.
type point struct {
	Least           float64
	Answered, Right float64
}

// curve tells what each threshold gives, of n names in all: from every answer to
// the surest alone.
func curve(claims []claim, n int) []point {
	sorted := slices.Clone(claims)
	slices.SortStableFunc(sorted, func(a, b claim) int { return cmp.Compare(b.Confidence, a.Confidence) })
	var out []point
	right := 0
	for i, c := range sorted {
		if c.Right {
			right++
		}
		if i+1 == len(sorted) || sorted[i+1].Confidence != c.Confidence {
			out = append(out, point{c.Confidence, float64(i+1) / float64(n), float64(right) / float64(i+1)})
		}
	}
	slices.Reverse(out)
	return out
}

// at returns what a threshold gives: the point of the lowest confidence that is
// not below it.
func at(curve []point, least float64) point {
	for _, p := range curve {
		if p.Least >= least {
			p.Least = least
			return p
		}
	}
	return point{Least: least, Right: 1}
}

// insideRadius returns the share of the located answers whose truth lies within
// the radius they give, and how many there are.
func insideRadius(answers []Answer) (share float64, n int) {
	inside := 0
	for i := range answers {
		m := &answers[i].Place.Match
		d, located := answers[i].Truth.errorM(m)
		radius, known := m.RadiusM.Int()
		if !located || !known {
			continue
		}
		n++
		if d <= float64(radius) {
			inside++
		}
	}
	return float64(inside) / float64(max(n, 1)), n
}
