package sorted

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// Codec turns events into bytes and back, all that they say, but not which of a run's
// answers a match is. The names of
// properties, which repeat from event to event, are written once: what a Codec
// has written can be read by itself, or by another that reads it from the
// beginning. The zero Codec is ready for use; it must not be shared.
type Codec struct {
	names []string
	index map[string]int
	last  []int // the names of the last event's properties
}

// Append appends the event.
func (c *Codec) Append(dst []byte, e *geo.Event) []byte {
	w := writer{dst}
	w.texts(e.ID, e.Group, e.Title, e.Type, e.SubType, e.Actor1, e.Actor2)
	w.days(e.When)
	w.number(uint64(e.Status))
	for _, n := range counts(e) {
		w.figure(*n)
	}
	w.place(&e.Place)
	w.texts(e.Source.Document, e.Source.Publisher, e.Source.URL, e.Source.Quote)
	w.number(uint64(e.Source.Row))
	w.number(uint64(len(e.Extra)))
	for i := range e.Extra {
		c.property(&w, i, &e.Extra[i])
	}
	return w.b
}

// counts returns the figures of an event in their order.
func counts(e *geo.Event) [9]*geo.Figure {
	return [...]*geo.Figure{
		&e.Killed.Best, &e.Killed.Low, &e.Killed.High,
		&e.Wounded.Best, &e.Wounded.Low, &e.Wounded.High,
		&e.Displaced.Best, &e.Displaced.Low, &e.Displaced.High,
	}
}

// property writes the ith property of an event: the number of its name times
// four, plus two if the name follows since it is new, plus one if the value is
// JSON.
func (c *Codec) property(w *writer, i int, p *geo.Property) {
	json := uint64(0)
	if p.JSON {
		json = 1
	}
	at, known := c.nameOf(i, p.Name)
	if known {
		w.number(uint64(at)<<2 | json)
	} else {
		w.number(uint64(at)<<2 | 2 | json)
		w.text(p.Name)
	}
	w.text(p.Value)
}

// nameOf returns the number of a name, and whether it has been written. Most
// often it is that of the ith property of the event before.
func (c *Codec) nameOf(i int, name string) (at int, known bool) {
	if i < len(c.last) && c.names[c.last[i]] == name {
		return c.last[i], true
	}
	at, known = c.index[name]
	if !known {
		at = len(c.names)
		c.put(at, name)
	}
	c.last = append(c.last[:min(i, len(c.last))], at)
	return at, known
}

func (c *Codec) put(at int, name string) {
	if c.index == nil {
		c.index = map[string]int{}
	}
	for len(c.names) <= at {
		c.names = append(c.names, "")
	}
	c.names[at], c.index[name] = name, at
}

// errRecord is that bytes are not what a Codec wrote.
var errRecord = errors.New("an event is damaged")

// Event returns the event that b holds. It shares no memory with b.
func (c *Codec) Event(b []byte) (e geo.Event, err error) {
	r := reader{text: string(b)}
	r.texts(&e.ID, &e.Group, &e.Title, &e.Type, &e.SubType, &e.Actor1, &e.Actor2)
	e.When = r.days()
	e.Status = geo.Status(r.number())
	for _, n := range counts(&e) {
		*n = r.figure()
	}
	r.place(&e.Place)
	r.texts(&e.Source.Document, &e.Source.Publisher, &e.Source.URL, &e.Source.Quote)
	e.Source.Row = int(r.number())
	if n := r.count(); n > 0 {
		e.Extra = make([]geo.Property, n)
	}
	for i := range e.Extra {
		c.readProperty(&r, &e.Extra[i])
	}
	if r.bad || r.text != "" {
		return geo.Event{}, errRecord
	}
	return e, nil
}

func (c *Codec) readProperty(r *reader, p *geo.Property) {
	n := r.number()
	at := int(n >> 2)
	if n&2 != 0 {
		name := r.texted()
		if at > len(c.names) {
			r.bad = true
			return
		}
		c.put(at, name)
	}
	if at < 0 || at >= len(c.names) {
		r.bad = true
		return
	}
	p.Name, p.JSON, p.Value = c.names[at], n&1 != 0, r.texted()
}

// writer appends what events are made of.
type writer struct{ b []byte }

func (w *writer) number(n uint64) { w.b = binary.AppendUvarint(w.b, n) }

func (w *writer) text(s string) {
	w.number(uint64(len(s)))
	w.b = append(w.b, s...)
}

func (w *writer) texts(all ...string) {
	for _, s := range all {
		w.text(s)
	}
}

func (w *writer) real(f float64) {
	w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(f))
}

func (w *writer) point(p orb.Point) {
	w.real(p[0])
	w.real(p[1])
}

// figure writes 0 for what is unknown.
func (w *writer) figure(f geo.Figure) {
	if n, known := f.Int(); known {
		w.number(uint64(n) + 1)
		return
	}
	w.number(0)
}

func (w *writer) days(i when.Interval) {
	w.b = binary.AppendVarint(w.b, int64(i.First))
	w.b = binary.AppendVarint(w.b, int64(i.Last))
	about := uint64(0)
	if i.Approximate {
		about = 1
	}
	w.number(uint64(i.Precision)<<1 | about)
}

