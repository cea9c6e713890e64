// Package format knows the forms in which one layer is written, by their names and by
// the endings of files.
package format

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/csv"
	"github.com/dateline-map/dateline/output/fgb"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/kml"
	"github.com/dateline-map/dateline/output/parquet"
	"github.com/dateline-map/dateline/output/pmtiles"
	"github.com/dateline-map/dateline/output/timemap"
	"github.com/dateline-map/dateline/output/xlsx"
	"github.com/paulmach/orb"
)

// Format is a form in which one layer is written.
type Format struct {
	Name    string   // what --format calls it
	endings []string // of files that are written so; none if it must be named
	Flags   []string // of the command, that have a meaning for it alone
	Open    func(to io.Writer, columns *output.Columns, o Options) output.Writer
	Lone    bool // GeoJSON, which need not pass through open
	Framing geojson.Framing
}

// Options are what the flags say of a layer.
type Options struct {
	Title, Attribution string
	Folder             string                            // for temporary files
	Areas              func(*geo.Event) orb.MultiPolygon // nil for points
	HXL, Safe, Index   bool
	ByType             bool // in layers of a GeoPackage
	Time               geojson.Time
	Shard              geojson.Shard
}

// All are all there are; the first is for standard output.
var All = []*Format{
	{Name: "geojson", endings: []string{".geojson", ".json"}, Flags: geojsonFlags, Open: openGeoJSON(geojson.Collection), Lone: true, Framing: geojson.Collection},
	{Name: "ndjson", endings: []string{".ndjson", ".jsonl", ".geojsonl"}, Flags: geojsonFlags, Open: openGeoJSON(geojson.Lines), Lone: true, Framing: geojson.Lines},
	{Name: "geojsonseq", endings: []string{".geojsons"}, Flags: geojsonFlags, Open: openGeoJSON(geojson.Sequence), Lone: true, Framing: geojson.Sequence},
	{Name: "gpkg", endings: []string{".gpkg"}, Flags: []string{"fields", "geometry", "gpkg-layers"}, Open: openGeoPackage},
	{Name: "csv", endings: []string{".csv"}, Flags: slices.Concat(fieldsOnly, csvFlags), Open: openTable(csv.Own)},
	{Name: "acled", Flags: csvFlags, Open: openTable(csv.ACLED)},
	{Name: "ucdp", Flags: csvFlags, Open: openTable(csv.UCDP)},
	{Name: "gtd", Flags: csvFlags, Open: openTable(csv.GTD)},
	{Name: "kml", endings: []string{".kml"}, Flags: fieldsOnly, Open: openKML(false)},
	{Name: "kmz", endings: []string{".kmz"}, Flags: fieldsOnly, Open: openKML(true)},
	{Name: "fgb", endings: []string{".fgb"}, Flags: []string{"fields", "fgb-index"}, Open: openFlatGeobuf},
	{Name: "parquet", endings: []string{".parquet", ".geoparquet"}, Flags: fieldsOnly, Open: openParquet},
	{Name: "pmtiles", endings: []string{".pmtiles"}, Flags: fieldsOnly, Open: openPMTiles},
	{Name: "xlsx", endings: []string{".xlsx"}, Flags: fieldsOnly, Open: openWorkbook},
	{Name: "timemap", Open: openTimeMap},
}

var geojsonFlags = []string{"fields", "geometry", "time-member"}

var fieldsOnly = []string{"fields"}

var csvFlags = []string{"hxl", "escape-formulas"}

func openGeoJSON(f geojson.Framing) func(io.Writer, *output.Columns, Options) output.Writer {
	return func(to io.Writer, columns *output.Columns, o Options) output.Writer {
		return geojson.NewWriter(to, columns, geojson.Options{Framing: f, Name: o.Title, Attribution: o.Attribution, Areas: o.Areas, Time: o.Time, Shard: o.Shard})
	}
}

