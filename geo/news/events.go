package news

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
	"github.com/dateline-map/dateline/geo/when"
)

// Events returns what a story tells of, in the order of the text, each
// happening once. A happening at several places is several events of one group,
// its dead and wounded shared out among them.
//
// A story that tells of nothing gives no events, nor does one in a language
// that [Document.Foreign] tells of.
func (r *Reader) Events(d *document.Document) []geo.Event {
	events, _ := r.EventsOrWhy(d)
	return events
}

// mostSentences is how many sentences are read as one story, a book of fifty
// thousand words. An endless one is read in parts, so that memory does not grow
// with it, nor time with the square of it.
const mostSentences = 2000

// parts yields a document's story as it was read, in parts if it is endless;
// one at least.
func (r *Reader) parts(d *document.Document) iter.Seq[*story] {
	return func(yield func(*story) bool) {
		var filed []text.Sentence
		rest := slices.DeleteFunc(d.Sentences(), func(x document.Sentence) bool {
			if x.Part == document.Dateline && len(filed) == 0 {
				filed = append(filed, x.Sentence)
			}
			return x.Part != document.Story && x.Part != document.Headline
		})
		for {
			n := min(len(rest), mostSentences)
			s := r.read(d, filed, rest[:n])
			s.tell()
			if rest = rest[n:]; !yield(s) || len(rest) == 0 {
				return
			}
		}
	}
}

// story is a document being read.
type story struct {
	r        *Reader
	d        *document.Document
	types    *en.Taxonomy
	binder   *linear.Model
	features []linear.Feature // scratch

	views     []view
	period    when.Interval // that the story is a report on; zero if it is none
	chronicle bool          // it tells what happened day by day, and long ago if it likes
	toponyms  []geo.Toponym
	cast      en.Cast
	incidents []incident
	lands     map[string]land       // by country; nil until asked for
	asides    map[*geo.Toponym]bool // that say nothing of where things happen
	afar      map[*geo.Toponym]bool // that "the town" does not mean: where somebody speaks, or comes from
	near      map[string]bool       // whether a place has a neighbour, by id; likewise
	spots     []*geo.Match          // likewise
	seat      *en.Capital           // of the country named most often so far
	seats     map[string]int        // how often each was
	abroad    *bool                 // whether it was filed from a country that it says nothing of; nil before it is asked
	sought    int                   // how many toponyms were looked at for that
	focused   bool                  // about is known
	about     *geo.Place            // what the story is about; nil if that is not known
	groups    int                   // given so far
	spoken    bool                  // the sentence before was about a person of office
	calm      bool                  // the story is of accidents, diseases or games, and of nobody armed
}

// read finds all that the sentences of a story name. The dateline is no part of it, and helps to
// say which town of a name is meant.
func (r *Reader) read(d *document.Document, filed []text.Sentence, told []document.Sentence) *story {
	s := &story{r: r, d: d, types: r.Types, binder: defaultBinder()}
	if s.types == nil {
		s.types = en.Types()
	}
	sentences := make([]text.Sentence, len(told))
	for i := range told {
		sentences[i] = told[i].Sentence
	}
	s.toponyms = slices.DeleteFunc(r.Candidates(d, slices.Concat(filed, sentences)), func(t geo.Toponym) bool {
		return len(filed) > 0 && t.Start >= filed[0].Start && t.Start < filed[0].End
	})
	words := make([]*en.Words, len(sentences))
	for i := range sentences {
		words[i] = en.NewWords(d.Text, sentences[i])
		s.cast.Read(words[i])
	}
	s.readViews(words, told, en.Anchor{Published: d.Published})
	if d.Published.IsZero() {
		if period := s.findPeriod(); !period.IsZero() { // "on Tuesday" is in it, if nobody says when it was written
			s.readViews(words, told, en.Anchor{Published: period})
		}
	}
	s.readSections()
	return s
}

// readViews finds what each sentence names, and when it says that things happened.
func (s *story) readViews(words []*en.Words, told []document.Sentence, anchor en.Anchor) {
	s.views, s.spoken = make([]view, len(words)), false
	rest := s.toponyms
	for i, w := range words {
		var here []geo.Toponym
		here, rest = upToOffset(rest, told[i].End)
		s.views[i] = s.view(i, told[i].Paragraph, w, here, told[i].Part == document.Headline, anchor)
		s.findAsides(&s.views[i])
		s.spoken = s.cast.Speaks(w) || s.spoken && w.Refers()
		if anchor.Previous = s.views[i].dayTold(anchor); len(s.views[i].triggers)+len(s.views[i].tolls) > 0 {
			anchor.Happened = anchor.Previous
		}
	}
}

