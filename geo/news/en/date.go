package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo/when"
)

// DateMention is an expression in a text that says when.
type DateMention struct {
	Start, End int // byte offsets into the text, End excluded; prepositions may be left out
	// When is the time it names. It is unknown if it counts from a day that is
	// unknown.
	When when.Interval
	Kind DateKind
	// Background reports that the expression names another event's time, or
	// one long past, rather than when something told here happened: "the 2003
	// invasion", "the worst since 2008".
	Background bool
}

// DateKind says how an expression names its time.
type DateKind uint8

// The kinds.
const (
	AbsoluteDate  DateKind = iota + 1 // with its year: "June 10, 2014", "in the 1990s"
	RelativeDate                      // from the day of publication: "on Saturday", "last week", "on June 10"
	ReferenceDate                     // from the event told before: "the next day", "two days later"
	SpanDate                          // how long, up to or from the publication: "over the past week", "in two days of violence"
	SinceDate                         // from a day up to the publication: "since Saturday"
	PriorDate                         // of what is told behind it: "came a week after the city fell"
	LimitDate                         // before, after or until which: "by Friday"; the happening is not on it
)

// Anchor is what a text's relative dates count from. The zero Anchor knows
// nothing: then only expressions with their year have a time.
type Anchor struct {
	// Published is the day of publication. Of a longer time, expressions finer
	// than it mean some day of it, and are as precise as it is.
	Published when.Interval
	// Previous is when the event told before happened, for "the next day".
	// Dates in the same sentence go before it.
	Previous when.Interval
	// Happened is likewise that of the last sentence that told of an event, for "the
	// attack came two days after". If it is unknown, Previous goes.
	Happened when.Interval
	// Tense, if known, spares looking for it in the words around each date.
	Tense Tense
}

// Tense says whether a sentence looks back or ahead, which decides what
// "on Saturday" means.
type Tense uint8

// The tenses. The zero Tense is not known.
const (
	AnyTense Tense = iota
	PastTense
	FutureTense
)

// Dates returns the dates in a sentence, in the order in which they stand. They
// do not overlap.
//
// A weekday is the last such day up to the publication, that day included, or
// the next one if the words around it look ahead. A date without a year is the
// nearest that the tense allows. See docs/dates.md for what is read and how.
func (w *Words) Dates(a Anchor) []DateMention {
	s := dateScan{w: w, a: a, reference: a.Previous, coarse: a.Previous}
	if !a.Published.IsZero() {
		s.today, s.known = a.Published.Last, true
	}
	for i := 0; i < w.Len(); {
		i = s.next(i)
	}
	s.countOpening()
	return s.out
}

// countOpening counts what a sentence opens with, "a day after gunmen stormed the base", from
// the day of what it tells behind that: ", troops retook it on Thursday".
func (s *dateScan) countOpening() {
	if len(s.out) < 2 || s.opening.low == 0 {
		return
	}
	for _, d := range s.out[1:] {
		if d.Kind <= ReferenceDate && !d.Background && d.When.Precision == when.ToDay {
			s.out[0].When = s.opening.from(d.When.First, -1)
			return
		}
	}
}

// dateScan walks over a sentence once.
type dateScan struct {
	w         *Words
	a         Anchor
	today     when.Day
	known     bool          // today is
	reference when.Interval // the last days named
	coarse    when.Interval // the last time named, for "five years later"
	told      bool          // a time has been, other than since when something is so
	depth     int           // of dates within dates
	opening   amount        // of what the sentence opens with: "a day after"; zero if it does not
	out       []DateMention
}

// date is an expression as far as it is read.
type date struct {
	from, to   int // tokens; to excluded
	when       when.Interval
	kind       DateKind
	background bool
	weekday    bool // a weekday alone: which week it is in may still change
	// in returns the same day or month in another year, if the year is not
	// said; else it is nil.
	in func(year int) when.Interval
}

