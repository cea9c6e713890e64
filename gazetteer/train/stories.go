package main

import (
	"fmt"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo/linear"
)

// rounds is how often the weights beside other names are learned anew, each
// time from what the story looks like with the last ones.
const rounds = 2

// learnStories learns the weights of names in running text.
func (t *trainer) learnStories(examples []example) gazetteer.Weights {
	examples = append(slices.Clip(examples), t.own...)
	w := gazetteer.EmbeddedWeights()
	w.Alone, w.Story = &linear.Model{}, nil
	w.Alone = linear.Train(decisions(examples, t.observe(examples, w, false)), t.o.training())
	for range rounds {
		w.Story = linear.Train(decisions(examples, t.observe(examples, w, true)), t.o.training())
	}
	return w
}

// stories cross-validates, tries each set on the weights of the others, and
// learns from all.
func (t *trainer) stories(sets []set, out *gazetteer.Weights) {
	t.own = ownStories(t.x)
	areasOnly(gazetteer.NewResolver(t.x, gazetteer.ResolverOptions{}), sets)
	var judgedAll []linear.Example
	for _, s := range sets {
		var alone, story tally
		for _, b := range blocks(len(s.examples), t.o.folds) {
			train := without(s.examples, b)
			for _, other := range sets {
				if other.name != s.name {
					train = append(train, other.examples...)
				}
			}
			w := t.learnStories(train)
			test := s.examples[b[0]:b[1]]
			t.score(test, t.observe(test, w, false), &alone)
			judgedAll = append(judgedAll, t.score(test, t.observe(test, w, true), &story)...)
		}
		fmt.Printf("%-20s alone            %v\n%-20s cross-validated  %v\n", s.name, alone, "", story)
	}
	t.acrossSets(sets)
	w := t.learnStories(join(sets))
	out.Alone, out.Story = w.Alone, w.Story
	out.Confidence = linear.TrainLogistic(judgedAll, linear.Options{L2: 1, MinCount: 5})
	reportConfidence("stories", judgedAll, t.o.folds)
}

// acrossSets trains on all sets but one and tests on that: what is learned
// must hold for texts of another kind.
func (t *trainer) acrossSets(sets []set) {
	for _, s := range sets {
		var others []example
		for _, other := range sets {
			if other.name != s.name {
				others = append(others, other.examples...)
			}
		}
		if len(others) == 0 {
			continue
		}
		var story tally
		t.score(s.examples, t.observe(s.examples, t.learnStories(others), true), &story)
		fmt.Printf("%-20s learned elsewhere %v\n", s.name, story)
	}
}

// score counts, and returns how each choice went.
func (t *trainer) score(test []example, observed [][]gazetteer.Observation, count *tally) []linear.Example {
	var out []linear.Example
	for i, e := range test {
		for j, o := range observed[i] {
			ok := count.add(o, e.gold[j], wideM)
			if o.Choice != nil {
				out = append(out, linear.Example{Features: o.Choice, True: ok})
			}
		}
	}
	return out
}

func join(sets []set) []example {
	var out []example
	for _, s := range sets {
		out = append(out, s.examples...)
	}
	return out
}
