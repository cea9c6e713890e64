package geocode

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/xlsx"
	"github.com/paulmach/orb/encoding/wkt"
)

// Columns are what geocode adds to a table.
var Columns = []string{
	"lat", "lon", "place_id", "place_name", "place_type", "place_precision", "place_radius_m",
	"match", "confidence", "country", "adm1", "adm2", "reason",
}

// pcodeColumns are added behind these if the gazetteer has P-codes, as many as it
// has levels of areas with some.
var pcodeColumns = [...]string{"adm1_pcode", "adm2_pcode", "adm3_pcode"}

// foundOf returns the values of the first n of foundColumns and pcodeColumns.
func foundOf(p *geo.Place, n int) []output.Value {
	m := &p.Match
	all := make([]output.Value, len(Columns), n)
	if m.Located() {
		all[0], all[1] = realValue(m.Point.Lat(), 5), realValue(m.Point.Lon(), 5)
	}
	if r, known := m.RadiusM.Int(); known && m.Located() {
		all[6] = output.Value{Kind: output.Integer, Int: int64(r)}
	}
	if m.Kind != geo.Given && m.Kind != geo.Unresolved {
		all[8] = realValue(m.Confidence, 3)
	}
	for i, s := range map[int]string{
		2: m.ID, 3: m.Name, 4: m.Type, 5: m.Precision.String(), 7: m.Kind.String(), 9: m.Country, 10: m.Adm1, 11: m.Adm2, 12: m.Reason,
	} {
		all[i] = textValue(s)
	}
	codes := m.PCodes.Levels()
	for _, code := range codes[:n-len(Columns)] {
		all = append(all, textValue(code))
	}
	return all
}

// refusedFor returns likewise the values of a row that was refused.
func refusedFor(why error, n int) []output.Value {
	all := make([]output.Value, n)
	all[len(Columns)-1] = textValue(why.Error())
	return all
}

func textValue(s string) output.Value {
	if s == "" {
		return output.Value{}
	}
	return output.Value{Kind: output.Text, Text: s}
}

// realValue returns a number with so many decimals.
func realValue(x float64, places int) output.Value {
	s := strconv.FormatFloat(x, 'f', places, 64)
	short, _ := strconv.ParseFloat(s, 64) // its own output
	return output.Value{Kind: output.Real, Real: short, Text: s}
}

// foundRow is a row of a table, and what is found of it.
type foundRow struct {
	table  *foundTable
	number int
	says   []geo.Property
	shape  string // the point of its geometry in well-known text, if it has one
	found  []output.Value
}

// values returns the row as it is written: the found values behind the table's
// columns, or where an earlier run put them.
func (r *foundRow) values() []output.Value {
	t := r.table
	all := make([]output.Value, len(t.own), len(t.own)+len(r.found)+len(r.says))
	var surplus []output.Value // of a row that is longer than the table
	taken := make([]bool, len(t.own))
	for i := range r.says {
		p := &r.says[i]
		at := i
		if at >= len(t.own) || t.own[at] != p.Name {
			at = slices.Index(t.own, p.Name)
		}
		if at < 0 || taken[at] {
			surplus = append(surplus, output.PropertyValue(p))
			continue
		}
		all[at], taken[at] = output.PropertyValue(p), true
	}
	if t.shaped {
		all[len(t.own)-1] = textValue(r.shape)
	}
	return append(slices.Insert(all, t.at, r.found...), surplus...)
}

// foundTable is a table with the columns that are found.
type foundTable struct {
	name   string // for people
	sheet  string // of a workbook; else empty
	own    []string
	shaped bool     // the last of own is shapeColumn
	added  []string // the found columns
	at     int      // where in own the found columns stand
	again  bool     // they were there before
	line   int      // of the header; 0 if it has none
}

// header returns the names of all columns.
func (t *foundTable) header() []string {
	return slices.Insert(slices.Clone(t.own), t.at, addedNames(t.added, t.own)...)
}

// addedNames returns the names of the found columns beside others, which may
// have them.
func addedNames(found, beside []string) []string {
	names := make([]string, len(found))
	taken := map[string]bool{}
	for _, name := range beside {
		taken[strings.ToLower(name)] = true
	}
	for i, name := range found {
		free := name
		for n := 1; taken[free]; n++ {
			if free = "found_" + name; n > 1 {
				free += "_" + strconv.Itoa(n)
			}
		}
		names[i] = free
	}
	return names
}

// ours returns which columns of a table an earlier run has found.
func (g *Geocoder) ours(columns []string) (from, to int) {
	n := len(g.added)
	for at := len(columns) - n; at >= 0; at-- {
		if slices.Equal(columns[at:at+n], addedNames(g.added, slices.Delete(slices.Clone(columns), at, at+n))) {
			return at, at + n
		}
	}
	return 0, 0
}

// tables are those that an input has, as far as it is read.
type tables struct {
	last *foundTable
	n    int
	late [][]string // the columns of each, if later rows bring more

	placed bool // one of them says where

	added []string // the found columns of each
}

