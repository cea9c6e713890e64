package input

import (
	"errors"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/output/decisions"
)

// OpenForm reads a file of decisions, in whatever encoding a spreadsheet has
// saved it.
func OpenForm(path string) (*decisions.File, error) {
	f, err := decisions.Open(path, func(data []byte) (string, error) {
		text, _, err := charset.Decode(data, "")
		return text, err
	})
	if p := (*geo.Problem)(nil); errors.As(err, &p) {
		return nil, voice.WithHint(err, "correct the row, or empty its place_id, lat and lon")
	}
	return f, err
}