// next reads the expression that begins at token i, if one does, and returns
// where to go on.
func (s *dateScan) next(i int) int {
	if !s.begins(i) {
		return i + 1
	}
	d, ok := s.phrase(i)
	if !ok {
		return i + 1
	}
	d.from = i
	s.keep(d)
	return max(d.to, i+1)
}

// begins reports whether token i can begin an expression; most words cannot,
// and "the" or "in" only if a word of dates is near behind.
func (s *dateScan) begins(i int) bool {
	if !dateGlue.has(s.w.At(i)) {
		return s.isCore(i)
	}
	for k := i + 1; k <= i+4; k++ {
		if s.isCore(k) {
			return true
		}
	}
	return false
}

// isCore reports whether token i is a word of dates.
func (s *dateScan) isCore(i int) bool {
	word := s.w.At(i)
	if word == "" {
		return false
	}
	if c := word[0]; c >= '0' && c <= '9' || c == '\'' || strings.HasPrefix(word, "’") {
		return true
	}
	if dateCore.has(word) || dateUnits.of(word) != noUnit || s.month(i) != 0 {
		return true
	}
	_, isDay := s.weekdayName(i) // "Mon state" is in Myanmar
	return isDay
}

func (s *dateScan) keep(d date) {
	d.when = s.blurred(d)
	start := s.dropVaguer(d)
	if d.kind == ReferenceDate && s.known && d.when.First > s.today && s.tense(d.from, d.to) != FutureTense {
		d.when = when.Interval{} // it is over, so that it is counted from another day than the last one told
	}
	apart := s.w.SinceClause(d.from) >= 0
	s.told = s.told || !apart
	if !d.when.IsZero() && d.kind <= ReferenceDate && !d.background && !apart {
		s.coarse = d.when
		if d.when.Precision <= when.ToDays {
			s.reference = d.when
		}
	}
	tokens := s.w.Tokens
	s.out = append(s.out, DateMention{
		Start: start, End: tokens[d.to-1].End,
		When: d.when, Kind: d.kind, Background: d.background,
	})
}

// dropVaguer drops the time told right before the day that says it better, "two weeks earlier,
// on April 29", and returns where both begin.
func (s *dateScan) dropVaguer(d date) int {
	start := s.w.Tokens[d.from].Start
	n := len(s.out) - 1
	if n < 0 || d.from == 0 || s.w.At(d.from-1) != "," || d.kind > RelativeDate || d.background || d.weekday || d.when.Precision != when.ToDay {
		return start
	}
	if v := &s.out[n]; v.End == s.w.Tokens[d.from-2].End && (v.Kind == ReferenceDate || v.Kind == RelativeDate && v.When.Precision > when.ToDay) && !v.Background {
		start, s.out = v.Start, s.out[:n]
	}
	return start
}

// blurred returns when a date is, no finer than the publication's if it counts from that: a
// weekday is one of a month's four. A day without its year is one of a month all the same, and
// a weekday one of a week.
func (s *dateScan) blurred(d date) when.Interval {
	p := s.a.Published
	if d.kind == AbsoluteDate || d.kind == ReferenceDate || d.when.IsZero() || p.Precision <= when.ToDay || d.when.Precision >= p.Precision {
		return d.when
	}
	if d.in != nil && p.Precision <= when.ToMonth || d.weekday && p.Last-p.First < 7 {
		return d.when
	}
	return p
}

// relative returns i as a time that counts from the publication: unknown if
// that is.
func (s *dateScan) relative(i when.Interval) when.Interval {
	if !s.known {
		return when.Interval{}
	}
	return i
}

// day returns the day n days after the publication.
func (s *dateScan) day(n int) when.Interval {
	return s.relative(when.On(s.today + when.Day(n)))
}

// upToday returns the time from n days before the publication to it.
func (s *dateScan) upToday(n int) when.Interval {
	return s.relative(when.Between(s.today-when.Day(n), s.today))
}

func about(i when.Interval) when.Interval {
	i.Approximate = !i.IsZero()
	return i
}
