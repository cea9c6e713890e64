package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// datesOf finds the dates of a sentence with their tokens.
func datesOf(w *en.Words, a en.Anchor) []date {
	var out []date
	at := 0
	for _, m := range w.Dates(a) {
		for at < w.Len() && w.Tokens[at].End <= m.Start {
			at++
		}
		d := date{DateMention: m, from: at}
		for d.to = at; d.to < w.Len() && w.Tokens[d.to].Start < m.End; d.to++ {
		}
		d.reported = w.Reported(d.from) || w.Filed(d.from)
		d.since = w.SinceClause(d.from)
		out = append(out, d)
	}
	for i := 1; i < len(out); i++ {
		if d := &out[0]; !d.reported && d.from <= 1 && out[i].tellsDays() && out[i].Kind <= en.RelativeDate && w.SaidWhen(d.to, out[i].from) {
			d.reported = true // "On Tuesday, the embassy said a bomb killed four on Monday"
		}
	}
	return out
}

// dateOf returns the index of the time of a happening among those its sentence
// names: that nearest to its head, else to another of its words; -1 for none.
func (s *story) dateOf(h *happening) int {
	nearest := s.nearestDate(h)
	if nearest >= 0 && !h.view.dates[nearest].reported {
		return nearest
	}
	for _, at := range h.anchors {
		g := *h
		g.head, g.noun = at, false
		if i := s.nearestDate(&g); i >= 0 && (h.view.dates[i].tellsDays() || h.noun && h.view.dates[i].tellsYear()) {
			return i // "the worst violence was in Gao, where nine were killed on May 12"
		}
	}
	if nearest >= 0 {
		return nearest
	}
	return h.view.onlyDay(h)
}

// tellsDays reports whether a date names days, or a week, on which something happened.
func (d *date) tellsDays() bool {
	return d.Kind <= en.ReferenceDate && d.When.Precision <= when.ToWeek && !d.reported
}

// tellsYear reports whether a date is a year: "from the siege, which killed 300 in 2003".
func (d *date) tellsYear() bool { return d.Kind == en.AbsoluteDate && d.When.Precision == when.ToYear }

// nearestDate returns the index of the time that stands nearest to what tells of a happening,
// if none stands far; -1 for none.
func (s *story) nearestDate(h *happening) int {
	v := h.view
	if i := v.explained(h.head); i >= 0 {
		return i
	}
	best, cost := -1, 1<<30
	for i := range v.dates {
		d := &v.dates[i]
		if s.lasts(h, d) {
			h.old = true // "have encircled the city since January"
		}
		if d.When.IsZero() || d.Background || d.Kind == en.LimitDate || d.Kind == en.SinceDate && d.When.Precision > when.ToDays && d.When.Last-d.When.First > 10 {
			continue
		}
		if d.Kind == en.PriorDate && h.head < d.to || d.Kind == en.SpanDate && len(v.dates) > 1 && v.w.At(d.from) == "after" {
			continue // "fell last week after three days of fighting"
		}
		if v.ofAftermath(h, i) || d.startsAnother(h) || (d.When.Precision >= when.ToMonth || d.Kind == en.SinceDate) && v.w.RanksWithin(d.from) {
			continue
		}
		if d.to <= h.clause || s.toCome(h, d) {
			continue
		}
		if d.When.Precision == when.ToYear && d.to <= h.head && v.w.HaveAt(h.head) {
			continue // "the scholar, accused of it in 2012, has been killed"
		}
		c := dateCost(v, h, d)
		if d.When.Precision == when.ToYear && c > nearYear {
			continue
		}
		if c < cost && c < farDate {
			best, cost = i, c
		}
	}
	if best >= 0 && v.dates[best].Kind == en.PriorDate && v.dates[best].from > 0 {
		return s.dayAfterAll(h, best)
	}
	return best
}

// startsAnother reports whether a date stands in a clause that only says since when what is told
// before it is so: "their first advance since the town fell a week ago". Who were killed or have
// fled since are counted from it.
func (d *date) startsAnother(h *happening) bool {
	if d.from > h.head && !h.before && d.Kind > en.AbsoluteDate && h.view.w.HadMeanwhile(h.head, d.from) {
		return true // "hit a clinic, but the patients had left a few days ago"
	}
	counted := h.tolled || h.kind.Family == "displacement"
	return d.since > h.head && d.Kind != en.SinceDate && !(counted && h.view.w.HaveAt(h.head))
}

