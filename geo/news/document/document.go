// Package document reads files and folders into documents: one story each, with its text, what
// its head says of it (title, day, paper, dateline, agency), its language, and which of its
// sentences tell the story.
//
// A [Library] opens plain text, Markdown, exports of newspaper archives, lines of JSON and the
// manifests beside them; what else there is, a [Format] reads: packages web, office and mail.
// Nothing is dropped in silence: what is wrong with a file is a [geo.Problem] in the stream.
//
// # Non-goals
//
//   - What a story tells, and where; see package news.
package document

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/language"
	"github.com/dateline-map/dateline/geo/news/text"
	"github.com/dateline-map/dateline/geo/when"
)

// Document is one story.
//
// Its Text is what offsets count in. A headline is part of the text, unless the
// source keeps it apart; then it is only in Title.
type Document struct {
	ID        string // the source's id, or the file's name without its folder
	Title     string
	Text      string
	Published when.Interval // zero if unknown
	Source    string        // publisher
	Home      string        // the place whose news the publisher prints, as "Tyler, Texas"; empty if unknown
	Author    string        // as the byline has it
	URL       string
	// Language is the code of the language that the text seems to be in; empty
	// if that is English, or cannot be told.
	Language string

	// Dateline is the place that the story was filed from, as its dateline
	// writes it ("KIRKUK, Iraq"); empty if it has none.
	Dateline string
	Agency   string // the agency that the dateline names; empty if none
}

// Part says what a sentence of a document is to its story.
type Part uint8

// The parts of a document.
const (
	Story Part = iota
	Headline
	Dateline
	Aside // not the story: readers' comments, links to others, credits, notices
)

// Sentence is a sentence of a document's text.
type Sentence struct {
	text.Sentence
	Part Part
}

// Sentences cuts the document's text into sentences and says which of them
// tell the story.
func (d *Document) Sentences() []Sentence {
	cut := text.Split(d.Text)
	out := make([]Sentence, len(cut))
	asides := asideFinder{text: d.Text, story: storyScript(d.Text)}
	for i := range cut {
		out[i] = Sentence{Sentence: cut[i]}
		switch {
		case cut[i].Dateline && asides.dateline():
			out[i].Part = Dateline
		case asides.aside(cut, i):
			out[i].Part = Aside
		case cut[i].Headline:
			out[i].Part = Headline
		}
	}
	return out
}

// CodePoints returns the offsets of toponyms in Unicode code points instead of
// bytes, a pair of start and end for each.
func (d *Document) CodePoints(toponyms []geo.Toponym) [][2]int {
	runes := text.CountRunes(d.Text)
	out := make([][2]int, len(toponyms))
	for i, t := range toponyms {
		out[i] = [2]int{runes.At(t.Start), runes.At(t.End)}
	}
	return out
}

// Foreign says in words that events are not read from the language of a
// document; it is empty if they are. Place names are found in any language.
func (d *Document) Foreign() string {
	if d.Language == "" || d.Language == language.English {
		return ""
	}
	return "language looks like " + language.Name(d.Language) + "; events are read from English only"
}

// longestHead is how far into a text its headline and dateline are looked for.
const longestHead = 2000

// readHead fills in what the beginning of the text says: title, dateline,
// agency, day. What the source said already stays.
func (d *Document) readHead() {
	head := d.Text
	if len(head) > longestHead {
		head = strings.ToValidUTF8(head[:longestHead], "")
	}
	day := when.Interval{}
	if d.Published.IsZero() {
		day = dayOfHead(head)
	}
	first := true
	for _, s := range text.Split(head) {
		written := head[s.Start:s.End]
		if !s.Dateline {
			if place, _, filed := filedLine(written); filed && d.Dateline == "" {
				d.Dateline = place
				continue
			}
			if agency, place, filed := agencyLine(written); filed && d.Dateline == "" {
				d.Agency, d.Dateline = agency, place
				continue
			}
			if by, _, stamped := stamp(written); stamped && (by == "" || slices.ContainsFunc(strings.Fields(by), writes)) || byline().MatchString(written) {
				continue
			}
		}
		if first && s.Headline && d.Title == "" && s.End < longestHead {
			d.Title = strings.Join(strings.Fields(written), " ")
		}
		if first = false; s.Dateline {
			if filed := d.readDateline(head, s); !filed.IsZero() {
				day = filed
			}
			break
		}
	}
	if d.Published.IsZero() {
		d.Published = day
	}
}

// byline is a line that says nothing but who wrote a story: "By Ann Lee", "By our correspondent in Gao".
var byline = pattern.New(`^(?i:by):?(?: (?:a|an|and|our|the|in|correspondent|reporter|\p{Lu}[\pL.'’-]*),?){1,8}$`)

// readDateline takes a dateline apart: "KIRKUK, Iraq, June 22, 2014 (AP) —", "(AP) Kirkuk –". It
// returns the day if that is whole.
func (d *Document) readDateline(s string, line text.Sentence) (day when.Interval) {
	place := line.Tokens[:len(line.Tokens)-1]
	if last := line.Tokens[len(place)]; last.Of(s) == ")" || last.Kind == text.Number {
		place = line.Tokens
	}
	for i, t := range place {
		if t.Of(s) == "(" {
			in := bracketed(s, place[i+1:])
			by, filed, ok := stamp(in)
			if ok {
				day, in = filed, by
			}
			if d.Agency = in; i > 0 {
				place = place[:i]
			} else {
				place = place[min(len(place), len(text.Tokens(in))+2):]
			}
			break
		}
	}
	for i, t := range place {
		if w := t.Of(s); t.Kind == text.Number || en.Nouns(strings.ToLower(w)) == en.DateNoun || i > 0 && place[i-1].Kind == text.Mark && text.Agency(w) {
			rest, _, _ := strings.Cut(s[t.Start:place[len(place)-1].End], " /") // "/Xinhua/"
			if filed, ok := dayWritten(strings.Trim(rest, " ,")); ok {
				day = filed
			} else if text.Agency(w) {
				d.Agency = w
			}
			place = place[:i]
			break
		}
	}
	for len(place) > 0 && place[len(place)-1].Kind == text.Mark {
		place = place[:len(place)-1]
	}
	if len(place) > 0 {
		d.Dateline = s[place[0].Start:place[len(place)-1].End]
	}
	return day
}

// bracketed returns what stands in the brackets that tokens begin within.
func bracketed(s string, tokens []text.Token) string {
	for i, t := range tokens {
		if t.Of(s) == ")" && i > 0 {
			return s[tokens[0].Start:tokens[i-1].End]
		}
	}
	return ""
}
