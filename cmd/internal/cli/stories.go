package cli

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/parallel"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/seen"
	"github.com/dateline-map/dateline/output/layers"
)

// stories yields the events of all documents, told once each unless they are to
// be kept apart.
func (r *run) stories(ctx context.Context) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		events := r.tellings(ctx)
		if r.merge {
			events = r.toldOnce(ctx, events)
		}
		for e, err := range events {
			if err == nil {
				r.fromStories++
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// tellings yields the events of the documents as they tell them.
func (r *run) tellings(ctx context.Context) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		for read, err := range parallel.Texts(r.openDocuments(ctx), unread.bytes, r.read) {
			if err != nil {
				if !yield(geo.Event{}, err) {
					return
				}
				continue
			}
			r.journal.putReading(&read)
			r.documents++
			r.progress.Add()
			if len(read.events) == 0 {
				r.eventless.Add(layers.Eventless{Document: read.id, Reason: read.why})
			}
			r.explain.Story(read.trace)
			for _, e := range read.events {
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// holdsStories reports whether there are stories among the inputs: what reads them
// takes longer to make than a small table to read.
func (r *run) holdsStories() bool {
	return slices.ContainsFunc(r.inputs, func(in *source) bool { return in.Stories })
}

// reading is a document that was read.
type reading struct {
	id     string
	events []geo.Event
	why    string      // there are none
	trace  *news.Trace // how it was read; nil if nobody asked
	known  bool        // a run before has read it
}

// unread is a document, and what a run before has read of it.
type unread struct {
	document.Document
	reading
}

func (u unread) bytes() int { return len(u.Text) }

func (r *run) read(u unread) reading {
	if u.known {
		return u.reading
	}
	d := u.Document
	reader := &news.Reader{Parser: geoparse.Parser{Gazetteer: r.places, Home: r.home}, Types: r.types, MinConfidence: r.least}
	if r.explain != nil {
		t := reader.Trace(&d)
		return reading{id: d.ID, events: t.Events, why: t.Why, trace: t}
	}
	events, why := reader.EventsOrWhy(&d)
	return reading{id: d.ID, events: events, why: why}
}

// openDocuments yields the documents of the inputs that hold stories.
func (r *run) openDocuments(ctx context.Context) iter.Seq2[unread, error] {
	library := input.NewLibrary(r.published)
	library.Opened = r.progress.Opened
	library.Known = seen.Options{Memory: r.spool.Memory / 2, Folder: r.spool.Folder}
	return func(yield func(unread, error) bool) {
		defer library.Close() // an error of reading has been told
		for _, in := range r.inputs {
			if !in.Stories {
				continue
			}
			in.begin()
			r.progress.NextInput(input.Size(in.Path))
			documents := library.Open(in.Path)
			switch {
			case in.AsRows:
				options := r.recordOptions()
				options.Opened = r.progress.Opened
				documents = library.Told(in.Path, input.StoriesOfRows(in.Path, options))
			case in.Pipe != nil:
				documents = library.Read(in.Pipe, in.Name())
			}
			for d, err := range documents {
				var p *geo.Problem
				if err == nil && !r.shard.Has(d.ID) {
					continue
				}
				if err == nil || errors.As(err, &p) && p.Refused {
					in.documents++
				}
				in.refused = in.refused || p != nil && p.Refused && p.Row == 0
				for _, p := range remarks(in, &d, err) {
					if !yield(unread{}, p) {
						return
					}
				}
				u := unread{Document: d}
				if err == nil {
					u.reading = r.journal.reading(d.ID)
				}
				if ctx.Err() != nil || !yield(u, err) || fatal(err) {
					return
				}
			}
			if p := in.end(); p != nil && !yield(unread{}, p) {
				return
			}
		}
	}
}

// remarks says what keeps a document that was read from telling all it could.
func remarks(in *source, d *document.Document, err error) (remarks []*geo.Problem) {
	if err != nil {
		return nil
	}
	if why := d.Foreign(); why != "" {
		if !strings.HasPrefix(filepath.Base(in.Path), d.ID) {
			why = d.ID + ": " + why // one of several in the file
		}
		return []*geo.Problem{{File: in.Path, Err: errors.New(why)}}
	}
	if d.Published.IsZero() {
		return []*geo.Problem{{File: in.Path, Err: voice.WithHint(errUndated, "give one with --date or in %s", input.ManifestName)}}
	}
	return nil
}

var errUndated = errors.New("no publication date, so words such as \"Monday\" name no day")
