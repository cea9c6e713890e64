package shapefile

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/shape"
)

// shpOf makes a .shp of shapes, each with its kind in front.
func shpOf(shapes ...[]byte) []byte {
	b := make([]byte, headBytes)
	copy(b, shpMagic)
	for i, s := range shapes {
		b = binary.BigEndian.AppendUint32(b, uint32(i+1))
		b = binary.BigEndian.AppendUint32(b, uint32(len(s)/2))
		b = append(b, s...)
	}
	return b
}

// shapeOf makes a shape of its kind and what comes behind it.
func shapeOf(kind uint32, parts ...any) []byte {
	b := binary.LittleEndian.AppendUint32(nil, kind)
	for _, p := range parts {
		b, _ = binary.Append(b, binary.LittleEndian, p) // only what has a size is given
	}
	return b
}

// box stands where what bounds a shape does; nothing reads it.
var box [4]float64

// dbfOf makes a .dbf of fields such as "NAME C 10" and rows of their cells. A row
// that begins with an asterisk is deleted.
func dbfOf(fields []string, rows ...string) []byte {
	var described []byte
	width := 1
	for _, f := range fields {
		var name, kind string
		var size int
		fmt.Sscan(f, &name, &kind, &size)
		d := make([]byte, fieldBytes)
		copy(d, name)
		d[11], d[16] = kind[0], byte(size)
		described = append(described, d...)
		width += size
	}
	b := make([]byte, tableHead)
	b[0], b[1], b[2], b[3] = 3, 114, 6, 12
	binary.LittleEndian.PutUint32(b[4:], uint32(len(rows)))
	binary.LittleEndian.PutUint16(b[8:], uint16(tableHead+len(described)+1))
	binary.LittleEndian.PutUint16(b[10:], uint16(width))
	b = append(append(b, described...), fieldsEnd)
	for _, r := range rows {
		if len(r) != width {
			panic(fmt.Sprintf("row %q is not %d wide", r, width)) // a fault of the test
		}
		b = append(b, r...)
	}
	return append(b, fileEnd)
}

// read writes files of one name and reads the one whose ending is first.
func read(t *testing.T, files ...string) ([]geo.Event, []string) {
	t.Helper()
	folder := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(folder, "f"+files[i]), []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return geotest.Drain(record.Open(filepath.Join(folder, "f"+files[0]), record.Options{Stores: []record.Store{Store(), TableStore()}}))
}

