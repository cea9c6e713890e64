package cli

import (
	"encoding/json"
	"io"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/text"
	"github.com/dateline-map/dateline/output/highlight"
)

// mentions are the toponyms of a document.
type mentions struct {
	document document.Document
	toponyms []geo.Toponym
	encoded  []byte // as its form is written; nil for a page
}

// mentionsWriter writes the mentions of one document after another.
type mentionsWriter interface {
	write(*mentions) error
	close() error
}

// mentionForm is a form in which mentions are written. Its encode does what can be
// done for every document by itself, by several processors at once.
type mentionForm struct {
	encode func(*mentions)
	to     func(w io.Writer, attribution string) mentionsWriter
}

var mentionForms = map[string]mentionForm{
	"ndjson": {encodeMentions, func(w io.Writer, _ string) mentionsWriter { return &joined{w: w} }},
	"geojson": {encodeFeatures, func(w io.Writer, _ string) mentionsWriter {
		return &joined{w: w, head: "{\"type\":\"FeatureCollection\",\"features\":[\n", separator: ",\n", foot: "\n]}\n"}
	}},
	"html": {func(*mentions) {}, mentionsPage},
}

// mentionsForm returns the form that is asked for by name, else by the ending
// of the output.
func mentionsForm(name, path string) (mentionForm, error) {
	if name == "" {
		switch strings.ToLower(filepath.Ext(path)) {
		case ".geojson", ".json":
			name = "geojson"
		case ".html", ".htm":
			name = "html"
		default:
			name = "ndjson"
		}
	}
	form, ok := mentionForms[name]
	if !ok {
		return form, voice.Usagef("--format %q is none of ndjson, geojson, html", name)
	}
	return form, nil
}

// joined writes what documents were encoded as, a separator between them.
type joined struct {
	w                     io.Writer
	head, separator, foot string
	begun                 bool
}

func (j *joined) write(m *mentions) error {
	if len(m.encoded) == 0 {
		return nil
	}
	before := j.separator
	if !j.begun {
		before, j.begun = j.head, true
	}
	if _, err := io.WriteString(j.w, before); err != nil {
		return err
	}
	_, err := j.w.Write(m.encoded)
	return err
}

func (j *joined) close() error {
	foot := j.foot
	if !j.begun {
		foot = j.head + foot
	}
	_, err := io.WriteString(j.w, foot)
	return err
}

// mention is a toponym as it is written.
type mention struct {
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Name       string   `json:"name"`
	Lat        *float64 `json:"lat"`
	Lon        *float64 `json:"lon"`
	PlaceID    string   `json:"place_id,omitempty"`
	PlaceName  string   `json:"place_name,omitempty"`
	PlaceType  string   `json:"place_type,omitempty"`
	Country    string   `json:"country,omitempty"`
	Demonym    bool     `json:"demonym,omitempty"`
	Inside     bool     `json:"inside,omitempty"` // part of another name, such as a company's
	Match      string   `json:"match"`
	Reason     string   `json:"reason,omitempty"` // why there is no place, or another stands in
	Confidence float64  `json:"confidence"`
}

// encodeMentions encodes a document as a line of NDJSON. It has the text that the
// offsets count in, for that of a page or a feed is in no file.
func encodeMentions(all *mentions) {
	runes := text.CountRunes(all.document.Text)
	out := struct {
		ID       string    `json:"id"`
		Mentions []mention `json:"mentions"`
		Text     string    `json:"text"`
	}{all.document.ID, make([]mention, 0, len(all.toponyms)), all.document.Text}
	for i := range all.toponyms {
		t := &all.toponyms[i]
		m := mention{
			Start: runes.At(t.Start), End: runes.At(t.End), Name: all.document.Text[t.Start:t.End],
			PlaceID: t.Place.ID, PlaceName: t.Place.Match.Name, PlaceType: t.Place.Type, Country: t.Place.Country,
			Demonym: t.Demonym, Inside: t.Inside, Match: t.Place.Match.Kind.String(), Reason: t.Place.Reason, Confidence: rounded(t.Place.Confidence, 3),
		}
		if t.Place.Located() {
			lat, lon := t.Place.Point.Lat(), t.Place.Point.Lon()
			m.Lat, m.Lon = &lat, &lon
		}
		out.Mentions = append(out.Mentions, m)
	}
	all.encoded = append(encode(out), '\n')
}

