package main

import (
	"cmp"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/score"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	orbgeo "github.com/paulmach/orb/geo"
)

// observe returns the choices of examples, as a resolver with weights w sees
// them.
func (t *trainer) observe(examples []example, w resolve.Weights, beside bool) [][]resolve.Observation {
	r := resolve.New(t.x, resolve.Options{Weights: &w})
	out := make([][]resolve.Observation, len(examples))
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

// unweighed returns the choices of examples as observe does, of which no learned
// weight but t.alone changes the features: those of rows, and of stories before
// there are weights for them. They are remembered, for every fold learns from most.
func (t *trainer) unweighed(examples []example, w resolve.Weights, beside bool) [][]resolve.Observation {
	named := slices.DeleteFunc(slices.Clone(examples), func(e example) bool { return len(e.places) == 0 || t.seen[&e.places[0]] != nil })
	for i, seen := range t.observe(named, w, beside) {
		t.seen[&named[i].places[0]] = seen
	}
	out := make([][]resolve.Observation, len(examples))
	for i, e := range examples {
		if len(e.places) > 0 {
			out[i] = t.seen[&e.places[0]]
		}
	}
	return out
}

// decisions turns observations into what a model learns from. Where "none" is
// a choice it is right if no candidate is.
// A name that comes again in an example is one decision that counts as often.
func decisions(examples []example, observed [][]resolve.Observation) []linear.Decision {
	var out []linear.Decision
	for i, e := range examples {
		made := map[*resolve.Observed]int{}
		for j, o := range observed[i] {
			if e.gold[j].unknown {
				continue
			}
			d := linear.Decision{Weight: cmp.Or(e.weight, 1)}
			if len(o.Candidates) == 0 {
				continue
			}
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
			if len(d.Candidates) < 2 {
				continue
			}
			n, again := made[&o.Candidates[0]]
			if again && slices.Equal(out[n].Right, d.Right) {
				out[n].Weight += d.Weight
				continue
			}
			made[&o.Candidates[0]] = len(out)
			out = append(out, d)
		}
	}
	return out
}

// right returns the candidates that are the gold's place: by its id, else by
// distance, the narrower if some candidate is that near.
func right(candidates []resolve.Observed, g gold, narrow bool) []int {
	var byID, narrowly, widely []int
	for i, c := range candidates {
		if g.Unit != "" && c.Type != g.Unit {
			continue
		}
		d := orbgeo.DistanceHaversine(c.Point, g.Point)
		if g.ID != "" && c.ID == g.ID {
			byID = append(byID, i)
		}
		if d <= score.NarrowM {
			narrowly = append(narrowly, i)
		}
		if d <= score.WideM {
			widely = append(widely, i)
		}
	}
	switch {
	case len(byID) > 0:
		return byID
	case len(narrowly) > 0 || narrow && g.Unit == "":
		return narrowly
	}
	return widely
}

// heldOut is a part of a set, and weights that were not learned from it.
type heldOut struct {
	set     int // index into the sets
	test    []example
	weights resolve.Weights
	choices []linear.Example // how each choice went with the weights
}

// crossValidate answers each part of the sets with weights and a confidence that
// are not learned from it. The parts are returned as well: the confidence that is
// shipped is learned from the choices in all of them. Answers are wanted of the
// first sets alone, so many of which are gold.
func (t *trainer) crossValidate(sets []set, gold int, rows bool, learn func([]example) resolve.Weights) ([]heldOut, []score.Set) {
	folds, measured := t.folds(sets, learn), named(sets, rows)
	for i := range folds {
		t.choose(&folds[i], rows)
		folds[i].choices = everyNth(folds[i].choices, sets[folds[i].set].every)
	}
	for i, f := range folds {
		if f.set >= gold {
			continue
		}
		if rows {
			f.weights.RowConfidence = confidence(folds, i)
		} else {
			f.weights.Confidence = confidence(folds, i)
		}
		measured[f.set].Answers = append(measured[f.set].Answers, t.answers(f.test, &f.weights)...)
	}
	return folds, measured
}

// everyNth returns one in n of the examples.
func everyNth(examples []linear.Example, n int) []linear.Example {
	if n <= 1 {
		return examples
	}
	var out []linear.Example
	for i := 0; i < len(examples); i += n {
		out = append(out, examples[i])
	}
	return out
}

// folds cuts sets into contiguous blocks, and learns for each from all the rest.
func (t *trainer) folds(sets []set, learn func([]example) resolve.Weights) []heldOut {
	var out []heldOut
	for i, s := range sets {
		for _, b := range blocks(len(s.examples), t.o.folds) {
			train := append(without(s.examples, b), join(others(sets, i))...)
			out = append(out, heldOut{set: i, test: s.examples[b[0]:b[1]], weights: learn(train)})
		}
	}
	return out
}

// choose tells how the choices of a fold went. The names of a story are seen beside
// each other and right within the wider distance, and so are areas.
func (t *trainer) choose(f *heldOut, rows bool) {
	for i, observed := range t.observe(f.test, f.weights, !rows) {
		for j, o := range observed {
			g := f.test[i].gold[j]
			if o.Choice == nil || g.unknown {
				continue
			}
			within := float64(score.WideM)
			if rows && g.Unit == "" {
				within = score.NarrowM
			}
			best := o.Candidates[o.Best]
			m := geo.Match{Kind: geo.Exact, Point: best.Point, Type: best.Type}
			f.choices = append(f.choices, linear.Example{Features: o.Choice, True: g.Right(&m, within)})
		}
	}
}

// confidence learns from the choices of folds whether a choice is right; but not
// from those of fold number but, if that is one.
func confidence(folds []heldOut, but int) *linear.Model {
	var choices []linear.Example
	for i := range folds {
		if i != but {
			choices = append(choices, folds[i].choices...)
		}
	}
	return linear.TrainLogistic(choices, linear.Options{L2: 1, MinCount: 5})
}

// answers resolves examples with weights.
func (t *trainer) answers(examples []example, w *resolve.Weights) []score.Answer {
	judge := score.NewJudge(t.x, w)
	var out []score.Answer
	if t.o.homes {
		examples = t.withHomes(examples, w)
	}
	for _, e := range examples {
		truths := make([]score.Truth, len(e.gold))
		for i, g := range e.gold {
			truths[i] = g.Truth
		}
		answers := judge.Answers(e.places, truths)
		for i := range answers {
			if !e.gold[i].unknown {
				answers[i].Count = max(e.count, 1)
				out = append(out, answers[i])
			}
		}
	}
	return out
}

// asShipped answers sets with the weights that the program is built with.
func (t *trainer) asShipped(sets []set, rows bool) []score.Set {
	w := resolve.EmbeddedWeights()
	out := named(sets, rows)
	for i, s := range sets {
		out[i].Answers = t.answers(s.examples, &w)
	}
	return out
}

// named returns sets of answers yet to come.
func named(sets []set, rows bool) []score.Set {
	out := make([]score.Set, len(sets))
	for i, s := range sets {
		out[i] = score.Set{Name: s.name, Rows: rows}
	}
	return out
}

// elsewhere answers each set with what is learned from the others alone: what is
// learned must hold for gold of another kind. The first sets alone are gold.
func (t *trainer) elsewhere(sets []set, gold int, rows bool, learn func([]example) resolve.Weights) []score.Set {
	if len(sets) < 2 {
		return nil
	}
	out := named(sets[:gold], rows)
	for i, s := range sets[:gold] {
		w := learn(join(others(sets, i)))
		out[i].Answers = t.answers(s.examples, &w)
	}
	return out
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
	return append(slices.Clone(examples[:b[0]]), examples[b[1]:]...)
}

// others returns all sets but the i-th.
func others(sets []set, i int) []set {
	return append(slices.Clone(sets[:i]), sets[i+1:]...)
}

func join(sets []set) []example {
	var out []example
	for _, s := range sets {
		out = append(out, s.examples...)
	}
	return out
}
