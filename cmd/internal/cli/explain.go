package cli

import (
	"errors"
	"io"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/urfave/cli/v2"
)

// Why comes in two doors with one thing behind: `map --explain FILE` explains
// the very run that makes the layers, with all its flags and decisions, and
// `explain` is the same without layers, for looking at one story.
func explainCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show how events were read from stories, and why a place was chosen",
		ArgsUsage: "FILE-OR-FOLDER [FILE-OR-FOLDER ...]",
		Description: `Shows of each story the sentences that tell of something, with what, where,
when, how many and who marked, the event made of them, and what speaks for its
place; of a sentence that gave no event, why. Of each place name of a table, the
places it could mean and what would make another of them.

The output is text, or a page if it ends in .html. ` + "`dateline map --explain FILE`" + `
writes the same of the run that makes the layers.

EXAMPLES:
   dateline explain testdata/stories/anbar-convoy.txt
   dateline explain testdata/stories testdata/records -o why.html`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE`, or - for standard output"},
			&cli.StringFlag{Name: "decisions", Usage: "heed what `FILE` says of names"},
		}, readingFlags()...),
		Action: func(c *cli.Context) error { return runExplain(c, s) },
	}
}

func runExplain(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return voice.Usagef("no input: name files or folders to read")
	}
	if err := input.CheckOutput(c.String("output"), c.Args().Slice()); err != nil {
		return err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	o, err := readingOf(c, s, index, resolve.Options{Explain: true})
	if err != nil {
		return err
	}
	r := job.New(o)
	if _, err := r.Heed(c.String("decisions"), job.Target{}); err != nil {
		return err
	}
	r.Find(c.Args().Slice(), outputsOf(c)...)
	return toFile(c.String("output"), s.Out, func(w io.Writer) error {
		r.Explain.To(w, c.String("output"), index.Info().Attribution)
		if err := errors.Join(r.Each(c.Context, func(*geo.Event) {}), r.Explain.Close()); err != nil {
			return err
		}
		return r.Partial()
	})
}

// explainPath returns the file that --explain names, if it does.
func explainPath(c *cli.Context) (string, error) {
	path := c.String("explain")
	if path == "-" || path == "" && c.IsSet("explain") {
		return "", voice.Usagef("--explain needs a file, .html or .txt; `dateline explain` writes to standard output")
	}
	return path, nil
}
