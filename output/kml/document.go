package kml

import (
	"archive/zip"
	_ "embed"
	"io"
	"strconv"

	"github.com/dateline-map/dateline/output"
)

// document writes the parts of a KML in the order that its schema wants.
type document struct {
	w     io.Writer
	spool *output.Spool
	buf   []byte
	err   error
}

func (d *document) add(s string) { d.buf = append(d.buf, s...) }

func (d *document) text(s string) { d.buf = output.AppendXML(d.buf, s) }

func (d *document) flush() {
	if d.err == nil {
		_, d.err = d.w.Write(d.buf)
	}
	d.buf = d.buf[:0]
}

func (d *document) head(o Options) {
	d.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n<name>")
	d.text(o.Title)
	d.add("</name>\n<open>1</open>\n")
	if o.Attribution != "" {
		d.add("<description>")
		d.text(escapeHTML(o.Attribution))
		d.add("</description>\n")
	}
}

// dot is a white disc of 32 pixels, which a style gives its colour.
//
//go:embed dot.png
var dot []byte

const dotFile = "files/dot.png"

// scales are how large icons are: of events without dead, up to 9, up to 99, more.
var scales = [...]string{"0.5", "0.7", "1", "1.4"}

// scaleOf returns the index in scales for so many dead.
func scaleOf(killed int64) int {
	scale := 0
	for limit := int64(1); killed >= limit && scale < len(scales)-1; limit *= 10 {
		scale++
	}
	return scale
}

// styles writes the styles of one type in a colour, "#rrggbb".
func (d *document) styles(n int, colour string, withDot bool) {
	aabbggrr := "e6" + colour[5:7] + colour[3:5] + colour[1:3]
	for scale, factor := range scales {
		d.buf = appendStyleID(append(d.buf, `<Style id="`...), n, scale)
		d.add(`"><IconStyle><color>` + aabbggrr + "</color><scale>" + factor + "</scale>")
		if withDot {
			d.add("<Icon><href>" + dotFile + "</href></Icon>")
		}
		d.add("</IconStyle><LabelStyle><scale>0.7</scale></LabelStyle></Style>\n")
	}
}

func appendStyleID(dst []byte, n, scale int) []byte {
	dst = strconv.AppendInt(append(dst, 't'), int64(n), 10)
	return strconv.AppendInt(append(dst, '-'), int64(scale), 10)
}

// schema declares the fields of the placemarks with their types.
func (d *document) schema(fields []field) {
	d.add("<Schema id=\"event\" name=\"event\">\n")
	for _, f := range fields {
		d.add(`<SimpleField type="` + f.kind + `" name="`)
		d.text(f.name)
		d.add("\"/>\n")
	}
	d.add("</Schema>\n")
}

func (d *document) folder(name string, f *folder) {
	d.add("<Folder>\n<name>")
	d.text(name)
	d.add("</name>\n")
	d.flush()
	for _, p := range f.pieces {
		if d.err == nil {
			_, d.err = io.Copy(d.w, io.NewSectionReader(d.spool, p.offset, p.size))
		}
	}
	d.buf = append(d.buf, f.buf...)
	d.add("</Folder>\n")
	d.flush()
}

// zipped writes a KMZ: the document is the first file of an archive whose files
// have no date.
func zipped(w io.Writer, document func(io.Writer) error) error {
	z := zip.NewWriter(w)
	f, err := z.Create("doc.kml")
	if err == nil {
		err = document(f)
	}
	if err == nil {
		f, err = z.CreateHeader(&zip.FileHeader{Name: dotFile})
	}
	if err == nil {
		_, err = f.Write(dot)
	}
	if err != nil {
		return err
	}
	return z.Close()
}
