package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/output/highlight"
)

var markKinds = [...]highlight.Kind{
	news.TriggerMark: highlight.What, news.PlaceMark: highlight.Where, news.DateMark: highlight.When,
	news.TollMark: highlight.HowMany, news.ActorMark: highlight.Who,
}

// storyExplainer writes how one story was read.
type storyExplainer struct {
	*Explainer
	t     *news.Trace
	main  []*news.Telling // of each event, the telling that it is shown below
	dates []news.Span     // of each event, the words that say when in any telling
	cast  []*geo.Place    // the places that the story names, each once
	tried map[writtenPlace][]resolve.Change
}

func (x *Explainer) explainStory(t *news.Trace) *highlight.Document {
	s := newStoryExplainer(x, t)
	out := pageHead(t.Document)
	var sentences highlight.Paragraph
	paragraph := -1
	for i := range t.Sentences {
		r := &t.Sentences[i]
		p := highlight.Passage{Part: partOf[r.Part], Text: t.Document.Text[r.Start:r.End], Marks: marksOf(r, t.Document.Text[r.Start:r.End]), Notes: s.notes(r)}
		if r.Paragraph != paragraph || sentences[0].Part != p.Part && sentences[0].Part != highlight.Dateline {
			out.Paragraphs = appendParagraph(out.Paragraphs, sentences)
			sentences, paragraph = nil, r.Paragraph
		}
		sentences = append(sentences, p)
	}
	out.Paragraphs = appendParagraph(out.Paragraphs, sentences)
	headFromText(out)
	if len(t.Events) == 0 {
		out.Notes = []highlight.Note{{Title: "no event: " + t.Why, Faint: true}}
	}
	return out
}

// mostCompanions is how many other places of a story are looked at when it is
// tried what would change an answer.
const mostCompanions = 50

func newStoryExplainer(x *Explainer, t *news.Trace) *storyExplainer {
	s := &storyExplainer{
		Explainer: x, t: t, main: make([]*news.Telling, len(t.Events)), dates: make([]news.Span, len(t.Events)),
		tried: make(map[writtenPlace][]resolve.Change),
	}
	quotes := make([]bool, len(t.Events))
	for i := range t.Sentences {
		r := &t.Sentences[i]
		for k := range r.Tellings {
			for _, n := range r.Tellings[k].Events {
				quoted := !quotes[n] && singleSpaced(t.Document.Text[r.Start:r.End]) == t.Events[n].Source.Quote
				if s.main[n] == nil || quoted {
					s.main[n], quotes[n] = &r.Tellings[k], quoted
				}
				if s.dates[n] == (news.Span{}) {
					s.dates[n] = r.Tellings[k].Date
				}
			}
		}
	}
	named := make(map[string]bool)
	for i := range t.Toponyms {
		p := &t.Toponyms[i].Place
		if !t.Toponyms[i].Demonym && !named[p.Name] && len(s.cast) < mostCompanions {
			named[p.Name] = true
			s.cast = append(s.cast, p)
		}
	}
	return s
}

