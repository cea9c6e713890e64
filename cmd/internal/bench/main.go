// Command bench measures dateline as a whole process against the other programs
// that turn a table of events into GeoJSON and are installed: ogr2ogr, mapshaper
// and DuckDB, and against sort, which only sorts its lines. It generates the table, always the same, runs the programs in
// turn so that they share whatever else the machine does, checks that all of
// them wrote the same events, and prints medians and ratios:
//
//	go run ./cmd/internal/bench -rows 1000000 -dir /tmp/bench
//
// The absolute times are the machine's; the ratios are what counts. mapshaper
// and DuckDB are looked for below node_modules in -dir:
//
//	npm install --prefix /tmp/bench mapshaper @duckdb/node-api
//
// With -growth it measures dateline alone at growing sizes, of tables and of
// stories, and draws how CPU time and memory grow:
//
//	go run ./cmd/internal/bench -growth 10000,100000,1000000 -jobs unsorted,sorted,stories -svg docs/growth.svg
//
// With -startup it measures commands that are over at once, beside a program that
// does nothing:
//
//	go run ./cmd/internal/bench -startup 20
//
// With -places it builds gazetteers of so many invented places, and measures that and
// geocoding with them:
//
//	go run ./cmd/internal/bench -places 200000,2000000,12000000
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	b := bench{}
	flag.IntVar(&b.rows, "rows", 1_000_000, "rows of the table")
	flag.StringVar(&b.dir, "dir", filepath.Join(os.TempDir(), "dateline-bench"), "folder for the table, the outputs and node_modules")
	flag.IntVar(&b.runs, "runs", 3, "how often each program does each job")
	flag.StringVar(&b.program, "dateline", "", "the binary to measure; built from this tree if empty")
	jobs := flag.String("jobs", "unsorted,sorted,names", "which jobs to do")
	peers := flag.String("peers", "dateline,ogr2ogr,mapshaper,duckdb,sort", "which programs to run")
	growth := flag.String("growth", "", "measure dateline alone at these sizes, separated by commas; -jobs may have stories and folder, too")
	svg := flag.String("svg", "", "with -growth, draw the result into this file")
	startUp := flag.Int("startup", 0, "measure how long commands take that are over at once, each so often")
	places := flag.String("places", "", "measure gazetteers of so many invented places, separated by commas")
	generate := flag.Bool("generate", false, "only write the tables")
	flag.Parse()
	b.jobs, b.peers = strings.Split(*jobs, ","), strings.Split(*peers, ",")
	sizes, err := numbers(*growth)
	invented, bad := numbers(*places)
	switch err = errors.Join(err, bad, b.prepare()); {
	case err != nil:
	case *startUp > 0:
		err = b.startUp(*startUp)
	case len(invented) > 0:
		err = b.gazetteers(invented)
	case len(sizes) > 0:
		err = b.grow(sizes, *svg)
	default:
		err = b.compare(*generate)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench is one comparison.
type bench struct {
	rows, runs  int
	dir         string
	program     string
	jobs, peers []string
}

// The tables: with coordinates, and with names of places only.
func (b *bench) points() string { return filepath.Join(b.dir, fmt.Sprintf("points-%d.csv", b.rows)) }
func (b *bench) names() string  { return filepath.Join(b.dir, fmt.Sprintf("names-%d.csv", b.rows)) }

// prepare builds the binary unless there is one.
func (b *bench) prepare() (err error) {
	if b.dir, err = filepath.Abs(b.dir); err != nil { // node looks for modules elsewhere
		return err
	}
	if err := os.MkdirAll(b.dir, 0o777); err != nil {
		return err
	}
	if b.program != "" {
		return nil
	}
	b.program = filepath.Join(b.dir, "dateline")
	build := exec.Command("go", "build", "-o", b.program, "github.com/dateline-map/dateline/cmd/dateline")
	build.Stderr = os.Stderr
	return build.Run()
}

// numbers reads numbers that are separated by commas.
func numbers(text string) (all []int, err error) {
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' }) {
		n, bad := strconv.Atoi(field)
		if all = append(all, n); bad != nil || n <= 0 {
			err = fmt.Errorf("%q is not a size", field)
		}
	}
	return all, err
}

// compare writes the tables that are not there yet and, unless that is all that
// is wanted, has all programs do all jobs.
func (b *bench) compare(generate bool) error {
	for path, coordinates := range map[string]bool{b.points(): true, b.names(): false} {
		if _, err := os.Stat(path); err == nil {
			continue
		}
		if err := writeTable(path, b.rows, coordinates); err != nil {
			return err
		}
	}
	if generate {
		return nil
	}
	var bad error
	for _, job := range b.jobs {
		contenders := b.contenders(job)
		results := make([][]usage, len(contenders))
		for range b.runs {
			for i, c := range contenders {
				u, err := c.run()
				if err != nil {
					return err
				}
				results[i] = append(results[i], u)
			}
		}
		printTable(job, contenders, results)
		for _, c := range contenders[1:] {
			err := agree(contenders[0], c, job == "sorted")
			if err != nil {
				bad = errors.Join(bad, fmt.Errorf("%s, %s: %w", job, c.name, err))
				continue
			}
			fmt.Printf("%s wrote the same events as %s\n", c.name, contenders[0].name)
		}
		fmt.Println()
	}
	return bad
}
