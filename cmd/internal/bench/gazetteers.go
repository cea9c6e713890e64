package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// gazetteerRows is how many rows are geocoded with each gazetteer: few enough that a
// large index is not read whole, many enough that their names are not all new.
const gazetteerRows = 20_000

// gazetteers measures building a gazetteer of the program's world and so many
// invented places, and geocoding one row and a table with it. The first line is the
// world alone, which is built beforehand.
func (b *bench) gazetteers(sizes []int) error {
	table, err := b.generated(fmt.Sprintf("names-%d.csv", gazetteerRows), func(path string) error { return writeTable(path, gazetteerRows, false) })
	if err != nil {
		return err
	}
	row, err := b.generated("row.csv", func(path string) error {
		return writeFile(path, func(w *bufio.Writer) error { _, err := w.WriteString(oneRow); return err })
	})
	if err != nil {
		return err
	}
	fmt.Println("| invented places | build CPU s | build MiB | index MB | a run of one row, s | CPU µs a row | peak MiB |\n|---|---|---|---|---|---|---|")
	for _, n := range append([]int{0}, sizes...) {
		index, built := "", "| | | "
		if n > 0 {
			if index, built, err = b.invented(n); err != nil {
				return err
			}
		}
		one, err := b.geocode(row, index)
		if err != nil {
			return err
		}
		all, err := b.geocode(table, index)
		if err != nil {
			return err
		}
		fmt.Printf("| %d %s| %.3f | %.1f | %d |\n", n, built, one.wall.Seconds(), all.cpu.Seconds()/gazetteerRows*1e6, all.peakMiB)
	}
	return nil
}

// invented builds an index of invented places, and returns its path and what it took
// in the words of the table. The dump that it is made of is the one of the tests of
// package build.
func (b *bench) invented(n int) (index, took string, err error) {
	dump, err := b.generated(fmt.Sprintf("dump-%d.txt", n), func(path string) error {
		write := exec.Command("go", "test", "github.com/dateline-map/dateline/gazetteer/build", "-run", "TestWriteDump", "-dump", path, "-rows", strconv.Itoa(n))
		write.Stderr = os.Stderr
		return write.Run()
	})
	if err != nil {
		return "", "", err
	}
	index = filepath.Join(b.dir, fmt.Sprintf("dump-%d.idx", n))
	c := contender{name: "gazetteer build", args: []string{b.program, "gazetteer", "build", "-q", "-o", index, dump}, output: index}
	u, err := c.run()
	if err != nil {
		return "", "", err
	}
	info, err := os.Stat(index)
	if err != nil {
		return "", "", err
	}
	return index, fmt.Sprintf("| %.1f | %d | %d ", u.cpu.Seconds(), u.peakMiB, info.Size()/1e6), nil
}

// geocode finds the places of a table, the median of as many runs as the bench makes.
func (b *bench) geocode(table, index string) (usage, error) {
	out := b.out("geocode.csv")
	args := []string{b.program, "geocode", table, "-q", "-o", out}
	if index != "" {
		args = append(args, "--gazetteer", index)
	}
	var all []usage
	for range b.runs {
		u, err := (&contender{name: "geocode", args: args, output: out}).run()
		if err != nil {
			return usage{}, err
		}
		all = append(all, u)
	}
	return median(all), nil
}
