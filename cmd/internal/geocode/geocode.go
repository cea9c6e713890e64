// Package geocode writes a table again with what is found of the places of its rows.
package geocode

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/output/decisions"
)

// Geocoder finds the places of a table's rows.
type Geocoder struct {
	voice         voice.Voice
	places        *resolve.Decided
	ids           record.IDs
	open          *decisions.Names
	form          *decisions.File // nil if nobody asked
	rows, refused int
	located       int
	why           explain.Reasons // of the rows without a place
	added         []string        // the columns that are found
	placeless     bool            // no column says where: it is a story, or its columns are called as nobody calls them
	uncoded       int             // rows that nothing but a P-code says the place of, which the gazetteer lacks
}

// New returns a geocoder that heeds the decisions of a form, nil for none. The
// gazetteer has P-codes of so many levels of areas.
func New(v voice.Voice, resolver *resolve.Resolver, pcodes int, form *decisions.File) (*Geocoder, error) {
	g := &Geocoder{voice: v, added: slices.Concat(Columns, pcodeColumns[:pcodes]), form: form}
	var made []geo.Decision
	if form != nil {
		made = form.Form().Decisions()
	}
	g.open = decisions.NewNames(made)
	var err error
	g.places, err = resolver.Decide(made)
	return g, err
}

// Readable returns the path of a table, which is read more than once: standard
// input is copied to a temporary file until done is called.
func Readable(ctx context.Context, path string, stdin io.Reader, o *record.Options) (again string, done func(), err error) {
	if path != input.Stdin {
		return path, func() {}, nil
	}
	f, err := scratch.Named("", "dateline-input")
	if err != nil {
		return "", nil, err
	}
	_, err = io.Copy(f, input.Interruptible(ctx, stdin))
	o.Name = "standard input"
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", o.Name, voice.Cause(errors.Join(err, f.Close())))
	}
	return f.Name(), func() { f.Close() }, nil
}

// Write writes the table at the path with what is found, in a form.
func (g *Geocoder) Write(ctx context.Context, w io.Writer, path string, o record.Options, form Form) error {
	defer g.ids.Close()
	return errors.Join(g.writeRows(ctx, w, path, o, form), g.ids.Err())
}

func (g *Geocoder) writeRows(ctx context.Context, w io.Writer, path string, o record.Options, form Form) error {
	o.Hidden, o.OneTable = g.ours, true
	t := tables{added: g.added}
	t.late, o.Known = lateColumns(path, o)
	locator, known := job.TableLocator(ctx, path, o, g.places)
	o.Known = known
	o.Understood = t.understood
	defer func() { g.placeless = !t.placed }()
	rows := g.found(ctx, &t, geo.Locate(record.Open(path, o), locator))
	if form.Workbook {
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
func (g *Geocoder) partial() error {
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
func (g *Geocoder) found(ctx context.Context, t *tables, rows iter.Seq2[geo.Event, error]) iter.Seq2[foundRow, error] {
	return func(yield func(foundRow, error) bool) {
		bar := g.voice.Progress(-1, "rows")
		defer bar.Finish()
		for e, err := range rows {
			row, ok := foundRow{table: t.last}, true
			switch {
			case ctx.Err() != nil:
				yield(row, ctx.Err())
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
func (g *Geocoder) settle(row *foundRow, e *geo.Event) {
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
func (g *Geocoder) refusal(row *foundRow, err error) bool {
	var p *geo.Problem
	if input.Refused(err) {
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
func (g *Geocoder) writeForm() error {
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
func (g *Geocoder) count(e *geo.Event) {
	g.open.Add(e)
	if job.Uncoded(&e.Place) {
		g.uncoded++
	}
	if e.Place.Located() {
		g.located++
		return
	}
	g.why.Add(decisions.Reason(&e.Place))
}

// Summarise says in a few lines what was found and what was not, and writes the form.
func (g *Geocoder) Summarise() error {
	g.voice.Say("rows      %d: %d located, %d unresolved", g.rows, g.located, g.rows-g.located)
	g.why.Say(g.voice)
	if g.placeless && g.located == 0 {
		g.voice.Hint("say which column names places with --map place=COLUMN; `dateline geoparse` finds those that texts name")
	}
	job.HintPCodes(g.voice, g.uncoded)
	if g.form == nil {
		return nil
	}
	return g.writeForm()
}
