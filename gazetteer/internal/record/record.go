// Package record is the table of places of an index: one record of fixed length
// for each, read in place, with the names and ids beside it.
//
//	7 bytes point, see pack
//	uint32  number of the smallest administrative area known to hold it
//	uint32  id: a number, or where the text is among the texts
//	2 bytes country, ISO 3166-1 alpha-2; zeros if there is none
//	uint16  population, as a [Decimal]
//	uint16  radius in metres, as a [Decimal]
//	uint16  number of its [Kind]
//
// Record 0 is blank: it stands for no place.
//
// Behind a name may stand what else the place is called: for each a byte 0, a
// [Mark], and the text.
package record

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/internal/file"
	"github.com/dateline-map/dateline/gazetteer/internal/spool"
	"github.com/dateline-map/dateline/gazetteer/internal/wire"
)

// Len is the length of a record in bytes, and where its fields are.
const (
	Len = 23

	atParent     = 7
	atID         = 11
	atCountry    = 15
	atPopulation = 17
	atRadius     = 19
	atKind       = 21
)

// A point is a number of 56 bits: from the lowest, 26 for the longitude counted
// from the west, 25 for the latitude counted from the south, both in units of
// 1e-5 degrees, which is a metre; and one that says that the point is known.
const (
	unitsPerDegree = 1e5

	lonBits    = 26
	latBits    = 25
	locatedBit = 1 << (lonBits + latBits)
)

// pack returns the number for a point on earth.
func pack(lon, lat float64) uint64 {
	x, y := math.Round((lon+180)*unitsPerDegree), math.Round((lat+90)*unitsPerDegree)
	return uint64(x) | uint64(y)<<lonBits | locatedBit
}

// unpack returns the point of a number. Counting back to degrees by whole units
// keeps 9.54321 from becoming 9.543210000000001.
func unpack(v uint64) (lon, lat float64, located bool) {
	x, y := int64(v&(1<<lonBits-1)), int64(v>>lonBits&(1<<latBits-1))
	return float64(x-180*unitsPerDegree) / unitsPerDegree, float64(y-90*unitsPerDegree) / unitsPerDegree, v&locatedBit != 0
}

// Kind is what many places have in common, kept once.
type Kind struct {
	Type   string
	Code   string // GeoNames feature code
	Prefix string // of the ids, without the colon
	Text   bool   // ids are texts, not numbers
}

// Record is a place as it stands in the table.
type Record struct {
	Lon, Lat   float64
	Located    bool
	Parent     uint32
	ID         uint32 // the number or, for a Kind with Text, where the text is
	Country    string
	Population Decimal
	RadiusM    Decimal
	Kind       uint16
}

// Sections are the parts of the table in an index file.
type Sections struct {
	Kinds   string // a line for each: type, code, prefix, "text" or "number", separated by tabs
	Records string
	Names   string // uint32 where each block of names begins, then the names
	Texts   string // ids that are no numbers
}

// namesPerBlock is how many names share a position, of which each would take
// four bytes.
const namesPerBlock = 16

// Table is a table of places. Any number of goroutines may use it.
type Table struct {
	s     Sections
	n     int
	kinds []Kind
}

// Open returns the table of n records, the blank one included.
func Open(s Sections, n int) (*Table, error) {
	if n < 1 || len(s.Records) != n*Len {
		return nil, errors.New("index is damaged: the number of places does not fit their table")
	}
	if len(s.Names) < 4*nameBlocks(n) {
		return nil, errors.New("index is damaged: the table of names is too short")
	}
	t := &Table{s: s, n: n}
	for line := range strings.Lines(s.Kinds) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("index is damaged: %q is no kind of place", line)
		}
		t.kinds = append(t.kinds, Kind{Type: f[0], Code: f[1], Prefix: f[2], Text: f[3] == "text"})
	}
	return t, nil
}

func nameBlocks(n int) int { return (n + namesPerBlock - 1) / namesPerBlock }

// Len returns the number of records, the blank one included.
func (t *Table) Len() int { return t.n }

