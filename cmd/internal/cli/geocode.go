package cli

import (
	"errors"
	"io"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/format"
	"github.com/dateline-map/dateline/cmd/internal/garbage"
	"github.com/dateline-map/dateline/cmd/internal/geocode"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/output/decisions"
	"github.com/urfave/cli/v2"
)

func geocodeCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "geocode",
		Usage:     "add coordinates to a table: the same rows, order and columns, and what was found beside them",
		ArgsUsage: "TABLE",
		Description: `Adds ` + strings.Join(geocode.Columns, ", ") + ` to a table and
writes it as CSV, or as a workbook if the output ends in .xlsx: of a workbook it
is the same one, with its sheets, formats and formulas, and columns at the right.
A column that the table has already is added as found_NAME; those of an earlier
run are written anew.

With --decisions, names that were not found are written to that file as a form:
fill in place_id, or lat and lon, and run again.

EXAMPLES:
   dateline geocode places.csv -o out.csv
   dateline geocode incidents.xlsx -o incidents-with-places.xlsx
   dateline geocode places.csv -o out.csv --decisions decisions.csv
   dateline geocode testdata/records/incidents-iraq.csv`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE`, .csv, .tsv or .xlsx, or - for CSV to standard output"},
			gazetteerFlag(),
			&cli.Float64Flag{Name: "min-confidence", Value: resolve.DefaultMinConfidence, Usage: "leave places less likely right than `P` (0 to 1) without coordinates"},
			&cli.StringFlag{Name: "decisions", Usage: "heed what `FILE` says of names, and write those that are open to it, as a form to fill in"},
			&cli.BoolFlag{Name: "escape-formulas", Usage: "CSV: put an apostrophe before text that a spreadsheet would run"},
			&cli.StringFlag{Name: "baseline", Usage: "replace `PART` by its plain baseline, for comparison: resolver"},
			quietFlag(),
		}, columnFlags()...),
		Action: func(c *cli.Context) error { return runGeocode(c, s) },
	}
}

func runGeocode(c *cli.Context, s Streams) error {
	if c.NArg() != 1 {
		return voice.Usagef("name one table to geocode")
	}
	if err := input.CheckOutput(c.String("output"), c.Args().Slice()); err != nil {
		return err
	}
	form, err := tableFormOf(c)
	if err != nil {
		return err
	}
	columns, err := readMapping(c)
	if err != nil {
		return err
	}
	defer garbage.Bound(garbage.OfTables)()
	g, err := geocoderOf(c, s)
	if err != nil {
		return err
	}
	options := input.TableOptions(&columns)
	path, done, err := geocode.Readable(c.Context, c.Args().First(), s.In, &options)
	if err != nil {
		return err
	}
	defer done()
	err = toFile(c.String("output"), s.Out, func(w io.Writer) error {
		return g.Write(c.Context, w, path, options, form)
	})
	if err != nil && !errors.Is(err, voice.ErrPartial) {
		return err
	}
	return errors.Join(err, g.Summarise())
}

// geocoderOf returns the geocoder that the flags ask for.
func geocoderOf(c *cli.Context, s Streams) (*geocode.Geocoder, error) {
	confidence, err := minConfidence(c)
	if err != nil {
		return nil, err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return nil, err
	}
	var form *decisions.File
	if path := c.String("decisions"); path != "" {
		if form, err = input.OpenForm(path); err != nil {
			return nil, err
		}
	}
	resolver := resolve.New(index, resolve.Options{MinConfidence: confidence, MostPopulous: c.String("baseline") == "resolver"})
	return geocode.New(voiceOf(c, s), resolver, index.Info().PCodes, form)
}

// tableFormOf returns the form that the output's ending stands for.
func tableFormOf(c *cli.Context) (geocode.Form, error) {
	form := geocode.Form{Comma: ',', Safe: c.Bool("escape-formulas")}
	path := c.String("output")
	switch ending := strings.ToLower(filepath.Ext(path)); {
	case ending == ".tsv" || ending == ".tab":
		form.Comma = '\t'
	case ending == ".xlsx" || ending == ".xlsm":
		form.Workbook = true
		if macros := strings.EqualFold(filepath.Ext(c.Args().First()), ".xlsm"); macros != (ending == ".xlsm") {
			return form, voice.Usagef("a workbook keeps its kind, or Excel would not open it: .xlsm for one with macros, else .xlsx")
		}
		if form.Safe {
			return form, voice.Usagef("--escape-formulas has no meaning for a workbook, whose texts are never run")
		}
	case ending != ".csv" && format.Of(path) != nil:
		return form, voice.Usagef("geocode writes a table: .csv, .tsv or .xlsx; `dateline map` writes layers such as %s", ending)
	}
	return form, nil
}
