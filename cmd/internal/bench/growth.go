package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
// draws the picture. Inputs and outputs are removed as soon as they are of no
// use, since the largest fill a disk.
func (b *bench) grow(sizes []int, svg string) error {
	var curves []curve
	fmt.Println("| job | size | wall s | CPU s | CPU µs each | peak MiB |\n|---|---|---|---|---|---|")
	for _, j := range growthJobs {
		if !slices.Contains(b.jobs, j.name) {
			continue
		}
		c := curve{name: j.name, unit: j.unit}
		for _, n := range sizes {
			u, err := b.growthRun(&j, n)
			if err != nil {
				return err
			}
			fmt.Printf("| %s | %d %s | %.2f | %.2f | %.1f | %d |\n", j.name, n, j.unit, u.wall.Seconds(), u.cpu.Seconds(),
				u.cpu.Seconds()/float64(n)*1e6, u.peakMiB)
			c.points = append(c.points, point{n, u})
		}
		curves = append(curves, c)
	}
	if svg == "" {
		return nil
	}
	return os.WriteFile(svg, drawGrowth(curves), 0o666)
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
