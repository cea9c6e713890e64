package job

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/world"
)

func TestLimit(t *testing.T) {
	tests := []struct {
		text         string
		refused, all int
		want         bool
		reason       string
	}{
		{"0", 0, 10, false, "none is none too many"},
		{"0", 1, 10, true, "none is allowed"},
		{"2", 2, 10, false, "so many are allowed"},
		{"2", 3, 3000, true, "a number is one of any number of inputs"},
		{"-1", 3000, 3000, false, "as before, any number"},
		{"5%", 5, 100, false, "the share itself is allowed"},
		{"5%", 6, 100, true, "more than the share"},
		{"0.5%", 1, 199, true, "half a percent of 199 is less than one"},
		{"0.5%", 1, 200, false, "and of 200 it is one"},
		{"0%", 1, 1000, true, "no share is none"},
		{"100%", 7, 7, false, "all may be refused"},
		{"5%", 0, 0, false, "of nothing nothing is refused"},
	}
	for _, tt := range tests {
		l, err := ParseLimit(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.exceeded(tt.refused, tt.all); got != tt.want {
			t.Errorf("%s, %d of %d: %v: %s", tt.text, tt.refused, tt.all, got, tt.reason)
		}
	}
	for _, text := range []string{"", "x", "5 %", "101%", "-1%", "NaN%", "1.5"} {
		if _, err := ParseLimit(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

// TestTooMany refuses rows at the beginning of a long table, of which no more is
// read than is under way.
func TestTooMany(t *testing.T) {
	index, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	places := undecided(t, index)
	path := filepath.Join(t.TempDir(), "long.csv")
	const rows = 50_000
	table := "date,place,country,killed\nTotal,,,1\nTotal,,,2\n" + strings.Repeat("2016-10-17,Basra,Iraq,1\n", rows)
	if err := os.WriteFile(path, []byte(table), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		limit string
		stops bool
	}{{"1", true}, {"2", false}, {"5%", false}} {
		r := &Run{Options: Options{Voice: voice.Voice{Err: io.Discard}, Resolver: places.Resolver}, places: places}
		if r.Limit, err = ParseLimit(tt.limit); err != nil {
			t.Fatal(err)
		}
		r.Find([]string{path})
		ctx, why := r.stoppable(context.Background())
		events := 0
		for _, err := range r.events(ctx) {
			if err == nil {
				events++
			}
		}
		err := why(errors.Join(ctx.Err(), r.accept(nil, false)))
		if (err != nil) != tt.stops || (events < rows/2) != tt.stops {
			t.Errorf("limit %s: %d events, error %v", tt.limit, events, err)
		}
	}
}
