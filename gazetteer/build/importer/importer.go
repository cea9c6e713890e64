// Package importer makes an index of the files that somebody has: dumps, archives, tables and
// GeoJSON, alone or joined to the world.
package importer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
)

// Options say what goes into an index besides the sources named.
type Options struct {
	// World is an index to merge the sources into, so that countries,
	// provinces and rivers remain. The default, nil, is none.
	World *gazetteer.Index
	// Over is what the index will lie on in a [gazetteer.Stack]. Of its places
	// the index has only those that the sources tell of, and the areas that
	// they lie in, so that it is made in a moment. Sources must be one's own
	// tables or GeoJSON. The default, nil, is none; World must be nil too.
	Over gazetteer.Places
	// Alone leaves the world's places out of the index: it only tells what
	// countries are called.
	Alone bool
	// Problem is told what is wrong with the sources, entry by entry, with the
	// file and the line. The default is to say nothing.
	Problem func(error)
	// Progress is told of each place and each name that is read. The default is
	// to say nothing.
	Progress func()
	// Title and Version go into the index's description. The default title is
	// "Own gazetteer"; there is no default version.
	Title, Version string
}

// Result says what became of the sources of an index.
type Result struct {
	Sources  []Source
	Places   int // of the index
	Problems int // entries that were refused, and files that could not be read
}

// Source counts the places of a source.
type Source struct {
	Path   string
	Kind   string // of the source, in words: "GeoNames dump"
	Places int    // read
	New    int    // of them, those that neither an earlier source nor the world had
	Names  int    // read for places of other sources
}

// ErrNothing says that no source had a usable place.
var ErrNothing = errors.New("no usable place in the sources")

// Run reads place lists of any kind it knows and writes an index of them:
// dumps and alternate names of GeoNames, Natural Earth's and one's own GeoJSON,
// folders and archives of Who's On First, and tables of one's own. A source may
// be compressed, and an archive is read without being unpacked. What a file is,
// is told by its content.
//
// A place that several sources have is written once: see [atlas.add] for which
// places are the same, and [combine] for what each contributes. One's own tables
// win over published lists, and these over the world.
//
// The same sources in the same order give the same bytes. What does not fit in
// memory waits in temporary files. Run ends early, with its error, when the
// context does.
func Run(ctx context.Context, w io.Writer, paths []string, o Options) (Result, error) {
	im := importer{ctx: ctx, options: o, atlas: newAtlas()}
	defer im.rows.sorter.Close()
	im.lands = im.atlas
	if o.World != nil {
		im.addWorld(o.World)
	}
	for _, path := range paths {
		im.read(path)
	}
	im.atlas.begin(noSource)
	if ctx.Err() != nil {
		return im.report, ctx.Err()
	}
	if !slices.ContainsFunc(im.report.Sources, func(s Source) bool { return s.Places+s.Names > 0 }) {
		return im.report, ErrNothing
	}
	im.addUnits()
	im.addCodes()
	err := build.Write(w, im.places(), im.info())
	return im.report, err
}

// importer reads sources into an atlas.
type importer struct {
	ctx     context.Context
	options Options
	atlas   *atlas
	lands   *atlas // has the countries
	report  Result
	source  int // the number of the one that is being read
	papers  []gazetteer.Source
	credits []string

	districts []draft // of the source that is being read

	fetched map[gazetteer.Ref]int // entries by place of options.Over

	units []codedUnit       // with P-codes and without points, for when all others are known
	coded map[unitCode]bool // those that are among units

	rows  rows       // of GeoNames, for when all other places are known
	codes []codeName // likewise
}

// problem reports what is wrong with a source.
func (im *importer) problem(err error) {
	im.report.Problems++
	if im.options.Problem != nil {
		im.options.Problem(err)
	}
}

// goOn counts what has been read, and reports whether to read on.
func (im *importer) goOn() bool {
	if im.options.Progress != nil {
		im.options.Progress()
	}
	return im.ctx.Err() == nil
}

// places yields the places of the index in no particular order: first those of
// GeoNames that are in no other source, then all others.
func (im *importer) places() build.Source {
	return func(yield func(build.Place, error) bool) {
		p := newPassage(im.atlas)
		stopped := false
		err := im.rows.each(func(r *row) bool {
			d, source := p.pass(r)
			if d == nil {
				return true
			}
			p.within.settle(d)
			im.report.Places++
			im.report.Sources[source].New++
			stopped = !yield(d.Place, im.ctx.Err())
			return !stopped
		})
		if err == nil && !stopped {
			err = im.ctx.Err()
		}
		if err != nil {
			yield(build.Place{}, err)
			return
		}
		if stopped {
			return
		}
		p.finish()
		for i := range im.atlas.entries {
			e := im.atlas.entries[i]
			if im.options.Over != nil && e.standing == fromWorld && !isArea(e.Type) {
				continue // it turned out to be another place
			}
			p.within.settle(&e.draft)
			im.report.Places++
			if !yield(e.Place, nil) {
				return
			}
		}
	}
}

func (im *importer) info() gazetteer.Info {
	info := gazetteer.Info{
		Title:     cmp.Or(im.options.Title, "Own gazetteer"),
		Version:   im.options.Version,
		Generator: "dateline gazetteer build",
		Sources:   im.papers,
	}
	for i, c := range im.credits {
		if i > 0 {
			info.Attribution += " "
		}
		info.Attribution += c
	}
	return info
}

// paper describes a source, the first time that one of its kind is read.
func (im *importer) paper(s gazetteer.Source, credit string) {
	if !slices.Contains(im.papers, s) {
		im.papers = append(im.papers, s)
	}
	if credit != "" && !slices.Contains(im.credits, credit) {
		im.credits = append(im.credits, credit)
	}
}

// in says where an error stands.
func in(name string, err error) error { return fmt.Errorf("%s: %w", name, err) }
