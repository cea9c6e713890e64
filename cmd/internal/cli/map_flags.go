package cli

import (
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/format"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/urfave/cli/v2"
)

// sizeOf reads a number of bytes such as 500000, 64M or 2G.
func sizeOf(s string) (int64, error) {
	digits := strings.TrimRight(strings.ToUpper(s), "IB")
	unit := int64(1)
	if i := strings.IndexAny(digits, "KMGT"); i >= 0 && i == len(digits)-1 {
		unit = 1 << (10 * (1 + strings.IndexByte("KMGT", digits[i])))
		digits = digits[:i]
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n <= 0 || n > math.MaxInt64/unit {
		return 0, fmt.Errorf("%q is not a size such as 64M or 2G", s)
	}
	return n * unit, nil
}

// mapTarget returns where the flags send the output.
func mapTarget(c *cli.Context) (job.Target, error) {
	if geometry := c.String("geometry"); geometry != "point" && geometry != "area" {
		return job.Target{}, voice.Usagef("--geometry %q is neither point nor area", geometry)
	}
	t, err := job.TargetOf(c.String("output"), c.String("format"))
	if err != nil {
		return t, err
	}
	if t.Layer, err = layerFlags(c); err != nil {
		return t, err
	}
	tiles := leaflet.Tiles{URL: c.String("tiles"), Credit: c.String("tiles-credit")}
	if err := tiles.Check(); err != nil {
		return t, voice.Usagef("--tiles: %v", err)
	}
	if t.Spool, err = spooling(c); err != nil {
		return t, err
	}
	if t.Sort, err = sorting(c, t); err != nil {
		return t, err
	}
	if t.Fields, err = fieldsOf(c); err != nil {
		return t, err
	}
	if err := mergeable(c, t); err != nil {
		return t, err
	}
	if t.Folder {
		return t, checkFlags(c, format.Folder)
	}
	return t, checkFlags(c, t.Format)
}

// tellsAbroadOnly reports whether nothing that is written tells where the coordinates lie
// that rows give, so that it need not be found out.
func tellsAbroadOnly(c *cli.Context, t job.Target) bool {
	for _, flag := range []string{"explain", "report", "resume", "blur"} { // a journal may be gone on with for a report
		if c.IsSet(flag) {
			return false
		}
	}
	return t.Format != nil && t.Format.Lone && c.String("geometry") == "point" && !t.Fields.TellAreas()
}

// spooling returns what the flags give to sorting.
func spooling(c *cli.Context) (o sorted.Options, err error) {
	if o.Memory, err = sizeOf(c.String("memory")); err != nil {
		return o, voice.Usagef("--memory: %v", err)
	}
	if o.Folder = c.String("tmp"); o.Folder != "" && !input.IsFolder(o.Folder) {
		return o, voice.Usagef("--tmp %s is not a folder", o.Folder)
	}
	return o, nil
}

// sorting returns how the flags have the events sorted; nil if not at all.
func sorting(c *cli.Context, t job.Target) (*sorted.Options, error) {
	switch {
	case !c.Bool("unsorted"):
		return &t.Spool, nil
	case t.Folder || !t.Format.Lone:
		return nil, voice.Usagef("--unsorted needs one layer of GeoJSON as output")
	case c.IsSet("blur"):
		return nil, voice.Usagef("--unsorted and --blur do not go together")
	case t.Stdout && (c.Bool("strict") || c.String("max-errors") != ""):
		return nil, voice.Usagef("--strict and --max-errors cannot take back what --unsorted has written to standard output")
	}
	return nil, nil
}

// checkReport refuses a file for the report of one layer that cannot be one.
func checkReport(c *cli.Context, t job.Target) error {
	switch path := c.String("report"); {
	case path == "":
		return nil
	case t.Folder:
		return voice.Usagef("--report is for one layer; a folder has its %s", layers.ReportFile)
	case path == input.Stdin:
		return voice.Usagef("--report needs a file")
	case input.IsInput(path, c.Args().Slice()):
		return voice.Usagef("--report %s is an input: name another file", path)
	case filepath.Clean(path) == filepath.Clean(t.Path) && !input.IsDevice(path) || input.IsInput(path, []string{t.Path}):
		return voice.Usagef("--report %s is the output, too: name another file", path)
	case c.IsSet("blur"):
		return voice.Usagef("--report and --blur do not go together for one layer; write a folder")
	}
	return nil
}

// checkResume refuses what a run that can be resumed cannot do.
func checkResume(c *cli.Context, t job.Target) error {
	if !c.Bool("resume") {
		return nil
	}
	for _, flag := range []string{"explain", "blur"} {
		if c.IsSet(flag) {
			return voice.Usagef("--resume and --%s do not go together", flag)
		}
	}
	if t.Stdout || input.IsDevice(t.Path) {
		return voice.Usagef("--resume needs an output that can be left off: a file or a folder")
	}
	return nil
}

// flagsOfTalk are those that change nothing of what becomes of a run's input. A
// run that was too strict can go on with less.
var flagsOfTalk = []string{"output", "quiet", "resume", "memory", "tmp", "title", "credit", "report", "log-format", "strict", "max-errors"}

// flagsOfWork returns the flags that change what becomes of a run's input, as they were
// given.
func flagsOfWork(c *cli.Context) map[string]string {
	flags := make(map[string]string)
	for _, name := range c.FlagNames() {
		if len(name) > 1 && !slices.Contains(flagsOfTalk, name) { // a letter is short for another
			flags[name] = fmt.Sprint(c.Value(name))
		}
	}
	return flags
}

// aidsOf returns what may be files besides the inputs that change what becomes of
// these: whatever a flag says, and the gazetteer that is used if none is named.
func aidsOf(c *cli.Context, flags map[string]string) []string {
	aids := []string{fetched()}
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		aids = append(aids, flags[name])
		aids = append(aids, c.StringSlice(name)...)
	}
	return aids
}

