package resolve

import (
	"math"

	"github.com/dateline-map/dateline/geo/linear"
)

// confidence is the probability that a choice is right: the share of the
// candidates near the best, corrected by how such choices went before.
func (s *story) confidence(t *toponym, best *candidate) float64 {
	m := s.r.w.Confidence
	switch {
	case s.r.o.MostPopulous:
		return 1
	case s.isRow(t):
		m = s.r.w.RowConfidence
	case s.around == nil:
		return lead(t.mass(best))
	}
	v := s.blank()
	s.describeChoice(v, t, best)
	return m.Probability(v.Features)
}

// describeChoice adds what tells good choices from bad ones.
func (s *story) describeChoice(v *linear.Vector, t *toponym, best *candidate) {
	mass := min(max(t.mass(best), 1e-4), 1-1e-4)
	v.Add(1, "bias")
	v.Add(math.Log(mass/(1-mass)), "logit")
	v.Add(1, "way", best.way())
	v.Add(1, "type", best.Type)
	answered(v, "land", best.land)
	answered(v, "adm1", best.adm1)
	answered(v, "adm2", best.adm2)
	answered(v, "named", best.named)
	answered(v, "kind", best.kind)
	v.Add(math.Log2(float64(len(t.cands))), "candidates")
	v.Add(magnitude(&best.Place)/7, "inhabitants")
	v.Add(1-best.likeway, "unlike")
	v.Add(boolFloat(best.isRough()), "rough")
	if s.around != nil {
		s.around.describeCompanions(v, t, best)
	}
}

// lead is what a share of all has ahead of the rest. Where nothing but its inhabitants
// speaks for a place, the confidence is no more: half of those who write "San José"
// mean another one.
func lead(share float64) float64 { return max(0, 2*share-1) }

// mass is the probability of the candidates that are the same answer as one.
func (t *toponym) mass(best *candidate) float64 {
	sum := 0.0
	for i := range t.cands {
		if c := &t.cands[i]; c.Ref == best.Ref || distanceM(c.Point, best.Point) <= sameSpotM {
			sum += c.p
		}
	}
	return sum
}
