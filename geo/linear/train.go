package linear

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// Decision is one choice that a model learns from.
type Decision struct {
	Candidates [][]Feature
	// Right are the indexes of the candidates any of which is right. A
	// decision without a right candidate teaches nothing and is skipped.
	Right []int
	// Weight says how much the decision counts. The default is 1.
	Weight float64
}

// Example is one yes-or-no question that a model learns from.
type Example struct {
	Features []Feature
	True     bool
}

// Options say how to train. The zero Options are the usual ones.
type Options struct {
	// L2 is the strength of the pull of every weight towards 0, as the
	// inverse variance of a Gaussian prior. The default is 1.
	L2 float64
	// MinCount is how many decisions must hold a feature for it to get a
	// weight. The default is 1.
	MinCount int
	// Rounds bounds the number of steps. The default is 200.
	Rounds int
}

func (o Options) withDefaults() Options {
	o.L2 = cmp.Or(o.L2, 1)
	o.Rounds = cmp.Or(o.Rounds, 200)
	return o
}

// Train returns the model under which the right candidates of the decisions
// are the likeliest, by gradient descent with L-BFGS directions over all
// decisions at once.
func Train(decisions []Decision, o Options) *Model {
	o = o.withDefaults()
	p := newProblem(decisions, o)
	x := minimise(p.loss, len(p.keys), o.Rounds)
	weights := make([]weight, len(x))
	for i, v := range x {
		weights[i] = weight{p.keys[i], v}
	}
	return newModel(weights)
}

// TrainLogistic returns the model whose [Model.Probability] fits the examples
// best.
func TrainLogistic(examples []Example, o Options) *Model {
	decisions := make([]Decision, len(examples))
	for i, e := range examples {
		// A logistic is a choice between the example and nothing.
		decisions[i] = Decision{Candidates: [][]Feature{e.Features, nil}, Right: []int{1}}
		if e.True {
			decisions[i].Right[0] = 0
		}
	}
	return Train(decisions, o)
}

// problem is a training set with its features numbered densely.
type problem struct {
	keys      []Key
	decisions []dense
	l2        float64
}

type dense struct {
	candidates [][]term
	right      []bool
	weight     float64
}

type term struct {
	feature int
	value   float64
}

func newProblem(decisions []Decision, o Options) *problem {
	p := &problem{l2: o.L2}
	ids := number(decisions, o.MinCount)
	p.keys = make([]Key, len(ids))
	for k, i := range ids {
		p.keys[i] = k
	}
	for _, d := range decisions {
		if len(d.Right) > 0 {
			p.decisions = append(p.decisions, newDense(d, ids))
		}
	}
	return p
}

// number gives every feature that comes in enough decisions a number, in the
// order of keys.
func number(decisions []Decision, minCount int) map[Key]int {
	type seen struct{ decisions, last int }
	all := map[Key]*seen{}
	for i, d := range decisions {
		for _, c := range d.Candidates {
			for _, f := range c {
				s := all[f.Key]
				if s == nil {
					s = &seen{}
					all[f.Key] = s
				}
				if s.last != i+1 {
					s.decisions, s.last = s.decisions+1, i+1
				}
			}
		}
	}
	var keys []Key
	for k, s := range all {
		if s.decisions >= minCount {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	ids := make(map[Key]int, len(keys))
	for i, k := range keys {
		ids[k] = i
	}
	return ids
}

func newDense(d Decision, ids map[Key]int) dense {
	out := dense{weight: cmp.Or(d.Weight, 1), right: make([]bool, len(d.Candidates))}
	for _, r := range d.Right {
		out.right[r] = true
	}
	for _, c := range d.Candidates {
		var terms []term
		for _, f := range c {
			if i, ok := ids[f.Key]; ok {
				terms = append(terms, term{i, f.Value})
			}
		}
		out.candidates = append(out.candidates, terms)
	}
	return out
}

// parts is how many parts the decisions are cut into, whose losses are found at the
// same time. They are added up in order, so that sums do not hang on the machine.
const parts = 8

// loss returns minus the log-likelihood of the right candidates plus the
// prior, and adds its gradient to grad.
func (p *problem) loss(x, grad []float64) float64 {
	var sums [parts]float64
	var grads [parts][]float64
	var all sync.WaitGroup
	for k := range parts {
		all.Go(func() {
			grads[k] = make([]float64, len(grad))
			var scores []float64
			for _, d := range p.decisions[k*len(p.decisions)/parts : (k+1)*len(p.decisions)/parts] {
				sums[k] += d.loss(x, grads[k], &scores)
			}
		})
	}
	all.Wait()
	var sum float64
	for k := range parts {
		sum += sums[k]
		axpy(grad, 1, grads[k])
	}
	for i, v := range x {
		sum += p.l2 * v * v / 2
		grad[i] += p.l2 * v
	}
	return sum
}

// noPull is the pull on a candidate's features that is not worth adding: most
// candidates are out of the question.
const noPull = 1e-9

func (d *dense) loss(x, grad []float64, scratch *[]float64) float64 {
	probs := (*scratch)[:0]
	for _, c := range d.candidates {
		var s float64
		for _, t := range c {
			s += x[t.feature] * t.value
		}
		probs = append(probs, s)
	}
	*scratch = probs
	Softmax(probs)
	var right float64
	for i, q := range probs {
		if d.right[i] {
			right += q
		}
	}
	right = max(right, 1e-300) // a certainty lost to rounding must not become infinite
	for i, c := range d.candidates {
		g := probs[i]
		if d.right[i] {
			g -= probs[i] / right
		}
		if math.Abs(g) < noPull {
			continue
		}
		for _, t := range c {
			grad[t.feature] += d.weight * g * t.value
		}
	}
	return -d.weight * math.Log(right)
}
