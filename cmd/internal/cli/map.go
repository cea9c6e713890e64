package cli

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/seen"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/paulmach/orb"
	"github.com/urfave/cli/v2"
)

func mapCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "map",
		Usage:     "read stories and tables, find where and when, write layers sorted by date",
		ArgsUsage: "FILE-OR-FOLDER [FILE-OR-FOLDER ...]",
		Description: `Writes a folder (events.geojson, a layer for each event type, map.html,
unresolved.csv, decisions.csv, report.json; events.gpkg and events.qgz for QGIS),
or one file by its ending or by --format, also to standard output if the output is
"-". The endings are ` + fileEndings() + `;
docs/formats.md says what each format keeps.

Exit codes: 0 all good, 1 nothing could be done, 2 wrong command line, 3 done,
but some input was refused.

EXAMPLES:
   dateline map testdata/stories testdata/records -o layers
   dateline map incidents.csv -o incidents.geojson
   dateline map --dry-run incidents.csv
   dateline map --map date="Date of incident" --map place=Village incidents.csv
   dateline map --date 2014-06-23 story.txt -o - | ogrinfo -al /vsistdin/
   dateline map --types disasters stories -o floods`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "layers", Usage: "write to `PATH`: a folder, a file, or - for standard output"},
			&cli.StringFlag{Name: "date", Usage: "publication `DATE` (YYYY-MM-DD) of stories that have none"},
			homeFlag(),
			gazetteerFlag(),
			&cli.Float64Flag{Name: "min-confidence", Value: gazetteer.DefaultMinConfidence, Usage: "leave places less likely right than `P` (0 to 1) unresolved"},
			&cli.StringFlag{Name: "decisions", Usage: "heed what `FILE` says of names; the default is decisions.csv in the output folder, if it is there"},
			fieldsFlag(),
			&cli.StringFlag{Name: "layer-by", Value: layers.GroupingNames()[0], Usage: "give a layer of its own to each `KEY`: " + strings.Join(layers.GroupingNames(), ", ")},
			&cli.StringFlag{Name: "geometry", Value: "point", Usage: "draw events known to an area only as its `SHAPE`: point or area"},
			&cli.StringFlag{Name: "explain", Usage: "write to `FILE`, .html or .txt, how each event was read and why its place was chosen"},
			&cli.BoolFlag{Name: "include-planned", Usage: "show announced events on the map and in the layers by type too"},
			&cli.BoolFlag{Name: "no-merge", Usage: "keep the same event told by several stories apart"},
			&cli.StringFlag{Name: "types", Usage: "what counts as an event: conflict, disasters (with accidents and outbreaks), or the types and words of a `FILE` (see docs/extraction.md)", DefaultText: "conflict"},
			&cli.BoolFlag{Name: "unsorted", Usage: "write the events in the order of the input, holding none of them (GeoJSON only)"},
			&cli.StringFlag{Name: "memory", Value: "24M", Usage: "sort in `SIZE` of memory, and the rest in temporary files"},
			&cli.BoolFlag{Name: "resume", Usage: "keep a journal beside the output, and go on where a run that was killed has stopped"},
			&cli.StringFlag{Name: "shard", Usage: "do the `I/N`th part of the job, to be joined with the others by dateline merge (see docs/batch.md)"},
			&cli.StringFlag{Name: "tmp", Usage: "put temporary files into `FOLDER`; the default is the system's"},
			&cli.BoolFlag{Name: "fix-coordinates", Usage: "repair given coordinates that are swapped or have lost a sign, where only one of these puts them into the country said; each is told"},
			&cli.StringFlag{Name: "max-errors", Usage: "end the run, and write nothing, when more than `N` inputs (rows, documents, files) are refused, or N% of all at its end: 100, 0.5%; the default is any number"},
			&cli.StringFlag{Name: "log-format", Value: "text", Usage: "say things in `FORM`, text or json: json is an object a line with the problem's file, row and column"},
			&cli.StringFlag{Name: "report", Usage: "write to `FILE` what a folder has as report.json, of one layer"},
			&cli.BoolFlag{Name: "strict", Usage: "write nothing if any input is refused"},
			&cli.StringFlag{Name: "title", Usage: "`TEXT` is the heading of the map"},
			&cli.StringFlag{Name: "credit", Usage: "`TEXT` is the line below the map, for who made it"},
			&cli.BoolFlag{Name: "embed", Usage: "also write embed.html, an example of a Leaflet page of your own, and its script (see docs/embed.md)"},
			&cli.StringFlag{Name: "tiles", Usage: "draw a web server's tiles behind the map's events: `URL` with {z}, {x} and {y}; the default asks nothing of the network"},
			&cli.StringFlag{Name: "tiles-credit", Usage: "what is to be said of those who made the tiles"},
			quietFlag(),
			&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "print what is understood of each table, column by column, and write nothing"},
			&cli.StringFlag{Name: "save-mapping", Usage: "with --dry-run, write what is understood of a table to a YAML `FILE` for --mapping"},
		}, slices.Concat(columnFlags(), blurFlags(), formatFlags())...),
		Action: func(c *cli.Context) error { return runMap(c, s) },
	}
}

