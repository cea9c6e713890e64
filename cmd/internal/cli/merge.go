package cli

import (
	"errors"
	"io"
	"os"

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
give the bytes that the whole job would have given.

EXAMPLES:
   dateline map big.csv --shard 1/2 -o part1.geojson
   dateline map big.csv --shard 2/2 -o part2.geojson
   dateline merge part1.geojson part2.geojson -o all.geojson`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE` (.geojson, .ndjson, .geojsons), or - for standard output"},
			&cli.StringFlag{Name: "title", Usage: "name of the layer"},
		},
		Action: func(c *cli.Context) error { return runMerge(c, s) },
	}
}

func runMerge(c *cli.Context, s Streams) (err error) {
	if !c.Args().Present() {
		return usagef("no layer: name the files to join")
	}
	t, err := targetOf(c.String("output"), "")
	if err != nil {
		return err
	}
	if t.folder || !t.format.lone {
		return usagef("merge writes GeoJSON: .geojson, .ndjson or .geojsons")
	}
	var parts []geojson.Part
	for _, path := range c.Args().Slice() {
		f, err := os.Open(path)
		if err != nil {
			return outputError(path, err)
		}
		defer f.Close() // nothing was written
		parts = append(parts, geojson.Part{Name: path, Reader: f})
	}
	options := geojson.Options{Framing: t.format.framing, Name: c.String("title")}
	return toFile(c.String("output"), s.Out, func(w io.Writer) error {
		return errors.Join(geojson.Merge(w, parts, options), c.Context.Err())
	})
}
