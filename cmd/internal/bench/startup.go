package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// short is a command that is over at once, so that it measures starting up.
type short struct {
	name string
	args []string
}

// brief is what one run of a short command took.
type brief struct {
	wall, cpu time.Duration
	faults    int64 // pages that the system had to map, without reading the disk
}

// The inputs of short runs: a row, and a story.
const (
	oneRow   = "event_date,location,country\n2014-01-02,Mosul,Iraq\n"
	oneStory = "BAGHDAD, June 12, 2014 - A car bomb killed nine people at a market in Mosul on Tuesday, police said.\n"
	// nothing is the program that does the least, which is the floor.
	nothing = "package main\n\nfunc main() {}\n"
)

// startUp runs short commands n times in turn and prints what they took: the
// median of the wall times, and the least of the CPU times, since others on the
// machine only ever add to it.
func (b *bench) startUp(n int) error {
	shorts, err := b.shorts()
	if err != nil {
		return err
	}
	all := make([][]brief, len(shorts))
	for range n {
		for i, s := range shorts {
			u, err := s.run()
			if err != nil {
				return err
			}
			all[i] = append(all[i], u)
		}
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "command\twall ms\tleast CPU ms\tpage faults\t")
	for i, s := range shorts {
		middle := len(all[i]) / 2
		wall := sorted(all[i], func(u brief) int64 { return u.wall.Microseconds() })[middle]
		cpu := sorted(all[i], func(u brief) int64 { return u.cpu.Microseconds() })[0]
		faults := sorted(all[i], func(u brief) int64 { return u.faults })[middle]
		fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%d\t\n", s.name, float64(wall)/1000, float64(cpu)/1000, faults)
	}
	return w.Flush()
}

func sorted(all []brief, of func(brief) int64) []int64 {
	var values []int64
	for _, u := range all {
		values = append(values, of(u))
	}
	slices.Sort(values)
	return values
}

// shorts returns the commands, whose inputs it writes.
func (b *bench) shorts() ([]short, error) {
	in := func(name string) string { return filepath.Join(b.dir, name) }
	err := errors.Join(
		os.WriteFile(in("row.csv"), []byte(oneRow), 0o666),
		os.WriteFile(in("story.txt"), []byte(oneStory), 0o666),
		os.WriteFile(in("nothing.go"), []byte(nothing), 0o666),
		writeTable(in("points-100.csv"), 100, true))
	if err != nil {
		return nil, err
	}
	build := exec.Command("go", "build", "-o", in("nothing"), in("nothing.go"))
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return nil, err
	}
	shorts := []short{
		{"a Go program that does nothing", []string{in("nothing")}},
		{"dateline --version", []string{b.program, "--version"}},
		{"dateline gazetteer lookup Mosul", []string{b.program, "gazetteer", "lookup", "Mosul"}},
		{"dateline geocode, one row", []string{b.program, "geocode", in("row.csv"), "-o", in("row.out.csv")}},
		{"dateline map, one row", []string{b.program, "map", in("row.csv"), "-o", in("row.geojson")}},
		{"dateline map, 100 rows", []string{b.program, "map", in("points-100.csv"), "-o", in("points-100.geojson")}},
		{"dateline map, one story", []string{b.program, "map", in("story.txt"), "-o", in("story.geojson")}},
	}
	if path, err := exec.LookPath("ogr2ogr"); err == nil && slices.Contains(b.peers, "ogr2ogr") {
		shorts = append(shorts, short{"ogr2ogr --version", []string{path, "--version"}})
	}
	return shorts, nil
}

func (s *short) run() (brief, error) {
	cmd := exec.Command(s.args[0], s.args[1:]...)
	var said strings.Builder
	cmd.Stderr = &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return brief{}, fmt.Errorf("%s: %w: %s", s.name, err, said.String())
	}
	u := brief{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	_, u.faults = counted(cmd.ProcessState)
	return u, nil
}