func (t *tables) understood(u record.Table) {
	next := &foundTable{name: strings.TrimSuffix(filepath.Base(u.File), filepath.Ext(u.File)), sheet: u.Sheet, line: u.HeaderRow, added: t.added}
	for _, col := range u.Columns {
		next.own = append(next.own, col.Name)
	}
	if t.n < len(t.late) {
		next.own = t.late[t.n]
	}
	if next.shaped = u.Shaped() && !slices.ContainsFunc(next.own, isShape); next.shaped {
		next.own = append(next.own, shapeColumn)
	}
	next.at = len(next.own)
	if u.HiddenTo > 0 {
		next.at, next.again = u.HiddenFrom, true
	}
	if u.Sheet != "" {
		next.name = u.Sheet
	}
	t.last = next
	t.n++
	t.placed = t.placed || !u.Placeless()
}

// shapeColumn is what the points of a table's geometries become, which is how a
// table is read again that has none: without them its places would be looked for by
// their names.
const shapeColumn = "geometry"

func isShape(name string) bool { return strings.EqualFold(name, shapeColumn) }

// shapeOf returns the geometry of a row as well-known text. That of an outline is not
// known any more, only the point that stands for it, and the row has none.
func shapeOf(m *geo.Match) string {
	outline := m.RadiusM != (geo.Figure{}) && m.Reason == ""
	if m.Kind != geo.Given || outline {
		return ""
	}
	return wkt.MarshalString(m.Point)
}

// lateColumns returns the columns of the tables of an input of JSON, of which
// later rows may bring more; for any other nil, and its first table.
func lateColumns(path string, o record.Options) (all [][]string, known []record.Table) {
	json := false
	o.Understood = func(t record.Table) {
		json = t.Format == record.Document || t.Format == record.Sequence
		all, known = append(all, nil), append(known, t)
	}
	for p := range record.Parts(path, o) {
		if !json {
			return nil, known
		}
		all[len(all)-1] = p.Names()
		p.Release()
	}
	return all, nil
}

// Form is how geocode writes a table.
type Form struct {
	Workbook bool
	Comma    rune
	Safe     bool // formulas are escaped
}

// write writes tables in the form.
func (f Form) write(w io.Writer, rows iter.Seq2[foundRow, error]) error {
	if f.Workbook {
		return writeBook(w, rows)
	}
	return f.writeCSV(w, rows)
}

var errTables = errors.New("CSV has room for the columns of one table, and there are several; choose one with --sheet, or write a workbook (.xlsx)")

func (f Form) writeCSV(to io.Writer, rows iter.Seq2[foundRow, error]) error {
	w := csv.NewWriter(to)
	w.Comma = f.Comma
	var table *foundTable
	for r, err := range rows {
		switch {
		case err != nil:
			return err
		case table == nil:
			table = r.table
			if err := w.Write(f.cells(table.header())); err != nil {
				return err
			}
		case table != r.table:
			return errTables
		}
		var cells []string
		for _, v := range r.values() {
			cells = append(cells, string(v.Append(nil)))
		}
		if err := w.Write(f.cells(cells)); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// cells returns cells that a spreadsheet may run as formulas only if that is not
// to be seen to.
func (f Form) cells(cells []string) []string {
	if f.Safe {
		for i, s := range cells {
			cells[i] = output.Inert(s)
		}
	}
	return cells
}

// writeBook writes a workbook with a sheet for each table.
func writeBook(to io.Writer, rows iter.Seq2[foundRow, error]) error {
	b := xlsx.NewBook(to, xlsx.Options{Title: "Table"})
	var table *foundTable
	for r, err := range rows {
		if err != nil {
			return err
		}
		if r.table != table {
			table = r.table
			if err := b.Sheet(table.name, table.header()); err != nil {
				return fmt.Errorf("table %q: %w", table.name, err)
			}
		}
		values := r.values()
		for i := range values {
			values[i] = typed(values[i])
		}
		if err := b.Row(values); err != nil {
			return err
		}
	}
	if table == nil {
		return nil // that no row could be read is told
	}
	return b.Close()
}

// typed returns a text as the number or day that it writes, if a spreadsheet
// would show it so again; no number in digits has an end that is cut.
func typed(v output.Value) output.Value {
	if v.Kind != output.Text || len(v.Text) > mostDigits {
		return v
	}
	p := geo.Property{Value: v.Text, JSON: true}
	if n := output.PropertyValue(&p); (n.Kind == output.Integer || n.Kind == output.Real) && !strings.ContainsAny(v.Text, "eE") {
		return n
	}
	if day, err := when.Parse(v.Text, when.OrderUnknown); err == nil && day.Precision == when.ToDay && string(output.AppendDate(nil, day.First)) == v.Text {
		return output.Value{Kind: output.Date, Int: int64(day.First)}
	}
	return v
}

// mostDigits is how many digits of a number a spreadsheet keeps.
const mostDigits = 15
