package cli

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/garbage"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/output/decisions"
	"github.com/urfave/cli/v2"
)

func geocodeCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "geocode",
		Usage:     "add coordinates to a table: the same rows, order and columns, and what was found beside them",
		ArgsUsage: "TABLE",
		Description: `Adds ` + strings.Join(foundColumns, ", ") + ` to a table and
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
			&cli.Float64Flag{Name: "min-confidence", Value: gazetteer.DefaultMinConfidence, Usage: "leave places less likely right than `P` (0 to 1) without coordinates"},
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
	g, err := newGeocoder(c, s)
	if err != nil {
		return err
	}
	options := input.TableOptions(&columns)
	path, done, err := g.input(c, s, &options)
	if err != nil {
		return err
	}
	defer done()
	defer g.ids.Close()
	err = toFile(c.String("output"), s.Out, func(w io.Writer) error {
		return errors.Join(g.run(c, path, options, form, w), g.ids.Err())
	})
	if err != nil && !errors.Is(err, voice.ErrPartial) {
		return err
	}
	g.summarise()
	if g.form != nil {
		err = errors.Join(err, g.writeForm())
	}
	return err
}

// geocoder finds the places of a table's rows.
type geocoder struct {
	voice         voice.Voice
	places        *gazetteer.Decided
	ids           record.IDs
	open          *decisions.Names
	form          *decisions.File // nil if nobody asked
	rows, refused int
	located       int
	why           explain.Reasons // of the rows without a place
	added         []string        // the columns that are found
	uncoded       int             // rows that nothing but a P-code says the place of, which the gazetteer lacks
}

func newGeocoder(c *cli.Context, s Streams) (*geocoder, error) {
	confidence, err := minConfidence(c)
	if err != nil {
		return nil, err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return nil, err
	}
	g := &geocoder{voice: voiceOf(c, s), added: slices.Concat(foundColumns, pcodeColumns[:index.Info().PCodes])}
	var made []geo.Decision
	if path := c.String("decisions"); path != "" {
		if g.form, err = input.OpenForm(path); err != nil {
			return nil, err
		}
		made = g.form.Form().Decisions()
	}
	resolver := gazetteer.NewResolver(index, gazetteer.ResolverOptions{MinConfidence: confidence, MostPopulous: c.String("baseline") == "resolver"})
	g.open = decisions.NewNames(made)
	g.places, err = resolver.Decide(made)
	return g, err
}

// input returns the path of the table, which is read more than once: standard
// input is copied to a temporary file until done is called.
func (g *geocoder) input(c *cli.Context, s Streams, o *record.Options) (path string, done func(), err error) {
	if path = c.Args().First(); path != input.Stdin {
		return path, func() {}, nil
	}
	f, err := scratch.Named("", "dateline-input")
	if err != nil {
		return "", nil, err
	}
	_, err = io.Copy(f, input.Interruptible(c.Context, s.In))
	o.Name = "standard input"
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", o.Name, voice.Cause(errors.Join(err, f.Close())))
	}
	return f.Name(), func() { f.Close() }, nil
}

// run writes the table at the path with what is found.
func (g *geocoder) run(c *cli.Context, path string, o record.Options, form tableForm, w io.Writer) error {
	o.Hidden, o.OneTable = g.ours, true
	t := tables{added: g.added}
	t.late, o.Known = lateColumns(path, o)
	locator, known := tableLocator(c.Context, path, o, g.places)
	o.Known = known
	o.Understood = t.understood
	rows := g.found(c, &t, geo.Locate(record.Open(path, o), locator))
	if form.workbook {
		if done, err := g.sameBook(path, w, rows); done || err != nil {
			return errors.Join(err, g.partial())
		}
	}
	if err := form.write(w, rows); err != nil {
		return err
	}
	return g.partial()
}

// partial tells what is wrong with a table that is written.
func (g *geocoder) partial() error {
	switch {
	case g.rows == 0:
		return errors.New("no row could be read")
	case g.refused > 0:
		return voice.ErrPartial
	}
	return nil
}

// found yields the rows of the tables with what is found of them. What a row that
// is refused says is not lost.
func (g *geocoder) found(c *cli.Context, t *tables, rows iter.Seq2[geo.Event, error]) iter.Seq2[foundRow, error] {
	return func(yield func(foundRow, error) bool) {
		bar := g.voice.Progress(-1, "rows")
		defer bar.Finish()
		for e, err := range rows {
			row, ok := foundRow{table: t.last}, true
			switch {
			case c.Context.Err() != nil:
				yield(row, c.Context.Err())
				return
			case err != nil:
				ok = g.refusal(&row, err)
			default:
				_ = bar.Add(1)
				g.settle(&row, &e)
			}
			if ok && !yield(row, nil) {
				return
			}
		}
	}
}

// settle makes a row of an event.
func (g *geocoder) settle(row *foundRow, e *geo.Event) {
	g.rows++
	g.ids.Tell(e)
	g.places.Settle(e)
	g.count(e)
	row.number, row.says, row.found = e.Source.Row, e.Extra, foundOf(&e.Place, len(g.added))
	if row.table.shaped {
		row.shape = shapeOf(&e.Place.Match)
	}
}

// refusal tells a problem, and makes a row of it if it is of one that was
// refused.
func (g *geocoder) refusal(row *foundRow, err error) bool {
	var p *geo.Problem
	if refused(err) {
		g.refused++
	}
	g.voice.Warn(err)
	if !errors.As(err, &p) || !p.Refused || p.Extra == nil {
		return false
	}
	row.number, row.says, row.found = p.Row, p.Extra, refusedFor(p.Err, len(g.added))
	return true
}

// writeForm writes the names that are open into the form, in which others may
// have written meanwhile.
func (g *geocoder) writeForm() error {
	names, open := g.open.Sorted(), 0
	for _, n := range names {
		if !n.Decided {
			open++
		}
	}
	err := g.form.Change(func(f *decisions.Form) error {
		f.Renew(names)
		return nil
	})
	if err == nil {
		g.voice.Say("written   %s: %s to decide", g.form.Path(), voice.Plural(open, "name"))
	}
	return err
}

// count counts a row, and notes its name if that is to be decided.
func (g *geocoder) count(e *geo.Event) {
	g.open.Add(e)
	if uncoded(&e.Place) {
		g.uncoded++
	}
	if e.Place.Located() {
		g.located++
		return
	}
	g.why.Add(decisions.Reason(&e.Place))
}

// summarise says in a few lines what was found and what was not.
func (g *geocoder) summarise() {
	g.voice.Say("rows      %d: %d located, %d unresolved", g.rows, g.located, g.rows-g.located)
	g.why.Say(g.voice)
	hintPCodes(g.voice, g.uncoded)
}