func TestRows(t *testing.T) {
	fields := []string{"PLACE C 6", "DATE D 8", "KILLED N 3", "RATE F 7", "OK L 1", "MEMO M 10"}
	dbf := dbfOf(fields,
		" Mosul 20140610 12  0.500T         7",
		"*Gone  20140611  1  0.500F          ",
		" Anah  00000000***       ?          ",
		" Rawa  2014      0  1e300n          ")
	shp := shpOf(shapeOf(point, 43.119, 36.335), shapeOf(point, 1.0, 1.0), shapeOf(null), shapeOf(point+perKind, 41.9, 34.5, 7.0, 0.0))
	events, problems := read(t, ".shp", string(shp), ".dbf", string(dbf))
	if len(problems) != 1 || !strings.Contains(problems[0], "taken for degrees") {
		t.Errorf("problems %q", problems)
	}
	var got []string
	for _, e := range events {
		var row strings.Builder
		fmt.Fprintf(&row, "%d %v ", e.Source.Row, e.Place.Point)
		for _, p := range e.Extra {
			fmt.Fprintf(&row, "%s|", p.Value)
		}
		got = append(got, row.String())
	}
	want := []string{
		"1 [43.119 36.335] Mosul|2014-06-10|12|0.5|true|null|",
		"3 [0 0] Anah|null|null|null|null|null|",
		"4 [41.9 34.5] Rawa|2014|0|1e+300|false|null|",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestEncodings(t *testing.T) {
	arabic := "\xe3\xe6\xd5\xe1" // الموصل without its article, in windows-1256
	tests := []struct{ cpg, cell, want, reason string }{
		{"UTF-8", "موصل", "موصل", "as it says"},
		{"1256", arabic, "موصل", "Windows' number alone, as ArcGIS writes it"},
		{"ANSI 1256", arabic, "موصل", "in more words"},
		{"ISO-8859-1", "S\xe3o", "São", "by its own name"},
		{"88591", "S\xe3o", "São", "as GDAL writes that"},
		{"CP850", "S\x84o", "Säo", "DOS"},
		{"nonsense", "Aba", "Aba", "a name that nobody knows does no harm"},
	}
	for _, test := range tests {
		cell := test.cell + strings.Repeat(" ", 12-len(test.cell))
		events, _ := read(t, ".dbf", string(dbfOf([]string{"PLACE C 12"}, " "+cell)), ".cpg", test.cpg)
		if len(events) != 1 || events[0].Place.Name != test.want {
			t.Errorf("%s: %+v, want %q: %s", test.cpg, events, test.want, test.reason)
		}
	}
}

func TestGeometry(t *testing.T) {
	square := []float64{0, 0, 0, 4, 4, 4, 4, 0, 0, 0}
	hole := []float64{1, 1, 2, 1, 2, 2, 1, 2, 1, 1}
	tests := []struct {
		shape  []byte
		want   orb.Geometry
		err    string
		reason string
	}{
		{shapeOf(null), nil, "", "no shape"},
		{shapeOf(point, 1.0, 2.0), orb.Point{1, 2}, "", "a point"},
		{shapeOf(point+2*perKind, 1.0, 2.0, 9.0), orb.Point{1, 2}, "", "with a measure"},
		{shapeOf(multiPoint, box, uint32(2), []float64{1, 2, 3, 4}), orb.MultiPoint{{1, 2}, {3, 4}}, "", "points"},
		{shapeOf(multiPoint, box, uint32(0)), nil, "", "none of them"},
		{shapeOf(polyLine, box, uint32(2), uint32(4), []uint32{0, 2}, []float64{1, 2, 3, 4, 5, 6, 7, 8}), orb.MultiLineString{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}, "", "two lines"},
		{shapeOf(polygon, box, uint32(2), uint32(10), []uint32{0, 5}, square, hole),
			orb.MultiPolygon{{{{0, 0}, {0, 4}, {4, 4}, {4, 0}, {0, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}}}}, "", "an area with a hole"},
		{shapeOf(point, 1.0), nil, errCut.Error(), "half a point"},
		{shapeOf(multiPoint, box, uint32(1<<31)), nil, errCut.Error(), "more points than there are bytes"},
		{shapeOf(polygon, box, uint32(1<<31), uint32(1)), nil, errCut.Error(), "more parts than there are bytes"},
		{shapeOf(polygon, box, uint32(2), uint32(1), []uint32{1, 0}, []float64{0, 0}), nil, errCut.Error(), "parts that run backwards"},
		{shapeOf(multiPatch), nil, errPatch.Error(), "a surface"},
		{shapeOf(77), nil, "unknown kind", "none that is known"},
	}
	for _, test := range tests {
		got, err := geometry(test.shape)
		if d := cmp.Diff(test.want, got); d != "" || (err != nil) != (test.err != "") || err != nil && !strings.Contains(err.Error(), test.err) {
			t.Errorf("%s: %v, %v", test.reason, got, err)
		}
	}
}

// TestDamaged reads files that lie about themselves.
func TestDamaged(t *testing.T) {
	good := dbfOf([]string{"PLACE C 6"}, " Mosul ")
	long := bytes.Clone(good)
	binary.LittleEndian.PutUint32(long[4:], math.MaxUint32)
	wide := bytes.Clone(good)
	wide[tableHead+16] = 200
	endless := shpOf(shapeOf(point, 1.0, 2.0))
	binary.BigEndian.PutUint32(endless[headBytes+4:], math.MaxInt32)
	tests := []struct {
		files        []string
		events       int
		told, reason string
	}{
		{[]string{".shp", shpMagic + "cut"}, 0, "ends too soon", "a head that is cut off"},
		{[]string{".shp", string(endless)}, 0, "a shape of 4294967294 bytes", "a shape longer than any"},
		{[]string{".shp", string(shpOf(shapeOf(point, 1.0, 2.0)))}, 1, "no .dbf", "nothing but shapes"},
		{[]string{".shp", string(shpOf(shapeOf(point, 1.0, 2.0))), ".dbf", string(good[:20])}, 0, "ends too soon", "a table that is cut off"},
		{[]string{".dbf", string(long)}, 1, "rows are missing", "four billion rows, of which there is one"},
		{[]string{".dbf", string(wide)}, 0, "contradicts itself", "fields wider than the row"},
		{[]string{".shp", string(shpOf(shapeOf(point, 500000.0, 4e6))), ".prj", `PROJCS["Amersfoort / RD New",GEOGCS["x"]]`}, 1, `"Amersfoort / RD New" is not read`, "a reference system that is not read"},
	}
	for _, test := range tests {
		events, problems := read(t, test.files...)
		if len(events) != test.events || !strings.Contains(strings.Join(problems, "\n"), test.told) {
			t.Errorf("%s: %d events, problems %q", test.reason, len(events), problems)
		}
	}
}

// FuzzShapefile reads anything as a .shp with its .dbf: no crash, no end of
// memory, and rows that end.
func FuzzShapefile(f *testing.F) {
	dbf := dbfOf([]string{"PLACE C 6", "DATE D 8", "N N 3", "I I 4", "B B 8", "L L 1"}, " Mosul 2014061012 abcdabcdefghT")
	f.Add(shpOf(shapeOf(point, 43.1, 36.3), shapeOf(null)), dbf, "UTF-8", `GEOGCS["a",DATUM["D_WGS_1984"],UNIT["Degree",0.0174532925199433]]`)
	f.Add(shpOf(shapeOf(polygon, box, uint32(1), uint32(4), []uint32{0}, []float64{0, 0, 0, 1, 1, 1, 0, 0})), dbf, "1256", `PROJCS["u",GEOGCS["a",DATUM["D_WGS_1984"]],PROJECTION["Transverse_Mercator"],PARAMETER["Central_Meridian",45],UNIT["m",1]]`)
	f.Add([]byte(shpMagic), []byte{3}, "", "")
	f.Fuzz(func(t *testing.T, shp, dbf []byte, cpg, prj string) {
		system, _, known := shape.WKT(prj)
		all := &files{shp: bytes.NewReader(shp)}
		if known {
			all.system = &system
		}
		if _, err := readBounds(all.shp); err != nil {
			return
		}
		if table, err := readTable(bytes.NewReader(dbf), cpg); err == nil {
			all.table = table
		}
		rows, err := all.rows()
		if err != nil {
			t.Fatal(err)
		}
		for n := 0; ; n++ {
			row := record.NewStoredRow(len(rows.Columns()))
			if err := rows.Next(row); err != nil {
				if err != io.EOF && err.Error() == "" {
					t.Error("an error without words")
				}
				return
			}
			if n > len(shp)+len(dbf) {
				t.Fatal("more rows than bytes")
			}
		}
	})
}
