package geoparse

import (
	_ "embed"
	"math"
	"sync"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/tag"
	"github.com/dateline-map/dateline/geo/news/text"
)

// Once the names of a text are located, each is weighed again: the words around
// "Toyota" and "Durango" speak for places, but a car's are alone in Japan and Colorado
// while all else is in Nevada. What is too little for a place's name is dropped.

//go:embed weigh_weights.txt
var weighFile string

var weighModel = sync.OnceValue(func() *linear.Model { return linear.MustRead(weighFile) })

// LeastLikely is the probability below which a name is not taken for a place's: where
// the most names were found and placed on texts that were not learned from, without
// losing more names than that gives precision.
const LeastLikely = 0.45

// likely returns the mentions that are weighed as names of places. None is weighed
// that nobody has looked for.
func likely(found []tag.Mention) []tag.Mention {
	out := make([]tag.Mention, 0, len(found))
	var v linear.Vector
	for i := range found {
		f := &found[i]
		if !f.Sure && f.Place.Match.Kind != geo.NotLookedFor {
			v.Reset()
			describe(&v, f, found)
			if weighModel().Probability(v.Features) < LeastLikely {
				continue
			}
		}
		out = append(out, *f)
	}
	return out
}

// describe adds what speaks for and against a mention's being the name of a place.
func describe(v *linear.Vector, f *tag.Mention, all []tag.Mention) {
	p, ok := placeOf(f)
	kind := p.group()
	v.Add(1, "always")
	describeWords(v, f, kind)
	if ok {
		describeMatch(v, f, p, kind)
		describeOthers(v, f, p, kind, all)
	}
}

// likeliest is the place that a mention most likely is.
type likeliest struct {
	geo.Candidate
	wide bool // a province or something larger
}

// placeOf returns the likeliest place of a mention, which need not be likely enough for a
// match.
func placeOf(f *tag.Mention) (p likeliest, ok bool) {
	m := &f.Place.Match
	switch {
	case m.Located():
		p.Candidate = geo.Candidate{ID: m.ID, Type: m.Type, Country: m.Country, Point: m.Point, Probability: m.Confidence}
	case m.Kind == geo.Ambiguous && len(m.Candidates) > 0:
		p.Candidate = m.Candidates[0]
		p.Probability = m.Confidence
	default:
		return p, false
	}
	switch tag.KindOf(p.Type) {
	case tag.Country, tag.Adm1, tag.Region:
		p.wide = true
	}
	return p, true
}

// group tells the kinds of place apart whose evidence is weighed each for itself.
func (p *likeliest) group() string {
	switch {
	case p.ID == "":
		return "nowhere"
	case p.wide:
		return "area"
	}
	return "place"
}

// Steps of the margin of a name, and what it is divided by.
var marginSteps = [...]struct {
	least float64
	name  string
}{{-0.5, "-0.5"}, {0, "0"}, {0.5, "0.5"}, {1, "1"}, {2, "2"}}

const marginUnit = 1000

func describeWords(v *linear.Vector, f *tag.Mention, kind string) {
	margin := float64(f.Margin) / marginUnit
	v.Add(margin, "margin")
	v.Add(margin, "margin", kind)
	for _, step := range marginSteps {
		v.Add(truth(margin > step.least), "margin above", step.name)
	}
	v.Add(truth(f.Demonym), "people")
	v.Add(truth(f.Inside), "inside")
	v.Add(truth(f.Short), "short capitals", kind)
	v.Add(truth(f.Info.Main), "main name", kind)
	v.Add(1, "inhabitants", kind, levelNames[tag.Level(f.Info.Population)])
	v.Add(1, "settled", kind, levelNames[tag.Level(f.Info.Settled)])
}

var levelNames = [...]string{"none", "village", "20k", "100k", "500k", "2M", "more"}

func describeMatch(v *linear.Vector, f *tag.Mention, p likeliest, kind string) {
	v.Add(1, "type", p.Type)
	v.Add(p.Probability, "confidence", kind)
	v.Add(truth(p.Probability < 0.5), "doubtful", kind)
	v.Add(truth(f.Place.Match.Kind == geo.Fuzzy), "spelled otherwise")
}

// nearSteps are distances, in kilometres, by which nearness is told.
var nearSteps = [...]struct {
	km   float64
	name string
}{{15, "15"}, {40, "40"}, {100, "100"}, {250, "250"}, {600, "600"}, {2000, "2000"}, {math.Inf(1), "far"}}

// nearbyKm is how near the other places of a local story are.
const nearbyKm = 200

// describeOthers adds how a place lies to the others of its story: whether they are in
// its country, and how near they are.
func describeOthers(v *linear.Vector, f *tag.Mention, m likeliest, kind string, all []tag.Mention) {
	var others, compatriots, spots, near float64
	nearest := math.Inf(1)
	for i := range all {
		o, ok := placeOf(&all[i])
		if !ok || o.ID == m.ID || all[i].Place.Name == f.Place.Name {
			continue
		}
		others++
		compatriots += truth(o.Country == m.Country)
		if o.wide {
			continue
		}
		km := roughKm(m.Point, o.Point)
		spots++
		near += truth(km < nearbyKm)
		nearest = min(nearest, km)
	}
	switch {
	case others == 0:
		v.Add(1, "alone", kind)
	case compatriots == 0:
		v.Add(1, "no compatriots", kind)
	default:
		v.Add(compatriots/others, "compatriots", kind)
	}
	if spots == 0 {
		v.Add(1, "no spots", kind)
		return
	}
	v.Add(near/spots, "others near", kind)
	for _, step := range nearSteps {
		if nearest <= step.km {
			v.Add(1, "nearest", kind, step.name)
			return
		}
	}
}

// roughKm is the distance of two points in kilometres as if the earth were flat between
// them: right to a few per cent where it matters.
func roughKm(a, b orb.Point) float64 {
	lon := math.Abs(a[0] - b[0])
	if lon > 180 {
		lon = 360 - lon
	}
	return 111.2 * math.Hypot(lon*math.Cos((a[1]+b[1])*math.Pi/360), a[1]-b[1])
}

func truth(v bool) float64 {
	if v {
		return 1
	}
	return 0
}

// Finding is a name that was found, with what speaks for and against its being a
// place's: for those who learn what to make of that.
type Finding struct {
	tag.Name
	Features []linear.Feature
}

// Findings returns what a model finds in a document. names learns the names of the
// features.
func (p *Parser) Findings(m *tag.Model, d *document.Document, names linear.Names) []Finding {
	sentences := text.Split(d.Text)
	found := m.Find(p.Gazetteer, d.Text, sentences, p.eager())
	p.locateAll(d, sentences, found)
	out := make([]Finding, len(found))
	for i := range found {
		v := linear.Vector{Names: names}
		describe(&v, &found[i], found)
		out[i] = Finding{tag.Name{Start: found[i].Start, End: found[i].End, Demonym: found[i].Demonym}, v.Features}
	}
	return out
}
