package gazetteer

import (
	"strings"

	"github.com/dateline-map/dateline/gazetteer/internal/recall"
	"github.com/dateline-map/dateline/geo"
)

// rowAnswer is what is remembered of a row's place.
type rowAnswer struct {
	match    geo.Match
	relation string
	area     *Place // what is matched, if it is a country or an administrative area
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
	all  memo[rowKey, *rowAnswer]
}

// answer returns the answer for a row, which find gives when it is not known.
func (m *rowMemo) answer(p *geo.Place, find func(*geo.Place) *rowAnswer) *rowAnswer {
	q := questionOf(p)
	if a := m.last.Get(&q); a != nil {
		return a
	}
	return m.older(&q, p, find)
}

// older is answer for one that is not among the last.
func (m *rowMemo) older(q *recall.Question, p *geo.Place, find func(*geo.Place) *rowAnswer) *rowAnswer {
	key := keyOf(p)
	a, known := m.all.get(key)
	if !known {
		a = find(p)
		m.all.put(key.clone(), a, 1)
	}
	m.last.Put(q, a)
	return a
}

// questionOf returns what rowKey has as a question.
func questionOf(p *geo.Place) recall.Question {
	w := &p.Within
	return recall.Question{Texts: [...]string{p.Name, p.Relation, p.Kind, p.Other, w.Country, w.Adm1, w.Adm2}}
}
