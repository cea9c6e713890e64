package tag

import (
	"encoding/binary"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-map/dateline/geo/news/text"
)

// Lesson is a text whose place names are known.
type Lesson struct {
	Text  string
	Names []Name // in the order of the text, without overlap
	// NamesOnly says that Names leaves out demonyms, by its makers' rules: the
	// lesson then says nothing of them.
	NamesOnly bool
	// Partial says that Names are only some of the names: the lesson says
	// nothing of other words.
	Partial bool
}

// What a lesson may say of a word besides its label.
const (
	noName   = labels + iota // whether it is a demonym is not said
	anything                 // nothing is said
)

// rareFeature is how often a feature must be seen in the lessons to be learned
// from: what is rarer is a peculiarity of them.
const rareFeature = 5

// committee is how many models are averaged into one. What a perceptron learns
// last it remembers best; going over the lessons in other orders evens that out.
const committee = 5

// Learn trains a model by the averaged perceptron (Collins 2002), going over
// the lessons so many times. The same lessons give the same model.
func Learn(gaz Gazetteer, lessons []Lesson, rounds int) *Model {
	l := learner{sums: map[feature]*[labels]float64{}}
	examples := l.examples(gaz, lessons)
	for seed := range uint64(committee) {
		l.weights, l.pairs, l.step = map[feature]*[labels]average{}, [labels][labels]average{}, 0
		order := rand.New(rand.NewPCG(1, seed))
		for range rounds {
			order.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
			for i := range examples {
				l.study(&examples[i])
			}
		}
		l.sumUp()
	}
	return l.model()
}

// example is a run with its right labels.
type example struct {
	features [][]feature
	labels   []label
}

// average is a weight and the sum of its values over all steps.
type average struct {
	now, sum int64
	since    int64 // the step that now was reached at
}

func (a *average) add(v, step int64) {
	a.sum += a.now * (step - a.since)
	a.now, a.since = a.now+v, step
}

func (a *average) mean(step int64) float64 {
	return float64(a.sum+a.now*(step-a.since)) / float64(step)
}

type learner struct {
	weights map[feature]*[labels]average
	pairs   [labels][labels]average
	step    int64
	decoder decoder

	// The committee's averages, summed.
	sums     map[feature]*[labels]float64
	pairSums [labels][labels]float64
}

// sumUp adds what one member of the committee has learned.
func (l *learner) sumUp() {
	for f, w := range l.weights {
		sum := l.sums[f]
		if sum == nil {
			sum = new([labels]float64)
			l.sums[f] = sum
		}
		for y := range labels {
			sum[y] += w[y].mean(l.step)
		}
	}
	for x := range labels {
		for y := range labels {
			l.pairSums[x][y] += l.pairs[x][y].mean(l.step)
		}
	}
}

// examples lays the lessons out and forgets the rare features.
func (l *learner) examples(gaz Gazetteer, lessons []Lesson) []example {
	var out []example
	for _, lesson := range lessons {
		p := layOut(lesson.Text, text.Split(lesson.Text), gaz)
		out = append(out, p.examples(p.goldLabels(lesson))...)
	}
	count := map[feature]int{}
	for _, e := range out {
		for _, f := range slices.Concat(e.features...) {
			count[f]++
		}
	}
	rare := func(f feature) bool { return count[f] < rareFeature }
	for _, e := range out {
		for i, fs := range e.features {
			e.features[i] = slices.DeleteFunc(fs, rare)
		}
	}
	return out
}

// examples returns the runs of a page with their labels.
func (p *page) examples(y []label) []example {
	x := extractor{p: p}
	out := make([]example, len(p.runs))
	for n, r := range p.runs {
		out[n].labels = y[r.start:r.end]
		for i := r.start; i < r.end; i++ {
			out[n].features = append(out[n].features, slices.Clone(x.of(i)))
		}
	}
	return out
}

// goldLabels returns the label of each word of a lesson.
func (p *page) goldLabels(lesson Lesson) []label {
	y := make([]label, len(p.words))
	names := lesson.Names
	for i := range p.words {
		w := &p.words[i]
		for len(names) > 0 && names[0].End <= w.Start {
			names = names[1:]
		}
		named := len(names) > 0 && names[0].Start < w.End
		switch {
		case w.run < 0:
		case !named && lesson.Partial:
			y[i] = anything
		case p.isDemonym(i):
			y[i] = demonymLabel(named, lesson.NamesOnly)
		case !named:
		case i > 0 && y[i-1] != outside && names[0].Start < p.words[i-1].End && p.words[i-1].run == w.run:
			y[i] = inside
		default:
			y[i] = begin
		}
	}
	return y
}