func runMap(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return voice.Usagef("no input: name files or folders to read")
	}
	columns, err := readMapping(c)
	if err != nil {
		return err
	}
	switch {
	case c.Bool("dry-run"):
		return dryRun(c, s, &columns)
	case c.String("save-mapping") != "":
		return voice.Usagef("--save-mapping goes with --dry-run")
	}
	t, err := mapTarget(c)
	if err == nil {
		err = input.CheckOutput(t.path, c.Args().Slice())
	}
	if err != nil {
		return err
	}
	restore, err := temporaryIn(t.spool.Folder)
	if err != nil {
		return fmt.Errorf("--tmp %s: %w", t.spool.Folder, err)
	}
	defer restore()
	explain, err := explainPath(c)
	if err != nil {
		return err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	r, heeded, err := newRun(c, s, t, index, explain != "")
	if err != nil {
		return err
	}
	r.columns = columns
	r.find(c.Args().Slice(), outputsOf(c)...)
	r.connect(c.Context)
	t.layer.shard = r.shardOf(c, index)
	options := mapOptions(c, t, r, index, heeded)
	options.Time = t.layer.time
	if options.LayerBy, err = layers.GroupBy(c.String("layer-by")); err != nil {
		return voice.Usagef("--layer-by: %v", err)
	}
	if r.journal, err = resuming(c, r, t); err != nil {
		return err
	}
	if err = r.reporting(c, t, options); err != nil {
		return errors.Join(err, r.journal.close(false))
	}
	return r.layers(c, t, options, explain, s.Out)
}

// outputsOf returns the paths that the flags have written.
func outputsOf(c *cli.Context) []string {
	return []string{c.String("output"), c.String("decisions"), c.String("report"), c.String("explain")}
}

// layers writes the layers of a run that is ready, and what is to be said of it.
func (r *run) layers(c *cli.Context, t target, options layers.Options, explain string, out io.Writer) error {
	before := lastReport(t)
	ctx, why := r.stoppable(c.Context)
	err := why(r.explain.During(explain, options.Gazetteer.Attribution, func() error {
		return t.write(ctx, r, options, out)
	}))
	if err = errors.Join(err, r.journal.close(err == nil)); err != nil {
		return r.advised(err)
	}
	r.summarise(t, c.Args().Slice())
	since(r.voice, before, r.report)
	if r.refused > 0 {
		return voice.ErrPartial
	}
	return nil
}

// newRun returns a run as the flags ask for it, and the decisions that it heeds.
func newRun(c *cli.Context, s Streams, t target, index gazetteer.Places, explain bool) (*run, heeded, error) {
	r, err := undecidedRun(c, s, t, index, explain)
	if err != nil {
		return nil, heeded{}, err
	}
	h, err := r.heed(c.String("decisions"), t)
	return r, h, err
}

