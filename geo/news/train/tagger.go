package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/news/tag"
	"github.com/dateline-map/dateline/geo/news/text"
)

func init() { commands["tagger"] = trainTagger }

// goldDocument is a document with its place names, as the corpora of the field
// come: offsets count Unicode code points.
type goldDocument struct {
	ID       string        `json:"id"`
	Text     string        `json:"text"`
	Mentions []goldMention `json:"mentions"`
	// Events of a corpus that tells only the places of happenings.
	Events []goldEvent `json:"events,omitempty"`
}

// goldEvent has the places of one happening: start, end and name of each.
type goldEvent struct {
	Locations [][3]any `json:"locations"`
}

type goldMention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Name  string `json:"name"`
	// Lat is null or 0 where the annotators could not place the name.
	Lat *float64 `json:"lat,omitempty"`
}

// taggerRounds is how often the tagger goes over its lessons.
const taggerRounds = 4

// trainTagger learns the geotagger from gold documents; or, with folds, says
// how well it would do on others.
func trainTagger(args []string) error {
	flags := flag.NewFlagSet("tagger", flag.ContinueOnError)
	out := flags.String("o", "", "file to write the model to")
	folds := flags.Int("folds", 0, "cross-validate in so many contiguous blocks instead")
	test := flags.String("test", "", "documents to find names in after learning")
	found := flags.String("found", "", "file to write the names found to, for a scorer; with folds, one for each file")
	rounds := flags.Int("rounds", taggerRounds, "times to go over the documents")
	gaz := flags.String("gazetteer", "", "index to use; the default is the embedded one")
	if err := flags.Parse(args); err != nil {
		return err
	}
	g, err := openGazetteer(*gaz)
	if err != nil {
		return err
	}
	t := taggerTraining{gaz: g, rounds: *rounds, found: *found}
	corpora, err := t.readAll(flags.Args())
	if err != nil {
		return err
	}
	switch {
	case *folds > 1:
		return t.crossValidate(corpora, *folds)
	case *test != "":
		others, err := t.read(*test)
		if err != nil {
			return err
		}
		return t.report(others, t.learn(corpora).findAll(others.docs))
	case *out == "":
		return errors.New("nothing to do: give -o, -folds or -test")
	}
	return os.WriteFile(*out, t.learn(corpora).model.Append(nil), 0o644)
}

// corpus is a file of gold documents.
type corpus struct {
	path      string
	docs      []goldDocument
	namesOnly bool // its makers did not count demonyms
}

// without returns the corpus without a block of its documents.
func (c corpus) without(from, to int) corpus {
	c.docs = slices.Concat(c.docs[:from], c.docs[to:])
	return c
}

type taggerTraining struct {
	gaz    geoparse.Gazetteer
	rounds int
	found  string
}

// learned is a model with what it was learned with.
type learned struct {
	model *tag.Model
	gaz   geoparse.Gazetteer
}

func (t *taggerTraining) learn(corpora []corpus) learned {
	var lessons []tag.Lesson
	for _, c := range corpora {
		for _, d := range c.docs {
			l := d.lesson()
			l.NamesOnly = c.namesOnly
			lessons = append(lessons, l)
		}
	}
	return learned{tag.Learn(t.gaz, lessons, t.rounds), t.gaz}
}

// lesson turns offsets in code points into offsets in bytes. Of names that
// overlap the first is taken.
func (d *goldDocument) lesson() tag.Lesson {
	l := tag.Lesson{Text: d.Text, Partial: len(d.Events) > 0}
	l.Names = d.names(goldMention.placed) // a name that is on no map is not what the tagger is for
	slices.SortStableFunc(l.Names, func(a, b tag.Name) int { return a.Start - b.Start })
	end := 0
	l.Names = slices.DeleteFunc(l.Names, func(n tag.Name) bool {
		overlaps := n.Start < end
		end = max(end, n.End)
		return overlaps
	})
	return l
}

// placeless returns the names that the annotators could not place.
func (d *goldDocument) placeless() []tag.Name {
	return d.names(func(m goldMention) bool { return !m.placed() })
}

func (m goldMention) placed() bool { return m.Lat != nil && *m.Lat != 0 }

// names returns the mentions that are wanted, in bytes.
func (d *goldDocument) names(wanted func(goldMention) bool) []tag.Name {
	bytes := make([]int, 0, len(d.Text)+1)
	for i := range d.Text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(d.Text))
	var out []tag.Name
	for _, m := range d.Mentions {
		if wanted(m) && m.Start >= 0 && m.Start < m.End && m.End < len(bytes) {
			out = append(out, tag.Name{Start: bytes[m.Start], End: bytes[m.End]})
		}
	}
	return out
}