// At returns the record with a number, the blank one if there is none.
func (t *Table) At(number uint32) Record {
	if int64(number) >= int64(t.n) {
		number = 0
	}
	s := t.s.Records[int(number)*Len:][:Len]
	r := Record{
		Parent:     wire.Uint32(s, atParent),
		ID:         wire.Uint32(s, atID),
		Population: Decimal(wire.Uint16(s, atPopulation)),
		RadiusM:    Decimal(wire.Uint16(s, atRadius)),
		Kind:       wire.Uint16(s, atKind),
	}
	if lon, lat, located := unpack(wire.Word(s)); located {
		r.Lon, r.Lat, r.Located = lon, lat, true
	}
	if s[atCountry] != 0 {
		r.Country = s[atCountry:atPopulation]
	}
	return r
}

// Point returns the point of a record alone.
func (t *Table) Point(number uint32) (lon, lat float64, located bool) {
	if int64(number) >= int64(t.n) {
		return 0, 0, false
	}
	return unpack(wire.Uint64(t.s.Records, int(number)*Len))
}

// Parent returns the parent of a record alone.
func (t *Table) Parent(number uint32) uint32 {
	if int64(number) >= int64(t.n) {
		return 0
	}
	return wire.Uint32(t.s.Records, int(number)*Len+atParent)
}

// Type returns the type of a record alone.
func (t *Table) Type(number uint32) string {
	if int64(number) >= int64(t.n) {
		return ""
	}
	return t.kind(wire.Uint16(t.s.Records, int(number)*Len+atKind)).Type
}

func (t *Table) kind(i uint16) Kind {
	if int(i) >= len(t.kinds) {
		return Kind{}
	}
	return t.kinds[i]
}

// Kind returns the kind of a record.
func (t *Table) Kind(r Record) Kind { return t.kind(r.Kind) }

// ID returns the id of a record.
func (t *Table) ID(r Record) string {
	var room [32]byte
	return string(t.AppendID(room[:0], r))
}

// AppendID appends the id of a record.
func (t *Table) AppendID(dst []byte, r Record) []byte {
	k := t.kind(r.Kind)
	dst = append(append(dst, k.Prefix...), ':')
	if k.Text {
		return append(dst, t.text(r.ID)...)
	}
	return strconv.AppendUint(dst, uint64(r.ID), 10)
}

func (t *Table) text(at uint32) string {
	r := wire.At(t.s.Texts, int(at))
	return r.String()
}

// Mark says what a text behind a name is.
type Mark byte

// The marks.
const (
	OwnScript Mark = 'n' // its name in a script of its own
	Code      Mark = 'c' // a short form or a number: "IRQ", "IQG01"
	PCode     Mark = 'p' // that one of its codes which is OCHA's
)

// Label is what a place is called beside its name.
type Label struct {
	Mark Mark
	Text string
}

// Name returns the name of the place with a number.
func (t *Table) Name(number uint32) string {
	name, _, _ := strings.Cut(t.called(number), "\x00")
	return name
}

// Labels returns what else the place with a number is called by a mark.
func (t *Table) Labels(number uint32, mark Mark) (texts []string) {
	for i, label := range strings.Split(t.called(number), "\x00") {
		if i > 0 && label != "" && label[0] == byte(mark) {
			texts = append(texts, label[1:])
		}
	}
	return texts
}

// called returns a name and the labels behind it.
func (t *Table) called(number uint32) string {
	if int64(number) >= int64(t.n) {
		return ""
	}
	names := t.s.Names
	at := int(wire.Uint32(names, int(number/namesPerBlock)*4))
	for range number % namesPerBlock {
		if at >= 0 && at < len(names) && names[at] < 0x80 { // its length is one byte, as nearly always
			at += 1 + int(names[at])
			continue
		}
		r := wire.At(names, at)
		if r.Take(r.Count(1)); r.Bad() {
			return ""
		}
		at = r.Pos()
	}
	r := wire.At(names, at)
	return r.String()
}

// Builder writes a table. Records are added in the order of their numbers, the
// first one gets number 1. What it has written waits in temporary files until it
// is closed.
type Builder struct {
	kinds   []string
	kindOf  map[Kind]uint16
	n       int
	records spool.Spool
	offsets []uint32 // where blocks of names begin
	names   spool.Spool
	texts   spool.Spool
}

// NewBuilder returns a Builder that has the blank record.
func NewBuilder() *Builder {
	b := &Builder{kindOf: map[Kind]uint16{}}
	if err := b.Add(Record{}, Kind{}, ":0", "", nil); err != nil {
		panic("the blank record is well formed: " + err.Error())
	}
	return b
}

// Close removes temporary files.
func (b *Builder) Close() error {
	return errors.Join(b.records.Close(), b.names.Close(), b.texts.Close())
}

