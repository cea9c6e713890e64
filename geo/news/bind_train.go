package news

import (
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// PlaceLesson is a text, a word of it that tells of a happening, and the names
// of the places where that happened; none if the text does not say.
type PlaceLesson struct {
	Text   string
	Word   [2]int   // byte offsets, end excluded
	Places [][2]int // likewise
}

// PlaceChoice is a lesson made ready: the names to choose among, of which the
// last candidate of the decision is "none of them".
type PlaceChoice struct {
	linear.Decision
	Spans   [][2]int // of the names, as byte offsets
	Nearest int      // the baseline: the toponym nearest to the word, or len(Spans) for none
}

// PlaceChoices makes lessons ready. A lesson whose place no name of the
// sentence meets has no right candidate. Names, if not nil, learns the names of
// the features.
func (r *Reader) PlaceChoices(lessons []PlaceLesson, names linear.Names) []PlaceChoice {
	out := make([]PlaceChoice, len(lessons))
	for i := range lessons {
		out[i] = r.placeChoice(&lessons[i], names)
	}
	return out
}

func (r *Reader) placeChoice(l *PlaceLesson, names linear.Names) PlaceChoice {
	d := &document.Document{Text: l.Text}
	toponyms := r.Toponyms(d)
	for _, s := range text.Split(l.Text) {
		if s.Start <= l.Word[0] && l.Word[0] < s.End {
			w := en.NewWords(l.Text, s)
			b := binding{w: w, names: r.namesOf(w, within(toponyms, s.Start, s.End), setting{}), vector: linear.Vector{Names: names}}
			return b.choice(l)
		}
	}
	return PlaceChoice{}
}

// within returns the toponyms that lie between two offsets.
func within(toponyms []geo.Toponym, start, end int) []geo.Toponym {
	for len(toponyms) > 0 && toponyms[0].Start < start {
		toponyms = toponyms[1:]
	}
	n := 0
	for n < len(toponyms) && toponyms[n].End <= end {
		n++
	}
	return toponyms[:n]
}

// choice lists the features of every name, and says which are right.
func (b *binding) choice(l *PlaceLesson) PlaceChoice {
	trigger := 0
	for i, t := range b.w.Tokens {
		if t.Start <= l.Word[0] {
			trigger = i
		}
	}
	b.at(trigger)
	var c PlaceChoice
	add := func(right bool) {
		if right {
			c.Right = append(c.Right, len(c.Candidates))
		}
		c.Candidates = append(c.Candidates, append([]linear.Feature(nil), b.vector.Features...))
		b.vector.Reset()
	}
	nearest, distance := len(b.names), 1<<30
	for i := range b.names {
		n := &b.names[i]
		span := [2]int{b.w.Tokens[n.from].Start, b.w.Tokens[n.to-1].End}
		c.Spans = append(c.Spans, span)
		b.name(i)
		add(meets(span, l.Places))
		if d := max(n.from-trigger, trigger-n.to); n.toponym != nil && d < distance {
			nearest, distance = i, d
		}
	}
	b.none()
	add(len(l.Places) == 0)
	c.Nearest = nearest
	return c
}

func meets(span [2]int, places [][2]int) bool {
	for _, p := range places {
		if span[0] < p[1] && p[0] < span[1] {
			return true
		}
	}
	return false
}