// undecidedRun returns a run that heeds no decisions yet.
func undecidedRun(c *cli.Context, s Streams, t target, index gazetteer.Places, explained bool) (*run, error) {
	published, err := publicationDate(c.String("date"))
	if err != nil {
		return nil, err
	}
	if f := c.String("log-format"); c.IsSet("log-format") && f != "text" && f != "json" {
		return nil, voice.Usagef("--log-format %q is neither text nor json", f)
	}
	confidence, err := minConfidence(c)
	if err != nil {
		return nil, err
	}
	types, err := readTypes(c.String("types"))
	if err != nil {
		return nil, err
	}
	r := &run{
		voice:     voiceOf(c, s),
		published: published,
		merge:     !c.Bool("no-merge"),
		least:     confidence,
		types:     types,
		stdin:     s.In,
		begun:     time.Now(),
		spool:     t.spool,
	}
	r.ids.Bound(seen.Options{Memory: t.spool.Memory / 2, Folder: t.spool.Folder})
	if text := c.String("max-errors"); text != "" { // a review has no such flag
		if r.limit, err = parseLimit(text); err != nil {
			return nil, voice.Usagef("--max-errors: %v", err)
		}
	}
	if text := c.String("shard"); text != "" {
		if r.shard, err = record.ParseShard(text); err != nil {
			return nil, voice.Usagef("--shard: %v", err)
		}
	}
	resolver := gazetteer.NewResolver(index, gazetteer.ResolverOptions{MinConfidence: confidence, Explain: explained, LandsOnly: t.tellsLandsOnly(c)})
	if r.home, err = home(c, resolver); err != nil {
		return nil, err
	}
	r.resolver, r.repair = resolver, c.Bool("fix-coordinates")
	if r.blur, err = blurOf(c, resolver, t); err != nil {
		return nil, err
	}
	if explained {
		r.explain = explain.New(resolver)
	}
	return r, nil
}

// mapOptions returns what the flags say of the layers.
func mapOptions(c *cli.Context, t target, r *run, index gazetteer.Places, h heeded) layers.Options {
	o := layers.Options{
		Title:          c.String("title"),
		Credit:         c.String("credit"),
		Tiles:          leaflet.Tiles{URL: c.String("tiles"), Credit: c.String("tiles-credit")},
		Embed:          c.Bool("embed"),
		IncludePlanned: c.Bool("include-planned"),
		Decisions:      h.decisions(),
		Form:           h.form,
		Why:            explain.Reason,
		Program:        program(),
		Gazetteer:      gazetteerReport(index),
		PCodes:         index.Info().PCodes,
		Fields:         t.fields,
		Surveyed:       r.knows,
		Inputs:         func() []layers.Input { return report(r.inputs) },
		Eventless:      func() layers.EventlessList { return r.eventless },
		Accept:         func(report *layers.Report) error { return r.accept(report, c.Bool("strict")) },
	}
	if r.blur != nil {
		o.Decisions, o.Form, o.AskNothing = nil, nil, true // they name places
		o.Inputs = func() []layers.Input { return hiddenInputs(report(r.inputs)) }
		o.Eventless = func() layers.EventlessList { return layers.EventlessList{Count: r.eventless.Count} }
	}
	o.MapAreas = outlines(index)
	if t.sort != nil {
		o.Sort = func(events iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
			return r.watchWriting(sorted.Events(events, *t.sort))
		}
	}
	if c.String("geometry") == "area" {
		o.Areas = o.MapAreas
	}
	return o
}

// areasOf finds the outline that stands for an event's place, if any.
type areasOf = func(*geo.Event) orb.MultiPolygon

// outlines returns what finds the outline of a place that is known no finer than
// its area.
func outlines(index gazetteer.Places) areasOf {
	var mu sync.Mutex
	found := make(map[string]orb.MultiPolygon) // decoding a large country takes a while
	return func(e *geo.Event) orb.MultiPolygon {
		switch e.Place.Precision {
		case geo.WithinAdm2, geo.WithinAdm1, geo.WithinCountry:
		default:
			return nil
		}
		id := e.Place.ID
		mu.Lock()
		defer mu.Unlock()
		area, known := found[id]
		if !known {
			if ref, ok := index.ByID(id); ok {
				area = index.Area(ref)
			}
			found[id] = area
		}
		return area
	}
}