// dayTold returns the day that a sentence ends on, from which the next one counts
// days: one of what happens, not of what was said or is quoted. It is the one before it
// if the sentence tells none.
func (v *view) dayTold(a en.Anchor) when.Interval {
	for i := len(v.dates) - 1; i >= 0; i-- {
		d := &v.dates[i]
		if d.Kind == en.PriorDate {
			continue // "on Friday, two days after a strike on a market"
		}
		if d.Kind == en.ReferenceDate && i > 0 && v.dates[i-1].When.Precision == when.ToDay && d.When.Last < v.dates[i-1].When.First {
			continue // "killed nine on Sunday, as the toll of a bombing the day before rose"
		}
		if d.reported || d.since >= 0 {
			continue // "on Sunday, officials said on Tuesday", "since Ramadan began on July 10"
		}
		if d.Background {
			break
		}
		if v.w.QuotedAt(d.from) {
			continue // "We buried nine yesterday"
		}
		if d.When.Precision == when.ToDay || d.When.Precision == when.ToDays && d.When.Last == d.When.First+1 || d.When.Precision >= when.ToMonth && d.When.Precision != when.ToYear && len(v.dates) == 1 && d.When.Last < a.Published.First {
			return d.When // "in October 2013. … The next day" was in that month
		}
	}
	if day := v.reportedDay(); a.Previous.IsZero() && !day.IsZero() {
		return day // "killed seven militants, the army said on Tuesday. Earlier in the day, …"
	}
	return a.Previous
}

// upToOffset parts the toponyms at an offset of the text.
func upToOffset(toponyms []geo.Toponym, end int) (here, rest []geo.Toponym) {
	n := 0
	for n < len(toponyms) && toponyms[n].Start < end {
		n++
	}
	return toponyms[:n], toponyms[n:]
}

// view finds what one sentence names. Sentences without a trigger or a toll
// need no names.
func (s *story) view(i, paragraph int, w *en.Words, toponyms []geo.Toponym, headline bool, anchor en.Anchor) view {
	v := view{index: i, paragraph: paragraph, w: w, headline: headline}
	v.names = s.r.namesOf(w, toponyms, s.settingAt(i, paragraph, w))
	s.sameAsElsewhere(w, v.names)
	places := placeTokens(w, v.names)
	v.dates = datesOf(w, anchor)
	v.triggers = s.types.Triggers(w, en.Scene{
		Office: func(k int) bool {
			return s.cast.Office(w, k) || (w.At(k) == "he" || w.At(k) == "she") && (s.spoken || s.cast.Speaks(w))
		},
		Place:    func(k int) bool { return places[k] },
		Headline: headline || s.chronicled(&v),
	})
	v.tolls = w.Tolls()
	v.context = s.types.Context(w)
	if w.GameScore() {
		v.triggers, v.tolls = nil, nil
	}
	if s.types.OfArms() && w.RoadAccident() {
		v.triggers = slices.DeleteFunc(v.triggers, func(t en.Trigger) bool { return t.Kind.Family == "violence" })
		v.tolls = slices.DeleteFunc(v.tolls, func(t en.Toll) bool { return t.Harm != en.Displaced })
	}
	if len(v.triggers)+len(v.tolls) > 0 {
		v.actors = en.KnownActors().Find(w)
		v.context = v.context && !(s.types.OfArms() && rebels(v.actors))
		v.names = withoutActors(v.names, v.actors)
		link(w, v.names)
	}
	return v
}

// sameAsElsewhere makes a word that the story names a place by elsewhere that place, where nothing
// says that it is a person: "said Menaka was captured".
func (s *story) sameAsElsewhere(w *en.Words, names []name) {
	for i := range names {
		n := &names[i]
		if n.toponym != nil || n.capital != nil || n.person || n.to != n.from+1 {
			continue
		}
		k := slices.IndexFunc(s.toponyms, func(t geo.Toponym) bool {
			return !t.Demonym && !t.Inside && t.Place.Match.Located() && t.Place.Match.Precision <= geo.WithinAdm2 && s.d.Text[t.Start:t.End] == w.Span(n.from, n.to)
		})
		if k >= 0 {
			n.toponym = &s.toponyms[k]
		}
	}
}

