// Package timemap writes events for TimeMap, the front-end of Forensic
// Architecture and Bellingcat: a ZIP of the three files that it fetches,
// events.json, sources.json and associations.json, to be unpacked where the page
// can reach them.
//
// TimeMap takes strings only, refuses an event with a member it does not know, and
// drops one without a date. So an undated event is left out here and counted; one
// without a place stays on the time line. Types are categories, sub-types filters.
//
// # Non-goals
//
//   - The columns of the input, for which TimeMap needs a configuration.
package timemap

import (
	"archive/zip"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// The files of the ZIP.
const (
	EventsFile       = "events.json"
	SourcesFile      = "sources.json"
	AssociationsFile = "associations.json"
)

// event is what TimeMap's eventSchema allows, as far as it is filled.
type event struct {
	ID            string   `json:"id"`
	Description   string   `json:"description"`
	Date          string   `json:"date"` // MM/DD/YYYY
	Time          string   `json:"time"`
	TimePrecision string   `json:"time_precision"`
	TimeDisplay   string   `json:"time_display"` // EDTF
	Location      string   `json:"location"`
	Latitude      string   `json:"latitude"`
	Longitude     string   `json:"longitude"`
	Type          string   `json:"type"`
	Category      string   `json:"category"`
	Associations  []string `json:"associations"`
	Sources       []string `json:"sources"`
	Comments      string   `json:"comments"`
}

type source struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	URL         string   `json:"url"`
	Paths       []string `json:"paths"`
	Description string   `json:"description"`
}

type association struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Desc  string   `json:"desc"`
	Mode  string   `json:"mode"`
	Paths []string `json:"filter_paths"`
}

type encoder struct {
	zip          *zip.Writer
	events       list
	sources      *output.Spool // their file, but for the ends
	known        map[string]bool
	associations map[string]association
	leftOut      int
}

// NewWriter returns a writer of a ZIP of events to w. Sources wait on the disk in
// the folder, by default the system's for such files.
func NewWriter(w io.Writer, columns *output.Columns, folder string) *output.Layer {
	enc := &encoder{zip: zip.NewWriter(w), known: make(map[string]bool), associations: make(map[string]association)}
	var err error
	if enc.sources, err = output.NewSpool(folder); err == nil {
		enc.events.w, err = enc.zip.Create(EventsFile)
	}
	return output.NewLayer(columns, enc, err)
}

// list writes a JSON array, an item a line.
type list struct {
	w   io.Writer
	buf []byte
	n   int
}

func (l *list) add(item any) error {
	text, err := json.Marshal(item)
	if err != nil {
		return err
	}
	before := ",\n"
	if l.n == 0 {
		before = "[\n"
	}
	l.n++
	l.buf = append(append(l.buf[:0], before...), text...)
	_, err = l.w.Write(l.buf)
	return err
}

func (l *list) end() error {
	text := "\n]\n"
	if l.n == 0 {
		text = "[]\n"
	}
	_, err := io.WriteString(l.w, text)
	return err
}

// Add writes the feature's event, if it has a date, and notes its source.
func (enc *encoder) Add(f *output.Feature) error {
	e := f.Event
	if e.When.IsZero() {
		enc.leftOut++
		return nil
	}
	id, err := enc.source(e)
	if err != nil {
		return err
	}
	out := event{
		ID: e.ID, Description: description(e), Date: american(e), Time: "00:00",
		TimePrecision: e.When.Precision.String(), TimeDisplay: e.When.EDTF(),
		Location: e.Place.Written(), Type: e.SubType, Category: e.Type,
		Associations: enc.associate(e), Sources: []string{}, Comments: comments(f),
	}
	if out.Location == "" {
		out.Location = e.Place.Match.Name
	}
	if id != "" {
		out.Sources = append(out.Sources, id)
	}
	if f.Drawn {
		out.Latitude = string(f.At.AppendCoordinate(nil, f.At.Lat))
		out.Longitude = string(f.At.AppendCoordinate(nil, f.At.Lon))
	}
	return enc.events.add(out)
}