// ofAftermath reports whether date i only says when that was which the sentence opens with saying
// it came before, if what is told behind the comma has a day of its own: "After a siege that
// began on Friday, rebels took Gao on Saturday".
func (v *view) ofAftermath(h *happening, i int) bool {
	d := &v.dates[i]
	if x := v.w.At(0); x != "after" && x != "following" || d.to >= h.head || !v.w.MarkBetween(d.to, h.head) {
		return false
	}
	return slices.ContainsFunc(v.dates[i+1:], func(x date) bool { return x.from > h.head && x.tellsDays() && x.Kind <= en.RelativeDate })
}

// sinceLong reports whether a trigger only says since when something is so, and neither a day
// of the week before the story nor none: "held since the army left in March".
func (s *story) sinceLong(v *view, t *en.Trigger) bool {
	if v.w.At(0) == "since" && v.w.At(1) == "then" && v.w.HaveAt(t.From) {
		return true
	}
	since := v.w.SinceClause(t.From)
	return since >= 0 && !s.d.Published.IsZero() && !v.headline && slices.ContainsFunc(v.dates, func(d date) bool {
		return d.since == since && !d.When.IsZero() && d.When.Last < s.d.Published.First-weekDays
	})
}

// afterDeath reports whether a death of a month or more before the story is only told as what something else
// came after: "was named leader after the death of his brother in a raid in May".
func (s *story) afterDeath(h *happening) bool {
	if p := s.d.Published; h.said && h.noun && !p.IsZero() && h.when.Last < p.First-newsDays && h.view.w.At(h.view.w.PhraseStart(h.head)-1) == "over" {
		return true // "relations broke down over the raid on May 2"
	}
	if !h.said || h.when.Precision < when.ToMonth || s.d.Published.IsZero() || h.when.Last >= s.d.Published.First {
		return false
	}
	return slices.ContainsFunc(h.anchors, func(at int) bool {
		return h.view.w.At(at) == "death" && h.view.w.Cause(at, 0)
	})
}

// vaguelyLate reports whether no more is said of an event than that it was in a country, in the
// month before the story's or a longer time: "violence rose last month".
func (s *story) vaguelyLate(h *happening) bool {
	if !h.said || h.planned || h.tolled || h.killedAny() || h.displaced != (geo.Count{}) || h.kind.Family == "diplomacy" || h.when.Precision < when.ToMonth || s.d.Published.IsZero() || h.when.First >= s.d.Published.First-weekDays {
		return false
	}
	return h.name >= 0 && h.view.names[h.name].info.BestKind == "country" && h.view.names[h.name].kind == "" && h.view.names[h.name].lead.Relation == ""
}

// weekDays is how many days back something is told for its own sake that a clause of "since"
// tells.
const weekDays = 7

// dayAfterAll returns the day that a clause tells of its own behind "two weeks after", if it
// does: "came two weeks after rebels overran Gao, on August 9"; else the time that is counted.
func (s *story) dayAfterAll(h *happening, counted int) int {
	for i := counted + 1; i < len(h.view.dates); i++ {
		d := &h.view.dates[i]
		if d.Kind <= en.RelativeDate && d.tellsDays() && d.When.Precision == when.ToDay && !d.Background && d.from > h.head && !h.view.w.Apart(h.head, d.from) && !s.toCome(h, d) {
			return i
		}
	}
	return counted
}