// chronicled reports whether a sentence belongs to a chronicle, which tells in the
// present tense: "June 3 - A bomb kills two". What follows in its paragraph does,
// and is of the same day.
func (s *story) chronicled(v *view) bool {
	if v.labelled() {
		v.label = v.dates[0].When
	} else if v.index > 0 && s.views[v.index-1].paragraph == v.paragraph {
		v.label = s.views[v.index-1].label
	}
	return !v.label.IsZero()
}

// labelled reports whether a sentence opens with its date as a label.
func (v *view) labelled() bool {
	if len(v.dates) == 0 || v.dates[0].from > 1 {
		return false
	}
	switch v.w.At(v.dates[0].to) {
	case "-", "–", "—", ":":
		return true
	}
	return false
}

// armed reports whether somebody who bears arms is among the actors.
func armed(actors []en.Actor) bool {
	for i := range actors {
		if actors[i].Side.Armed() {
			return true
		}
	}
	return false
}

// rebels reports whether somebody is among the actors who bears arms against or
// beside a state: soldiers and police are at accidents too.
func rebels(actors []en.Actor) bool {
	for i := range actors {
		if actors[i].Side == en.Rebel {
			return true
		}
	}
	return false
}

// placeTokens marks the tokens of names that may be places.
func placeTokens(w *en.Words, names []name) []bool {
	out := make([]bool, w.Len())
	for _, n := range names {
		unknown := n.toponym == nil && n.info.Places == 0 && n.kind == ""
		if n.toponym == nil && n.person || unknown && en.LookUp(w.At(n.from)).Person() || n.toponym != nil && n.toponym.Inside {
			continue
		}
		for i := n.from; i < n.to; i++ {
			out[i] = true
		}
	}
	return out
}

// withoutActors leaves out the names that are part of a group's name: "Iraq"
// in "Islamic State of Iraq and the Levant".
func withoutActors(names []name, actors []en.Actor) []name {
	out := names[:0]
	for i := range names {
		if !insideActor(&names[i], actors) {
			out = append(out, names[i])
		}
	}
	return out
}

func insideActor(n *name, actors []en.Actor) bool {
	for i := range actors {
		if a := &actors[i]; a.ID != "" && n.from >= a.From && n.to <= a.To {
			return true
		}
	}
	return false
}

// tell finds the happenings of all sentences, and makes those that are told
// several times one.
func (s *story) tell() {
	if s.d.Foreign() != "" {
		return
	}
	s.calm = s.isCalm()
	for i := range s.views {
		v := &s.views[i]
		for _, h := range s.happenings(v) {
			s.incidents = append(s.incidents, s.incidentsOf(&h)...)
		}
	}
	s.locate()
	s.inheritDates()
	s.inheritKinds()
	s.inheritFire()
	s.dispute()
	s.incidents = s.merged()
	for i := range s.incidents {
		spread(&s.incidents[i].place.Match)
	}
}

// isCalm reports whether a story speaks of accidents, diseases or games, and
// more often so than of anybody armed.
func (s *story) isCalm() bool {
	context, violence := 0, 0
	for i := range s.views {
		v := &s.views[i]
		switch {
		case v.context:
			context++
		case armed(v.actors) && len(v.triggers)+len(v.tolls) > 0:
			violence++
		}
	}
	return context > violence
}

// events writes the incidents down. seen counts events that are alike, also of
// the parts before, so that each gets an id of its own.
func (s *story) events(seen map[string]int) []geo.Event {
	out := make([]geo.Event, 0, len(s.incidents))
	for i := range s.incidents {
		x := &s.incidents[i]
		e := s.event(x)
		parts := []string{s.d.ID, e.Type, e.Place.Name, e.Place.Relation, e.When.First.String(), e.When.Last.String()}
		key := strings.Join(parts, "\x00")
		e.ID = geo.ID(append(parts, strconv.Itoa(seen[key]))...)
		seen[key]++
		out = append(out, e)
	}
	shareTolls(out, s.incidents)
	return out
}

