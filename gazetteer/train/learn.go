package main

import (
	"fmt"

	orbgeo "github.com/paulmach/orb/geo"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

// Distances in metres within which a place counts as the right one: the
// narrower if some candidate is that near, else the usual measure of the field.
const (
	narrowM = 25_000
	wideM   = 161_000
)

// areasOnly drops what stands after a comma unless it names an area: "Paris,
// London" is a list.
func areasOnly(r *gazetteer.Resolver, sets []set) {
	const areas = geo.KindCountry | geo.KindAdm1
	for _, s := range sets {
		for _, e := range s.examples {
			for i := range e.places {
				w := &e.places[i].Within
				if w.Adm1 != "" && r.Evidence(w.Adm1).Kinds&areas == 0 {
					w.Adm1 = ""
				}
			}
		}
	}
}

// observe returns the choices of examples, as a resolver with weights w sees
// them.
func (t *trainer) observe(examples []example, w gazetteer.Weights, beside bool) [][]gazetteer.Observation {
	r := gazetteer.NewResolver(t.x, gazetteer.ResolverOptions{Weights: &w})
	out := make([][]gazetteer.Observation, len(examples))
	for i, e := range examples {
		places := make([]*geo.Place, len(e.places))
		for j := range e.places {
			p := e.places[j]
			places[j] = &p
		}
		out[i] = r.Observe(t.names, beside, places...)
	}
	return out
}

// decisions turns observations into what a model learns from. Where "none" is
// a choice it is right if no candidate is.
func decisions(examples []example, observed [][]gazetteer.Observation) []linear.Decision {
	var out []linear.Decision
	for i, e := range examples {
		for j, o := range observed[i] {
			if e.gold[j].unknown {
				continue
			}
			d := linear.Decision{Weight: e.weight}
			for _, c := range o.Candidates {
				d.Candidates = append(d.Candidates, c.Features)
			}
			d.Right = right(o.Candidates, e.gold[j], o.None != nil)
			if o.None != nil {
				if len(d.Right) == 0 {
					d.Right = []int{len(d.Candidates)}
				}
				d.Candidates = append(d.Candidates, o.None)
			}
			if len(d.Candidates) > 1 {
				out = append(out, d)
			}
		}
	}
	return out
}

// right returns the candidates that are the gold's place: by its id, else by
// distance.
func right(candidates []gazetteer.Observed, g gold, narrow bool) []int {
	var byID, narrowly, widely []int
	for i, c := range candidates {
		if g.unit != "" && c.Type != g.unit {
			continue
		}
		d := orbgeo.DistanceHaversine(c.Point, g.point)
		if g.id != "" && c.ID == g.id {
			byID = append(byID, i)
		}
		if d <= narrowM {
			narrowly = append(narrowly, i)
		}
		if d <= wideM {
			widely = append(widely, i)
		}
	}
	switch {
	case len(byID) > 0:
		return byID
	case len(narrowly) > 0 || narrow && g.unit == "":
		return narrowly
	}
	return widely
}

// tally counts answers.
type tally struct{ gold, answered, right, reachable int }

func (t *tally) add(o gazetteer.Observation, g gold, withinM float64) bool {
	t.gold++
	if g.unit != "" {
		withinM = wideM // units' points differ from list to list
	}
	near := func(c gazetteer.Observed) bool {
		return orbgeo.DistanceHaversine(c.Point, g.point) <= withinM && (g.unit == "" || c.Type == g.unit)
	}
	for _, c := range o.Candidates {
		if near(c) {
			t.reachable++
			break
		}
	}
	if o.Best < 0 {
		return false
	}
	t.answered++
	ok := near(o.Candidates[o.Best])
	if ok {
		t.right++
	}
	return ok
}

func (t tally) String() string {
	n := float64(max(t.gold, 1))
	return fmt.Sprintf("gold %5d  answered %.3f  right %.4f  best possible %.4f", t.gold, float64(t.answered)/n, float64(t.right)/n, float64(t.reachable)/n)
}

// blocks cuts n things into k contiguous blocks.
func blocks(n, k int) [][2]int {
	var out [][2]int
	for i := range k {
		out = append(out, [2]int{i * n / k, (i + 1) * n / k})
	}
	return out
}

// without returns the examples outside block b.
func without(examples []example, b [2]int) []example {
	out := append([]example(nil), examples[:b[0]]...)
	return append(out, examples[b[1]:]...)
}
