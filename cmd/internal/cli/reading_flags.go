package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/urfave/cli/v2"
)

// readingFlags say how input is read and places are found.
func readingFlags() []cli.Flag {
	return []cli.Flag{
		dateFlag(),
		homeFlag(),
		gazetteerFlag(),
		minConfidenceFlag(),
		typesFlag(),
		quietFlag(),
	}
}

func dateFlag() cli.Flag {
	return &cli.StringFlag{Name: "date", Usage: "publication `DATE` (YYYY-MM-DD) of stories that have none"}
}

func minConfidenceFlag() cli.Flag {
	return &cli.Float64Flag{Name: "min-confidence", Value: resolve.DefaultMinConfidence, Usage: "leave places less likely right than `P` (0 to 1) unresolved"}
}

func typesFlag() cli.Flag {
	return &cli.StringFlag{Name: "types", Usage: "what counts as an event: conflict, disasters (with accidents and outbreaks), or the types and words of a `FILE` (see docs/extraction.md)", DefaultText: "conflict"}
}

// readingOf returns what the flags say of how input is read and places are found.
func readingOf(c *cli.Context, s Streams, index gazetteer.Places, resolving resolve.Options) (o job.Options, err error) {
	o = job.Options{Voice: voiceOf(c, s), Program: program(), Stdin: s.In, Index: index, Explained: resolving.Explain}
	if o.Published, err = publicationDate(c.String("date")); err != nil {
		return o, err
	}
	if o.MinConfidence, err = minConfidence(c); err != nil {
		return o, err
	}
	if o.Types, err = readTypes(c.String("types")); err != nil {
		return o, err
	}
	resolving.MinConfidence = o.MinConfidence
	o.Resolver = resolve.New(index, resolving)
	o.Home, err = home(c, o.Resolver)
	return o, err
}

// minConfidence returns the flag's value as a resolver takes it: 0 accepts every
// match, where a resolver's zero would be its default.
func minConfidence(c *cli.Context) (float64, error) {
	p := c.Float64("min-confidence")
	switch {
	case !(p >= 0 && p <= 1):
		return 0, voice.Usagef("--min-confidence %v is not between 0 and 1", p)
	case p == 0:
		return -1, nil
	}
	return p, nil
}

// typesOf are the taxonomies that come with the program, by the names of --types.
var typesOf = map[string]func() *en.Taxonomy{"conflict": en.Types, "disasters": en.Disasters}

// readTypes returns the taxonomy of a name, or reads that of a file; no name stands
// for the usual one, which is made only if there are stories.
func readTypes(path string) (*en.Taxonomy, error) {
	if path == "" {
		return nil, nil
	}
	if types, named := typesOf[path]; named {
		return types(), nil
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, voice.WithHint(fmt.Errorf("%s: %w", path, voice.Cause(err)), "--types takes a file, or conflict or disasters")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, voice.Cause(err))
	}
	defer f.Close()
	types, err := en.ParseTypes(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return types, nil
}

func publicationDate(s string) (when.Interval, error) {
	if s == "" {
		return when.Interval{}, nil
	}
	if i, err := when.ParseEDTF(s); err == nil {
		return i, nil
	}
	i, err := when.Parse(s, when.OrderUnknown)
	if err == nil && i.IsZero() {
		err = fmt.Errorf("%q is no date", s)
	}
	if err != nil {
		return i, voice.Usagef("--date: %v; give it as 2014-06-23", err)
	}
	return i, nil
}

// homeFlag is the flag that says where the publisher of stories is at home.
func homeFlag() cli.Flag {
	return &cli.StringFlag{Name: "home", Usage: "the stories' publisher is at home in `PLACE`, as \"Tyler, Texas\": the names in local news are those around it; a story's own home, in the manifest or as \"home\" of a line, goes first"}
}

// home returns the place that the flag names. One that the gazetteer cannot tell
// would be heeded in silence by no story.
func home(c *cli.Context, l geo.Locator) (string, error) {
	p := geo.Place{Name: c.String("home")}
	if p.Name == "" {
		return "", nil
	}
	if l.Locate(&p); !p.Match.Located() {
		return "", voice.Usagef("--home %q: %s", p.Name, explain.Reason(p.Match.Reason))
	}
	return p.Name, nil
}
