package job

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
func (r *Run) stories(ctx context.Context) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		events := r.tellings(ctx)
		if r.Merge {
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
func (r *Run) tellings(ctx context.Context) iter.Seq2[geo.Event, error] {
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
			r.Explain.Story(read.trace)
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
func (r *Run) holdsStories() bool {
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

func (r *Run) read(u unread) reading {
	if u.known {
		return u.reading
	}
	d := u.Document
	reader := &news.Reader{Parser: geoparse.Parser{Gazetteer: r.places, Home: r.Home}, Types: r.Types, MinConfidence: r.MinConfidence}
	if r.Explain != nil {
		t := reader.Trace(&d)
		return reading{id: d.ID, events: t.Events, why: t.Why, trace: t}
	}
	events, why := reader.EventsOrWhy(&d)
	return reading{id: d.ID, events: events, why: why}
}

// openDocuments yields the documents of the inputs that hold stories.
func (r *Run) openDocuments(ctx context.Context) iter.Seq2[unread, error] {
	library := input.NewLibrary(r.Published)
	library.Opened = r.progress.Opened
	library.Known = seen.Options{Memory: r.Spool.Memory / 2, Folder: r.Spool.Folder}
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
				if err == nil && !r.Shard.Has(d.ID) {
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
