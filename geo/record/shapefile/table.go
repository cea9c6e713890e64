package shapefile

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/dateline-map/dateline/geo/record"
)

// The parts of a .dbf: a head, the fields with an end sign behind them, and then
// rows of fixed width.
const (
	tableHead  = 32
	fieldBytes = 32
	fieldsEnd  = 0x0d
	mostFields = 2048
)

// table is a .dbf.
type table struct {
	file   io.ReaderAt
	rows   uint32
	begin  int64 // of the first row
	width  int   // of a row
	fields []field
	text   encoding.Encoding // nil for UTF-8, or if it is not told
}

// field is a column of a .dbf.
type field struct {
	name     string
	kind     byte
	from, to int // in a row
}

var errFields = errors.New("its table's head contradicts itself")

// readTable reads the head of a .dbf, beside which a .cpg names the encoding.
func readTable(r io.ReaderAt, cpg string) (*table, error) {
	t := &table{file: r}
	if err := t.readHead(cpg); err != nil {
		return nil, damaged(err)
	}
	return t, nil
}

func (t *table) readHead(cpg string) error {
	r := from(t.file, 0)
	var head [tableHead]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return err
	}
	t.rows = binary.LittleEndian.Uint32(head[4:])
	t.begin = int64(binary.LittleEndian.Uint16(head[8:]))
	t.width = int(binary.LittleEndian.Uint16(head[10:]))
	if t.begin <= tableHead || t.width == 0 {
		return errFields
	}
	fields := make([]byte, t.begin-tableHead)
	if _, err := io.ReadFull(r, fields); err != nil {
		return err
	}
	t.text = encodingOf(cpg, head[29])
	at := 1 // behind the sign of deleted rows
	for len(fields) >= fieldBytes && fields[0] != fieldsEnd {
		at = t.addField(fields[:fieldBytes], at)
		if at > t.width || len(t.fields) > mostFields {
			return errFields
		}
		fields = fields[fieldBytes:]
	}
	return nil
}

// addField adds a field that begins at a place in the rows, and returns where the
// next one does.
func (t *table) addField(b []byte, at int) int {
	name, _, _ := bytes.Cut(b[:11], []byte{0})
	f := field{name: t.decoded(bytes.TrimSpace(name)), kind: b[11], from: at, to: at + int(b[16])}
	if f.kind == 'C' {
		f.to += int(b[17]) << 8 // Clipper's and FoxPro's texts of more than 255 bytes
	}
	t.fields = append(t.fields, f)
	return f.to
}

func (t *table) names() []string {
	names := make([]string, len(t.fields))
	for i, f := range t.fields {
		names[i] = f.name
	}
	return names
}

// decoded returns a text in UTF-8, or as it is if its encoding is not told.
func (t *table) decoded(b []byte) string {
	if t.text == nil {
		return string(b)
	}
	d, err := t.text.NewDecoder().Bytes(b)
	if err != nil {
		return string(b)
	}
	return string(d)
}

// drivers are the encodings that a .dbf's head has numbers for.
var drivers = map[byte]encoding.Encoding{
	0x01: charmap.CodePage437, 0x02: charmap.CodePage850, 0x03: charmap.Windows1252, 0x57: charmap.Windows1252,
	0x64: charmap.CodePage852, 0x65: charmap.CodePage866, 0x7d: charmap.Windows1255, 0x7e: charmap.Windows1256,
	0x7c: charmap.Windows874, 0x88: charmap.Windows1254, 0xc8: charmap.Windows1250, 0xc9: charmap.Windows1251, 0xca: charmap.Windows1254,
	0xcb: charmap.Windows1253, 0xcc: charmap.Windows1257, 0x58: charmap.Windows1252, 0x59: charmap.Windows1252,
}

