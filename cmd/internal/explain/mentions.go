package explain

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/output/highlight"
)

// Mentions returns a document for a page, with its toponyms marked and
// listed.
func Mentions(d *document.Document, toponyms []geo.Toponym) *highlight.Document {
	out := pageHead(d)
	rest := toponyms
	var sentences []highlight.Passage
	paragraph := -1
	for _, s := range d.Sentences() {
		p := highlight.Passage{Part: partOf[s.Part], Text: d.Text[s.Start:s.End]}
		for len(rest) > 0 && rest[0].Start < s.End {
			if t := &rest[0]; t.Start >= s.Start {
				p.Marks = append(p.Marks, highlight.Mark{Start: t.Start - s.Start, End: t.End - s.Start, Kind: kindOf(t), Tip: tipOf(&t.Place)})
			}
			rest = rest[1:]
		}
		if s.Paragraph != paragraph || sentences[0].Part != p.Part && sentences[0].Part != highlight.Dateline {
			out.Paragraphs = appendParagraph(out.Paragraphs, sentences)
			sentences, paragraph = nil, s.Paragraph
		}
		sentences = append(sentences, p)
	}
	out.Paragraphs = appendParagraph(out.Paragraphs, sentences)
	headFromText(out)
	out.Entries = entries(toponyms)
	return out
}

var partOf = [...]highlight.Part{document.Story: highlight.Body, document.Headline: highlight.Headline, document.Dateline: highlight.Dateline, document.Aside: highlight.Aside}

// pageHead returns a document with what stands above its text.
func pageHead(d *document.Document) *highlight.Document {
	out := &highlight.Document{ID: d.ID, Heading: highlight.Passage{Text: d.Title}, About: []string{d.Source}}
	if !d.Published.IsZero() {
		out.About = append(out.About, d.Published.EDTF())
	}
	return out
}

func appendParagraph(all []highlight.Paragraph, p highlight.Paragraph) []highlight.Paragraph {
	if len(p) == 0 {
		return all
	}
	return append(all, p)
}

// headFromText takes the headline out of the text if it is the document's
// heading, which would say the same twice.
func headFromText(d *highlight.Document) {
	if len(d.Paragraphs) == 0 || len(d.Paragraphs[0]) != 1 {
		return
	}
	first := &d.Paragraphs[0][0]
	if first.Part == highlight.Headline && (d.Heading.Text == "" || singleSpaced(first.Text) == singleSpaced(d.Heading.Text)) {
		d.Heading, d.Paragraphs = *first, d.Paragraphs[1:]
	}
}

// kindOf says which colour a toponym has.
func kindOf(t *geo.Toponym) highlight.Kind {
	switch {
	case t.Demonym:
		return highlight.Demonym
	case !t.Place.Located():
		return highlight.Unresolved
	}
	switch t.Place.Type {
	case "city", "town", "village", "neighbourhood", "camp", "ruin":
		return highlight.Settlement
	case "country", "adm1", "adm2", "region", "continent":
		return highlight.Area
	}
	return highlight.Feature
}

// tipOf says what a place turned out to be.
func tipOf(p *geo.Place) highlight.Tip {
	m := &p.Match
	if !m.Located() {
		return highlight.Tip{Head: "no place", Lines: []string{Unlocated(m)}}
	}
	tip := highlight.Tip{Head: m.Name, Lines: []string{Type(m.Type) + Areas(m)}, Located: true, Lat: m.Point.Lat(), Lon: m.Point.Lon()}
	how := m.Kind.String() + " match"
	if m.Kind != geo.Given && m.Kind != geo.Decided {
		how += fmt.Sprintf(", confidence %.2f", m.Confidence)
	}
	tip.Lines = append(tip.Lines, how)
	if m.Reason != "" {
		tip.Lines = append(tip.Lines, Reason(m.Reason))
	}
	return tip
}

// Unlocated says why a name has no place.
func Unlocated(m *geo.Match) string {
	if m.Reason == "" {
		return m.Kind.String()
	}
	return Reason(m.Reason)
}

// Type says a place type to people.
func Type(t string) string {
	switch t {
	case "adm1":
		return "province"
	case "adm2":
		return "district"
	case "":
		return "place"
	}
	return t
}

// entries lists what was named, each name and place once, in the order of the
// text.
func entries(toponyms []geo.Toponym) []highlight.Entry {
	var out []highlight.Entry
	at := make(map[[2]string]int)
	for i := range toponyms {
		t := &toponyms[i]
		key := [2]string{strings.ToLower(t.Place.Name), t.Place.ID}
		n, again := at[key]
		if !again {
			n = len(out)
			at[key] = n
			out = append(out, highlight.Entry{Name: t.Place.Name, Kind: kindOf(t), Tip: tipOf(&t.Place)})
		}
		out[n].Count++
	}
	return out
}

func singleSpaced(s string) string { return strings.Join(strings.Fields(s), " ") }
