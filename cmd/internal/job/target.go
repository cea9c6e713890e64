package job

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/format"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/layers"
)

// Target is where a run's output goes, and in what form.
type Target struct {
	Path   string
	Folder bool
	Stdout bool
	Format *format.Format // of the one file; nil for a folder
	Layer  format.Options
	Fields *output.Fields  // nil for all
	Spool  sorted.Options  // what sorting may take
	Sort   *sorted.Options // nil for the order of the input
}

// listed says where the rest of the warnings is; report is nil if none was asked
// for of one layer.
func (t Target) listed(report *output.File) string {
	switch {
	case t.Folder:
		return ", listed in " + filepath.Join(t.Path, layers.ReportFile)
	case report != nil:
		return ", listed in " + report.Path()
	}
	return "; --report FILE lists them"
}

// TargetOf returns the target of a path and, unless the ending is to decide, of
// the format of that name.
func TargetOf(path, name string) (Target, error) {
	t := Target{Path: path, Stdout: path == "-"}
	switch {
	case path == "":
		return t, voice.Usagef("-o names no file or folder; is a variable empty?")
	case name != "":
		if !t.Stdout && input.IsFolder(path) {
			return t, voice.Usagef("--format %s writes one file; %s is a folder", name, path)
		}
		var err error
		t.Format, err = format.Named(name)
		return t, err
	case t.Stdout || input.IsDevice(path):
		t.Format = format.All[0]
	case input.IsFolder(path) || strings.HasSuffix(path, string(filepath.Separator)) || filepath.Ext(path) == "":
		t.Folder = true
	default:
		t.Format = format.Of(path)
		if t.Format == nil {
			return t, voice.Usagef("%s: no format has this ending; use %s or a folder", path, format.Endings())
		}
	}
	return t, nil
}

func (t Target) write(ctx context.Context, r *Run, o layers.Options, stdout io.Writer) error {
	if t.Folder {
		report, err := layers.Write(ctx, t.Path, r.events(ctx), o)
		r.report = report
		return err
	}
	defer r.reportTo.Abort()
	if t.Stdout {
		if err := t.writeLayer(ctx, r, o, stdout); err != nil {
			return voice.OutputError("standard output", err)
		}
		return errors.Join(r.writeReport(t, &o, 0), r.reportTo.Commit())
	}
	file, err := output.Create(t.Path)
	if err != nil {
		return err
	}
	defer file.Abort()
	if err := t.writeLayer(ctx, r, o, file); err != nil {
		return err
	}
	if err := errors.Join(file.Close(), r.writeReport(t, &o, file.Size())); err != nil {
		return err
	}
	return errors.Join(file.Commit(), r.reportTo.Commit())
}

func (t Target) writeLayer(ctx context.Context, r *Run, o layers.Options, to io.Writer) error {
	if t.Sort != nil && (!t.Format.Lone || r.Blur != nil || t.Layer.Time != 0) {
		return t.writeEvents(ctx, r, o, to)
	}
	l := lone{run: r, survey: output.Survey{PCodes: o.PCodes, Fields: o.Fields}, accept: func() error { return o.Accept(nil) }, sort: t.Sort, options: geojson.Options{
		Framing: t.Format.Framing, Name: o.Title, Attribution: o.Gazetteer.Attribution, Areas: o.Areas, Time: t.Layer.Time, Shard: t.Layer.Shard}}
	return l.write(ctx, to)
}

// writeEvents writes one layer of any format. The sorted stream yields its first
// event only when all have been seen, so that the survey is complete by then and
// a run that is not accepted writes nothing.
func (t Target) writeEvents(ctx context.Context, r *Run, o layers.Options, to io.Writer) error {
	buffered := bufio.NewWriterSize(to, 1<<16)
	survey := &output.Survey{PCodes: o.PCodes, Fields: o.Fields}
	events := r.events(ctx)
	if t.Format.Lone && r.Blur == nil {
		r.keys = &columns{survey: *survey} // of all rows, so that shards have the columns of the whole
		survey = &r.keys.survey
	} else {
		events = survey.Watch(events)
	}
	var w output.Writer
	begin := func() error {
		if w != nil {
			return nil
		}
		if err := errors.Join(ctx.Err(), o.Surveyed(survey), o.Accept(nil)); err != nil {
			return err
		}
		w = t.newWriter(buffered, survey.Columns(), o)
		return nil
	}
	defer func() {
		if a, ok := w.(interface{ Abort() }); ok {
			a.Abort()
		}
	}()
	for e, err := range o.Sort(events) {
		switch {
		case fatal(err):
			return err
		case err != nil:
			continue // told and counted by the run
		}
		if err := begin(); err != nil {
			return err
		}
		if err := w.Write(&e); err != nil {
			return fmt.Errorf("%s: %w", t.Path, voice.Cause(err))
		}
	}
	if err := begin(); err != nil {
		return err
	}
	if err := errors.Join(w.Close(), buffered.Flush()); err != nil {
		return fmt.Errorf("%s: %w", t.Path, voice.Cause(err))
	}
	if l, ok := w.(*output.Layer); ok {
		r.leftOut, r.shortened, r.moved = l.LeftOut(), l.Shortened(), l.Moved()
	}
	return ctx.Err()
}

func (t Target) newWriter(to io.Writer, columns *output.Columns, o layers.Options) output.Writer {
	options := t.Layer
	options.Title, options.Attribution = o.Title, o.Gazetteer.Attribution
	options.Folder, options.Areas = filepath.Dir(t.Path), o.Areas
	return t.Format.Open(to, columns, options)
}

// fatal reports whether an error of a stream is not of its input but ends it.
func fatal(err error) bool {
	var spill *scratch.Error
	return errors.As(err, &spill)
}
