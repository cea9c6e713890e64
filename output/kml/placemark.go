package kml

import (
	"fmt"
	"html"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// field is a property as the document's schema declares it.
type field struct{ name, kind string }

// kinds are the types of KML's schemas. There is none for dates, nor for whole
// numbers that may need more than 32 bits.
var kinds = [...]string{
	output.Text: "string", output.Integer: "double", output.Real: "double", output.Boolean: "bool",
	output.Date: "string", output.DateTime: "string",
}

// placemarks appends events as placemarks.
type placemarks struct {
	fields []field
	opens  []string // `<SimpleData name="…">`
	has    func(name string) bool
}

func newPlacemarks(columns *output.Columns) placemarks {
	p := placemarks{has: columns.Has}
	names := columns.Names()
	fixed := len(columns.Fixed())
	for i, c := range columns.All() {
		kind := kinds[c.Kind]
		if c.Kind == output.Integer && i < fixed { // counts of people, and metres
			kind = "int"
		}
		p.fields = append(p.fields, field{names[i], kind})
		p.opens = append(p.opens, `<SimpleData name="`+string(output.AppendXML(nil, names[i]))+`">`)
	}
	return p
}

// append appends the feature in the order of elements that the schema wants.
func (p *placemarks) append(dst []byte, f *output.Feature, style int) []byte {
	dst = append(dst, "<Placemark><name>"...)
	dst = output.AppendXML(dst, p.name(f.Event))
	dst = append(dst, "</name>"...)
	if d := p.describe(f.Event); d != "" {
		dst = append(dst, "<description>"...)
		dst = output.AppendXML(dst, d)
		dst = append(dst, "</description>"...)
	}
	dst = appendTime(dst, f.Event.When)
	dst = append(dst, "<styleUrl>#"...)
	killed, _ := f.Event.Killed.Best.Int()
	dst = appendStyleID(dst, style, scaleOf(int64(killed)))
	dst = append(dst, "</styleUrl>"...)
	dst = p.appendData(dst, f.Values)
	if f.Drawn {
		dst = append(dst, "<Point><coordinates>"...)
		dst = append(f.At.AppendCoordinate(dst, f.At.Lon), ',')
		dst = append(f.At.AppendCoordinate(dst, f.At.Lat), "</coordinates></Point>"...)
	}
	return append(dst, "</Placemark>\n"...)
}

func (p *placemarks) appendData(dst []byte, values []output.Value) []byte {
	dst = append(dst, `<ExtendedData><SchemaData schemaUrl="#event">`...)
	for i := range values {
		v := &values[i]
		if v.Kind == output.Null {
			continue
		}
		dst = append(dst, p.opens[i]...)
		switch v.Kind {
		case output.Text:
			dst = output.AppendXML(dst, v.Text)
		case output.Boolean: // 1 and 0 are what LIBKML reads
			dst = append(dst, byte('0'+v.Int))
		default:
			dst = v.Append(dst)
		}
		dst = append(dst, "</SimpleData>"...)
	}
	return append(dst, "</SchemaData></ExtendedData>"...)
}

// name returns what stands beside an event's icon: its title, or its id in a document
// without titles.
func (p *placemarks) name(e *geo.Event) string {
	if p.has("title") {
		return output.Title(e)
	}
	return e.ID
}

// appendTime appends when it was: in one date of day, month or year where that
// says it all, else as the days it began and ended.
func appendTime(dst []byte, i when.Interval) []byte {
	if i.IsZero() {
		return dst
	}
	i.Approximate = false // which KML has no sign for
	if one := i.EDTF(); !strings.Contains(one, "/") {
		return append(append(append(dst, "<TimeStamp><when>"...), one...), "</when></TimeStamp>"...)
	}
	dst = output.AppendDate(append(dst, "<TimeSpan><begin>"...), i.First)
	dst = output.AppendDate(append(dst, "</begin><end>"...), i.Last)
	return append(dst, "</end></TimeSpan>"...)
}

// describe returns the text of the balloon, as HTML; nothing if nothing is known. It
// tells nothing that the document does not have as data.
func (p *placemarks) describe(e *geo.Event) string {
	var b strings.Builder
	paragraph := func(property, label, text string) {
		if text != "" && p.has(property) {
			b.WriteString("<p>" + label + escapeHTML(text) + "</p>")
		}
	}
	paragraph("date_edtf", "", e.When.EDTF())
	if said := p.toll(e); said != "" {
		b.WriteString("<p>" + said + "</p>")
	}
	where := "place_precision"
	if !e.Place.Located() {
		where = "place" // of which that tells the name
	}
	paragraph(where, "", whereabouts(&e.Place))
	if e.Source.Quote != "" && p.has("quote") {
		b.WriteString("<blockquote>" + escapeHTML(e.Source.Quote) + "</blockquote>")
	}
	paragraph("source", "Source: ", e.Source.Publisher)
	if url := e.Source.URL; p.has("source_url") && (strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")) {
		url = escapeHTML(url)
		b.WriteString(`<p><a href="` + url + `">` + url + "</a></p>")
	}
	return b.String()
}

func escapeHTML(s string) string { return html.EscapeString(s) }

func (p *placemarks) toll(e *geo.Event) string {
	var said []string
	for _, c := range []struct {
		figure geo.Figure
		word   string
	}{{e.Killed.Best, "killed"}, {e.Wounded.Best, "wounded"}, {e.Displaced.Best, "displaced"}} {
		if n, known := c.figure.Int(); known && p.has(c.word) {
			said = append(said, fmt.Sprintf("%d %s", n, c.word))
		}
	}
	return strings.Join(said, ", ")
}

// precisions say in words how finely a place is known.
var precisions = [...]string{
	geo.ExactPlace: "", geo.NearPlace: "somewhere near", geo.WithinAdm2: "somewhere in the district", geo.WithinAdm1: "somewhere in the province",
	geo.WithinRegion: "somewhere in the region", geo.WithinCountry: "somewhere in the country", geo.UnknownPlace: "",
}

// whereabouts says how finely the place is known, if it has one.
func whereabouts(p *geo.Place) string {
	if !p.Located() {
		if p.Name == "" {
			return ""
		}
		return p.Written() + ": not located"
	}
	words := precisions[p.Precision]
	if metres, known := p.RadiusM.Int(); known && words != "" {
		words += fmt.Sprintf(", most likely within %d km", (metres+999)/1000)
	}
	return words
}