// american is the first day as TimeMap's default format has it.
func american(e *geo.Event) string {
	iso := output.AppendDate(nil, e.When.First)
	return string(iso[5:7]) + "/" + string(iso[8:]) + "/" + string(iso[:4])
}

func description(e *geo.Event) string {
	if e.Source.Quote == "" {
		return output.Title(e)
	}
	return strings.TrimPrefix(output.Title(e)+": ", ": ") + e.Source.Quote
}

// comments says what TimeMap has no member for.
func comments(f *output.Feature) string {
	said := []string{"place known as: " + f.Event.Place.Match.Kind.String()}
	if f.Drawn {
		said = append(said, "place precision: "+f.Event.Place.Precision.String())
	}
	if n, known := f.Event.Killed.Best.Int(); known {
		said = append(said, "killed: "+string((&output.Value{Kind: output.Integer, Int: int64(n)}).Append(nil)))
	}
	if f.Event.Status != geo.Reported {
		said = append(said, f.Event.Status.String())
	}
	return strings.Join(said, "; ")
}

// associate returns the associations of the event and notes them.
func (enc *encoder) associate(e *geo.Event) []string {
	ids := []string{}
	note := func(id, title, mode string, paths ...string) {
		enc.associations[id] = association{ID: id, Title: title, Mode: mode, Paths: append([]string{}, paths...)}
		ids = append(ids, id)
	}
	if e.Type != "" {
		note(e.Type, e.Type, "CATEGORY")
	}
	if e.SubType != "" {
		note(e.Type+" / "+e.SubType, e.SubType, "FILTER", e.Type, e.SubType)
	}
	return ids
}

// source notes the source of the event and returns its id; empty if it has none.
func (enc *encoder) source(e *geo.Event) (string, error) {
	s := source{Title: e.Source.Publisher, URL: e.Source.URL, Paths: []string{}, Description: e.Source.Document}
	s.ID = s.URL
	if s.ID == "" {
		s.ID = s.Description
	}
	if s.ID == "" {
		s.ID = s.Title
	}
	if s.ID == "" || enc.known[s.ID] {
		return s.ID, nil
	}
	if s.URL != "" {
		s.Paths = append(s.Paths, s.URL)
	}
	if s.Title == "" {
		s.Title = s.ID
	}
	enc.known[s.ID] = true
	return s.ID, enc.writeSource(&s)
}

// writeSource adds a member to the object that the file of sources is.
func (enc *encoder) writeSource(s *source) error {
	key, err := json.Marshal(s.ID)
	if err != nil {
		return err
	}
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	before := ",\n"
	if enc.sources.Size() == 0 {
		before = "\n"
	}
	_, err = enc.sources.Write(slices.Concat([]byte(before), key, []byte(":"), text))
	return err
}

// LeftOut returns how many events have no date.
func (enc *encoder) LeftOut() int { return enc.leftOut }

// Drop removes what is on the disk.
func (enc *encoder) Drop() { enc.sources.Drop() }

// End completes the three files.
func (enc *encoder) End() error {
	if err := enc.events.end(); err != nil {
		return err
	}
	for _, finish := range []func() error{enc.writeSources, enc.writeAssociations, enc.zip.Close} {
		if err := finish(); err != nil {
			return err
		}
	}
	return nil
}

func (enc *encoder) writeSources() error {
	if err := enc.sources.Done(); err != nil {
		return err
	}
	w, err := enc.zip.Create(SourcesFile)
	if err == nil {
		_, err = io.WriteString(w, "{")
	}
	if err == nil {
		err = enc.sources.CopyTo(w)
	}
	if err == nil {
		_, err = io.WriteString(w, "\n}\n")
	}
	return err
}

func (enc *encoder) writeAssociations() error {
	w, err := enc.zip.Create(AssociationsFile)
	if err != nil {
		return err
	}
	ids := make([]string, 0, len(enc.associations))
	for id := range enc.associations {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	all := list{w: w}
	for _, id := range ids {
		if err := all.add(enc.associations[id]); err != nil {
			return err
		}
	}
	return all.end()
}
