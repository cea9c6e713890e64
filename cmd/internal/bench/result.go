package main

import (
	"fmt"
	"os"
	"slices"
	"text/tabwriter"
	"time"
)

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
