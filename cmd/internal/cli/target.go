package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/layers"
)

// target is where a run's output goes, and in what form.
type target struct {
	path   string
	folder bool
	stdout bool
	format *format // of the one file; nil for a folder
	layer  layerOptions
	fields *output.Fields  // nil for all
	spool  sorted.Options  // what sorting may take
	sort   *sorted.Options // nil for the order of the input
}

// listed says where the rest of the warnings is; report is nil if none was asked
// for of one layer.
func (t target) listed(report *output.File) string {
	switch {
	case t.folder:
		return ", listed in " + filepath.Join(t.path, layers.ReportFile)
	case report != nil:
		return ", listed in " + report.Path()
	}
	return "; --report FILE lists them"
}

// targetOf returns the target of a path and, unless the ending is to decide, of
// the format of that name.
func targetOf(path, name string) (target, error) {
	t := target{path: path, stdout: path == "-"}
	switch {
	case path == "":
		return t, voice.Usagef("-o names no file or folder; is a variable empty?")
	case name != "":
		if !t.stdout && input.IsFolder(path) {
			return t, voice.Usagef("--format %s writes one file; %s is a folder", name, path)
		}
		var err error
		t.format, err = formatNamed(name)
		return t, err
	case t.stdout || input.IsDevice(path):
		t.format = formats[0]
	case input.IsFolder(path) || strings.HasSuffix(path, string(filepath.Separator)) || filepath.Ext(path) == "":
		t.folder = true
	default:
		t.format = formatOf(path)
		if t.format == nil {
			return t, voice.Usagef("%s: no format has this ending; use %s or a folder", path, fileEndings())
		}
	}
	return t, nil
}

func (t target) write(ctx context.Context, r *run, o layers.Options, stdout io.Writer) error {
	if t.folder {
		report, err := layers.Write(ctx, t.path, r.events(ctx), o)
		r.report = report
		return err
	}
	defer r.reportTo.Abort()
	if t.stdout {
		if err := t.writeLayer(ctx, r, o, stdout); err != nil {
			return voice.OutputError("standard output", err)
		}
		return errors.Join(r.writeReport(t, &o, 0), r.reportTo.Commit())
	}
	file, err := output.Create(t.path)
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

func (t target) writeLayer(ctx context.Context, r *run, o layers.Options, to io.Writer) error {
	if t.sort != nil && (!t.format.lone || r.blur != nil || t.layer.time != 0) {
		return t.writeEvents(ctx, r, o, to)
	}
	l := lone{run: r, survey: output.Survey{PCodes: o.PCodes, Fields: o.Fields}, accept: func() error { return o.Accept(nil) }, sort: t.sort, options: geojson.Options{
		Framing: t.format.framing, Name: o.Title, Attribution: o.Gazetteer.Attribution, Areas: o.Areas, Time: t.layer.time, Shard: t.layer.shard}}
	return l.write(ctx, to)
}

// writeEvents writes one layer of any format. The sorted stream yields its first
// event only when all have been seen, so that the survey is complete by then and
// a run that is not accepted writes nothing.
func (t target) writeEvents(ctx context.Context, r *run, o layers.Options, to io.Writer) error {
	buffered := bufio.NewWriterSize(to, 1<<16)
	survey := &output.Survey{PCodes: o.PCodes, Fields: o.Fields}
	events := r.events(ctx)
	if t.format.lone && r.blur == nil {
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
			return fmt.Errorf("%s: %w", t.path, voice.Cause(err))
		}
	}
	if err := begin(); err != nil {
		return err
	}
	if err := errors.Join(w.Close(), buffered.Flush()); err != nil {
		return fmt.Errorf("%s: %w", t.path, voice.Cause(err))
	}
	if l, ok := w.(*output.Layer); ok {
		r.leftOut, r.shortened, r.moved = l.LeftOut(), l.Shortened(), l.Moved()
	}
	return ctx.Err()
}

func (t target) newWriter(to io.Writer, columns *output.Columns, o layers.Options) output.Writer {
	options := t.layer
	options.title, options.attribution = o.Title, o.Gazetteer.Attribution
	options.folder, options.areas = filepath.Dir(t.path), o.Areas
	return t.format.open(to, columns, options)
}

// fatal reports whether an error of a stream is not of its input but ends it.
func fatal(err error) bool {
	var spill *scratch.Error
	return errors.As(err, &spill)
}