// onlyDay returns the only day that a sentence tells, however far from the happening it
// stands, if nothing sets the two apart; -1 if there is none.
func (v *view) onlyDay(h *happening) int {
	only := -1
	for i := range v.dates {
		d := &v.dates[i]
		if d.reported && d.Kind <= en.RelativeDate || d.startsAnother(h) {
			continue
		}
		if only >= 0 || d.Kind > en.RelativeDate || d.Background || d.When.IsZero() || d.When.Precision > when.ToDays {
			return -1
		}
		only = i
	}
	if only < 0 || h.relative || h.noun {
		return -1
	}
	if d := &v.dates[only]; d.to <= h.head && d.from <= 1 && v.w.Meanwhile(d.to, h.head) >= 0 && !v.w.Relative(v.w.Meanwhile(d.to, h.head), h.head) {
		return only // "On Monday a mine killed one in Gao, while shells fell on Mopti"
	} else if d.to <= h.head && !v.w.Where(d.to, h.head) || v.w.LastSemicolon(h.head, d.from) > 0 || v.w.Relative(h.head, d.from) || v.w.IsTo(h.head, d.from) {
		return -1
	}
	return only
}

// lasts reports whether a verb tells what has gone on since long before a story.
func (s *story) lasts(h *happening, d *date) bool {
	v := h.view
	return d.Kind == en.SinceDate && h.kind.Family != "displacement" && !h.noun && !h.tolled && d.from > h.head && !s.d.Published.IsZero() && !d.When.IsZero() && d.When.First < s.d.Published.First-oldDays &&
		v.w.HaveAt(h.head) && !v.w.Clause(h.head+1, d.from)
}

// explained returns the time behind which a clause tells what happened then, and in
// which token i stands: "since January 2014, when militants took Gao"; -1 if there is
// none.
func (v *view) explained(i int) int {
	for k := range v.dates {
		d := &v.dates[k]
		if v.w.At(d.to) == "," && v.w.At(d.to+1) == "when" && d.to < i && !d.When.IsZero() && !v.w.Clause(d.to+2, i) && v.w.MainClause(i) == v.w.MainClause(d.to) {
			return k
		}
	}
	return -1
}

// startOf returns when what is told as the beginning of a time happened: "since
// January 2014, when militants took Gao".
func (d *date) startOf() when.Interval {
	if d.Kind != en.SinceDate {
		return d.When
	}
	return when.Between(d.When.First, min(d.When.Last, d.When.First+30))
}

// toCome reports whether a date lies ahead of a story, though a verb tells that the
// happening is over: "the minister, who is expected back on Friday, met elders".
func (s *story) toCome(h *happening, d *date) bool {
	if p := s.d.Published; !p.IsZero() && !h.planned && d.from > h.head && d.When.First > p.Last && h.view.w.IsTo(h.head+1, d.from) {
		return true // "burned the hall where the minister was to speak on Friday"
	}
	return (!h.noun || h.view.w.Clause(min(d.to, h.head), max(d.from, h.head))) && !h.planned && !h.view.headline && !s.d.Published.IsZero() && d.When.First >= s.d.Published.First && d.When.Last > s.d.Published.Last+1
}

// date chooses the time of a happening.
func (s *story) date(h *happening) {
	v := h.view
	best := s.dateOf(h)
	if best < 0 {
		best = v.dateOfAftermath(h)
	}
	switch {
	case best < 0 && !v.label.IsZero():
		h.when, h.said = v.label, true
		return
	case best < 0:
		h.when, h.said, h.old = s.unsaid(h), false, h.old || s.pastWith(h)
		return
	}
	h.when, h.said, h.prior = v.dates[best].When, true, v.dates[best].Kind == en.PriorDate
	if v.explained(h.head) == best {
		h.when = v.dates[best].startOf()
	}
	if p := s.d.Published; h.planned && !p.IsZero() && v.dates[best].Kind == en.RelativeDate && h.when.Precision == when.ToDay && h.when.Last < p.First {
		h.when = when.On(h.when.First + 7) // a weekday of what is to come is the next one
	}
	if v.dates[best].reported {
		h.when, h.said = upTo(h.when), false
	}
	if s.chronicle && h.when == h.view.label {
		return // whatever day it is of
	}
	if h.when.Precision == when.ToYear || s.yearsAgo(h) {
		h.old = true
	}
	if p := s.d.Published; !p.IsZero() && (h.when.Last < p.First-oldDays || h.relative && h.when.Precision >= when.ToMonth && h.when.Last < p.First) {
		h.old = true
	}
	if !s.d.Published.IsZero() && h.when.First > s.d.Published.Last+1 {
		h.planned = true
	}
}

