//go:build linux

// Command compare measures what each format costs: it writes the same invented
// events with each of our writers and with GDAL's ogr2ogr, each in a process of its
// own, and prints CPU time, peak memory, size and the ratios as a table.
//
//	go run ./output/compare -events 1000000
//
// Our side makes the events as it goes; ogr2ogr reads them from FlatGeobuf, which
// it reads fastest, and its reading is in its figures. A format whose driver this
// GDAL has not has no ratio.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/csv"
	"github.com/dateline-map/dateline/output/fgb"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/kml"
	"github.com/dateline-map/dateline/output/parquet"
	"github.com/dateline-map/dateline/output/pmtiles"
	"github.com/dateline-map/dateline/output/timemap"
	"github.com/dateline-map/dateline/output/xlsx"
)

// contestant is a format, and how ogr2ogr is asked for the same.
type contestant struct {
	name, ending string
	open         func(w io.Writer, columns *output.Columns, folder string) output.Writer
	gdal         []string // nil if GDAL cannot
}

var contestants = []contestant{
	{"GeoJSON", ".geojson", func(w io.Writer, c *output.Columns, _ string) output.Writer {
		return geojson.NewWriter(w, c, geojson.Options{})
	}, []string{"-f", "GeoJSON", "-lco", "RFC7946=YES"}},
	{"GeoPackage", ".gpkg", func(w io.Writer, c *output.Columns, folder string) output.Writer {
		return gpkg.NewWriter(w, c, gpkg.Options{Folder: folder})
	}, []string{"-f", "GPKG"}},
	{"CSV", ".csv", func(w io.Writer, c *output.Columns, _ string) output.Writer {
		return csv.NewWriter(w, c, csv.Options{})
	}, []string{"-f", "CSV", "-lco", "GEOMETRY=AS_XY"}},
	{"KML", ".kml", func(w io.Writer, c *output.Columns, folder string) output.Writer {
		return kml.NewWriter(w, c, kml.Options{Folder: folder})
	}, []string{"-f", "KML"}}, // LIBKML takes minutes for fifty thousand
	{"FlatGeobuf", ".fgb", func(w io.Writer, c *output.Columns, folder string) output.Writer {
		return fgb.NewWriter(w, c, fgb.Options{Folder: folder})
	}, []string{"-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO"}},
	{"FlatGeobuf, indexed", ".fgb", func(w io.Writer, c *output.Columns, folder string) output.Writer {
		return fgb.NewWriter(w, c, fgb.Options{Index: true, Folder: folder})
	}, []string{"-f", "FlatGeobuf"}},
	{"GeoParquet", ".parquet", func(w io.Writer, c *output.Columns, _ string) output.Writer {
		return parquet.NewWriter(w, c, parquet.Options{})
	}, []string{"-f", "Parquet", "-lco", "COMPRESSION=ZSTD"}},
	{"XLSX", ".xlsx", func(w io.Writer, c *output.Columns, _ string) output.Writer {
		return xlsx.NewWriter(w, c, xlsx.Options{})
	}, []string{"-f", "XLSX"}},
	{"TimeMap", ".zip", func(w io.Writer, c *output.Columns, folder string) output.Writer {
		return timemap.NewWriter(w, c, folder)
	}, nil},
	{"PMTiles", ".pmtiles", func(w io.Writer, c *output.Columns, folder string) output.Writer {
		return pmtiles.NewWriter(w, c, pmtiles.Options{Folder: folder})
	}, []string{"-f", "PMTiles"}}, // from GDAL 3.8 on
}