func demonymLabel(named, namesOnly bool) label {
	switch {
	case namesOnly:
		return noName
	case named:
		return people
	}
	return outside
}

// study corrects the weights where the run is labelled wrongly.
func (l *learner) study(e *example) {
	l.step++
	got := l.decode(e)
	before, was := outside, outside
	for i, y := range e.labels {
		g := got[i]
		switch {
		case y == anything || y == noName && g == people:
			y = g
		case y == noName:
			y = outside
		}
		if y != g {
			for _, f := range e.features[i] {
				w := l.weight(f)
				w[y].add(1, l.step)
				w[g].add(-1, l.step)
			}
		}
		if y != g || before != was {
			l.pairs[before][y].add(1, l.step)
			l.pairs[was][g].add(-1, l.step)
		}
		before, was = y, g
	}
}

func (l *learner) weight(f feature) *[labels]average {
	w := l.weights[f]
	if w == nil {
		w = new([labels]average)
		l.weights[f] = w
	}
	return w
}

func (l *learner) decode(e *example) []label {
	scores := make([][labels]int32, len(e.features))
	for i, fs := range e.features {
		scores[i] = l.score(fs)
	}
	var pairs [labels][labels]int32
	for x := range labels {
		for y := range labels {
			pairs[x][y] = int32(l.pairs[x][y].now)
		}
	}
	return l.decoder.decode(scores, &pairs)
}

func (l *learner) score(features []feature) (s [labels]int32) {
	for _, f := range features {
		if w := l.weights[f]; w != nil {
			for y := range labels {
				s[y] += int32(w[y].now)
			}
		}
	}
	return s
}

// model rounds the averaged weights to signed bytes.
func (l *learner) model() *Model {
	scale := l.scale()
	m := newModel(len(l.sums))
	for x := range labels {
		for y := range labels {
			m.pairs[x][y] = int32(toByte(l.pairSums[x][y] * scale))
		}
	}
	for _, f := range slices.Sorted(maps.Keys(l.sums)) {
		var w [labels]int8
		for y, v := range l.sums[f] {
			w[y] = toByte(v * scale)
		}
		if w != [labels]int8{} {
			i := m.slot(f)
			m.keys[i], m.weights[i] = f, w
		}
	}
	return m
}

// scale returns what to multiply the weights by, so that they fill a signed
// byte. One weight in a thousand is cut off, so that the others keep their
// digits.
func (l *learner) scale() float64 {
	var sizes []float64
	for _, w := range l.sums {
		for _, v := range w {
			sizes = append(sizes, math.Abs(v))
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return 127 / max(sizes[len(sizes)-1-len(sizes)/1000], 1)
}

func toByte(v float64) int8 { return int8(max(-127, min(127, math.Round(v)))) }

// Append appends the model's file to data.
func (m *Model) Append(data []byte) []byte {
	var slots []int
	for i, f := range m.keys {
		if f != 0 {
			slots = append(slots, i)
		}
	}
	slices.SortFunc(slots, func(a, b int) int { return int(int64(m.keys[a]) - int64(m.keys[b])) })
	data = append(data, modelMagic...)
	data = binary.LittleEndian.AppendUint32(data, uint32(len(slots)))
	for x := range labels {
		for y := range labels {
			data = append(data, byte(toByte(float64(m.pairs[x][y]))))
		}
	}
	for _, i := range slots {
		data = binary.LittleEndian.AppendUint32(data, uint32(m.keys[i]))
	}
	for _, i := range slots {
		for y := range labels {
			data = append(data, byte(m.weights[i][y]))
		}
	}
	return data
}

// Names returns the place names that the model finds in a text.
func (m *Model) Names(gaz Gazetteer, s string) []Name {
	p := layOut(s, text.Split(s), gaz)
	t := tagger{model: m}
	var out []Name
	for _, n := range t.names(p) {
		out = append(out, Name{p.words[n.start].Start, p.words[n.end-1].End, n.demonym})
	}
	return out
}
