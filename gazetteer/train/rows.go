package main

import (
	"fmt"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo/linear"
)

// rows cross-validates and learns the weights of names that come with what
// they lie in.
func (t *trainer) rows(sets []set, out *gazetteer.Weights) {
	var judgedAll []linear.Example
	for _, s := range sets {
		var count tally
		for _, b := range blocks(len(s.examples), t.o.folds) {
			train := without(s.examples, b)
			for _, other := range sets {
				if other.name != s.name {
					train = append(train, other.examples...)
				}
			}
			test := s.examples[b[0]:b[1]]
			w := t.learnRows(train, *out)
			judgedAll = append(judgedAll, t.scoreRows(test, t.observe(test, w, false), &count)...)
		}
		fmt.Printf("%-20s cross-validated  %v\n", s.name, count)
	}
	for _, s := range sets {
		var others []example
		for _, other := range sets {
			if other.name != s.name {
				others = append(others, other.examples...)
			}
		}
		if len(others) > 0 {
			var count tally
			t.scoreRows(s.examples, t.observe(s.examples, t.learnRows(others, *out), false), &count)
			fmt.Printf("%-20s learned elsewhere %v\n", s.name, count)
		}
	}
	out.Row = t.learnRows(join(sets), *out).Row
	out.RowConfidence = linear.TrainLogistic(judgedAll, linear.Options{L2: 1, MinCount: 5})
	reportConfidence("rows", judgedAll, t.o.folds)
}

func (t *trainer) learnRows(examples []example, w gazetteer.Weights) gazetteer.Weights {
	w.Row = &linear.Model{}
	w.Row = linear.Train(decisions(examples, t.observe(examples, w, false)), t.o.training())
	return w
}

// scoreRows counts, and returns how each choice went.
func (t *trainer) scoreRows(test []example, observed [][]gazetteer.Observation, count *tally) []linear.Example {
	var out []linear.Example
	for i, e := range test {
		for j, o := range observed[i] {
			ok := count.add(o, e.gold[j], narrowM)
			if o.Choice != nil {
				out = append(out, linear.Example{Features: o.Choice, True: ok})
			}
		}
	}
	return out
}
