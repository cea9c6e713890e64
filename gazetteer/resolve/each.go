package resolve

import (
	"math"
	"slices"
	"sync"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/recall"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// LocateEach does for each of some places, the rows of a table, what Locate does for
// one alone. What is asked about a row lies in memory that no cache holds: several rows
// go through each step together, so that the processor waits once for all of them.
func (r *Resolver) LocateEach(places []*geo.Place) {
	b := batches.Get().(*batch)
	defer batches.Put(b)
	for some := range slices.Chunk(places, recall.AtOnce) {
		b.bare.n, b.named.n = 0, 0
		for _, p := range some {
			switch {
			case isBare(p):
				b.bare.add(p)
			case isNamed(p):
				b.named.add(p)
			default:
				r.locateOne(p, &r.rows)
			}
		}
		r.locateBare(&b.bare)
		r.rows.answerAll(&b.named, r.findRow)
	}
}

// batch are rows that go through each step together.
type batch struct {
	bare  bare
	named named
}

var batches = sync.Pool{New: func() any { return new(batch) }}

// bare are rows that say of their coordinates nothing but these.
type bare struct {
	n         int
	rows      [recall.AtOnce]*geo.Place
	questions [recall.AtOnce]recall.Question
	answers   [recall.AtOnce]*given
	points    [recall.AtOnce]orb.Point
	in        [recall.AtOnce]gazetteer.Within
	lands     [recall.AtOnce]gazetteer.Ref
	lyings    [recall.AtOnce]*lying
	fits      [recall.AtOnce]bool // of the lyings
}

func (b *bare) add(p *geo.Place) {
	b.rows[b.n], b.points[b.n] = p, p.Match.Point
	b.n++
}

// locateBare locates rows as locateGiven does. Points repeat from row to row, mostly
// with the same names, so answers are remembered.
func (r *Resolver) locateBare(b *bare) {
	if r.o.AbroadOnly {
		r.checkAbroad(b)
		return
	}
	pays := r.points.Pays()
	if pays {
		b.ask()
		r.points.GetAll(b.questions[:b.n], b.answers[:])
		b.fill()
	}
	r.x.ReverseAll(b.points[:b.n], b.in[:])
	r.lyingAll(b)
	for i, p := range b.rows[:b.n] {
		if !b.fits[i] {
			r.tellAbroad(p, b.lyings[i])
		}
		r.describe(p, b.lyings[i])
		if pays {
			r.points.Put(&b.questions[i], b.lyings[i].given(&p.Match))
		}
	}
}

// checkAbroad says of rows whether they lie in another country than they say. Into nearly
// all cells only the one that they say reaches.
func (r *Resolver) checkAbroad(b *bare) {
	r.x.OneLandAll(b.points[:b.n], b.lands[:])
	for i, p := range b.rows[:b.n] {
		l := r.lying(gazetteer.Within{Land: b.lands[i]}, p.Within.Country)
		if b.lands[i] == 0 || !l.fits {
			l = r.lyingNear(p)
			r.tellAbroad(p, l)
		}
		p.Match.Country = l.country
	}
}

// lyingNear says of a row's coordinates that they lie in the country that it says, if
// that reaches into their cell, and else where they lie.
func (r *Resolver) lyingNear(p *geo.Place) (l *lying) {
	fits := func(land gazetteer.Ref) bool {
		l = r.lying(gazetteer.Within{Land: land}, p.Within.Country)
		return l.fits
	}
	if r.x.SomeLandNear(p.Match.Point, fits) {
		return l
	}
	return r.lying(gazetteer.Within{Land: r.x.Reverse(p.Match.Point).Land}, p.Within.Country)
}

// ask makes questions of the rows.
func (b *bare) ask() {
	for i, p := range b.rows[:b.n] {
		at := p.Match.Point
		b.questions[i] = questionOf(p)
		b.questions[i].Bits = [...]uint64{math.Float64bits(at[0]), math.Float64bits(at[1]), uint64(p.Match.Precision)}
	}
}

// given returns what was said of coordinates that lie so.
func (l *lying) given(m *geo.Match) *given {
	if m.Reason == "" {
		return &l.plain
	}
	return &given{l, m.Reason, m.Precision, m.RadiusM}
}

// lyingAll looks up what is to be said of the areas of all rows.
func (r *Resolver) lyingAll(b *bare) {
	for i := range b.n {
		b.lyings[i] = r.lyings.slot(b.in[i]).Load()
	}
	for i, p := range b.rows[:b.n] {
		if !b.lyings[i].is(b.in[i], p.Within.Country) {
			b.lyings[i] = r.lying(b.in[i], p.Within.Country)
		}
	}
	for i, l := range b.lyings[:b.n] { // which stands in another line of the cache than what was looked at
		b.fits[i] = l.fits
	}
}

// fill tells the rows that have answers, and leaves the others.
func (b *bare) fill() {
	n := 0
	for i, p := range b.rows[:b.n] {
		if a := b.answers[i]; a != nil {
			a.fill(&p.Match)
			continue
		}
		b.rows[n], b.questions[n], b.points[n] = p, b.questions[i], p.Match.Point
		n++
	}
	b.n = n
}
