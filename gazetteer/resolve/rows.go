package resolve

import (
	"cmp"
	"strings"
	"sync/atomic"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/recall"
	"github.com/dateline-map/dateline/geo"
)

// rowAnswer is what is remembered of a row's place.
type rowAnswer struct {
	match    geo.Match
	relation string
	area     *gazetteer.Place // what is matched, if it is a country or an administrative area
	number   uint32           // of all answers about rows; see [geo.Match]
}

// answers is how many there have been.
var answers atomic.Uint32

// tell gives a row its answer.
func (a *rowAnswer) tell(p *geo.Place) {
	p.Match, p.Relation = a.match, cmp.Or(p.Relation, a.relation)
	p.Match.Answer = a.number
}

// What an answer takes, in units of a memo: itself with its question, the area, and
// each candidate.
const (
	rowUnits       = 5
	areaUnits      = 3
	candidateUnits = 2
)

func (a *rowAnswer) units() int {
	units := rowUnits + candidateUnits*len(a.match.Candidates)
	if a.area != nil {
		units += areaUnits
	}
	return units
}

// rowKey is all of a place that its match depends on, if it stands alone.
type rowKey struct {
	name, relation, kind, other string
	within                      geo.Within
}

func keyOf(p *geo.Place) rowKey { return rowKey{p.Name, p.Relation, p.Kind, p.Other, p.Within} }

// clone returns the key with strings of its own: those of a row share the memory
// of the whole row, which a memo would keep.
func (k rowKey) clone() rowKey {
	for _, s := range []*string{&k.name, &k.relation, &k.kind, &k.other, &k.within.Country, &k.within.Adm1, &k.within.Adm2} {
		*s = strings.Clone(*s)
	}
	return k
}

// rowMemo remembers the answers for rows. Its zero value is empty and ready to use.
type rowMemo struct {
	last recall.Memo[rowAnswer]
	all  recall.Map[string, *rowAnswer] // by their questions' texts as one
}

// Those of a table come again and again. What a story asks beside its names, such as
// whether one of them lies in the country of another, comes again in one of ten: a
// million stories need no more than the last few thousand answers.
const (
	rowsUnits  = 1 << 17 * rowUnits
	askedUnits = 1 << 13 * rowUnits
	askedSets  = 1 << 9
)

// answer returns the answer for a row, which find gives when it is not known.
func (m *rowMemo) answer(p *geo.Place, find func(*geo.Place) *rowAnswer) *rowAnswer {
	q := questionOf(p)
	if a := m.last.Get(&q); a != nil {
		return a
	}
	return m.older(&q, p, find)
}

// named are rows that say nothing of their place but names.
type named struct {
	n         int
	rows      [recall.AtOnce]*geo.Place
	questions [recall.AtOnce]recall.Question
	answers   [recall.AtOnce]*rowAnswer
}

func isNamed(p *geo.Place) bool { return p.Match.Kind == geo.NotLookedFor && p.Codes == nil }

func (b *named) add(p *geo.Place) {
	b.rows[b.n], b.questions[b.n] = p, questionOf(p)
	b.n++
}

// answerAll gives some rows their answers, as answer does for one.
func (m *rowMemo) answerAll(b *named, find func(*geo.Place) *rowAnswer) {
	m.last.GetAll(b.questions[:b.n], b.answers[:])
	for i, p := range b.rows[:b.n] {
		a := b.answers[i]
		if a == nil {
			a = m.older(&b.questions[i], p, find)
		}
		a.tell(p)
	}
}

// older is answer for one that is not among the last.
func (m *rowMemo) older(q *recall.Question, p *geo.Place, find func(*geo.Place) *rowAnswer) *rowAnswer {
	var room [128]byte
	key := q.AppendTexts(room[:0])
	a, known := recall.GetText(&m.all, key)
	if known {
		m.last.Keep(q, a)
		return a
	}
	a = find(p)
	a.match, a.number = together(a.match), answers.Add(1)
	m.all.Put(string(key), a, a.units())
	return a
}

// questionOf returns what rowKey has as a question.
func questionOf(p *geo.Place) recall.Question {
	w := &p.Within
	return recall.Question{Texts: [...]string{p.Name, p.Relation, p.Kind, p.Other, w.Country, w.Adm1, w.Adm2}}
}

// together returns a match whose texts lie side by side: of each place that rows name
// again and again the processor then waits for memory once, not for each of its texts.
func together(m geo.Match) geo.Match {
	texts := [...]*string{&m.ID, &m.Name, &m.Type, &m.Country, &m.Adm1, &m.Adm2}
	var all []byte
	for _, t := range texts {
		all = append(all, *t...)
	}
	rest := string(all)
	for _, t := range texts {
		*t, rest = rest[:len(*t)], rest[len(*t):]
	}
	return m
}
