package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/format"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output/layers"
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
"-". The endings are ` + format.Endings() + `;
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
		Flags:  mapFlags(),
		Action: func(c *cli.Context) error { return runMap(c, s) },
	}
}

// mapFlags are under headings: so many are no list that anybody reads.
func mapFlags() []cli.Flag {
	return slices.Concat(
		[]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "layers", Usage: "write to `PATH`: a folder, a file, or - for standard output"},
			&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "print what is understood of each table, column by column, and write nothing"},
			quietFlag(),
		},
		under("READING STORIES",
			dateFlag(),
			homeFlag(),
			typesFlag(),
			&cli.BoolFlag{Name: "no-merge", Usage: "keep the same event told by several stories apart"},
		),
		under("READING TABLES", append(columnFlags(),
			&cli.StringFlag{Name: "save-mapping", Usage: "with --dry-run, write what is understood of a table to a YAML `FILE` for --mapping"},
			&cli.BoolFlag{Name: "fix-coordinates", Usage: "repair given coordinates that are swapped or have lost a sign, where only one of these puts them into the country said; each is told"},
		)...),
		under("PLACES",
			gazetteerFlag(),
			minConfidenceFlag(),
			&cli.StringFlag{Name: "decisions", Usage: "heed what `FILE` says of names; the default is decisions.csv in the output folder, if it is there"},
			&cli.StringFlag{Name: "explain", Usage: "write to `FILE`, .html or .txt, how each event was read and why its place was chosen"},
		),
		under("WHAT IS WRITTEN", append(formatFlags(),
			fieldsFlag(),
			&cli.StringFlag{Name: "layer-by", Value: layers.GroupingNames()[0], Usage: "give a layer of its own to each `KEY`: " + strings.Join(layers.GroupingNames(), ", ")},
			&cli.StringFlag{Name: "geometry", Value: "point", Usage: "draw events known to an area only as its `SHAPE`: point or area"},
			&cli.BoolFlag{Name: "include-planned", Usage: "show announced events on the map and in the layers by type too"},
		)...),
		under("THE MAP PAGE",
			&cli.StringFlag{Name: "title", Usage: "`TEXT` is the heading of the map"},
			&cli.StringFlag{Name: "credit", Usage: "`TEXT` is the line below the map, for who made it"},
			&cli.BoolFlag{Name: "embed", Usage: "also write embed.html, an example of a Leaflet page of your own, and its script (see docs/embed.md)"},
			&cli.StringFlag{Name: "tiles", Usage: "draw a web server's tiles behind the map's events: `URL` with {z}, {x} and {y}; the default asks nothing of the network"},
			&cli.StringFlag{Name: "tiles-credit", Usage: "`TEXT` is what is to be said of those who made the tiles"},
		),
		under("HIDING PLACES", blurFlags()...),
		under("LARGE JOBS",
			&cli.BoolFlag{Name: "resume", Usage: "keep a journal beside the output, and go on where a run that was killed has stopped"},
			&cli.StringFlag{Name: "shard", Usage: "do the `I/N`th part of the job, to be joined with the others by dateline merge (see docs/batch.md)"},
			&cli.StringFlag{Name: "memory", Value: "24M", Usage: "sort in `SIZE` of memory, and the rest in temporary files"},
			&cli.StringFlag{Name: "tmp", Usage: "put temporary files into `FOLDER`; the default is the system's"},
			&cli.BoolFlag{Name: "unsorted", Usage: "write the events in the order of the input, holding none of them (GeoJSON only)"},
			&cli.BoolFlag{Name: "strict", Usage: "write nothing if any input is refused"},
			&cli.StringFlag{Name: "max-errors", Usage: "end the run, and write nothing, when more than `N` inputs (rows, documents, files) are refused, or N% of all at its end: 100, 0.5%; the default is any number"},
			&cli.StringFlag{Name: "report", Usage: "write to `FILE` what a folder has as report.json, of one layer"},
			&cli.StringFlag{Name: "log-format", Value: "text", Usage: "say things in `FORM`, text or json: json is an object a line with the problem's file, row and column"},
		),
	)
}

// under puts flags under a heading of the help.
func under(heading string, flags ...cli.Flag) []cli.Flag {
	for _, f := range flags {
		switch f := f.(type) {
		case *cli.StringFlag:
			f.Category = heading
		case *cli.StringSliceFlag:
			f.Category = heading
		case *cli.BoolFlag:
			f.Category = heading
		case *cli.Float64Flag:
			f.Category = heading
		default:
			panic(fmt.Sprintf("cli: no heading for a %T", f)) // a slip of the program's, which any test meets
		}
	}
	return flags
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
	w, err := outputOf(c)
	if err != nil {
		return err
	}
	restore, err := temporaryIn(w.Spool.Folder)
	if err != nil {
		return fmt.Errorf("--tmp %s: %w", w.Spool.Folder, err)
	}
	defer restore()
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	o, err := mapReading(c, s, index, &w)
	if err != nil {
		return err
	}
	o.Columns = columns
	return job.New(o).Write(c.Context, c.Args().Slice(), w, s.Out)
}

// outputsOf returns the paths that the flags have written.
func outputsOf(c *cli.Context) []string {
	return []string{c.String("output"), c.String("decisions"), c.String("report"), c.String("explain")}
}
