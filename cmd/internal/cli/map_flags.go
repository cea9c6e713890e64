package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
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
	i, err := when.ParseEDTF(s)
	if err != nil {
		return i, voice.Usagef("--date: %v", err)
	}
	return i, nil
}
