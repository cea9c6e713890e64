package main

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"

	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/news/tag"
)

func init() { commands["weigher"] = trainWeigher }

// weigherOptions are what the weigher is trained with.
var weigherOptions = linear.Options{L2: 1, MinCount: 5}

// trainWeigher learns which of the names that were found and located are those of
// places. The tagger that finds them has not learned from their text.
func trainWeigher(args []string) error {
	flags := flag.NewFlagSet("weigher", flag.ContinueOnError)
	out := flags.String("o", "", "file to write the weights to")
	folds := flags.Int("folds", 5, "contiguous blocks, each found by a tagger of the others; what is learned is measured so, too")
	prefix := flags.String("found", "", "begin of the files to write what is left to, for a scorer, one for each corpus")
	gaz := flags.String("gazetteer", "", "index to use; the default is the embedded one")
	if err := flags.Parse(args); err != nil {
		return err
	}
	g, err := openGazetteer(*gaz)
	if err != nil {
		return err
	}
	t := taggerTraining{gaz: g, rounds: taggerRounds}
	corpora, err := t.readAll(flags.Args())
	if err != nil {
		return err
	}
	if *folds < 2 {
		return errors.New("-folds: two or more are needed")
	}
	names := linear.Names{}
	found := t.weighed(corpora, *folds, names)
	for i := range corpora {
		left := reportWeighed(corpora[i], found, i, *folds)
		if *prefix != "" {
			if err := writeFound(*prefix+filepath.Base(corpora[i].path), corpora[i].docs, left); err != nil {
				return err
			}
		}
	}
	if *out == "" {
		return nil
	}
	return writeModel(*out, linear.TrainLogistic(lessonsOf(found...), weigherOptions), names,
		"# Which names that were found are places'; see weigh.md. Made by: go run ./geo/news/train weigher")
}

// weighing is a name that was found with what the gold says of it.
type weighing struct {
	tag.Name
	linear.Example
	doc  int
	said bool // the gold tells whether it is a place
}

// weighed finds the names of each block of each corpus by a tagger that has learned from
// the other blocks of all of them.
func (t *taggerTraining) weighed(corpora []corpus, folds int, names linear.Names) [][]weighing {
	out := make([][]weighing, len(corpora))
	r := &geoparse.Parser{Gazetteer: t.gaz}
	for k := range folds {
		block := func(c corpus) (from, to int) { return k * len(c.docs) / folds, (k + 1) * len(c.docs) / folds }
		var rest []corpus
		for _, c := range corpora {
			rest = append(rest, c.without(block(c)))
		}
		m := t.learn(rest).model
		for i, c := range corpora {
			from, to := block(c)
			for j := range c.docs[from:to] {
				d := &c.docs[from+j]
				judged := d.judge(r.Findings(m, &document.Document{Text: d.Text}, names), c.namesOnly)
				for n := range judged {
					judged[n].doc = from + j
				}
				out[i] = append(out[i], judged...)
			}
		}
	}
	return out
}

// judge says of each name found whether it overlaps one of the gold.
func (d *goldDocument) judge(found []geoparse.Finding, namesOnly bool) []weighing {
	lesson := d.lesson()
	placeless := d.placeless()
	out := make([]weighing, len(found))
	for i, f := range found {
		right := overlaps(f.Name, lesson.Names)
		out[i] = weighing{
			Name:    f.Name,
			Example: linear.Example{Features: f.Features, True: right},
			said:    right || !lesson.Partial && !overlaps(f.Name, placeless) && !(namesOnly && f.Demonym),
		}
	}
	return out
}

func overlaps(n tag.Name, names []tag.Name) bool {
	for _, o := range names {
		if o.Start < n.End && n.Start < o.End {
			return true
		}
	}
	return false
}

func lessonsOf(corpora ...[]weighing) []linear.Example {
	var out []linear.Example
	for _, c := range corpora {
		for _, w := range c {
			if w.said {
				out = append(out, w.Example)
			}
		}
	}
	return out
}

// reportWeighed prints what is left of the names found in a corpus by weights that were
// learned from the other blocks, at several thresholds. It returns what is left at the
// usual one.
func reportWeighed(c corpus, found [][]weighing, n, folds int) (left [][]tag.Name) {
	gold := 0
	for _, d := range c.docs {
		gold += len(d.lesson().Names)
	}
	probability := make([]float64, len(found[n]))
	for k := range folds {
		from, to := k*len(found[n])/folds, (k+1)*len(found[n])/folds
		rest := [][]weighing{found[n][:from], found[n][to:]}
		for i := range found {
			if i != n {
				rest = append(rest, found[i])
			}
		}
		m := linear.TrainLogistic(lessonsOf(rest...), weigherOptions)
		for i := from; i < to; i++ {
			probability[i] = m.Probability(found[n][i].Features)
		}
	}
	for _, least := range []float64{0, 0.2, 0.3, 0.4, 0.5, 0.6} {
		right, all := 0, 0
		for i, w := range found[n] {
			if w.said && probability[i] >= least {
				all++
				if w.True {
					right++
				}
			}
		}
		p, r := float64(right)/float64(max(all, 1)), float64(right)/float64(max(gold, 1))
		fmt.Printf("%-14s from %.1f: P %.3f  R %.3f  F1 %.3f\n", filepath.Base(c.path), least, p, r, 2*p*r/max(p+r, 1e-9))
	}
	left = make([][]tag.Name, len(c.docs))
	for i, w := range found[n] {
		if probability[i] >= geoparse.LeastLikely && !(c.namesOnly && w.Demonym) {
			left[w.doc] = append(left[w.doc], w.Name)
		}
	}
	return left
}