// pastWith reports whether a happening without a day is told in a clause that says after or
// before what something of long ago was: "took Gao last year shortly after rebels seized Kidal".
func (s *story) pastWith(h *happening) bool {
	v := h.view
	return !h.noun && !s.d.Published.IsZero() && slices.ContainsFunc(v.dates, func(d date) bool {
		k := d.to
		for en.Adverb(v.w.At(k)) {
			k++
		}
		return d.to <= h.head && en.TimeClause(v.w.At(k)) && !v.w.Clause(k+1, h.head) && d.When.Last < s.d.Published.First-weekDays && d.When.Precision > when.ToDay
	})
}

// dateOfAftermath returns the time of what was done after a happening, if the sentence says
// none of the happening itself: "the truce ended in March after the killing of a leader". It
// is -1 if there is none.
func (v *view) dateOfAftermath(h *happening) int {
	if !h.noun {
		return -1
	}
	k := v.w.PhraseStart(h.head) - 1
	if x := v.w.At(k); x != "after" && x != "following" {
		return -1
	}
	return slices.IndexFunc(v.dates, func(d date) bool { return d.to == k && !d.When.IsZero() && !d.Background && !d.reported })
}

// yearsAgo reports whether a year before that of the story stands close behind
// what is told: "a Christmas Day bombing at a church in 2011".
func (s *story) yearsAgo(h *happening) bool {
	if s.d.Published.IsZero() {
		return false
	}
	for i := range h.view.dates {
		d := &h.view.dates[i]
		if h.view.anothersYear(h, d) {
			continue
		}
		if d.When.Precision == when.ToYear && d.from > h.head && d.from-h.head <= nearYear && d.When.Last < s.d.Published.First-oldDays {
			if breaks, _ := h.view.w.ClauseBreaks(h.head+1, d.from); breaks == 0 {
				return true
			}
		}
		if h.view.onlyYear(d) && d.from > h.head && d.When.Last < s.d.Published.First-oldDays && !h.view.w.Clause(h.head+1, d.from) && !h.view.tellsBetween(h.to, d.from) {
			return true // "the bodies were found at a ranch in Gao, near the border, in 2010"
		}
	}
	return false
}

// anothersYear reports whether a year behind a happening stands before the noun of something
// else, which is of that year: "arrested a man wanted for the 2001 kidnapping".
func (v *view) anothersYear(h *happening, d *date) bool {
	return d.When.Precision == when.ToYear && d.from > h.head && slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
		return t.Noun && t.From >= d.to && t.From-d.to <= yearsNoun && !slices.Contains(h.anchors, t.Head()) && !v.w.MarkBetween(d.to, t.From)
	})
}

// yearsNoun is how many words may stand between a year and the noun that it dates.
const yearsNoun = 3

// tellsBetween reports whether something else is told between two tokens.
func (v *view) tellsBetween(i, j int) bool {
	return slices.ContainsFunc(v.triggers, func(t en.Trigger) bool { return !t.Tool && t.From >= i && t.To <= j })
}

// onlyYear reports whether a year is the only time that a sentence tells.
func (v *view) onlyYear(d *date) bool {
	return len(v.dates) == 1 && d.When.Precision == when.ToYear && d.Kind != en.SinceDate
}

// oldDays is how many days before the publication what happened is told as
// background, not as news.
const oldDays = 62

// farDate is the cost from which a date tells of something else.
const farDate = 45

// nearYear is the cost up to which a year tells of the happening itself, and
// not of what is said beside it.
const nearYear = 14

