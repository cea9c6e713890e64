package cli

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

// format is a form in which one layer is written.
type format struct {
	name    string   // what --format calls it
	endings []string // of files that are written so; none if it must be named
	flags   []string // of the command, that have a meaning for it alone
	open    func(to io.Writer, columns *output.Columns, o layerOptions) output.Writer
	lone    bool // GeoJSON, which need not pass through open
	framing geojson.Framing
}

// layerOptions are what the flags say of a layer.
type layerOptions struct {
	title, attribution string
	folder             string                            // for temporary files
	areas              func(*geo.Event) orb.MultiPolygon // nil for points
	hxl, safe, index   bool
	byType             bool // in layers of a GeoPackage
	time               geojson.Time
	shard              geojson.Shard
}

// formats are all there are; the first is for standard output.
var formats = []*format{
	{name: "geojson", endings: []string{".geojson", ".json"}, flags: geojsonFlags, open: openGeoJSON(geojson.Collection), lone: true, framing: geojson.Collection},
	{name: "ndjson", endings: []string{".ndjson", ".jsonl", ".geojsonl"}, flags: geojsonFlags, open: openGeoJSON(geojson.Lines), lone: true, framing: geojson.Lines},
	{name: "geojsonseq", endings: []string{".geojsons"}, flags: geojsonFlags, open: openGeoJSON(geojson.Sequence), lone: true, framing: geojson.Sequence},
	{name: "gpkg", endings: []string{".gpkg"}, flags: []string{"fields", "geometry", "gpkg-layers"}, open: openGeoPackage},
	{name: "csv", endings: []string{".csv"}, flags: slices.Concat(fieldsOnly, csvFlags), open: openTable(csv.Own)},
	{name: "acled", flags: csvFlags, open: openTable(csv.ACLED)},
	{name: "ucdp", flags: csvFlags, open: openTable(csv.UCDP)},
	{name: "gtd", flags: csvFlags, open: openTable(csv.GTD)},
	{name: "kml", endings: []string{".kml"}, flags: fieldsOnly, open: openKML(false)},
	{name: "kmz", endings: []string{".kmz"}, flags: fieldsOnly, open: openKML(true)},
	{name: "fgb", endings: []string{".fgb"}, flags: []string{"fields", "fgb-index"}, open: openFlatGeobuf},
	{name: "parquet", endings: []string{".parquet", ".geoparquet"}, flags: fieldsOnly, open: openParquet},
	{name: "pmtiles", endings: []string{".pmtiles"}, flags: fieldsOnly, open: openPMTiles},
	{name: "xlsx", endings: []string{".xlsx"}, flags: fieldsOnly, open: openWorkbook},
	{name: "timemap", open: openTimeMap},
}

var geojsonFlags = []string{"fields", "geometry", "time-member"}

var fieldsOnly = []string{"fields"}

var csvFlags = []string{"hxl", "escape-formulas"}

func openGeoJSON(f geojson.Framing) func(io.Writer, *output.Columns, layerOptions) output.Writer {
	return func(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
		return geojson.NewWriter(to, columns, geojson.Options{Framing: f, Name: o.title, Attribution: o.attribution, Areas: o.areas, Time: o.time, Shard: o.shard})
	}
}

func openGeoPackage(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
	return gpkg.NewWriter(to, columns, gpkg.Options{Title: o.title, Attribution: o.attribution, ByType: o.byType, Areas: o.areas, Folder: o.folder})
}

func openTable(s csv.Shape) func(io.Writer, *output.Columns, layerOptions) output.Writer {
	return func(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
		return csv.NewWriter(to, columns, csv.Options{Shape: s, HXL: o.hxl, Safe: o.safe})
	}
}

func openKML(zipped bool) func(io.Writer, *output.Columns, layerOptions) output.Writer {
	return func(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
		return kml.NewWriter(to, columns, kml.Options{Title: o.title, Attribution: o.attribution, Zipped: zipped, Folder: o.folder})
	}
}

func openFlatGeobuf(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
	return fgb.NewWriter(to, columns, fgb.Options{Title: o.title, Attribution: o.attribution, Index: o.index, Folder: o.folder})
}

func openParquet(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
	return parquet.NewWriter(to, columns, parquet.Options{Title: o.title, Attribution: o.attribution})
}

func openPMTiles(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
	return pmtiles.NewWriter(to, columns, pmtiles.Options{Title: o.title, Attribution: o.attribution, Folder: o.folder})
}

func openWorkbook(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
	return xlsx.NewWriter(to, columns, xlsx.Options{Title: o.title, Attribution: o.attribution})
}

func openTimeMap(to io.Writer, columns *output.Columns, o layerOptions) output.Writer {
	return timemap.NewWriter(to, columns, o.folder)
}

// folderFormat stands for the layers of a folder, which are GeoJSON above all.
var folderFormat = &format{name: "a folder of layers", flags: append([]string{"layer-by"}, geojsonFlags...)}

// fileEndings lists the endings that stand for a format.
func fileEndings() string {
	var all []string
	for _, f := range formats {
		all = append(all, f.endings...)
	}
	return strings.Join(all, ", ")
}

func formatNames() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// formatNamed returns the format that --format names.
func formatNamed(name string) (*format, error) {
	for _, f := range formats {
		if f.name == name {
			return f, nil
		}
	}
	return nil, voice.Usagef("--format %q is none of %s", name, strings.Join(formatNames(), ", "))
}

// formatOf returns the format that a file's ending stands for, or nil.
func formatOf(path string) *format {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range formats {
		if slices.Contains(f.endings, ending) {
			return f
		}
	}
	return nil
}

// heeding returns the formats that heed a flag.
func heeding(flag string) []string {
	var names []string
	if slices.Contains(folderFormat.flags, flag) {
		names = append(names, folderFormat.name)
	}
	for _, f := range formats {
		if slices.Contains(f.flags, flag) {
			names = append(names, f.name)
		}
	}
	return names
}

// unknownFields says of an error that it is in the command line if it is that
// properties are asked for that there are not.
func unknownFields(err error) error {
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
