package resolve

import (
	_ "embed"
	"sync"

	"github.com/dateline-map/dateline/geo/linear"
)

// Weights are what a resolver has learned. See weights/README.md for what it
// learned from, and how well.
type Weights struct {
	Alone *linear.Model // candidates of a name by themselves: what it means where nothing else is said
	Story *linear.Model // the same beside the other names of the story; nil before it is trained
	Row   *linear.Model // candidates of a name that comes with what it lies in; knows "none of them"

	// Confidence and RowConfidence tell from how a choice went whether it is
	// right.
	Confidence    *linear.Model
	RowConfidence *linear.Model
}

var (
	//go:embed weights/alone.txt
	aloneWeights string
	//go:embed weights/story.txt
	storyWeights string
	//go:embed weights/row.txt
	rowWeights string
	//go:embed weights/confidence.txt
	confidenceWeights string
	//go:embed weights/row_confidence.txt
	rowConfidenceWeights string
)

var embeddedWeights = sync.OnceValue(func() *Weights {
	return &Weights{
		Alone:         linear.MustRead(aloneWeights),
		Story:         linear.MustRead(storyWeights),
		Row:           linear.MustRead(rowWeights),
		Confidence:    linear.MustRead(confidenceWeights),
		RowConfidence: linear.MustRead(rowConfidenceWeights),
	}
})

// EmbeddedWeights returns the weights that a resolver uses unless others are
// given, as a copy to be changed.
func EmbeddedWeights() Weights { return *embeddedWeights() }
