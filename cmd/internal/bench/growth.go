package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// growthJob is what is measured at growing sizes.
type growthJob struct {
	name  string
	unit  string // of the sizes
	input func(b *bench, n int) (string, error)
	flags []string
}

// growthJobs are the jobs of the picture, by their names.
var growthJobs = []growthJob{
	{"unsorted", "rows", (*bench).pointsOf, []string{"--unsorted"}},
	{"sorted", "rows", (*bench).pointsOf, nil},
	{"stories", "documents", (*bench).storiesOf, nil},
	{"folder", "documents", (*bench).folderOf, nil},
}

func (b *bench) pointsOf(n int) (string, error) {
	return b.generated(fmt.Sprintf("points-%d.csv", n), func(path string) error { return writeTable(path, n, true) })
}

func (b *bench) storiesOf(n int) (string, error) {
	return b.generated(fmt.Sprintf("stories-%d.ndjson", n), func(path string) error { return writeStories(path, n) })
}

func (b *bench) folderOf(n int) (string, error) {
	return b.generated(fmt.Sprintf("stories-%d", n), func(path string) error { return writeStoryFolder(path, n) })
}

// generated returns the path of an input, which is written unless it is there.
func (b *bench) generated(name string, write func(path string) error) (string, error) {
	path := filepath.Join(b.dir, name)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	return path, write(path)
}

// grow measures the jobs of the bench at each size, prints what each took, and
// notes it in the folder. The picture is drawn of all that is noted there, so
// that the largest sizes can be measured by themselves.
func (b *bench) grow(sizes []int, svg string) error {
	fmt.Println("| job | size | wall s | CPU s | CPU µs each | peak MiB |\n|---|---|---|---|---|---|")
	for _, j := range growthJobs {
		if !slices.Contains(b.jobs, j.name) {
			continue
		}
		for _, n := range sizes {
			u, err := b.growthRun(&j, n)
			if err != nil {
				return err
			}
			fmt.Printf("| %s | %d %s | %.2f | %.2f | %.1f | %d |\n", j.name, n, j.unit, u.wall.Seconds(), u.cpu.Seconds(),
				u.cpu.Seconds()/float64(n)*1e6, u.peakMiB)
			if err := b.note(j.name, n, u); err != nil {
				return err
			}
		}
	}
	if svg == "" {
		return nil
	}
	curves, err := b.noted()
	if err != nil {
		return err
	}
	return os.WriteFile(svg, drawGrowth(curves), 0o666)
}

func (b *bench) notes() string { return filepath.Join(b.dir, "growth.txt") }

// note adds a line: job, size, milliseconds of wall and of CPU time, MiB.
func (b *bench) note(job string, n int, u usage) error {
	f, err := os.OpenFile(b.notes(), os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(f, job, n, u.wall.Milliseconds(), u.cpu.Milliseconds(), u.peakMiB)
	return errors.Join(err, f.Close())
}

// noted returns the curves of all notes. Of what was measured several times the
// last counts.
func (b *bench) noted() ([]curve, error) {
	text, err := os.ReadFile(b.notes())
	if err != nil {
		return nil, err
	}
	found := map[string]map[int]usage{}
	for line := range strings.Lines(string(text)) {
		var job string
		var n int
		var wall, cpu, peak int64
		if _, err := fmt.Sscan(line, &job, &n, &wall, &cpu, &peak); err != nil {
			return nil, fmt.Errorf("%s: %q: %w", b.notes(), line, err)
		}
		if found[job] == nil {
			found[job] = map[int]usage{}
		}
		found[job][n] = usage{time.Duration(wall) * time.Millisecond, time.Duration(cpu) * time.Millisecond, peak}
	}
	var curves []curve
	for _, j := range growthJobs {
		c := curve{name: j.name, unit: j.unit}
		for _, n := range slices.Sorted(maps.Keys(found[j.name])) {
			c.points = append(c.points, point{n, found[j.name][n]})
		}
		if len(c.points) > 0 {
			curves = append(curves, c)
		}
	}
	return curves, nil
}

func (b *bench) growthRun(j *growthJob, n int) (usage, error) {
	input, err := j.input(b, n)
	if err != nil {
		return usage{}, err
	}
	out := b.out("growth.geojson")
	c := contender{name: j.name, args: slices.Concat([]string{b.program, "map", input, "-q", "-o", out}, j.flags), output: out}
	u, err := c.run()
	if err != nil {
		return u, err
	}
	return u, os.Remove(out)
}
