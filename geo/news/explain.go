package news

import (
	"cmp"
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/en"
)

// Silence says why a sentence that seems to tell of something gave no event.
type Silence uint8

// The silences. The zero Silence is none: an event was made.
const (
	spoken     Silence = iota
	OnlyTool           // says how, of something that is told by other words
	NotReal            // did not happen, or may happen
	Background         // known, investigated, judged or remembered
	OfAccident         // told among accidents, diseases or games
	OfFew              // moves fewer people than count as displaced
	Escape             // gunmen got away: "the attackers fled on motorcycles"
	NotViolent         // nobody's deed as far as the story tells
	NoProtest          // gunmen did what crowds do: "armed men blocked the road"
	LongAgo            // long before the story
	InPassing          // told as what was before, beside or quoted, without a place or a day
	Vague              // no place, no time, no number, and hardly what
	NoPlace            // needs a place, and has none
	PointsBack         // points at something told before, and says no place
	SumsUp             // counts what is told one by one
	SumOfMany          // a number of people that counts more than one happening
	NotCounted         // a number of people that no happening in the sentence accounts for
)

var silenceWords = [...]string{
	spoken:     "",
	OnlyTool:   "it only says how, of something that other words tell",
	NotReal:    "it did not happen: denied, feared, asked for, possible or a habit",
	Background: "it is background: known, investigated, judged or remembered",
	OfAccident: "the sentence speaks of an accident, a disease or a game",
	OfFew:      "nothing says that more than one person moved",
	Escape:     "armed people got away; nobody was driven from home",
	NotViolent: "nobody armed and no violence is told of beside it",
	NoProtest:  "armed people did it, not a crowd",
	LongAgo:    "it happened long before the story",
	InPassing:  "it is told in passing, as what was before or as a quotation",
	Vague:      "no place, no time and no number say more of it",
	NoPlace:    "no place is said",
	PointsBack: "it points at what was told before, or says no place of its own",
	SumsUp:     "it sums up what is told one by one",
	SumOfMany:  "the number counts more than one happening",
	NotCounted: "no happening in the sentence accounts for the number",
}

// String says it in words.
func (s Silence) String() string { return silenceWords[s] }

// Trace is a story with all that was read in it, and what came of that.
type Trace struct {
	Document  *document.Document
	Sentences []Reading // all of the text, asides included
	Toponyms  []geo.Toponym
	Events    []geo.Event // what [Reader.Events] returns
	Why       string      // there are none, in words
}

// Reading is one sentence as it was read.
type Reading struct {
	document.Sentence
	Marks    []Mark    // in the order of the text; they may overlap
	Tellings []Telling // in the order of the text
}

// Mark is a stretch of the text that says something of an event.
type Mark struct {
	Start, End int // byte offsets into the text, End excluded
	Kind       MarkKind
	Note       string // what it was read as, in a few words; may be empty
}

// MarkKind is what a mark says.
type MarkKind uint8

// The kinds of mark.
const (
	TriggerMark MarkKind = iota // what happened
	PlaceMark                   // where it may have happened
	DateMark
	TollMark // how many
	ActorMark
)

// Telling is one happening that a sentence tells of, or seems to.
type Telling struct {
	Words         []Span // that tell of it
	Type, SubType string // as these words alone say it
	Planned       bool

	// Events are the indices in Trace.Events of what was made of it. If there
	// are none, Silence says why.
	Events  []int
	Silence Silence

	Options []PlaceOption // the names of the sentence that could be its place
	None    float64       // how likely it was that it is none of them
	// Carried reports that its sentence names no place of it, so that an event
	// made of it lies where the text stands.
	Carried bool
	Date    Span // the words that say when; empty if none do
}

// Span is a stretch of the text: byte offsets, End excluded.
type Span struct{ Start, End int }

// PlaceOption is a name that could be the place of a happening.
type PlaceOption struct {
	Span
	Weight float64 // how much speaks for it, from 0 to 1
	Chosen bool
}

