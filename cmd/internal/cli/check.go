package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output/check"
	"github.com/urfave/cli/v2"
)

func checkCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "validate GeoJSON against RFC 7946 and, if it is an event layer, against what those promise",
		ArgsUsage: "FILE...",
		Description: `Prints a line for each fault: the file, the line, the path of the value, what is
wrong and the rule it breaks. What the specification only advises against is
printed too and does not count as a fault. Any GeoJSON can be checked, also text
sequences (RFC 8142) and one feature a line; - is standard input. The exit code is
3 if there are faults.

EXAMPLES:
   dateline check layers/events.geojson
   dateline map testdata/records -o - | dateline check -`,
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "max", Value: 100, Usage: "print at most `N` faults of each file; 0 prints all"},
		},
		Action: func(c *cli.Context) error { return runCheck(c, s) },
	}
}

func runCheck(c *cli.Context, s Streams) error {
	if c.NArg() == 0 {
		return voice.Usagef("name a GeoJSON file to check, or - for standard input")
	}
	good := true
	for _, name := range c.Args().Slice() {
		summary, err := checkFile(name, c.Int("max"), s)
		if err != nil {
			return err
		}
		good = good && summary.Faults == 0
	}
	if !good {
		return voice.ErrPartial
	}
	return nil
}

func checkFile(name string, most int, s Streams) (check.Summary, error) {
	in := s.In
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return check.Summary{}, err
		}
		defer f.Close()
		in = f
	}
	out := bufio.NewWriter(s.Out)
	printed := 0
	summary, err := check.Run(in, func(f check.Fault) {
		if printed++; most == 0 || printed <= most {
			showFault(out, name, f)
		}
	})
	if left := printed - most; most > 0 && left > 0 {
		fmt.Fprintf(out, "%s: %d more; --max 0 prints all\n", voice.OneLine(name), left)
	}
	if err := out.Flush(); err != nil {
		return summary, err
	}
	if err != nil {
		return summary, fmt.Errorf("%s: %w", name, err)
	}
	fmt.Fprintf(s.Err, "%s: %s\n", voice.OneLine(name), checkedWords(summary))
	return summary, nil
}

func showFault(w io.Writer, name string, f check.Fault) {
	what := f.Text
	if f.Advice {
		what = "advice: " + what
	}
	path := f.Path
	if path == "" {
		path = "the whole"
	}
	fmt.Fprintf(w, "%s:%d: %s %s [%s]\n", voice.OneLine(name), f.Line, voice.OneLine(path), voice.OneLine(what), f.Rule)
}

// checkedWords says in a sentence what a file holds and whether it is right.
func checkedWords(c check.Summary) string {
	kind := "GeoJSON, not an event layer"
	if c.Events {
		kind = "an event layer"
	}
	verdict := "no faults"
	if c.Faults > 0 {
		verdict = voice.Plural(c.Faults, "fault")
	}
	if c.Advice > 0 {
		verdict += " and " + voice.Plural(c.Advice, "piece") + " of advice"
	}
	return fmt.Sprintf("%s with %s, %d without a place: %s", kind, voice.Plural(c.Features, "feature"), c.NoGeometry, verdict)
}