// encodingOf returns the encoding that a .cpg names, or else the number in the
// head of the .dbf; nil for UTF-8, or if none is told.
func encodingOf(cpg string, driver byte) encoding.Encoding {
	name := strings.TrimSpace(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(cpg)), "ansi"))
	switch {
	case name == "":
		return drivers[driver]
	case name == "utf-8" || name == "utf8" || name == "65001":
		return nil
	case name == "850" || name == "cp850":
		return charmap.CodePage850
	case name == "437" || name == "cp437":
		return charmap.CodePage437
	case name == "852" || name == "cp852":
		return charmap.CodePage852
	case strings.HasPrefix(name, "88591"):
		name = "iso-8859-1" + strings.TrimPrefix(name, "88591")
	case strings.HasPrefix(name, "8859"):
		name = "iso-8859-" + strings.TrimLeft(strings.TrimPrefix(name, "8859"), "_-")
	case len(name) == len("1252") && strings.HasPrefix(name, "125"):
		name = "windows-" + name
	case strings.HasPrefix(name, "cp125"):
		name = "windows-" + strings.TrimPrefix(name, "cp")
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	return e
}

// cells runs over the rows of a .dbf.
type cells struct {
	table *table
	r     *bufio.Reader
	left  uint32
	row   []byte
}

func (t *table) cells() cells {
	return cells{table: t, r: bufio.NewReaderSize(from(t.file, t.begin), 64<<10), left: t.rows, row: make([]byte, t.width)}
}

// fileEnd stands behind the rows, and deleted before one that is gone.
const (
	fileEnd = 0x1a
	deleted = '*'
)

// next reads the next row, and reports whether it is one that was deleted. The
// error is io.EOF at the end.
func (c *cells) next() (gone bool, err error) {
	if c.left == 0 {
		return false, io.EOF
	}
	c.left--
	first, err := c.r.Peek(1)
	if err != nil || first[0] == fileEnd {
		return false, damaged(fmt.Errorf("%d rows are missing", int64(c.left)+1))
	}
	if _, err := io.ReadFull(c.r, c.row); err != nil {
		return false, damaged(err)
	}
	return c.row[0] == deleted, nil
}

// fill sets the values of the row.
func (c *cells) fill(row *record.StoredRow) {
	for i, f := range c.table.fields {
		c.set(row, i, f.kind, c.row[f.from:f.to])
	}
}

func (c *cells) set(row *record.StoredRow, i int, kind byte, b []byte) {
	if kind == 'I' || kind == '+' || kind == 'O' || kind == 'B' && len(b) == 8 {
		setBinary(row, i, kind, b)
		return
	}
	b = bytes.Trim(b, " \x00")
	if len(b) == 0 {
		return
	}
	switch kind {
	case 'N', 'F':
		setNumber(row, i, string(b))
	case 'L':
		if strings.ContainsAny(string(b), "TtYy") {
			row.SetBool(i, true)
		} else if strings.ContainsAny(string(b), "FfNn") {
			row.SetBool(i, false)
		}
	case 'D':
		setDay(row, i, string(b))
	case 'M', 'G', 'P', '@', 'T':
		// What stands here is where a text lies in another file, or a time of day
		// in a form of its maker's own.
	default:
		row.SetText(i, c.table.decoded(b))
	}
}

// setBinary sets a number that is not written in digits.
func setBinary(row *record.StoredRow, i int, kind byte, b []byte) {
	switch {
	case (kind == 'I' || kind == '+') && len(b) == 4:
		row.SetNumber(i, strconv.Itoa(int(int32(binary.LittleEndian.Uint32(b)))))
	case len(b) == 8:
		row.SetFloat(i, math.Float64frombits(binary.LittleEndian.Uint64(b)), 64)
	}
}

// setNumber sets a number in digits. Asterisks stand for one that was too long.
func setNumber(row *record.StoredRow, i int, s string) {
	if strings.Trim(s, "*") == "" {
		return
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		row.SetNumber(i, strconv.FormatInt(n, 10))
		return
	}
	f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil {
		row.SetText(i, s)
		return
	}
	row.SetFloat(i, f, 64)
}

// setDay sets a date, which is eight digits. Zeros are none.
func setDay(row *record.StoredRow, i int, s string) {
	switch {
	case strings.Trim(s, "0") == "":
	case len(s) == 8:
		row.SetText(i, s[:4]+"-"+s[4:6]+"-"+s[6:])
	default:
		row.SetText(i, s)
	}
}