// Trace reads a story like [Reader.Events] and tells how. It takes about twice
// as long.
func (r *Reader) Trace(d *document.Document) *Trace {
	t := &Trace{Document: d}
	seen := map[string]int{}
	var read []Reading // of the sentences that tell the story
	for s := range r.parts(d) {
		told := s.toldBy(len(t.Events))
		for i := range s.views {
			read = append(read, Reading{Marks: s.views[i].marks(), Tellings: s.tellings(&s.views[i], told)})
		}
		t.Toponyms = append(t.Toponyms, s.toponyms...)
		t.Events = append(t.Events, s.events(seen)...)
		if len(t.Events) == 0 && t.Why == "" {
			t.Why = s.silence()
		}
	}
	if len(t.Events) > 0 {
		t.Why = ""
	}
	for _, x := range d.Sentences() {
		reading := Reading{}
		if len(read) > 0 && (x.Part == document.Story || x.Part == document.Headline) {
			reading, read = read[0], read[1:]
		}
		reading.Sentence = x
		t.Sentences = append(t.Sentences, reading)
	}
	return t
}

// EventsOrWhy returns what [Reader.Events] does and, if that is nothing, says
// in words why nothing came of the story.
func (r *Reader) EventsOrWhy(d *document.Document) (events []geo.Event, why string) {
	seen := map[string]int{}
	for s := range r.parts(d) {
		events = append(events, s.events(seen)...)
		if len(events) == 0 && why == "" {
			why = s.silence() // of an endless story, what its beginning lacks
		}
	}
	if len(events) > 0 {
		why = ""
	}
	return events, why
}

// toldAt says which word of which sentence tells of a happening.
type toldAt struct {
	view *view
	head int
}

// toldBy returns the indices of the story's events by the words that tell of
// them. They count from before, the number of events of the parts before.
func (s *story) toldBy(before int) map[toldAt][]int {
	out := make(map[toldAt][]int)
	for i := range s.incidents {
		for _, h := range s.incidents[i].told {
			at := toldAt{h.view, h.head}
			if known := out[at]; len(known) == 0 || known[len(known)-1] != before+i {
				out[at] = append(known, before+i)
			}
		}
	}
	return out
}

// silence says why a story gave no event: there was nothing to read, or no word
// of its tells of one, or the reason that most of these words share.
func (s *story) silence() string {
	if why := s.d.Foreign(); why != "" {
		return why
	}
	if len(s.views) == 0 {
		return "no sentence of a story in it"
	}
	counts := make([]int, len(silenceWords))
	hints := 0
	for i := range s.views {
		for _, t := range s.tellings(&s.views[i], nil) {
			if t.Silence != OnlyTool {
				counts[t.Silence]++
				hints++
			}
		}
	}
	if hints == 0 {
		return "no word in it tells of an event"
	}
	most := Silence(0)
	for i := range counts {
		if counts[i] > counts[most] {
			most = Silence(i)
		}
	}
	return "what it seems to tell of is none: " + most.String()
}

// marks returns what was found in a sentence.
func (v *view) marks() []Mark {
	var out []Mark
	add := func(kind MarkKind, at Span, note string) { out = append(out, Mark{at.Start, at.End, kind, note}) }
	for i := range v.triggers {
		t := &v.triggers[i]
		add(TriggerMark, v.span(t.From, t.To), cmp.Or(t.Kind.SubType, t.Kind.Type))
	}
	if len(v.triggers)+len(v.tolls) > 0 {
		for i := range v.names {
			n := &v.names[i]
			if n.toponym != nil && !n.toponym.Inside || n.capital != nil || n.kind != "" {
				add(PlaceMark, v.span(n.from, n.to), "")
			}
		}
	}
	for i := range v.dates {
		d := &v.dates[i]
		add(DateMark, Span{d.Start, d.End}, d.When.EDTF())
	}
	for i := range v.tolls {
		t := &v.tolls[i]
		at := v.span(t.At, t.At+1)
		if t.PeopleTo > t.PeopleFrom {
			add(TriggerMark, at, "")
			at = v.span(t.PeopleFrom, t.PeopleTo)
		}
		add(TollMark, at, harmWords[t.Harm])
	}
	for i := range v.actors {
		a := &v.actors[i]
		add(ActorMark, v.span(a.From, a.To), a.ID)
	}
	slices.SortStableFunc(out, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Kind, b.Kind)) })
	return out
}

