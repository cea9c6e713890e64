// Package kml writes events as KML 2.2 (OGC 07-147r2) or KMZ, for Google Earth
// and its like: a folder for each type, a placemark for each event, in each folder
// in the order they are written.
//
// KML is the one format that knows dates as people do: a day is a TimeStamp
// 2014-06-10, a month 2014-06, a year 2014, and anything else a TimeSpan. An event
// without a place is a placemark without a geometry, one without a date has no
// time and is always shown.
//
// # Non-goals
//
//   - Areas, tracks and overlays.
//   - Icons from the network: a KML has the reader's own, a KMZ brings its dot.
package kml

import (
	"io"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/style"
)

// Options are how a document is written. The zero Options is the usual choice.
type Options struct {
	// Title is the document's name. The default is "Events".
	Title string
	// Attribution names those whose data the document holds. It becomes the
	// document's description. The default is none.
	Attribution string
	// Zipped makes it a KMZ.
	Zipped bool
	// Folder is where placemarks wait on the disk for the folder they belong to.
	// The default is the system's folder for such files.
	Folder string
}

// mostTypes is how many types have a folder of their own, first come, first
// served; the others share one. A legend has no use for more.
const mostTypes = 100

type encoder struct {
	w         io.Writer
	o         Options
	spool     *output.Spool
	placemark placemarks
	types     map[string]*folder
	folders   []*folder
	rest      *folder // of the types without one; nil if all have one
}

// NewWriter returns a writer of a document of events to w.
func NewWriter(w io.Writer, columns *output.Columns, o Options) *output.Layer {
	if o.Title == "" {
		o.Title = "Events"
	}
	enc := &encoder{w: w, o: o, placemark: newPlacemarks(columns), types: make(map[string]*folder)}
	var err error
	enc.spool, err = output.NewSpool(o.Folder)
	return output.NewLayer(columns, enc, err)
}

// Add puts the feature's placemark into the folder of its type.
func (enc *encoder) Add(f *output.Feature) error {
	folder := enc.folderOf(f.Event)
	folder.buf = enc.placemark.append(folder.buf, f, folder.style)
	return folder.spill(enc.spool)
}

func (enc *encoder) folderOf(e *geo.Event) *folder {
	if f, ok := enc.types[e.Type]; ok {
		return f
	}
	if len(enc.folders) < mostTypes {
		f := &folder{kind: e.Type, style: len(enc.folders)}
		enc.types[e.Type] = f
		enc.folders = append(enc.folders, f)
		return f
	}
	if enc.rest == nil {
		enc.rest = &folder{style: mostTypes}
	}
	return enc.rest
}

// End writes the document.
func (enc *encoder) End() error {
	if err := enc.spool.Done(); err != nil {
		return err
	}
	if enc.o.Zipped {
		return zipped(enc.w, enc.document)
	}
	return enc.document(enc.w)
}

// Drop removes what is on the disk.
func (enc *encoder) Drop() { enc.spool.Drop() }

// document writes the KML itself: styles and folders in the legend's order.
func (enc *encoder) document(w io.Writer) error {
	var names []string
	for _, f := range enc.folders {
		names = append(names, f.kind)
	}
	classes := style.Classes(names)
	d := document{w: w, spool: enc.spool}
	d.head(enc.o)
	for _, c := range classes {
		d.styles(enc.types[c.Type].style, c.Light, enc.o.Zipped)
	}
	if enc.rest != nil {
		d.styles(enc.rest.style, style.Other().Light, enc.o.Zipped)
	}
	d.schema(enc.placemark.fields)
	for _, c := range classes {
		d.folder(folderName(c.Type), enc.types[c.Type])
	}
	if enc.rest != nil {
		d.folder("Other types", enc.rest)
	}
	d.add("</Document>\n</kml>\n")
	d.flush()
	return d.err
}

func folderName(kind string) string {
	if kind == "" {
		return "No type"
	}
	return kind
}

// folder is the placemarks of one type: what is not in buf is in the spool, in
// pieces.
type folder struct {
	kind   string
	style  int
	buf    []byte
	pieces []piece
}

type piece struct{ offset, size int64 }

// pieceSize bounds what a folder holds in memory, and makes for few pieces.
const pieceSize = 32 << 10

func (f *folder) spill(s *output.Spool) error {
	if len(f.buf) < pieceSize {
		return nil
	}
	f.pieces = append(f.pieces, piece{s.Size(), int64(len(f.buf))})
	_, err := s.Write(f.buf)
	f.buf = f.buf[:0]
	return err
}
