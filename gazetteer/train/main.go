// Command train learns the resolver's weights from gold, and prints as Markdown
// how well they do on gold that they were not learned from.
//
//	go run ./gazetteer/train -index gazetteer/world/world.idx -stories a.jsonl,b.jsonl -rows c.csv -o gazetteer/resolve/weights
//
// Stories are one JSON document a line:
//
//	{"text": "…", "mentions": [{"start", "end", "name", "lat", "lon"}]}
//
// with offsets in Unicode code points. Rows are CSV with a header that has
// country, admin1, admin2, place, lat and lon. Files are kept apart in the
// figures; folds are contiguous blocks, so that what belongs together is not
// split. Without -o no weights are written.
//
// With -folds 0 nothing is learned, and the weights that the program is built
// with are measured: for gold that they have never seen. -pictures draws
// reliability.svg and coverage.svg. With -homes each story is told where its
// publisher is at home, as if by --home. What the tables mean: docs/scoring.md.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/score"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

func main() {
	var o options
	flag.StringVar(&o.index, "index", "", "gazetteer index `FILE`")
	flag.StringVar(&o.stories, "stories", "", "gold stories, `FILES` with commas between")
	flag.StringVar(&o.rows, "rows", "", "gold rows, `FILES` with commas between")
	flag.StringVar(&o.out, "o", "", "write the weights into `FOLDER`")
	flag.StringVar(&o.pictures, "pictures", "", "draw into `FOLDER`")
	flag.BoolVar(&o.homes, "homes", false, "give each story the home of its publisher, as the stories around it show it")
	flag.IntVar(&o.folds, "folds", 5, "folds of cross-validation; 0 measures the weights as they are")
	flag.Float64Var(&o.l2, "l2", 3, "pull of the weights towards 0")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "train: error:", err)
		os.Exit(1)
	}
}

type options struct {
	index, stories, rows, out, pictures string
	folds                               int
	homes                               bool
	l2                                  float64
}

func (o options) training() linear.Options { return linear.Options{L2: o.l2, MinCount: 5} }

func run(o options) error {
	if o.homes && o.rows != "" {
		return errors.New("-homes: rows have no publisher")
	}
	x, err := gazetteer.Open(o.index)
	if err != nil {
		return err
	}
	defer x.Close()
	stories, err := readAll(o.stories, storyReader{resolve.New(x, resolve.Options{})}.read)
	if err != nil {
		return err
	}
	rows, err := readAll(o.rows, readRows)
	if err != nil {
		return err
	}
	t := trainer{x: x, o: o, names: linear.Names{}, seen: map[*geo.Place][]resolve.Observation{}}
	w := resolve.EmbeddedWeights()
	measured, elsewhere := t.measure(stories, rows, &w)
	if err := score.Report(os.Stdout, x, measured, elsewhere); err != nil {
		return err
	}
	if o.pictures != "" {
		if err := draw(o.pictures, measured); err != nil {
			return err
		}
	}
	if o.out == "" {
		return nil
	}
	return t.write(o.out, &w)
}

// measure answers the gold by weights that are not learned from it, and learns
// from all of it.
func (t *trainer) measure(stories, rows []set, w *resolve.Weights) (measured, elsewhere []score.Set) {
	if t.o.folds == 0 {
		return append(t.asShipped(stories, false), t.asShipped(rows, true)...), nil
	}
	if len(stories) > 0 {
		measured, elsewhere = t.stories(stories, w)
	}
	if len(rows) > 0 {
		m, e := t.rows(rows, w)
		measured, elsewhere = append(measured, m...), append(elsewhere, e...)
	}
	return measured, elsewhere
}

// draw writes the pictures of docs/scoring.md.
func draw(folder string, sets []score.Set) error {
	pictures := []struct {
		name string
		draw func(io.Writer, []score.Set) error
	}{{"reliability.svg", score.DrawReliability}, {"coverage.svg", score.DrawCoverage}}
	for _, p := range pictures {
		f, err := os.Create(filepath.Join(folder, p.name))
		if err != nil {
			return err
		}
		if err := errors.Join(p.draw(f, sets), f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// readAll reads several files, each a set of its own.
func readAll(files string, read func(io.Reader) ([]example, error)) ([]set, error) {
	var sets []set
	for name := range strings.FieldsFuncSeq(files, func(r rune) bool { return r == ',' }) {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		examples, err := read(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		sets = append(sets, set{name: strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), examples: examples})
	}
	return sets, nil
}

// trainer trains on one index.
type trainer struct {
	x     *gazetteer.Index
	o     options
	names linear.Names
	own   []example // stories made of the gazetteer itself
	alone *linear.Model
	seen  map[*geo.Place][]resolve.Observation // by the first place of an example; see unweighed
}

// write writes the models that were learned. Those of the other kind of gold stay
// as they are: this run does not know the names of their features.
func (t *trainer) write(folder string, w *resolve.Weights) error {
	learned := map[string]*linear.Model{}
	if t.o.stories != "" {
		learned["alone"], learned["story"], learned["confidence"] = w.Alone, w.Story, w.Confidence
	}
	if t.o.rows != "" {
		learned["row"], learned["row_confidence"] = w.Row, w.RowConfidence
	}
	for name, m := range learned {
		if err := t.writeModel(filepath.Join(folder, name+".txt"), m); err != nil {
			return err
		}
	}
	return nil
}

func (t *trainer) writeModel(file string, m *linear.Model) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	return errors.Join(m.Write(f, t.names), f.Close())
}
