package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
)

// addGapped adds what a verb told of one place is left out of with another:
// "captured Rawa on Saturday and Ana on Sunday", "seized Rawa, a town on the
// river, and Ana a day later". A mere list of names is one happening at several
// places.
func (s *story) addGapped(v *view, all []happening) []happening {
	for i := range all {
		for j := all[i].name + 1; all[i].name >= 0 && j < len(v.names); j++ {
			if v.gapped(&all[i], j) {
				all = append(all, s.atGap(&all[i], j))
				break
			}
		}
	}
	return s.addCounted(v, all)
}

// addCounted adds the places at which as many more are counted, without a word for what
// they were: "carried out five strikes near Kobani, two near Mosul and one in Ramadi".
func (s *story) addCounted(v *view, all []happening) []happening {
	for i := range all {
		h := &all[i]
		for j := h.name + 1; h.name >= 0 && !h.tolled && j < len(v.names); j++ {
			if j = v.countedAt(h, j); j < 0 {
				break
			}
			if !slices.ContainsFunc(all, func(x happening) bool { return x.name >= 0 && v.names[x.name].list == v.names[j].list }) {
				all = append(all, s.atGap(h, j))
				h = &all[i]
			}
		}
	}
	return all
}

// countedAt returns the first name from j on at which more of a happening are only
// counted; -1 if there is none before something else is told.
func (v *view) countedAt(h *happening, j int) int {
	from := v.names[h.name].tail
	for ; j < len(v.names); j++ {
		n := &v.names[j]
		if _, said := v.w.ClauseBreaks(from, n.lead.From); said || v.tellsBetween(from, n.lead.From) {
			return -1
		}
		if n.list != j || !placePreps[n.lead.Prep] || n.lead.From <= h.head || !v.w.OneMore(n.lead.From-1) {
			continue
		}
		if finer := j + 1; finer < len(v.names) && v.w.At(n.tail) == "," && v.names[finer].lead.From == n.tail+1 && placePreps[v.names[finer].lead.Prep] {
			return finer // "and nine in Iraq, near Baiji and Ramadi"
		}
		return j
	}
	return -1
}

// gapped reports whether name j stands behind "and" for a second happening of a
// verb without the verb.
func (v *view) gapped(h *happening, j int) bool {
	first, n := &v.names[h.name], &v.names[j]
	from := first.tail
	if h.noun || n.list == first.list || n.person || n.toponym == nil && n.info.Places == 0 && n.kind == "" && !v.datedAt(n.tail) {
		return false
	}
	switch {
	case h.passive && first.to <= h.head:
		from = h.to
	case !v.actedUpon(h, first):
		return false
	}
	and := n.lead.From - 1
	return v.w.At(and) == "and" && v.aside(from, and) && v.endsAt(n.tail)
}

// aside reports whether between two tokens there is a date, or what is said of a
// name between commas, and no verb that tells of something.
func (v *view) aside(from, to int) bool {
	for i := range v.triggers {
		if t := &v.triggers[i]; t.From >= from && t.From < to && !t.Noun && !t.Tool {
			return false
		}
	}
	if v.w.At(from) == "," {
		return v.w.At(to-1) == "," && en.Determiner(v.w.At(from+1))
	}
	d := slices.IndexFunc(v.dates, func(d date) bool { return d.from >= from && d.from <= from+1 })
	return d >= 0 && v.dates[d].to >= to-1
}

// endsAt reports whether nothing from token i on makes what stands before it the
// subject of a verb.
func (v *view) endsAt(i int) bool {
	x := v.w.At(i)
	return x == "" || x == "." || x == "," || x == ";" || en.Preposition(x) || v.datedAt(i)
}

// datedAt reports whether a date begins at token i, or behind a preposition
// there.
func (v *view) datedAt(i int) bool { return v.dateFrom(i) >= 0 }

// dateFrom returns the date that begins at token i or right behind it; -1 for
// none.
func (v *view) dateFrom(i int) int {
	return slices.IndexFunc(v.dates, func(d date) bool { return !d.reported && (d.from == i || d.from == i+1 && en.Preposition(v.w.At(i))) })
}

// atGap returns a happening again at name j, on its own day if one is said. The
// toll stays with the first.
func (s *story) atGap(h *happening, j int) happening {
	x := *h
	x.anchors = slices.Clone(h.anchors)
	x.name, x.apart = j, true
	x.killed, x.wounded, x.displaced = geo.Count{}, geo.Count{}, geo.Count{}
	if d := h.view.dateFrom(h.view.names[j].tail); d >= 0 {
		x.when, x.said = h.view.dates[d].When, true
	}
	return x
}
