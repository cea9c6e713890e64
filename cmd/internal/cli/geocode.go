package cli

import (
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/output/decisions"
	"github.com/urfave/cli/v2"
)

func geocodeCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "geocode",
		Usage:     "add coordinates to a table: the same rows, order and columns, and what was found beside them",
		ArgsUsage: "TABLE",
		Description: `Adds ` + strings.Join(foundColumns, ", ") + ` to a table and
writes it as CSV. A column that the table has already is added as found_NAME.

With --decisions, names that were not found are written to that file as a form:
fill in place_id, or lat and lon, and run again.

EXAMPLES:
   dateline geocode places.csv -o out.csv
   dateline geocode places.csv -o out.csv --decisions decisions.csv
   dateline geocode testdata/records/incidents-iraq.csv`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE`, or - for standard output"},
			gazetteerFlag(),
			&cli.Float64Flag{Name: "min-confidence", Value: gazetteer.DefaultMinConfidence, Usage: "leave places less likely right than `P` (0 to 1) without coordinates"},
			&cli.StringFlag{Name: "decisions", Usage: "heed what `FILE` says of names, and write those that are open to it, as a form to fill in"},
			&cli.StringFlag{Name: "baseline", Usage: "replace `PART` by its plain baseline, for comparison: resolver"},
		}, columnFlags()...),
		Action: func(c *cli.Context) error { return runGeocode(c, s) },
	}
}

// foundColumns are what geocode adds to a table.
var foundColumns = []string{
	"lat", "lon", "place_id", "place_name", "place_type", "place_precision", "place_radius_m",
	"match", "confidence", "country", "adm1", "adm2", "reason",
}

func runGeocode(c *cli.Context, s Streams) error {
	if c.NArg() != 1 {
		return usagef("name one table to geocode")
	}
	columns, err := readMapping(c)
	if err != nil {
		return err
	}
	confidence, err := minConfidence(c)
	if err != nil {
		return err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	var form *decisions.File // nil if nobody asked
	var made []geo.Decision
	if path := c.String("decisions"); path != "" {
		if form, err = openForm(path); err != nil {
			return err
		}
		made = form.Form().Decisions()
	}
	resolver := gazetteer.NewResolver(index, gazetteer.ResolverOptions{MinConfidence: confidence, MostPopulous: c.String("baseline") == "resolver"})
	places, err := resolver.Decide(made)
	if err != nil {
		return err
	}
	g := &geocoder{voice: voice{err: s.Err, terminal: s.Terminal}, places: places, open: decisions.NewNames(made)}
	options := tableOptions(&columns)
	options.Understood = g.understood
	path := c.Args().First()
	rows := record.Open(path, options)
	if path == stdinPath {
		rows = record.Read("standard input", interruptible(c.Context, s.In), options)
	}
	err = toFile(c.String("output"), s.Out, func(w io.Writer) error {
		return g.write(c, csv.NewWriter(w), geo.Locate(rows, tableLocator(c.Context, path, tableOptions(&columns), places)))
	})
	if err != nil && !errors.Is(err, errPartial) {
		return err
	}
	g.summarise()
	if form != nil {
		err = errors.Join(err, g.writeForm(form))
	}
	return err
}

// writeForm writes the names that are open into the form, in which others may
// have written meanwhile.
func (g *geocoder) writeForm(form *decisions.File) error {
	names, open := g.open.Sorted(), 0
	for _, n := range names {
		if !n.Decided {
			open++
		}
	}
	err := form.Change(func(f *decisions.Form) error {
		f.Renew(names)
		return nil
	})
	if err == nil {
		g.voice.say("written   %s: %s to decide", form.Path(), plural(open, "name"))
	}
	return err
}

// geocoder writes a table with what was found of its places.
type geocoder struct {
	voice         voice
	table         record.Table
	tables        int
	rows, refused int
	located       int
	why           reasonCounts // of the rows without a place
	places        *gazetteer.Decided
	ids           record.IDs
	open          *decisions.Names
}

// understood notes the table that is read, of which there must be one: what is
// written has its columns.
func (g *geocoder) understood(t record.Table) {
	if g.tables++; g.tables == 1 {
		g.table = t
	}
}

var errTables = errors.New("geocode writes the columns of one table, and there are several; choose a sheet with --sheet")

func (g *geocoder) write(c *cli.Context, w *csv.Writer, rows iter.Seq2[geo.Event, error]) error {
	bar := g.voice.progress(-1, "rows")
	defer bar.Finish()
	for e, err := range rows {
		switch {
		case c.Context.Err() != nil:
			return c.Context.Err()
		case g.tables > 1:
			return errTables
		case err != nil:
			g.tell(err)
			continue
		}
		if g.rows == 0 {
			if err := w.Write(g.header()); err != nil {
				return err
			}
		}
		g.rows++
		_ = bar.Add(1)
		g.ids.Tell(&e)
		g.places.Settle(&e)
		g.count(&e)
		if err := w.Write(g.row(&e)); err != nil {
			return err
		}
	}
	w.Flush()
	switch {
	case w.Error() != nil:
		return w.Error()
	case g.rows == 0:
		return errors.New("no row could be read")
	case g.refused > 0:
		return errPartial
	}
	return nil
}

// count counts a row, and notes its name if that is to be decided.
func (g *geocoder) count(e *geo.Event) {
	g.open.Add(e)
	if e.Place.Located() {
		g.located++
		return
	}
	g.why.add(decisions.Reason(&e.Place))
}

// summarise says in a few lines what was found and what was not.
func (g *geocoder) summarise() {
	g.voice.say("rows      %d: %d located, %d unresolved", g.rows, g.located, g.rows-g.located)
	g.why.say(g.voice)
}

func (g *geocoder) tell(err error) {
	if refused(err) {
		g.refused++
	}
	g.voice.warn(err)
}

func (g *geocoder) header() []string {
	var names []string
	for _, col := range g.table.Columns {
		names = append(names, col.Name)
	}
	own := len(names)
	for _, name := range foundColumns {
		if slices.Contains(names[:own], name) {
			name = "found_" + name
		}
		names = append(names, name)
	}
	return names
}

func (g *geocoder) row(e *geo.Event) []string {
	cells := make([]string, 0, len(g.table.Columns)+len(foundColumns))
	for i := range g.table.Columns {
		cells = append(cells, cell(e, i, g.table.Columns[i].Name))
	}
	return append(cells, found(&e.Place)...)
}

// cell returns what the row says in column i, which is where the column stands
// in tables; objects may leave columns out.
func cell(e *geo.Event, i int, name string) string {
	if i < len(e.Extra) && e.Extra[i].Name == name {
		return e.Extra[i].Value
	}
	for _, p := range e.Extra {
		if p.Name == name {
			return p.Value
		}
	}
	return ""
}

// found returns the cells of foundColumns.
func found(p *geo.Place) []string {
	m := &p.Match
	lat, lon, radius, confidence := "", "", "", ""
	if m.Located() {
		lat, lon = decimal(m.Point.Lat(), 5), decimal(m.Point.Lon(), 5)
	}
	if r, known := m.RadiusM.Int(); known && m.Located() {
		radius = strconv.Itoa(r)
	}
	if m.Kind != geo.Given && m.Kind != geo.Unresolved {
		confidence = decimal(m.Confidence, 3)
	}
	return []string{
		lat, lon, m.ID, m.Name, m.Type, m.Precision.String(), radius,
		m.Kind.String(), confidence, m.Country, m.Adm1, m.Adm2, m.Reason,
	}
}

func decimal(x float64, places int) string {
	return strconv.FormatFloat(x, 'f', places, 64)
}
