package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"text/tabwriter"
	"time"
)

// feature is what all programs must say alike of an event.
type feature struct {
	id, date   string
	lon, lat   int32 // in 1/100,000 of a degree, as the table has them
	fatalities string
	notes      int // bytes
}

// features reads a layer that has a feature a line, in whatever frame.
func features(path string) ([]feature, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []feature
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadSlice('\n')
		line = bytes.TrimSpace(line)
		line = bytes.TrimPrefix(line, []byte(`{"type":"FeatureCollection", "features": [`))
		line = bytes.TrimSuffix(line, []byte{','})
		if bytes.HasPrefix(line, []byte(`{"type":"Feature"`)) || bytes.HasPrefix(line, []byte(`{ "type": "Feature",`)) {
			one, err := parse(line)
			if err != nil {
				return nil, fmt.Errorf("%s: %w: %.200s", path, err, line)
			}
			all = append(all, one)
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func parse(line []byte) (feature, error) {
	var f struct {
		Geometry   *struct{ Coordinates [2]float64 }
		Properties struct {
			ID         string `json:"event_id"`
			Date       string `json:"event_date"`
			Notes      string
			Fatalities any
		}
	}
	if err := json.Unmarshal(line, &f); err != nil {
		return feature{}, err
	}
	p := &f.Properties
	one := feature{id: p.ID, date: p.Date, fatalities: fmt.Sprint(p.Fatalities), notes: len(p.Notes)}
	if len(one.date) > 10 || len(one.date) == 10 && one.date[4] == '/' {
		one.date = one.date[:4] + "-" + one.date[5:7] + "-" + one.date[8:10] // GDAL's 2014/06/21
	}
	if f.Geometry != nil {
		one.lon = int32(math.Round(f.Geometry.Coordinates[0] * 1e5))
		one.lat = int32(math.Round(f.Geometry.Coordinates[1] * 1e5))
	}
	return one, nil
}

// agree reports how two layers differ. Sorted says that the dates must follow
// one another in both.
func agree(path, other string, sorted bool) error {
	a, err := features(path)
	if err != nil {
		return err
	}
	b, err := features(other)
	if err != nil {
		return err
	}
	for _, layer := range [][]feature{a, b} {
		if sorted && !slices.IsSortedFunc(layer, func(x, y feature) int { return cmp.Compare(x.date, y.date) }) {
			return fmt.Errorf("not sorted by date")
		}
		slices.SortFunc(layer, func(x, y feature) int { return cmp.Compare(x.id, y.id) })
	}
	if len(a) != len(b) {
		return fmt.Errorf("%d features, not %d", len(b), len(a))
	}
	for i := range a {
		if !alike(a[i], b[i]) {
			return fmt.Errorf("feature %s is %v, not %v", a[i].id, b[i], a[i])
		}
	}
	return nil
}

// alike compares two features; one without a position stands for any, since
// only dateline finds places by name.
func alike(a, b feature) bool {
	if b.lon == 0 && b.lat == 0 {
		a.lon, a.lat = 0, 0
	}
	near := func(x, y int32) bool { return x-y <= 1 && y-x <= 1 } // half of the last digit, rounded
	return a.id == b.id && a.date == b.date && a.fatalities == b.fatalities && a.notes == b.notes && near(a.lon, b.lon) && near(a.lat, b.lat)
}

// printTable prints the medians of a job, and how often dateline's fits into
// each of the others'.
func printTable(job string, contenders []contender, results [][]usage) {
	fmt.Printf("%s\n", job)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "program\twall s\tCPU s\tpeak MiB\twall ratio\tCPU ratio\tmemory ratio\t")
	first := median(results[0])
	for i, c := range contenders {
		u := median(results[i])
		fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%d\t%.1f\t%.1f\t%.1f\t\n", c.name, u.wall.Seconds(), u.cpu.Seconds(), u.peakMiB,
			ratio(u.wall, first.wall), ratio(u.cpu, first.cpu), float64(u.peakMiB)/float64(first.peakMiB))
	}
	w.Flush()
}

func ratio(a, b time.Duration) float64 { return a.Seconds() / b.Seconds() }

// median returns the median of each figure by itself.
func median(all []usage) usage {
	middle := func(of func(usage) int64) int64 {
		var values []int64
		for _, u := range all {
			values = append(values, of(u))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return usage{
		wall:    time.Duration(middle(func(u usage) int64 { return int64(u.wall) })),
		cpu:     time.Duration(middle(func(u usage) int64 { return int64(u.cpu) })),
		peakMiB: middle(func(u usage) int64 { return u.peakMiB }),
	}
}