// feature is a toponym as GeoJSON. The same keys stand in every one, for
// readers take their columns from the first.
type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *pointGeometry `json:"geometry"`
	Properties struct {
		Document   string   `json:"document"`
		Start      int      `json:"start"`
		End        int      `json:"end"`
		Name       string   `json:"name"`
		PlaceName  *string  `json:"place_name"`
		PlaceID    *string  `json:"place_id"`
		PlaceType  *string  `json:"place_type"`
		Country    *string  `json:"country"`
		Match      string   `json:"match"`
		Reason     *string  `json:"reason"`
		Confidence *float64 `json:"confidence"`
		Demonym    bool     `json:"demonym"`
		Sentence   string   `json:"sentence"`
	} `json:"properties"`
}

type pointGeometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// mentionDecimals is how many decimals the coordinates of a place have: 11 m at
// most.
const mentionDecimals = 4

// encodeFeatures encodes a document as features with commas between them.
func encodeFeatures(all *mentions) {
	d := &all.document
	runes := text.CountRunes(d.Text)
	sentences := d.Sentences()
	for i := range all.toponyms {
		t := &all.toponyms[i]
		for len(sentences) > 1 && sentences[0].End <= t.Start {
			sentences = sentences[1:]
		}
		f := feature{Type: "Feature"}
		p := &f.Properties
		p.Document, p.Start, p.End, p.Name = d.ID, runes.At(t.Start), runes.At(t.End), d.Text[t.Start:t.End]
		f.ID = geo.ID(d.ID, "mention", strconv.Itoa(p.Start), p.Name)
		p.Match, p.Reason, p.Demonym = t.Place.Match.Kind.String(), orNull(t.Place.Match.Reason), t.Demonym
		if len(sentences) > 0 && sentences[0].Start <= t.Start {
			p.Sentence = strings.Join(strings.Fields(d.Text[sentences[0].Start:sentences[0].End]), " ")
		}
		if m := &t.Place.Match; m.Located() {
			confidence := rounded(m.Confidence, 3)
			p.PlaceName, p.PlaceID, p.PlaceType, p.Country = orNull(m.Name), orNull(m.ID), orNull(m.Type), orNull(m.Country)
			p.Confidence = &confidence
			f.Geometry = &pointGeometry{"Point", [2]float64{rounded(m.Point.Lon(), mentionDecimals), rounded(m.Point.Lat(), mentionDecimals)}}
		}
		if i > 0 {
			all.encoded = append(all.encoded, ",\n"...)
		}
		all.encoded = append(all.encoded, encode(f)...)
	}
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func rounded(x float64, decimals int) float64 {
	unit := math.Pow10(decimals)
	return math.Round(x*unit)/unit + 0 // the sum turns -0 into 0
}

func encode(v any) []byte {
	line, err := json.Marshal(v)
	if err != nil {
		panic(err) // it holds text and finite numbers only
	}
	return line
}

// pageOfMentions writes documents as a page.
type pageOfMentions struct{ *highlight.Writer }

func mentionsPage(w io.Writer, attribution string) mentionsWriter {
	return pageOfMentions{highlight.NewWriter(w, highlight.Options{
		Title:       "Place names",
		Intro:       "What the documents name, and where it is. Point at a name for its place.",
		Kinds:       []highlight.Kind{highlight.Settlement, highlight.Area, highlight.Feature, highlight.Demonym, highlight.Unresolved},
		Attribution: attribution,
	})}
}

func (p pageOfMentions) close() error { return p.Close() }

func (p pageOfMentions) write(m *mentions) error {
	return p.Write(explain.Mentions(&m.document, m.toponyms))
}