func main() {
	events := flag.Int("events", 100_000, "how many events")
	one := flag.Int("one", -1, "write format number `N` to the path given, and nothing else")
	alone := flag.Bool("alone", false, "measure our formats only")
	folder := flag.String("folder", "", "where the files go, and from where they are removed; the default is the system's")
	flag.Parse()
	var err error
	if *one >= 0 {
		err = write(contestants[*one], *events, flag.Arg(0))
	} else {
		err = compare(*events, *folder, *alone)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// event is the nth event: fifty a day, all over the world.
func event(n int) geo.Event {
	at := orb.Point{float64(n*7919%36_000)/100 - 180, float64(n*104_729%17_000)/100 - 85}
	return geo.Event{
		ID: fmt.Sprintf("e%07d", n), When: when.On(when.Day(10_000 + n/50)), Type: "Battles", SubType: "Armed clash",
		Actor1: "one side", Actor2: "the other side", Killed: geo.Exactly(n % 7),
		Place:  geo.Place{Match: geo.Match{Kind: geo.Given, Point: at, Precision: geo.ExactPlace, Country: "ML", Adm1: "Gao"}},
		Source: geo.Source{Document: "a document", Quote: "They fought at some length over the bridge, witnesses said."},
		Extra:  []geo.Property{{Name: "row", Value: fmt.Sprint(n), JSON: true}},
	}
}

func write(c contestant, n int, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	var survey output.Survey
	first := event(0)
	survey.Note(&first)
	b := bufio.NewWriterSize(f, 1<<16)
	w := c.open(b, survey.Columns(), filepath.Dir(path))
	for i := range n {
		e := event(i)
		if err := w.Write(&e); err != nil {
			return err
		}
	}
	return errors.Join(w.Close(), b.Flush(), f.Close())
}

// cost is what a process took.
type cost struct {
	cpu, wall time.Duration
	peak      int64 // bytes
	size      int64 // bytes of what it wrote
}

// patience is how long a process may take.
const patience = 10 * time.Minute

func measure(path, program string, args ...string) (cost, error) {
	os.Remove(path)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stderr = os.Stderr
	begun := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("%s %q: %w", program, args, err)
	}
	c := cost{wall: time.Since(begun), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peak = int64(usage.Maxrss) << 10
	}
	info, err := os.Stat(path)
	if err != nil {
		return c, err
	}
	c.size = info.Size()
	return c, os.Remove(path)
}

func compare(events int, folder string, alone bool) error {
	folder, err := os.MkdirTemp(folder, "compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	input := filepath.Join(folder, "input.fgb")
	if err := write(contestants[4], events, input); err != nil {
		return err
	}
	fmt.Printf("%d events\n\n| format | CPU s | wall s | peak MiB | MB | ogr2ogr CPU s | wall s | peak MiB | MB | CPU, ogr2ogr : ours | memory |\n", events)
	fmt.Println("|---|---|---|---|---|---|---|---|---|---|---|")
	for i, c := range contestants {
		if alone {
			c.gdal = nil
		}
		path := filepath.Join(folder, "ours"+c.ending)
		ours, err := measure(path, "/proc/self/exe", "-events", fmt.Sprint(events), "-one", fmt.Sprint(i), path)
		if err != nil {
			return err
		}
		fmt.Printf("| %s | %s | %s\n", c.name, ours, theirs(c, folder, input, ours))
	}
	return nil
}

// theirs returns the rest of a row.
func theirs(c contestant, folder, input string, ours cost) string {
	const none = "– | – | – | – | – | – |"
	if c.gdal == nil {
		return none
	}
	path := filepath.Join(folder, "theirs"+c.ending)
	gdal, err := measure(path, "ogr2ogr", append(append([]string{"-q"}, c.gdal...), path, input)...)
	if err != nil {
		return none
	}
	return fmt.Sprintf("%s | %.1f | %.1f |", gdal, gdal.cpu.Seconds()/ours.cpu.Seconds(), float64(gdal.peak)/float64(cmp.Or(ours.peak, 1)))
}

func (c cost) String() string {
	return fmt.Sprintf("%.1f | %.1f | %d | %d", c.cpu.Seconds(), c.wall.Seconds(), c.peak>>20, c.size/1_000_000)
}