// Add adds a place with its kind, of which the id decides the last two fields.
func (b *Builder) Add(r Record, k Kind, id, name string, labels []Label) error {
	var err error
	if r.ID, err = b.id(&k, id); err != nil {
		return err
	}
	if r.Kind, err = b.kind(k); err != nil {
		return err
	}
	if r.Country != "" && len(r.Country) != 2 {
		return fmt.Errorf("place %s: %q is not a country code of two letters", id, r.Country)
	}
	point := uint64(0)
	if r.Located {
		point = pack(r.Lon, r.Lat)
	}
	data := binary.LittleEndian.AppendUint64(make([]byte, 0, Len+1), point)[:atParent]
	data = binary.LittleEndian.AppendUint32(data, r.Parent)
	data = binary.LittleEndian.AppendUint32(data, r.ID)
	data = append(data, (r.Country + "\x00\x00")[:2]...)
	data = binary.LittleEndian.AppendUint16(data, uint16(r.Population))
	data = binary.LittleEndian.AppendUint16(data, uint16(r.RadiusM))
	data = binary.LittleEndian.AppendUint16(data, r.Kind)
	if _, err := b.records.Write(data); err != nil {
		return err
	}
	return b.addName(name, labels)
}

func (b *Builder) addName(name string, labels []Label) error {
	for _, l := range labels {
		name += "\x00" + string(l.Mark) + l.Text
	}
	if strings.Count(name, "\x00") != len(labels) {
		return fmt.Errorf("the name %q has a byte 0", name)
	}
	if b.n%namesPerBlock == 0 {
		if b.names.Len() > math.MaxUint32 {
			return errors.New("the names take more than 4 GiB")
		}
		b.offsets = append(b.offsets, uint32(b.names.Len()))
	}
	b.n++
	_, err := b.names.Write(wire.AppendString(nil, name))
	return err
}

// id returns what stands for an id in the record, and notes in the kind how.
func (b *Builder) id(k *Kind, id string) (uint32, error) {
	prefix, rest, ok := strings.Cut(id, ":")
	if !ok || rest == "" {
		return 0, fmt.Errorf("id %q is not of the form source:id", id)
	}
	k.Prefix = prefix
	if n, err := strconv.ParseUint(rest, 10, 32); err == nil && strconv.FormatUint(n, 10) == rest {
		return uint32(n), nil
	}
	at := b.texts.Len()
	if at > math.MaxUint32 {
		return 0, errors.New("the ids take more than 4 GiB")
	}
	k.Text = true
	_, err := b.texts.Write(wire.AppendString(nil, rest))
	return uint32(at), err
}

// kind returns the number of a kind.
func (b *Builder) kind(k Kind) (uint16, error) {
	if n, ok := b.kindOf[k]; ok {
		return n, nil
	}
	if len(b.kinds) > math.MaxUint16 {
		return 0, errors.New("there are more than 65,536 kinds of place")
	}
	form := "number"
	if k.Text {
		form = "text"
	}
	line := strings.Join([]string{k.Type, k.Code, k.Prefix, form}, "\t")
	if strings.Count(line, "\t") != 3 || strings.Contains(line, "\n") {
		return 0, fmt.Errorf("type %q, code %q or id source %q has a tab or a line feed", k.Type, k.Code, k.Prefix)
	}
	n := uint16(len(b.kinds))
	b.kinds, b.kindOf[k] = append(b.kinds, line+"\n"), n
	return n, nil
}

// Built is a table on its way into a file; see [Sections].
type Built struct {
	Kinds, Records, Names, Texts file.Section
	N                            int // number of records
}

// Finish returns the sections, which are good until the Builder is closed.
func (b *Builder) Finish() (Built, error) {
	var offsets []byte
	for _, at := range b.offsets {
		at64 := uint64(at) + 4*uint64(len(b.offsets))
		if at64 > math.MaxUint32 {
			return Built{}, errors.New("the names take more than 4 GiB")
		}
		offsets = binary.LittleEndian.AppendUint32(offsets, uint32(at64))
	}
	return Built{
		Kinds:   file.Section{file.Bytes(strings.Join(b.kinds, ""))},
		Records: file.Section{&b.records},
		Names:   file.Section{file.Bytes(offsets), &b.names},
		Texts:   file.Section{&b.texts},
		N:       b.n,
	}, nil
}