// dateCost says how far a date is from a happening: words between, and more for
// the clauses between.
func dateCost(v *view, h *happening, d *date) int {
	if d == &v.dates[0] && v.labelled() {
		return 1 // it holds for the whole sentence
	}
	from, to := d.to, h.head
	if d.from > h.head {
		from, to = h.head+1, v.w.BeforeAside(h.head+1, d.from)
	}
	breaks, said := v.w.ClauseBreaks(from, to)
	c := max(to-from, 0) + 7*breaks
	if said {
		c += 10
	}
	if d.reported {
		c += 30
	}
	if v.w.Clause(from, to) {
		c += 15
	}
	if d.from > h.head && v.w.Relative(h.head, to) && !v.w.Where(h.head+1, to) {
		c += 20 // "the city, which fell on June 11"
	}
	if d.to <= h.head && v.w.Described(d.from, h.head) {
		c += 40 // "the group, which took Mosul on Tuesday, seized Tikrit"
	}
	if h.noun && d.Kind != en.SinceDate && v.w.SinceBetween(h.head+1, d.from) {
		c += 40 // "the heaviest fighting since a truce came into force on Friday"
	}
	if h.noun && d.to <= h.head && v.w.Cause(h.head, d.to) {
		c += 20 // "arrested nine on Sunday over a lynching in Gao the day before"
	}
	if h.name >= 0 && v.besidePlace(d, h.name) {
		c = min(c, besideCost) // "captured him as he ate in Gao on Wednesday"
	}
	if v.w.At(d.from) == "for" {
		c += 12 // "for a second night": how often, rather than when
	}
	if d.from == 0 || d.from == 1 {
		c = min(c, 14) // "On Friday, …" holds for the whole sentence
	}
	if d.Kind != en.PriorDate && v.w.Apart(min(d.to, h.head), max(d.from, h.head)) && !v.opensFor(d, h) {
		c += 40
	}
	return c
}

// opensFor reports whether a date that a sentence opens with still holds for what is told
// behind "another", as the first thing, or behind a semicolon, which tells no other: "On Monday
// they burned Gao; the school was destroyed too".
func (v *view) opensFor(d *date, h *happening) bool {
	if d.from > 1 {
		return false
	}
	if !v.tellsBetween(d.to, h.from) {
		return true // "On 6 May, another bomb went off in Gao"
	}
	last := v.w.LastSemicolon(d.to, h.head)
	return last > 0 && !v.w.Apart(d.to, last) && !v.w.Apart(last+1, h.head) && !slices.ContainsFunc(v.dates, func(x date) bool { return x.from > last })
}

// besideCost is what a date costs at most that stands right behind the place of a
// happening: less than one that other names part from it.
const besideCost = 30

// besidePlace reports whether a date stands right behind name i or what holds it: "in
// Sangin district of Helmand province on Monday".
func (v *view) besidePlace(d *date, i int) bool {
	for hops := 0; i >= 0 && hops < len(v.names); i, hops = v.names[i].holder, hops+1 {
		if v.besideName(d, &v.names[i]) {
			return true
		}
	}
	return false
}

// besideName reports whether a date stands right behind a name, or the comma behind it.
func (v *view) besideName(d *date, n *name) bool {
	if v.w.At(n.tail) == "," && (d.from == n.tail+1 || d.from == n.tail+2 && en.Preposition(v.w.At(n.tail+1))) {
		return true
	}
	return d.from == n.tail || d.from == n.tail+1 && en.Preposition(v.w.At(n.tail))
}

// unsaid returns when something happened of which the text says no time: the
// day of publication or the one before it, in a report the time that it is on.
func (s *story) unsaid(h *happening) when.Interval {
	p := s.d.Published
	if h.planned && !p.IsZero() && p.Precision == when.ToDay {
		i := when.Between(p.Last, p.Last+plannedDays)
		i.Approximate = true
		return i
	}
	if i := h.view.reportedDay(); !i.IsZero() {
		return upTo(i)
	}
	if !s.period.IsZero() {
		return s.period
	}
	return upTo(p)
}

// reportedDay returns the one day on which a sentence says that something was
// said; zero if it says none.
func (v *view) reportedDay() when.Interval {
	for i := range v.dates {
		if d := &v.dates[i]; d.reported && d.When.Precision == when.ToDay && !d.Background {
			return d.When
		}
	}
	return when.Interval{}
}

// plannedDays is how soon what is announced without a day will be.
const plannedDays = 30

// upTo returns a time of one day as the two days that end with it: what is
// reported happened then or the day before.
func upTo(i when.Interval) when.Interval {
	if i.Precision != when.ToDay {
		return i
	}
	return when.Between(i.First-1, i.Last)
}
