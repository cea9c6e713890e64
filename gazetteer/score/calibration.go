package score

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// Claim is an answer with what it says of itself.
type Claim struct {
	Confidence float64
	Right      bool
}

// Claims are the answers of a set whatever their confidence, but for those that
// fell back to an area: these claim the area, not the place.
func (s *Set) Claims() []Claim {
	var out []Claim
	for i := range s.Answers {
		a := &s.Answers[i]
		if a.Any.Located() && !FellBack(&a.Any) {
			out = append(out, Claim{a.Any.Confidence, a.Truth.Right(&a.Any, s.WithinM(a))})
		}
	}
	return out
}

// FellBack reports whether a match is not the place itself, but an area or a
// place that it is said to be in or near.
func FellBack(m *geo.Match) bool { return strings.HasPrefix(m.Reason, resolve.ReasonNotFound+"-") }

// Bin is the claims of similar confidence.
type Bin struct {
	N         int
	Said, Was float64 // the mean confidence, and the share that is right
}

// numBins cuts confidence into tenths.
const numBins = 10

// Reliability sorts claims into tenths of confidence.
func Reliability(claims []Claim) [numBins]Bin {
	var bins [numBins]Bin
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

// CalibrationError is the mean distance of confidence from the share that is
// right, over the tenths, each by its claims.
func CalibrationError(claims []Claim) float64 {
	sum := 0.0
	for _, b := range Reliability(claims) {
		sum += float64(b.N) * math.Abs(b.Said-b.Was)
	}
	return sum / float64(max(len(claims), 1))
}

// Point is how much is answered, and how much of that right, at a threshold of
// confidence.
type Point struct {
	Least           float64
	Answered, Right float64
}

// Curve tells what each threshold gives, of n names in all: from every answer to
// the surest alone.
func Curve(claims []Claim, n int) []Point {
	sorted := slices.Clone(claims)
	slices.SortStableFunc(sorted, func(a, b Claim) int { return cmp.Compare(b.Confidence, a.Confidence) })
	var out []Point
	right := 0
	for i, c := range sorted {
		if c.Right {
			right++
		}
		if i+1 == len(sorted) || sorted[i+1].Confidence != c.Confidence {
			out = append(out, Point{c.Confidence, float64(i+1) / float64(n), float64(right) / float64(i+1)})
		}
	}
	slices.Reverse(out)
	return out
}

// At returns what a threshold gives: the point of the lowest confidence that is
// not below it.
func At(curve []Point, least float64) Point {
	for _, p := range curve {
		if p.Least >= least {
			p.Least = least
			return p
		}
	}
	return Point{Least: least, Right: 1}
}

// InsideRadius returns the share of the located answers whose truth lies within
// the radius they give, and how many there are.
func InsideRadius(answers []Answer) (share float64, n int) {
	inside := 0
	for i := range answers {
		m := &answers[i].Place.Match
		d, located := answers[i].Truth.ErrorM(m)
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