// mapReading returns what the flags of map say besides.
func mapReading(c *cli.Context, s Streams, index gazetteer.Places, w *job.Output) (job.Options, error) {
	o, err := readingOf(c, s, index, resolve.Options{Explain: w.Explain != "", AbroadOnly: tellsAbroadOnly(c, w.Target)})
	if err != nil {
		return o, err
	}
	o.Spool, o.Merge, o.Repair = w.Spool, !c.Bool("no-merge"), c.Bool("fix-coordinates")
	if text := c.String("max-errors"); text != "" {
		if o.Limit, err = job.ParseLimit(text); err != nil {
			return o, voice.Usagef("--max-errors: %v", err)
		}
	}
	if text := c.String("shard"); text != "" {
		if o.Shard, err = record.ParseShard(text); err != nil {
			return o, voice.Usagef("--shard: %v", err)
		}
	}
	o.Blur, err = blurOf(c, o.Resolver, w.Target)
	return o, err
}

// outputOf returns what the flags ask to be written.
func outputOf(c *cli.Context) (w job.Output, err error) {
	if w.Target, err = mapTarget(c); err != nil {
		return w, err
	}
	if err := input.CheckOutput(w.Path, c.Args().Slice()); err != nil {
		return w, err
	}
	if f := c.String("log-format"); f != "text" && f != "json" {
		return w, voice.Usagef("--log-format %q is neither text nor json", f)
	}
	if w.Explain, err = explainPath(c); err != nil {
		return w, err
	}
	w.Layers = layers.Options{
		Title:          c.String("title"),
		Credit:         c.String("credit"),
		Tiles:          leaflet.Tiles{URL: c.String("tiles"), Credit: c.String("tiles-credit")},
		Embed:          c.Bool("embed"),
		IncludePlanned: c.Bool("include-planned"),
		Time:           w.Layer.Time,
	}
	if w.Layers.LayerBy, err = layers.GroupBy(c.String("layer-by")); err != nil {
		return w, voice.Usagef("--layer-by: %v", err)
	}
	for _, check := range []func(*cli.Context, job.Target) error{checkResume, checkReport} {
		if err := check(c, w.Target); err != nil {
			return w, err
		}
	}
	w.Decisions, w.Report = c.String("decisions"), c.String("report")
	w.Strict, w.Resume, w.Areas = c.Bool("strict"), c.Bool("resume"), c.String("geometry") == "area"
	w.Flags = flagsOfWork(c)
	w.Aids = aidsOf(c, w.Flags)
	return w, nil
}
