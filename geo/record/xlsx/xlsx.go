// Package xlsx reads the cells of Excel workbooks, row by row, as text: a date
// cell is an ISO date, a formula its value. It copies workbooks with more columns,
// too, and leaves the rest of them as it is.
//
// Sheets are streamed. What is held in memory is bounded: the texts that cells
// share go to a temporary file if they are many.
//
// # Non-goals
//
//   - Formatting numbers as Excel shows them: 0.5 is "0.5" also if Excel shows
//     50 %.
//   - Formulas, pictures, macros: nothing in a workbook is ever executed.
//
// The library excelize tells the type and style of a cell only once it holds the
// whole sheet in memory, so that it cannot both stream and know dates.
package xlsx

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Errors of files that are no workbook this package can read.
var (
	// ErrNoWorkbook is the error of a zip file that is something else.
	ErrNoWorkbook = errors.New("not an Excel workbook")
	errBinary     = errors.New("a binary workbook (.xlsb); save it as .xlsx")
)

// Book is a workbook. Close removes its temporary file, if it has one.
type Book struct {
	// Sheets are the workbook's sheets of cells in their order. Those of charts
	// are left out.
	Sheets []*Sheet

	zip    *zip.Reader
	files  map[string]*zip.File // by their names in lower case
	shared *texts
	styles []format // by the number of a cell's style
	mac    bool     // days count from 1904
}

// Sheet is a sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool

	book *Book
	part string
}

// Open reads what a workbook says of itself, but none of its sheets.
func Open(z *zip.Reader) (*Book, error) {
	b := &Book{zip: z, files: make(map[string]*zip.File, len(z.File)), shared: &texts{}}
	for _, f := range z.File {
		b.files[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	if err := b.open(); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// Close removes what the workbook keeps on disk.
func (b *Book) Close() error { return b.shared.close() }

// The workbook's own part, where every program writes it.
const (
	workbookPart = "xl/workbook.xml"
	binaryPart   = "xl/workbook.bin"
)

func (b *Book) open() error {
	main := b.mainPart()
	if b.files[main] == nil {
		if b.files[binaryPart] != nil {
			return errBinary
		}
		return ErrNoWorkbook
	}
	related, err := b.relations(main)
	if err != nil {
		return err
	}
	if err := b.readWorkbook(main, related); err != nil {
		return err
	}
	for _, r := range related {
		switch r.kind {
		case "styles":
			err = b.each(r.target, b.styleReader())
		case "sharedStrings":
			err = b.readShared(r.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// relation is a part that another one names.
type relation struct{ id, kind, target string }

// mainPart returns the part that the package names as the document.
func (b *Book) mainPart() string {
	if b.files[workbookPart] != nil {
		return workbookPart
	}
	all, err := b.relations("")
	if err == nil {
		for _, r := range all {
			if r.kind == "officeDocument" && strings.Contains(r.target, "workbook") {
				return r.target
			}
		}
	}
	return workbookPart
}

// relations returns the parts that a part names, of which there may be none.
func (b *Book) relations(part string) (all []relation, err error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if b.files[name] == nil {
		return nil, nil
	}
	err = b.each(name, func(x *xmlReader) error {
		if x.name != "Relationship" {
			return nil
		}
		target := x.attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		kind := x.attr("Type")
		all = append(all, relation{x.attr("Id"), kind[strings.LastIndexByte(kind, '/')+1:], strings.ToLower(strings.TrimPrefix(target, "/"))})
		return nil
	})
	return all, err
}

// readWorkbook finds the sheets and the epoch of days.
func (b *Book) readWorkbook(main string, related []relation) error {
	sheets := map[string]string{}
	for _, r := range related {
		if r.kind == "worksheet" {
			sheets[r.id] = r.target
		}
	}
	return b.each(main, func(x *xmlReader) error {
		switch x.name {
		case "workbookPr":
			b.mac = isTrue(x.attr("date1904"))
		case "sheet":
			if part, ok := sheets[x.attr("id")]; ok {
				hidden := x.attr("state") == "hidden" || x.attr("state") == "veryHidden"
				b.Sheets = append(b.Sheets, &Sheet{Name: x.attr("name"), Hidden: hidden, book: b, part: part})
			}
		}
		return nil
	})
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// mostShared bounds a text that cells share; Excel's own bound is 32,767
// characters.
const mostShared = 1 << 20

// readShared reads the texts that cells share. Runs of different fonts are one
// text; the readings beside Japanese ones are none of it.
func (b *Book) readShared(part string) error {
	text, depth := []byte(nil), 0
	err := b.tags(part, func(x *xmlReader) error {
		switch {
		case x.name == "rPh" && !x.empty:
			depth += x.step()
		case x.name == "si" && x.step() <= 0:
			err := b.shared.add(unescaped(text))
			text = text[:0]
			return err
		case x.name == "t" && x.opens && depth == 0 && len(text) < mostShared:
			text = append(text, x.text...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return b.shared.flush()
}

// each runs over the elements of a part as they open.
func (b *Book) each(part string, do func(*xmlReader) error) error {
	return b.tags(part, func(x *xmlReader) error {
		if !x.opens {
			return nil
		}
		return do(x)
	})
}

// tags runs over the tags of a part.
func (b *Book) tags(part string, do func(*xmlReader) error) error {
	x, closer, err := b.xml(part)
	if err != nil {
		return err
	}
	defer closer.Close() // nothing was written
	for {
		err := x.next()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = do(x)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
	}
}

func (b *Book) xml(part string) (*xmlReader, io.Closer, error) {
	f := b.files[part]
	if f == nil {
		return nil, nil, fmt.Errorf("the workbook names %s, which it does not hold", strconv.Quote(part))
	}
	r, err := f.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", part, err)
	}
	return newXMLReader(limited(r, f)), r, nil
}

// Bounds on unpacking: no table written by people or programs shrinks to a
// hundredth, and small parts may do as they like.
const (
	mostRatio   = 150
	alwaysFine  = 64 << 20
	bombMessage = "it unpacks to more than %d times its size, as no table does; it may be a zip bomb"
)

// limited returns a reader of a packed file that ends in an error if it unpacks
// beyond all measure.
func limited(r io.Reader, f *zip.File) io.Reader {
	return Limit(r, int64(f.CompressedSize64))
}

// Limit returns a reader of what is unpacked from so many bytes. It ends in an
// error if that is beyond all measure.
func Limit(r io.Reader, packed int64) io.Reader {
	return &limiter{r: r, left: max(alwaysFine, packed*mostRatio)}
}

type limiter struct {
	r    io.Reader
	left int64
}

func (l *limiter) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, fmt.Errorf(bombMessage, mostRatio)
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}
