package leaflet

import (
	"embed"
	"fmt"
	"io"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/style"
)

// forEmbedding is what only pages of others have.
//
//go:embed embed
var forEmbedding embed.FS

// File is a file beside a page.
type File struct {
	Name, Content string
}

// EventsScript is the name that the page of [Embed] has for a [Script].
const EventsScript = "events.js"

// Embed returns an example of a Leaflet page of one's own, embed.html, and the
// files that it needs besides [EventsScript]: dateline.js and dateline.css, which
// show events on any page with Leaflet, and Leaflet itself.
func Embed(o Options) []File {
	title := o.Title
	if title == "" {
		title = "Events"
	}
	credit := ""
	for _, line := range []string{o.Credit, o.Attribution} {
		if line != "" {
			credit += `<p class="credit" dir="auto">` + text(line) + "</p>\n"
		}
	}
	fill := strings.NewReplacer("{{title}}", text(title), "{{credit}}\n", credit)
	return []File{
		{"embed.html", fill.Replace(embedded("embed.html"))},
		{"dateline.js", embedScript()},
		{"dateline.css", part("details.css") + embedded("embed.css")},
		{"countries.js", countriesScript()},
		{"leaflet.js", withoutSourceMap(leafletScript) + "\n"},
		{"leaflet.css", leafletStyle},
	}
}

func embedded(name string) string {
	b, err := forEmbedding.ReadFile("embed/" + name)
	if err != nil {
		panic("leaflet: a part for embedding is missing: " + err.Error())
	}
	return string(b)
}

// embedScript joins the words of the map page with what is for other pages.
func embedScript() string {
	var b strings.Builder
	b.WriteString("/* Dateline: dated events on a Leaflet map. MIT licence. */\n(function () {\n'use strict';\n")
	for _, name := range []string{"calendar", "words", "details"} {
		b.WriteString(part(name+".js") + "\n")
	}
	b.WriteString("const looks = [\n")
	for _, c := range style.Known() {
		fmt.Fprintf(&b, "  { type: %q, light: %q },\n", c.Type, c.Light)
	}
	fmt.Fprintf(&b, "];\nconst other = %q;\nconst size = { least: %v, perRoot: %v, most: %v };\n\n%s})();\n",
		style.Other().Light, style.LeastRadius, style.RadiusPerRoot, style.MostRadius, embedded("embed.js"))
	return b.String()
}

// Script writes events as a script that calls their GeoJSON "events". A browser
// lets a page that is a file read such a script, but no GeoJSON. It is made by
// [NewScript].
type Script struct {
	layer *geojson.Writer
	to    *quoted
}

var _ output.Writer = (*Script)(nil)

// NewScript returns a writer of a script to w.
func NewScript(w io.Writer, columns *output.Columns, o geojson.Options) *Script {
	to := &quoted{w: w, buf: []byte("const events = JSON.parse(`")}
	return &Script{layer: geojson.NewWriter(to, columns, o), to: to}
}

// Write adds the event to the script.
func (s *Script) Write(e *geo.Event) error { return s.layer.Write(e) }

// Close ends the script.
func (s *Script) Close() error {
	if err := s.layer.Close(); err != nil {
		return err
	}
	_, err := io.WriteString(s.to.w, "`);\n")
	return err
}

// quoted writes text into a template of JavaScript, which is JSON to be parsed
// and not an object: in an object a property called __proto__ would be more than
// one.
type quoted struct {
	w   io.Writer
	buf []byte // begins with what goes before the text
}

func (q *quoted) Write(b []byte) (int, error) {
	for _, c := range b {
		if c == '\\' || c == '`' || c == '$' {
			q.buf = append(q.buf, '\\')
		}
		q.buf = append(q.buf, c)
	}
	_, err := q.w.Write(q.buf)
	q.buf = q.buf[:0]
	if err != nil {
		return 0, err
	}
	return len(b), nil
}
