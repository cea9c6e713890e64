package cli

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/format"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/urfave/cli/v2"
)

// formatFlags are the flags that choose a format, and those that only some have.
func formatFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Usage: "write one file of `FORMAT`: " + strings.Join(format.Names(), ", ") + "; the default is by the output's ending"},
		&cli.StringFlag{Name: "time-member", Usage: "GeoJSON: say when beside the properties too, as `FORM`: json-fg (time) or linked-places (when)"},
		&cli.BoolFlag{Name: "hxl", Usage: "tables: add a row of HXL hashtags below the header"},
		&cli.BoolFlag{Name: "escape-formulas", Usage: "tables: put an apostrophe before text that a spreadsheet would run"},
		&cli.StringFlag{Name: "gpkg-layers", Value: "one", Usage: "GeoPackage: one layer of all events, or a layer for each type: `LAYERS` is one or type"},
		&cli.BoolFlag{Name: "fgb-index", Usage: "FlatGeobuf: order by place, with an index, instead of by date; leaves out events without a place"},
	}
}

// layerFlags returns what the flags say of a layer.
func layerFlags(c *cli.Context) (o format.Options, err error) {
	o.HXL, o.Safe, o.Index = c.Bool("hxl"), c.Bool("escape-formulas"), c.Bool("fgb-index")
	switch by := c.String("gpkg-layers"); by {
	case "one":
	case "type":
		o.ByType = true
	default:
		return o, voice.Usagef("--gpkg-layers %q is neither one nor type", by)
	}
	switch form := c.String("time-member"); form {
	case "":
	case "json-fg":
		o.Time = geojson.JSONFG
	case "linked-places":
		o.Time = geojson.LinkedPlaces
	default:
		err = voice.Usagef("--time-member %q is neither json-fg nor linked-places", form)
	}
	return o, err
}

// formatOnly are the flags that mean something to some formats only.
var formatOnly = []string{"fields", "layer-by", "geometry", "time-member", "gpkg-layers", "hxl", "escape-formulas", "fgb-index"}

// checkFlags refuses a flag that the format cannot heed, since a layer without
// what was asked for looks like one with it.
func checkFlags(c *cli.Context, f *format.Format) error {
	for _, name := range formatOnly {
		if asked(c, name) && !slices.Contains(f.Flags, name) {
			return voice.Usagef("--%s has no meaning for %s; it is for %s", name, f.Name, strings.Join(format.Heeding(name), ", "))
		}
	}
	return nil
}

// asked reports whether a flag asks for other than the usual.
func asked(c *cli.Context, name string) bool {
	switch name {
	case "geometry":
		return c.String(name) == "area"
	case "layer-by":
		return c.String(name) != layers.GroupingNames()[0]
	case "gpkg-layers":
		return c.String(name) == "type"
	case "time-member":
		return c.String(name) != ""
	case "fields":
		return c.IsSet(name)
	}
	return c.Bool(name)
}
