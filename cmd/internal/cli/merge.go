package cli

import (
	"errors"
	"io"
	"os"

	"github.com/dateline-map/dateline/cmd/internal/format"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/urfave/cli/v2"
)

func mergeCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "join sorted layers, such as those of shards, into one",
		ArgsUsage: "LAYER [LAYER ...]",
		Description: `Joins layers of GeoJSON that ` + "`dateline map`" + ` has sorted by date, in any of its
forms. They are read once, side by side, in little memory. The shards of a job
give the bytes that the whole job would have given, in whatever order they are
named. Shards that are missing, named twice, cut off or of another job are told,
and nothing is written. NDJSON has no room for what says so of a whole layer: of
its shards only those that share events are told.

EXAMPLES:
   dateline map big.csv --shard 1/2 -o part1.geojson
   dateline map big.csv --shard 2/2 -o part2.geojson
   dateline merge part1.geojson part2.geojson -o all.geojson`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE` (.geojson, .ndjson, .geojsons), or - for standard output"},
			&cli.StringFlag{Name: "title", Usage: "`TEXT` is the name of the layer"},
			fieldsFlag(),
		},
		Action: func(c *cli.Context) error { return runMerge(c, s) },
	}
}

func runMerge(c *cli.Context, s Streams) (err error) {
	if !c.Args().Present() {
		return voice.Usagef("no layer: name the files to join")
	}
	t, err := job.TargetOf(c.String("output"), "")
	if err != nil {
		return err
	}
	if t.Folder || !t.Format.Lone {
		return voice.Usagef("merge writes GeoJSON: .geojson, .ndjson or .geojsons")
	}
	fields, err := fieldsOf(c)
	if err != nil {
		return err
	}
	var parts []geojson.Part
	for _, path := range c.Args().Slice() {
		f, err := os.Open(path)
		if err != nil {
			return voice.OutputError(path, err)
		}
		defer f.Close() // nothing was written
		parts = append(parts, geojson.Part{Name: path, Reader: f})
	}
	options := geojson.Options{Framing: t.Format.Framing, Name: c.String("title"), Fields: fields}
	return toFile(c.String("output"), s.Out, func(w io.Writer) error {
		err := geojson.Merge(w, parts, options)
		if wrong := (*geojson.PartsError)(nil); errors.As(err, &wrong) {
			err = voice.WithHint(err, "give every part of a job once, made by the same version of the program with the same gazetteer, flags and inputs")
		}
		return errors.Join(format.UnknownFields(err), c.Context.Err())
	})
}