func (w *writer) place(p *geo.Place) {
	w.texts(p.Name, p.Relation, p.Kind, p.Other, p.Within.Country, p.Within.Adm1, p.Within.Adm2)
	w.codes(p.Codes)
	m := &p.Match
	w.number(uint64(m.Kind))
	w.texts(m.Reason, m.ID, m.Name, m.Type)
	w.point(m.Point)
	w.number(uint64(m.Precision))
	w.figure(m.RadiusM)
	w.real(m.Confidence)
	w.texts(m.Country, m.Adm1, m.Adm2)
	w.pcodes(m.PCodes)
	w.number(uint64(len(m.Candidates)))
	for i := range m.Candidates {
		w.candidate(&m.Candidates[i])
	}
}

// codes writes 0 for none at all.
func (w *writer) codes(c *geo.Codes) {
	if c == nil {
		w.number(0)
		return
	}
	w.number(1)
	w.texts(c.Own, c.Within.Adm1, c.Within.Adm2, c.Within.Adm3)
}

// pcodes writes 0 for none at all.
func (w *writer) pcodes(c *geo.PCodes) {
	if c == nil {
		w.number(0)
		return
	}
	w.number(1)
	w.texts(c.Adm1, c.Adm2, c.Adm3)
}

func (w *writer) candidate(c *geo.Candidate) {
	w.texts(c.ID, c.Name, c.Type, c.Country, c.Adm1)
	w.point(c.Point)
	w.real(c.Probability)
	w.number(uint64(len(c.Why)))
	w.texts(c.Why...)
}

// reader reads what a writer has written. Once something does not fit it is bad
// and reads nothing but zeros.
type reader struct {
	text string // unread
	bad  bool
}

func (r *reader) number() uint64 {
	var n uint64
	for i := range min(len(r.text), binary.MaxVarintLen64) {
		b := r.text[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.text = r.text[i+1:]
			return n
		}
	}
	r.bad, r.text = true, ""
	return 0
}

// count reads how many follow of what takes a byte at least.
func (r *reader) count() int {
	n := r.number()
	if n > uint64(len(r.text)) {
		r.bad, r.text = true, ""
		return 0
	}
	return int(n)
}

func (r *reader) texted() string {
	n := r.count()
	s := r.text[:n]
	r.text = r.text[n:]
	return s
}

func (r *reader) texts(all ...*string) {
	for _, s := range all {
		*s = r.texted()
	}
}

func (r *reader) real() float64 {
	if len(r.text) < 8 {
		r.bad, r.text = true, ""
		return 0
	}
	bits := binary.LittleEndian.Uint64([]byte(r.text[:8]))
	r.text = r.text[8:]
	return math.Float64frombits(bits)
}

func (r *reader) point() orb.Point { return orb.Point{r.real(), r.real()} }

func (r *reader) figure() geo.Figure {
	if n := r.number(); n > 0 {
		return geo.Known(int(n - 1))
	}
	return geo.Figure{}
}

func (r *reader) day() when.Day {
	n := r.number() // zig-zag, as binary.AppendVarint writes
	return when.Day(int64(n>>1) ^ -int64(n&1))
}

func (r *reader) days() (i when.Interval) {
	i.First, i.Last = r.day(), r.day()
	n := r.number()
	i.Precision, i.Approximate = when.Precision(n>>1), n&1 != 0
	return i
}

func (r *reader) place(p *geo.Place) {
	r.texts(&p.Name, &p.Relation, &p.Kind, &p.Other, &p.Within.Country, &p.Within.Adm1, &p.Within.Adm2)
	if r.number() > 0 {
		p.Codes = &geo.Codes{}
		in := &p.Codes.Within
		r.texts(&p.Codes.Own, &in.Adm1, &in.Adm2, &in.Adm3)
	}
	m := &p.Match
	m.Kind = geo.MatchKind(r.number())
	r.texts(&m.Reason, &m.ID, &m.Name, &m.Type)
	m.Point = r.point()
	m.Precision = geo.Precision(r.number())
	m.RadiusM = r.figure()
	m.Confidence = r.real()
	r.texts(&m.Country, &m.Adm1, &m.Adm2)
	if r.number() > 0 {
		m.PCodes = &geo.PCodes{}
		r.texts(&m.PCodes.Adm1, &m.PCodes.Adm2, &m.PCodes.Adm3)
	}
	if n := r.count(); n > 0 {
		m.Candidates = make([]geo.Candidate, n)
	}
	for i := range m.Candidates {
		r.candidate(&m.Candidates[i])
	}
}

func (r *reader) candidate(c *geo.Candidate) {
	r.texts(&c.ID, &c.Name, &c.Type, &c.Country, &c.Adm1)
	c.Point = r.point()
	c.Probability = r.real()
	if n := r.count(); n > 0 {
		c.Why = make([]string, n)
	}
	for i := range c.Why {
		c.Why[i] = r.texted()
	}
}
