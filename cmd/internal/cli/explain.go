package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/highlight"
	"github.com/urfave/cli/v2"
)

// Why comes in two doors with one thing behind: `map --explain FILE` explains
// the very run that makes the layers, with all its flags and decisions, and
// `explain` is the same without layers, for looking at one story.
func explainCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show how events were read from stories, and why a place was chosen",
		ArgsUsage: "FILE-OR-FOLDER [FILE-OR-FOLDER ...]",
		Description: `Shows of each story the sentences that tell of something, with what, where,
when, how many and who marked, the event made of them, and what speaks for its
place; of a sentence that gave no event, why. Of each place name of a table, the
places it could mean and what would make another of them.

The output is text, or a page if it ends in .html. ` + "`dateline map --explain FILE`" + `
writes the same of the run that makes the layers.

EXAMPLES:
   dateline explain testdata/stories/anbar-convoy.txt
   dateline explain testdata/stories testdata/records -o why.html`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE`, or - for standard output"},
			&cli.StringFlag{Name: "decisions", Usage: "heed what `FILE` says of names"},
		}, readingFlags()...),
		Action: func(c *cli.Context) error { return runExplain(c, s) },
	}
}

// readingFlags say how input is read and places are found.
func readingFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "date", Usage: "publication `DATE` (YYYY-MM-DD) of stories that have none"},
		homeFlag(),
		gazetteerFlag(),
		&cli.Float64Flag{Name: "min-confidence", Value: gazetteer.DefaultMinConfidence, Usage: "leave places less likely right than `P` (0 to 1) unresolved"},
		&cli.StringFlag{Name: "types", Usage: "what counts as an event, and the words for it, from `FILE` (see docs/extraction.md)"},
		quietFlag(),
	}
}

func runExplain(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return voice.Usagef("no input: name files or folders to read")
	}
	if err := checkOutput(c.String("output"), c.Args().Slice()); err != nil {
		return err
	}
	r, index, err := explainingRun(c, s)
	if err != nil {
		return err
	}
	r.find(c.Args().Slice(), outputsOf(c)...)
	return toFile(c.String("output"), s.Out, func(w io.Writer) error {
		r.explain.to(w, c.String("output"), index.Info().Attribution)
		for range r.events(c.Context) {
		}
		switch err := errors.Join(c.Context.Err(), r.explain.close(), r.accept(nil, false)); {
		case err != nil:
			return err
		case r.refused > 0:
			return voice.ErrPartial
		}
		return nil
	})
}

// explainingRun returns the run that the flags ask for.
func explainingRun(c *cli.Context, s Streams) (*run, gazetteer.Places, error) {
	published, err := publicationDate(c.String("date"))
	if err != nil {
		return nil, nil, err
	}
	types, err := readTypes(c.String("types"))
	if err != nil {
		return nil, nil, err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return nil, nil, err
	}
	confidence, err := minConfidence(c)
	if err != nil {
		return nil, nil, err
	}
	r := &run{
		voice:     voiceOf(c, s),
		published: published,
		least:     confidence,
		types:     types,
		stdin:     s.In,
	}
	resolver := gazetteer.NewResolver(index, gazetteer.ResolverOptions{MinConfidence: confidence, Explain: true})
	if r.home, err = home(c, resolver); err != nil {
		return nil, nil, err
	}
	r.resolver, r.explain = resolver, newExplainer(resolver)
	_, err = r.heed(c.String("decisions"), target{})
	return r, index, err
}

// explainer writes how stories and rows were read. A nil explainer writes
// nothing.
type explainer struct {
	places  changer
	out     documentWriter
	table   *highlight.Document // of the file whose rows are being read
	written map[writtenPlace]bool
	err     error
}

// changer knows what would change an answer; see [gazetteer.Resolver].
type changer interface {
	Changes(p *geo.Place, others ...*geo.Place) []gazetteer.Change
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

func newExplainer(places changer) *explainer { return &explainer{places: places} }

// to says where to write: a page if the path ends like one, else text.
func (x *explainer) to(w io.Writer, path, attribution string) {
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

// story writes how a story was read.
func (x *explainer) story(t *news.Trace) {
	if x == nil || x.err != nil {
		return
	}
	x.err = x.out.Write(x.explainStory(t))
}

// mostNames bounds what is held of a table whose names never repeat.
const mostNames = 10_000

// row notes what the place of a table's row was taken for, each name once.
func (x *explainer) row(e *geo.Event) {
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

func (x *explainer) flush() {
	if x.table != nil && x.err == nil {
		if len(x.written) >= mostNames {
			x.table.Notes = append(x.table.Notes, highlight.Note{Title: "further names are left out", Faint: true})
		}
		x.err = x.out.Write(x.table)
	}
	x.table = nil
}

// close writes what is left.
func (x *explainer) close() error {
	x.flush()
	if x.err != nil {
		return x.err
	}
	return x.out.Close()
}

// explainPath returns the file that --explain names, if it does.
func explainPath(c *cli.Context) (string, error) {
	path := c.String("explain")
	if path == "-" || path == "" && c.IsSet("explain") {
		return "", voice.Usagef("--explain needs a file, .html or .txt; `dateline explain` writes to standard output")
	}
	return path, nil
}

// during makes the file of --explain while a run goes on. It appears only if the
// run succeeds.
func (x *explainer) during(path, attribution string, run func() error) error {
	if x == nil {
		return run()
	}
	file, err := output.Create(path)
	if err != nil {
		return err
	}
	defer file.Abort()
	buffered := bufio.NewWriter(file)
	x.to(buffered, path, attribution)
	if err := run(); err != nil {
		return err
	}
	if err := errors.Join(x.close(), buffered.Flush()); err != nil {
		return fmt.Errorf("%s: %w", path, cause(err))
	}
	return file.Commit()
}
