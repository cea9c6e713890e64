// Package explain says to people how events were read from stories, and why a name
// was taken for a place: as pages and as text, and in the words of other outputs.
package explain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/highlight"
)

// Explainer writes how stories and rows were read. A nil explainer writes
// nothing.
type Explainer struct {
	places  Changer
	out     documentWriter
	table   *highlight.Document // of the file whose rows are being read
	written map[writtenPlace]bool
	err     error
}

// Changer knows what would change an answer; see [resolve.Resolver].
type Changer interface {
	Changes(p *geo.Place, others ...*geo.Place) []resolve.Change
}

// documentWriter is a [highlight.Writer] or a [highlight.TextWriter].
type documentWriter interface {
	Write(*highlight.Document) error
	Close() error
}

// writtenPlace is a place as the source writes it.
type writtenPlace struct {
	name, relation, kind string
	within               geo.Within
}

// New returns an explainer of a run whose names the resolver finds.
func New(places Changer) *Explainer { return &Explainer{places: places} }

// To says where to write: a page if the path ends like one, else text.
func (x *Explainer) To(w io.Writer, path, attribution string) {
	o := highlight.Options{
		Title:       "Why",
		Intro:       "How each event was read, and what speaks for its place.",
		Kinds:       []highlight.Kind{highlight.What, highlight.Where, highlight.When, highlight.HowMany, highlight.Who},
		Attribution: attribution,
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm":
		x.out = highlight.NewWriter(w, o)
	default:
		x.out = highlight.NewTextWriter(w)
	}
}

// Story writes how a story was read.
func (x *Explainer) Story(t *news.Trace) {
	if x == nil || x.err != nil {
		return
	}
	x.err = x.out.Write(x.explainStory(t))
}

// mostNames bounds what is held of a table whose names never repeat.
const mostNames = 10_000

// Row notes what the place of a table's row was taken for, each name once.
func (x *Explainer) Row(e *geo.Event) {
	if x == nil || x.err != nil || e.Source.Row == 0 || e.Place.Match.Kind == geo.Given {
		return
	}
	if x.table == nil || x.table.ID != e.Source.Document {
		x.flush()
		x.table = &highlight.Document{ID: e.Source.Document}
		x.written = make(map[writtenPlace]bool)
	}
	as := writtenPlace{e.Place.Name, e.Place.Relation, e.Place.Kind, e.Place.Within}
	if x.written[as] || len(x.written) >= mostNames {
		return
	}
	x.written[as] = true
	x.table.Notes = append(x.table.Notes, x.explainRow(e))
}

func (x *Explainer) flush() {
	if x.table != nil && x.err == nil {
		if len(x.written) >= mostNames {
			x.table.Notes = append(x.table.Notes, highlight.Note{Title: "further names are left out", Faint: true})
		}
		x.err = x.out.Write(x.table)
	}
	x.table = nil
}

// Close writes what is left.
func (x *Explainer) Close() error {
	x.flush()
	if x.err != nil {
		return x.err
	}
	return x.out.Close()
}

// During makes the file of --explain while a run goes on. It appears only if the
// run succeeds.
func (x *Explainer) During(path, attribution string, run func() error) error {
	if x == nil {
		return run()
	}
	file, err := output.Create(path)
	if err != nil {
		return err
	}
	defer file.Abort()
	buffered := bufio.NewWriter(file)
	x.To(buffered, path, attribution)
	if err := run(); err != nil {
		return err
	}
	if err := errors.Join(x.Close(), buffered.Flush()); err != nil {
		return fmt.Errorf("%s: %w", path, voice.Cause(err))
	}
	return file.Commit()
}
