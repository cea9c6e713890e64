package resolve

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
)

func TestDoubted(t *testing.T) {
	tests := []struct {
		confidence float64
		precision  geo.Precision
		want       int
		reason     string
	}{
		{0.96, geo.ExactPlace, 5_000, "sure enough for the place's own radius"},
		{0.9, geo.ExactPlace, fairM, "another of a like name nearby"},
		{0.7, geo.NearPlace, doubtM, "in doubt"},
		{0.6, geo.ExactPlace, weakM, "as likely as not a namesake"},
		{0.6, geo.WithinAdm1, 5_000, "a province is as wide as it is"},
	}
	for _, test := range tests {
		m := geo.Match{Confidence: test.confidence, Precision: test.precision, RadiusM: geo.Known(5_000)}
		if got, _ := doubted(&m).Int(); got != test.want {
			t.Errorf("%s: a confidence of %v has %d m, want %d", test.reason, test.confidence, got, test.want)
		}
	}
}