func openGeoPackage(to io.Writer, columns *output.Columns, o Options) output.Writer {
	return gpkg.NewWriter(to, columns, gpkg.Options{Title: o.Title, Attribution: o.Attribution, ByType: o.ByType, Areas: o.Areas, Folder: o.Folder})
}

func openTable(s csv.Shape) func(io.Writer, *output.Columns, Options) output.Writer {
	return func(to io.Writer, columns *output.Columns, o Options) output.Writer {
		return csv.NewWriter(to, columns, csv.Options{Shape: s, HXL: o.HXL, Safe: o.Safe})
	}
}

func openKML(zipped bool) func(io.Writer, *output.Columns, Options) output.Writer {
	return func(to io.Writer, columns *output.Columns, o Options) output.Writer {
		return kml.NewWriter(to, columns, kml.Options{Title: o.Title, Attribution: o.Attribution, Zipped: zipped, Folder: o.Folder})
	}
}

func openFlatGeobuf(to io.Writer, columns *output.Columns, o Options) output.Writer {
	return fgb.NewWriter(to, columns, fgb.Options{Title: o.Title, Attribution: o.Attribution, Index: o.Index, Folder: o.Folder})
}

func openParquet(to io.Writer, columns *output.Columns, o Options) output.Writer {
	return parquet.NewWriter(to, columns, parquet.Options{Title: o.Title, Attribution: o.Attribution})
}

func openPMTiles(to io.Writer, columns *output.Columns, o Options) output.Writer {
	return pmtiles.NewWriter(to, columns, pmtiles.Options{Title: o.Title, Attribution: o.Attribution, Folder: o.Folder})
}

func openWorkbook(to io.Writer, columns *output.Columns, o Options) output.Writer {
	return xlsx.NewWriter(to, columns, xlsx.Options{Title: o.Title, Attribution: o.Attribution})
}

func openTimeMap(to io.Writer, columns *output.Columns, o Options) output.Writer {
	return timemap.NewWriter(to, columns, o.Folder)
}

// Folder stands for the layers of a folder, which are GeoJSON above all.
var Folder = &Format{Name: "a folder of layers", Flags: append([]string{"layer-by"}, geojsonFlags...)}

// Endings lists the endings that stand for a format.
func Endings() string {
	var all []string
	for _, f := range All {
		all = append(all, f.endings...)
	}
	return strings.Join(all, ", ")
}

// Names lists what the formats are called.
func Names() []string {
	var names []string
	for _, f := range All {
		names = append(names, f.Name)
	}
	return names
}

// Named returns the format that --format names.
func Named(name string) (*Format, error) {
	for _, f := range All {
		if f.Name == name {
			return f, nil
		}
	}
	return nil, voice.Usagef("--format %q is none of %s", name, strings.Join(Names(), ", "))
}

// Of returns the format that a file's ending stands for, or nil.
func Of(path string) *Format {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range All {
		if slices.Contains(f.endings, ending) {
			return f
		}
	}
	return nil
}

// Heeding returns the formats that heed a flag.
func Heeding(flag string) []string {
	var names []string
	if slices.Contains(Folder.Flags, flag) {
		names = append(names, Folder.Name)
	}
	for _, f := range All {
		if slices.Contains(f.Flags, flag) {
			names = append(names, f.Name)
		}
	}
	return names
}

// UnknownFields says of an error that it is in the command line if it is that
// properties are asked for that there are not.
func UnknownFields(err error) error {
	var unknown *output.UnknownError
	if !errors.As(err, &unknown) {
		return err
	}
	var words []string
	for _, name := range unknown.Names {
		said := fmt.Sprintf("there is no property %q", name)
		if meant := record.Meant(name, unknown.Properties); meant != "" {
			said += fmt.Sprintf("; did you mean %s?", meant)
		}
		words = append(words, said)
	}
	return voice.Usagef("--fields: %s", strings.Join(words, " "))
}