func (s *story) event(x *incident) geo.Event {
	e := geo.Event{
		When: x.when, Type: x.kind.Type, SubType: x.kind.SubType, Actor1: x.actor1.name, Actor2: x.actor2.name,
		Killed: x.killed, Wounded: x.wounded, Displaced: x.displaced, Place: x.place,
		Source: geo.Source{Document: s.d.ID, Publisher: s.d.Source, URL: s.d.URL, Quote: s.quote(x)},
	}
	switch {
	case x.planned:
		e.Status = geo.Planned
	case x.disputed:
		e.Status = geo.Disputed
	}
	for _, p := range []struct{ key, value string }{{"actor1_id", x.actor1.id}, {"actor2_id", x.actor2.id}} {
		if p.value != "" {
			e.Extra = append(e.Extra, geo.Property{Name: p.key, Value: p.value})
		}
	}
	return e
}

// quote returns the sentence that tells of an incident, its white space made
// single spaces.
func (s *story) quote(x *incident) string {
	w := x.view.w
	if w.Len() == 0 {
		return ""
	}
	return strings.Join(strings.Fields(s.d.Text[w.Tokens[0].Start:w.Tokens[w.Len()-1].End]), " ")
}

// shareTolls gives every group of events a name and its dead and wounded in
// whole numbers, so that sums over a map are right. The bounds of the whole
// stay with each.
func shareTolls(events []geo.Event, incidents []incident) {
	members := map[int][]int{}
	for i := range incidents {
		if g := incidents[i].group; g > 0 {
			members[g] = append(members[g], i)
		}
	}
	for i := range incidents {
		m := members[incidents[i].group]
		if len(m) < 2 || m[0] != i {
			continue
		}
		group := geo.ID("group", events[i].ID)
		for _, j := range m {
			events[j].Group = group
		}
		for harm, of := range []func(e *geo.Event) *geo.Count{
			en.Killed:    func(e *geo.Event) *geo.Count { return &e.Killed },
			en.Wounded:   func(e *geo.Event) *geo.Count { return &e.Wounded },
			en.Displaced: func(e *geo.Event) *geo.Count { return &e.Displaced },
		} {
			shareCount(events, incidents, m, en.Harm(harm), of)
		}
	}
}

// shareCount gives each of some events its part of a figure that they were told
// together. One that was told of a single one of them stays that one's, and is taken from
// what the others share.
func shareCount(events []geo.Event, incidents []incident, members []int, harm en.Harm, of func(e *geo.Event) *geo.Count) {
	rest := slices.DeleteFunc(slices.Clone(members), func(j int) bool { return incidents[j].own[harm] })
	if len(rest) == 0 {
		return
	}
	whole := *of(&events[rest[0]])
	for _, j := range rest {
		if *of(&events[j]) != whole {
			return
		}
	}
	left := whole.Best
	for _, j := range members {
		n, m, ok := geo.BothKnown(left, of(&events[j]).Best)
		if ok && incidents[j].own[harm] {
			left = geo.Known(max(0, n-m))
		}
	}
	for k, j := range rest {
		of(&events[j]).Best = share(left, k, len(rest))
	}
}

// share returns the k-th of n parts of a figure: 21 in two parts is 11 and 10.
func share(f geo.Figure, k, n int) geo.Figure {
	whole, known := f.Int()
	if !known {
		return f
	}
	part := whole / n
	if k < whole%n {
		part++
	}
	return geo.Known(part)
}

// suburbOf reports whether some suburb of a city is meant, and not one of that name: "in a Tel Aviv
// suburb".
func suburbOf(w *en.Words, n *name) bool {
	return w.At(n.to) == "suburb" && (w.At(n.from-1) == "a" || w.At(n.from-1) == "an")
}

// placeName returns how an event's place is written.
func placeName(w *en.Words, n *name) geo.Place {
	p := geo.Place{Name: w.Span(n.from, n.to), Relation: n.lead.Relation, Kind: n.kind}
	if n.lead.Relation != "" && n.lead.Kind == n.kind {
		p.Kind = "" // "a village south of Kirkuk": the village is not Kirkuk
	}
	if n.tail > n.to {
		p.Kind = cmp.Or(p.Kind, n.kind)
	}
	if suburbOf(w, n) {
		p.Kind, p.Relation = "", "near"
	}
	return p
}