// marksOf returns the marks of a sentence so that none lies over another: what
// happened counts most, then where, when, how many, who.
func marksOf(r *news.Reading, text string) []highlight.Mark {
	order := slices.Clone(r.Marks)
	slices.SortStableFunc(order, func(a, b news.Mark) int { return cmp.Compare(a.Kind, b.Kind) })
	var out []highlight.Mark
	for _, m := range order {
		from, to := uncovered(out, m.Start-r.Start, m.End-r.Start)
		from, to = withoutSpace(text, from, to)
		if from < to {
			mark := highlight.Mark{Start: from, End: to, Kind: markKinds[m.Kind]}
			if m.Note != "" {
				mark.Tip.Lines = []string{m.Note}
			}
			out = append(out, mark)
		}
	}
	slices.SortFunc(out, func(a, b highlight.Mark) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// uncovered returns what marks leave of a stretch: the longer end of it.
func uncovered(marks []highlight.Mark, from, to int) (int, int) {
	for _, m := range marks {
		switch {
		case m.End <= from || m.Start >= to:
		case m.Start-from >= to-m.End:
			to = m.Start
		default:
			from = m.End
		}
	}
	return from, to
}

// withoutSpace returns a stretch of a text without the spaces at its ends.
func withoutSpace(text string, from, to int) (int, int) {
	for from < to && text[from] == ' ' {
		from++
	}
	for from < to && text[to-1] == ' ' {
		to--
	}
	return from, to
}

// notes says what became of what a sentence tells.
func (s *storyExplainer) notes(r *news.Reading) []highlight.Note {
	var out []highlight.Note
	silent := make(map[string]int) // notes by why
	for i := range r.Tellings {
		t := &r.Tellings[i]
		switch {
		case t.Silence == news.OnlyTool:
		case len(t.Events) == 0:
			why := t.Silence.String()
			if n, again := silent[why]; again {
				out[n].Title = s.wordsOf(t) + ", " + out[n].Title
				continue
			}
			silent[why] = len(out)
			out = append(out, highlight.Note{Title: s.wordsOf(t) + " gave no event: " + why, Faint: true})
		default:
			for _, n := range t.Events {
				out = append(out, s.event(t, n))
			}
		}
	}
	return out
}

// wordsOf quotes the words that tell of a happening.
func (s *storyExplainer) wordsOf(t *news.Telling) string {
	words := make([]string, len(t.Words))
	for i, w := range t.Words {
		words[i] = s.quote(w)
	}
	return strings.Join(words, ", ")
}

func (s *storyExplainer) quote(at news.Span) string {
	return quoted(s.t.Document.Text[at.Start:at.End])
}

// event says what an event is and how it was made of a telling. Where it is told
// of besides, it is only named.
func (s *storyExplainer) event(t *news.Telling, n int) highlight.Note {
	e := &s.t.Events[n]
	title := eventWords(e)
	if s.main[n] != t {
		return highlight.Note{Title: fmt.Sprintf("%s tells of the same event: %s", s.wordsOf(t), title), Faint: true}
	}
	note := highlight.Note{Title: title}
	note.Rows = append(note.Rows, highlight.Row{Label: "what", Texts: []string{whatWords(e) + ", from " + s.wordsOf(t)}})
	if b := s.binding(t, e); b != "" {
		note.Rows = append(note.Rows, highlight.Row{Label: "named", Texts: []string{b}})
	}
	note.Rows = append(note.Rows, explainPlace(&e.Place, s.changes(&e.Place))...)
	note.Rows = append(note.Rows, highlight.Row{Label: "when", Texts: []string{s.whenWords(t, n)}})
	if many := countWords(e); len(many) > 0 {
		note.Rows = append(note.Rows, highlight.Row{Label: "how many", Texts: many})
	}
	if who := whoWords(e); who != "" {
		note.Rows = append(note.Rows, highlight.Row{Label: "who", Texts: []string{who}})
	}
	note.Rows = append(note.Rows, highlight.Row{Label: "id", Texts: []string{e.ID}})
	return note
}

// eventWords is a short title of an event.
func eventWords(e *geo.Event) string {
	if e.Title != "" {
		return e.Title
	}
	kind := e.SubType
	if kind == "" {
		kind = e.Type
	}
	if e.Place.Name == "" {
		return kind
	}
	return kind + ", " + singleSpaced(strings.TrimSpace(e.Place.Relation+" "+e.Place.Written()))
}

func whatWords(e *geo.Event) string {
	what := e.Type
	if e.SubType != "" {
		what += ", " + e.SubType
	}
	if e.Status != geo.Reported {
		what += ", " + e.Status.String()
	}
	return what
}

// binding says which of the sentence's names was taken for the place, and how
// likely each was.
func (s *storyExplainer) binding(t *news.Telling, e *geo.Event) string {
	var options []string
	chosen := false
	for i, o := range t.Options {
		if i < mostCandidates || o.Chosen {
			option := Percent(o.Weight) + " " + s.quote(o.Span)
			if o.Chosen {
				option += " (taken)"
				chosen = true
			}
			options = append(options, option)
		}
	}
	if len(options) > 0 {
		none := Percent(t.None) + " none of them"
		if !chosen {
			none += " (taken)"
		}
		options = append(options, none)
	}
	named := strings.Join(options, ", ")
	if !t.Carried {
		return named
	}
	why := "its words name no place; the story's stands in: " + quoted(e.Place.Written())
	if e.Place.Name == "" {
		why = "its words name no place, nor does the story"
	}
	if len(t.Options) > 0 && t.Options[0].Weight > t.None {
		why = "the likeliest belongs to other words; " + why
	}
	if named == "" {
		return why
	}
	return named + "; " + why
}

// changes says what would make another place of one of the story's. It is tried
// once a name.
func (s *storyExplainer) changes(p *geo.Place) []resolve.Change {
	as := writtenPlace{p.Name, p.Relation, p.Kind, p.Within}
	changes, known := s.tried[as]
	if !known {
		changes = s.places.Changes(p, s.others(p)...)
		s.tried[as] = changes
	}
	return changes
}

// others are the other places that the story names.
func (s *storyExplainer) others(p *geo.Place) []*geo.Place {
	return slices.DeleteFunc(slices.Clone(s.cast), func(o *geo.Place) bool { return strings.EqualFold(o.Name, p.Name) })
}

// whenWords says when an event was, and which words say so.
func (s *storyExplainer) whenWords(t *news.Telling, n int) string {
	e := &s.t.Events[n]
	if e.When.IsZero() {
		return "not known: the story has no date, and says none"
	}
	text := e.When.EDTF() + " (" + e.When.Precision.String() + ")"
	if t.Date.End > t.Date.Start {
		return text + ", from " + s.quote(t.Date)
	}
	if at := s.dates[n]; at.End > at.Start {
		return text + ", from " + s.quote(at) + " in another sentence"
	}
	if p := s.t.Document.Published; !p.IsZero() {
		return text + ", since the sentence says no time and the story is of " + p.EDTF()
	}
	return text
}

// countWords says the numbers of an event.
func countWords(e *geo.Event) []string {
	var out []string
	for _, c := range []struct {
		geo.Count
		harm string
	}{{e.Killed, "killed"}, {e.Wounded, "wounded"}, {e.Displaced, "displaced"}} {
		if text := figures(c.Count); text != "" {
			out = append(out, text+" "+c.harm)
		}
	}
	if len(out) > 0 && e.Group != "" {
		out = append(out, "shared out among the places of one happening")
	}
	return out
}

// figures writes a count: "9", "about 40 (30 to 50)", "at least 4".
func figures(c geo.Count) string {
	best, known := c.Best.Int()
	low, hasLow := c.Low.Int()
	high, hasHigh := c.High.Int()
	bounds := ""
	switch {
	case hasLow && hasHigh && low == high && low == best:
	case hasLow && hasHigh:
		bounds = fmt.Sprintf("%d to %d", low, high)
	case hasLow:
		bounds = fmt.Sprintf("at least %d", low)
	case hasHigh:
		bounds = fmt.Sprintf("at most %d", high)
	}
	switch {
	case !known:
		return bounds
	case bounds == "":
		return fmt.Sprint(best)
	}
	return fmt.Sprintf("%d (%s)", best, bounds)
}

func whoWords(e *geo.Event) string {
	switch {
	case e.Actor1 == "" && e.Actor2 == "":
		return ""
	case e.Actor2 == "":
		return quoted(e.Actor1)
	case e.Actor1 == "":
		return "somebody against " + quoted(e.Actor2)
	}
	return quoted(e.Actor1) + " and " + quoted(e.Actor2)
}