var harmWords = map[en.Harm]string{en.Killed: "killed", en.Wounded: "wounded", en.Displaced: "displaced"}

// span returns the stretch of text of some tokens of a sentence.
func (v *view) span(from, to int) Span {
	from, to = max(from, 0), min(to, v.w.Len())
	if from >= to {
		return Span{}
	}
	return Span{v.w.Tokens[from].Start, v.w.Tokens[to-1].End}
}

// tellings says what became of each happening that a sentence seems to tell of.
func (s *story) tellings(v *view, told map[toldAt][]int) []Telling {
	if len(v.triggers)+len(v.tolls) == 0 {
		return nil
	}
	var out []Telling
	hints := s.hints(v)
	for i := range v.triggers {
		t := &v.triggers[i]
		why := v.unmeant(t)
		if why == spoken && s.sinceLong(v, t) {
			why = Background
		}
		if why != spoken {
			out = append(out, Telling{
				Words: []Span{v.span(t.From, t.To)}, Type: t.Kind.Type, SubType: t.Kind.SubType,
				Planned: t.Telling == en.Announced, Silence: why,
			})
		}
	}
	for i := range hints {
		out = append(out, s.telling(&hints[i], told))
	}
	out = append(out, s.uncounted(v, hints)...)
	slices.SortStableFunc(out, func(a, b Telling) int { return cmp.Compare(a.Words[0].Start, b.Words[0].Start) })
	return out
}

func (s *story) telling(h *happening, told map[toldAt][]int) Telling {
	v := h.view
	t := Telling{Type: h.kind.Type, SubType: h.kind.SubType, Planned: h.planned, Carried: h.name < 0, Words: h.words()}
	if len(v.names) > 0 {
		t.Options, t.None = s.options(h)
	}
	if d := s.dateOf(h); d >= 0 {
		t.Date = Span{v.dates[d].Start, v.dates[d].End}
	}
	if t.Silence = s.idle(h); t.Silence != spoken {
		return t
	}
	if t.Events = told[toldAt{v, h.head}]; t.Events == nil {
		t.Silence = PointsBack
		if h.name >= 0 {
			t.Silence = SumsUp
		}
	}
	return t
}

// words returns the stretches of text that tell of a happening.
func (h *happening) words() []Span {
	v := h.view
	var out []Span
	for _, a := range h.anchors {
		at := v.span(a, a+1)
		for i := range v.triggers {
			if t := &v.triggers[i]; t.Head() == a {
				at = v.span(t.From, t.To)
			}
		}
		out = append(out, at)
	}
	slices.SortFunc(out, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// options returns the names that could be a happening's place, the likeliest
// first.
func (s *story) options(h *happening) (options []PlaceOption, none float64) {
	v := h.view
	weights := s.weigh(h)
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	for i := range v.names {
		n := &v.names[i]
		chosen := h.name >= 0 && (i == h.name || n.list == v.names[h.name].list && v.likelyPlace(i, n.list))
		if weights[i] > 0 || chosen {
			options = append(options, PlaceOption{Span: v.span(n.from, n.to), Weight: weights[i] / sum, Chosen: chosen})
		}
	}
	slices.SortStableFunc(options, func(a, b PlaceOption) int { return cmp.Compare(b.Weight, a.Weight) })
	return options, weights[len(v.names)] / sum
}

// uncounted tells of the tolls of a sentence that count nothing in it.
func (s *story) uncounted(v *view, hints []happening) []Telling {
	var out []Telling
	for i := range v.tolls {
		t := &v.tolls[i]
		why := NotCounted
		switch {
		case t.Unreal:
			why = NotReal
		case t.Total:
			why = SumOfMany
		case slices.ContainsFunc(hints, func(h happening) bool { return h.has(t.Harm) }):
			continue
		case v.context:
			why = OfAccident
		}
		out = append(out, Telling{Words: []Span{v.span(t.At, t.At+1)}, Silence: why})
	}
	return out
}
