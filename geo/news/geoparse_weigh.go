package news

import (
	_ "embed"
	"math"
	"sync"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/text"
)

// Once the names of a text are located, each is weighed again: the words around
// "Toyota" and "Durango" speak for places, but a car's are alone in Japan and Colorado
// while all else is in Nevada. What is too little for a place's name is dropped.

// finding is a name found in a text, before and after it is located.
type finding struct {
	geo.Toponym
	info   geo.NameInfo
	margin int32
	short  bool // a few capitals
	sure   bool // found without being weighed
}

//go:embed weigh_weights.txt
var weighFile string

var weighModel = sync.OnceValue(func() *linear.Model { return linear.MustRead(weighFile) })

// LeastLikely is the probability below which a name is not taken for a place's: where
// the most names were found and placed on texts that were not learned from, without
// losing more names than that gives precision.
const LeastLikely = 0.45

// finding describes a name that was found, by the words beside it.
func (p *page) finding(s span, t *Tagging) finding {
	w := &p.words[s.start]
	return finding{
		Toponym: p.toponym(s), info: p.evidence(s.start, s.end), margin: s.margin,
		short: s.end == s.start+1 && w.Case == text.Upper && w.End-w.Start <= mostAcronym,
		sure:  t.LongestMatch || w.run < 0,
	}
}

// mostAcronym is the length in bytes up to which capitals are likelier an acronym than
// a name that is written in them.
const mostAcronym = 4

// likely returns the findings that are weighed as names of places. None is weighed
// that nobody has looked for.
//
// Events are read without: which name is the place of a happening is weighed there, and
// the hamlets of conflict news, alone in their country, are what it is about.
func likely(found []finding) []finding {
	out := make([]finding, 0, len(found))
	var v linear.Vector
	for i := range found {
		f := &found[i]
		if !f.sure && f.Place.Match.Kind != geo.NotLookedFor {
			v.Reset()
			f.describe(&v, found)
			if weighModel().Probability(v.Features) < LeastLikely {
				continue
			}
		}
		out = append(out, *f)
	}
	return out
}

// describe adds what speaks for and against a finding's being the name of a place.
func (f *finding) describe(v *linear.Vector, all []finding) {
	p, ok := f.place()
	kind := p.group()
	v.Add(1, "always")
	f.describeWords(v, kind)
	if ok {
		f.describeMatch(v, p, kind)
		f.describeOthers(v, p, kind, all)
	}
}

// likeliest is the place that a finding most likely is.
type likeliest struct {
	geo.Candidate
	wide bool // a province or something larger
}

// place returns the likeliest place of a finding, which need not be likely enough for a
// match.
func (f *finding) place() (p likeliest, ok bool) {
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
	switch kindOf(p.Type) {
	case countryKind, adm1Kind, regionKind:
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

func (f *finding) describeWords(v *linear.Vector, kind string) {
	margin := float64(f.margin) / marginUnit
	v.Add(margin, "margin")
	v.Add(margin, "margin", kind)
	for _, step := range marginSteps {
		v.Add(truth(margin > step.least), "margin above", step.name)
	}
	v.Add(truth(f.Demonym), "people")
	v.Add(truth(f.Inside), "inside")
	v.Add(truth(f.short), "short capitals", kind)
	v.Add(truth(f.info.Main), "main name", kind)
	v.Add(1, "inhabitants", kind, levelNames[level(f.info.Population)])
	v.Add(1, "settled", kind, levelNames[level(f.info.Settled)])
}

var levelNames = [...]string{"none", "village", "20k", "100k", "500k", "2M", "more"}

func (f *finding) describeMatch(v *linear.Vector, p likeliest, kind string) {
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
func (f *finding) describeOthers(v *linear.Vector, m likeliest, kind string, all []finding) {
	var others, compatriots, spots, near float64
	nearest := math.Inf(1)
	for i := range all {
		o, ok := all[i].place()
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

func truth(v bool) float64 { return float64(b(v)) }

// Finding is a name that was found, with what speaks for and against its being a
// place's: for those who learn what to make of that.
type Finding struct {
	Name
	Features []linear.Feature
}

// Findings returns what a model finds in a document. names learns the names of the
// features.
func (r *Reader) Findings(m *Model, d *document.Document, names linear.Names) []Finding {
	sentences := text.Split(d.Text)
	found := r.find(m, d.Text, sentences)
	r.locate(d, sentences, found)
	out := make([]Finding, len(found))
	for i := range found {
		v := linear.Vector{Names: names}
		found[i].describe(&v, found)
		out[i] = Finding{Name{found[i].Start, found[i].End, found[i].Demonym}, v.Features}
	}
	return out
}
