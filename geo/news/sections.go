package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// Bulletins and round-ups tell under headings, each a line of its own, what happened on a
// day or in a province. What is told there without a day or a place has the heading's; in a
// report on a week, what no heading dates has the week.

// heading is a line that says the day or the place of what stands below it. The zero heading
// is none.
type heading struct {
	day    when.Interval // zero if it says none
	places bool          // it names places
	place  *geo.Toponym  // nil if none of them is located, or several
}

// readSections gives each sentence the day and the place of the headings that it stands below,
// and finds the time that the whole is a report on.
//
// Days may stand below places or places below days: the kind of the first heading is the outer
// one, and ends what the other kind said.
func (s *story) readSections() {
	s.period = s.findPeriod()
	headings, byDay := s.headings()
	var now heading
	daysFirst, known := false, false
	for i := range s.views {
		v, h := &s.views[i], headings[i]
		if v.index > 0 {
			v.section = s.views[i-1].section
		}
		switch {
		case h != (heading{}):
			if !known {
				daysFirst, known = !h.day.IsZero(), true
			}
			now = now.above(h, daysFirst)
			v.section++
		case v.headline && i > 0:
			now.place = nil // "Background"
			v.section++
		}
		v.area = now.place
		if byDay && v.label.IsZero() {
			v.label = now.day
		}
	}
	s.chronicle = s.isChronicle()
}

// isChronicle reports whether most of what a story tells stands behind a day of its own, and
// behind several: "12 February 2019 - Armed men burned …".
func (s *story) isChronicle() bool {
	days, told, labelled := map[when.Interval]bool{}, 0, 0
	for i := range s.views {
		v := &s.views[i]
		if v.headline || len(v.triggers)+len(v.tolls) == 0 {
			continue
		}
		told++
		if v.label.Precision == when.ToDay && !v.label.IsZero() {
			days[v.label] = true
			labelled++
		}
	}
	return len(days) > 1 && 2*labelled > told
}

// above returns what holds below a heading that stands below others.
func (now heading) above(h heading, daysFirst bool) heading {
	switch {
	case !h.day.IsZero() && (h.places || daysFirst):
		return h
	case !h.day.IsZero():
		now.day = h.day
	case daysFirst:
		now.place = h.place
	default:
		return h
	}
	return now
}

// headings returns which sentences are headings, and whether they part the story by days: one
// line with a day alone is rather when the story was published.
func (s *story) headings() (out []heading, byDay bool) {
	out = make([]heading, len(s.views))
	above := -1 // the last heading with nothing told below it yet
	days := map[when.Interval]bool{}
	for i := range s.views {
		h := s.headingOf(i)
		switch {
		case h != (heading{}):
			if above >= 0 && !h.day.IsZero() && !out[above].day.IsZero() {
				out[above] = heading{} // nothing stands below it
			}
			out[i], above = h, i
		case !s.views[i].headline && above >= 0:
			for k := i - 1; k >= 0 && s.views[k].headline || k == above; k-- {
				days[out[k].day] = true
			}
			above = -1
		}
	}
	delete(days, when.Interval{})
	return out, len(days) > 1
}

// longestHeading is how many tokens a heading has at the most: "Tuesday, 14 May 2019 - Hodan and
// Wadajir districts, Mogadishu".
const longestHeading = 14

// headingOf reads sentence i as a heading: a line of its own that has days, names of places and
// little else.
func (s *story) headingOf(i int) heading {
	v := &s.views[i]
	n := v.w.Len()
	if n == 0 || n > longestHeading || len(v.triggers)+len(v.tolls) > 0 || len(v.dates) > 1 || v.w.Mark(n-1) && v.w.At(n-1) != ":" && v.w.At(n-1) != ")" {
		return heading{}
	}
	if i > 0 && s.views[i-1].paragraph == v.paragraph || i+1 < len(s.views) && s.views[i+1].paragraph == v.paragraph {
		return heading{}
	}
	var h heading
	read := make([]bool, n)
	for k := range v.dates {
		d := &v.dates[k]
		if d.Kind > en.RelativeDate || d.Background || d.When.Precision > when.ToMonth {
			return heading{}
		}
		h.day = d.When
		mark(read, d.from, d.to)
	}
	for k := range v.names {
		if m := &v.names[k]; m.toponym != nil && !m.toponym.Demonym || m.toponym == nil && m.kind != "" {
			mark(read, m.lead.From, m.tail)
			h.places = true
		}
	}
	for k := range read {
		if !read[k] && !v.w.Mark(k) && !en.HeadingWord(v.w.At(k)) {
			return heading{}
		}
	}
	if i == 0 && h.places {
		return heading{} // a title
	}
	h.place = s.onlyPlace(v)
	return h
}

func mark(read []bool, from, to int) {
	for k := max(from, 0); k < min(to, len(read)); k++ {
		read[k] = true
	}
}

// onlyPlace returns the located place that a sentence names, the one that the others hold if it
// names several; nil if there is none.
func (s *story) onlyPlace(v *view) *geo.Toponym {
	var only *geo.Toponym
	for k := range v.names {
		t := v.names[k].toponym
		switch {
		case t == nil || !s.locates(t) || only != nil && encloses(&t.Place, &only.Place, false):
		case only == nil || encloses(&only.Place, &t.Place, false):
			only = t
		default:
			return nil
		}
	}
	return only
}

// sectionPlace returns the place that the heading above an incident names; nil if there is none.
func (s *story) sectionPlace(x *incident) *geo.Place {
	if x.view.area == nil {
		return nil
	}
	return &x.view.area.Place
}

// headLines is how many sentences of a story may say the time that it is a report on.
const headLines = 8

// longestPeriod is how many days a report is on at the most.
const longestPeriod = 31

// findPeriod returns the time that a story is a report on, if its head says one: "Weekly update,
// 6 - 12 May", "Reporting period: 6 to 12 May". It is zero if not.
func (s *story) findPeriod() when.Interval {
	for i := range s.views[:min(headLines, len(s.views))] {
		v := &s.views[i]
		for k := range v.dates {
			d := &v.dates[k]
			if d.Kind > en.RelativeDate || d.Background || !s.reportedOn(d.When) {
				continue
			}
			titled := v.headline && len(v.tolls) == 0 && (d.When.Precision <= when.ToDays || v.w.Reports()) &&
				!slices.ContainsFunc(v.triggers, func(t en.Trigger) bool { return !t.Noun })
			if titled || v.w.PeriodAt(d.from) {
				return d.When
			}
		}
	}
	return when.Interval{}
}

// reportedOn reports whether a time is one that the story may be a report on.
func (s *story) reportedOn(i when.Interval) bool {
	days := i.Last - i.First + 1
	p := s.d.Published
	return !i.IsZero() && days > 2 && days <= longestPeriod && (p.IsZero() || i.First <= p.Last && p.First-i.Last <= oldDays)
}
