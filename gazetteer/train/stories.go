package main

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/score"
	"github.com/dateline-map/dateline/geo/linear"
)

// rounds is how often the weights beside other names are learned anew, each
// time from what the story looks like with the last ones.
const rounds = 2

// learnStories learns the weights of names in running text.
func (t *trainer) learnStories(examples []example) resolve.Weights {
	examples = append(slices.Clip(examples), t.own...)
	w := resolve.EmbeddedWeights()
	w.Alone, w.Story = t.alone, nil
	w.Story = linear.Train(decisions(examples, t.unweighed(examples, w, true)), t.o.training())
	for range rounds - 1 {
		w.Story = linear.Train(decisions(examples, t.observe(examples, w, true)), t.o.training())
	}
	return w
}

// learnNames learns the weights of names of which nothing else is said, from the
// gazetteer alone: what a name means in gold, its story has decided.
func (t *trainer) learnNames() *linear.Model {
	examples := append(ownNames(t.x), t.own...)
	w := resolve.EmbeddedWeights()
	w.Alone, w.Story = &linear.Model{}, nil
	return linear.Train(decisions(examples, t.observe(examples, w, false)), t.o.training())
}

// stories measures by cross-validation, and with each set on the weights of the
// others; then it learns from all.
func (t *trainer) stories(sets []set, out *resolve.Weights) (measured, elsewhere []score.Set) {
	t.own = ownStories(t.x)
	t.alone = t.learnNames()
	folds, measured := t.crossValidate(sets, len(sets), false, t.learnStories)
	w := t.learnStories(join(sets))
	out.Alone, out.Story, out.Confidence = w.Alone, w.Story, confidence(folds, -1)
	return measured, t.elsewhere(sets, len(sets), false, t.learnStories)
}