// addLocations makes mentions of the places of happenings that have names.
func (d *goldDocument) addLocations() {
	somewhere := 1.0
	for _, e := range d.Events {
		for _, l := range e.Locations {
			start, _ := l[0].(float64)
			end, _ := l[1].(float64)
			name, _ := l[2].(string)
			if strings.ToLower(name) != name {
				d.Mentions = append(d.Mentions, goldMention{Start: int(start), End: int(end), Name: name, Lat: &somewhere})
			}
		}
	}
}

// partialShare is how many documents that tell only some of their names are
// there for each that is learned from: all of them would outweigh the others.
const partialShare = 4

func (l learned) findAll(docs []goldDocument) [][]tag.Name {
	out := make([][]tag.Name, len(docs))
	for i, d := range docs {
		out[i] = l.model.Names(l.gaz, d.Text)
	}
	return out
}

// crossValidate finds the names of each block of each corpus by a model that
// has learned from the other blocks of all of them.
func (t *taggerTraining) crossValidate(corpora []corpus, folds int) error {
	found := make([][][]tag.Name, len(corpora))
	for k := range folds {
		block := func(c corpus) (from, to int) { return k * len(c.docs) / folds, (k + 1) * len(c.docs) / folds }
		var rest []corpus
		for _, c := range corpora {
			rest = append(rest, c.without(block(c)))
		}
		m := t.learn(rest)
		for i, c := range corpora {
			from, to := block(c)
			found[i] = append(found[i], m.findAll(c.docs[from:to])...)
		}
	}
	for i, c := range corpora {
		if err := t.report(c, found[i]); err != nil {
			return err
		}
	}
	return nil
}

// report prints how many names were found, and writes them for a scorer.
func (t *taggerTraining) report(c corpus, found [][]tag.Name) error {
	var right, all, names int
	for i, d := range c.docs {
		if c.namesOnly {
			found[i] = slices.DeleteFunc(found[i], func(n tag.Name) bool { return n.Demonym })
		}
		l := d.lesson()
		right += overlapping(l.Names, found[i])
		all += len(found[i])
		names += len(l.Names)
	}
	p, r := float64(right)/float64(max(all, 1)), float64(right)/float64(max(names, 1))
	fmt.Printf("%-14s overlap: P %.3f  R %.3f  F1 %.3f  (%d right of %d found, %d gold)\n", filepath.Base(c.path), p, r, 2*p*r/max(p+r, 1e-9), right, all, names)
	if t.found == "" {
		return nil
	}
	return writeFound(t.found+filepath.Base(c.path), c.docs, found)
}

// overlapping counts the names that overlap one found, each used once. Both
// lists are sorted.
func overlapping(gold, found []tag.Name) int {
	n := 0
	for i, j := 0, 0; i < len(gold) && j < len(found); {
		switch {
		case gold[i].End <= found[j].Start:
			i++
		case found[j].End <= gold[i].Start:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

func writeFound(path string, gold []goldDocument, found [][]tag.Name) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	for i, d := range gold {
		out := goldDocument{ID: d.ID, Mentions: []goldMention{}}
		runes := text.CountRunes(d.Text)
		for _, n := range found[i] {
			m := goldMention{Start: runes.At(n.Start), Name: d.Text[n.Start:n.End]}
			m.End = m.Start + utf8.RuneCountInString(m.Name)
			out.Mentions = append(out.Mentions, m)
		}
		if err := enc.Encode(out); err != nil {
			return err
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

func (t *taggerTraining) readAll(paths []string) ([]corpus, error) {
	var out []corpus
	for _, path := range paths {
		c, err := t.read(path)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// read reads a corpus. Whether its makers counted demonyms shows in what they
// made of the words that are nothing else.
func (t *taggerTraining) read(path string) (corpus, error) {
	c := corpus{path: path}
	f, err := os.Open(path)
	if err != nil {
		return c, err
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	for n := 0; ; {
		var d goldDocument
		err := dec.Decode(&d)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return c, fmt.Errorf("%s: document %d: %w", path, n+1, err)
		}
		d.addLocations()
		if n++; len(d.Events) == 0 || n%partialShare == 0 {
			c.docs = append(c.docs, d)
		}
	}
	demonyms, names := 0, 0
	for _, d := range c.docs {
		for _, n := range d.lesson().Names {
			names++
			if info := t.gaz.Evidence(d.Text[n.Start:n.End]); info.Demonym && info.Places == 0 {
				demonyms++
			}
		}
	}
	c.namesOnly = demonyms*50 < names
	return c, nil
}
