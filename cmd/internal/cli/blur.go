package cli

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/paulmach/orb"
	"github.com/urfave/cli/v2"
)

// blurFlags are those for layers that are given away.
func blurFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "blur", Usage: "hide exact places: move points to the cells of a grid (`SIZE` 500m, 5km) or to their area (adm2, adm1), and leave out all words that could tell them"},
		&cli.StringSliceFlag{Name: "keep", Usage: "with --blur, keep `PROPERTY` although it may tell the place: place, title, quote, source_url, document, source or a column of the input"},
	}
}

var gridSize = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([0-9]+(?:\.[0-9]+)?) ?(m|km)$`) })

// The sizes of a grid that make sense: a cell is larger than a house and smaller
// than a country.
const minCellM, maxCellM = 100, 500_000

// blurOf returns what the flags ask to hide; nil for nothing.
func blurOf(c *cli.Context, resolver *resolve.Resolver, t job.Target) (*geo.Blur, error) {
	size := strings.ToLower(strings.TrimSpace(c.String("blur")))
	blur := &geo.Blur{Keep: c.StringSlice("keep")}
	switch size {
	case "":
		if len(blur.Keep) > 0 {
			return nil, voice.Usagef("--keep says what --blur may leave; give --blur too")
		}
		return nil, nil
	case "adm2":
		blur.Area = unitOf(resolver, geo.WithinAdm2)
	case "adm1":
		blur.Area = unitOf(resolver, geo.WithinAdm1)
	default:
		if err := setCell(blur, size); err != nil {
			return nil, err
		}
	}
	return blur, hidesAll(c, t)
}

// hidesAll refuses what would tell beside the layers where events happened.
func hidesAll(c *cli.Context, t job.Target) error {
	if c.String("shard") != "" {
		return voice.Usagef("--blur makes ids of what is left to be seen, which --shard cannot keep apart")
	}
	if c.String("explain") != "" {
		return voice.Usagef("--explain shows the places that --blur hides")
	}
	if t.Folder {
		file := filepath.Join(t.Path, layers.DecisionsFile)
		form, err := input.OpenForm(file)
		if err != nil || !form.Form().Empty() {
			return voice.Usagef("%s names places that --blur hides; write to another folder, with --decisions %s", file, file)
		}
	}
	return nil
}

func setCell(blur *geo.Blur, size string) error {
	m := gridSize().FindStringSubmatch(size)
	if m == nil {
		return voice.Usagef("--blur %q is neither a size such as 500m or 5km, nor adm2 or adm1", size)
	}
	blur.CellM, _ = strconv.ParseFloat(m[1], 64)
	if m[2] == "km" {
		blur.CellM *= 1000
	}
	if blur.CellM < minCellM || blur.CellM > maxCellM {
		return voice.Usagef("--blur %s is not between %d m and %d km", size, minCellM, maxCellM/1000)
	}
	return nil
}

func unitOf(resolver *resolve.Resolver, level geo.Precision) func(orb.Point) (geo.Match, bool) {
	return func(p orb.Point) (geo.Match, bool) { return resolver.Unit(p, level) }
}
