package main

import (
	"fmt"
	"os"
	"slices"
	"text/tabwriter"
	"time"
)

// printTable prints the medians of a job, and how often dateline's fits into each of
// the others', as it is by itself and with the same columns.
func printTable(job string, contenders []contender, results [][]usage) {
	fmt.Printf("%s\n", job)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "program\twall s\tCPU s\tpeak MiB\twall ratio\tCPU ratio\tmemory ratio\tsame columns: wall\tCPU\tmemory\t")
	first, same := median(results[0]), usage{}
	if i := slices.IndexFunc(contenders, func(c contender) bool { return c.name == sameColumns }); i >= 0 {
		same = median(results[i])
	}
	for i, c := range contenders {
		u := median(results[i])
		fmt.Fprintf(w, "%s\t%.2f\t%.2f\t%d\t%s\t%s\t\n", c.name, u.wall.Seconds(), u.cpu.Seconds(), u.peakMiB, u.ratios(first), u.ratios(same))
	}
	w.Flush()
}

// ratios returns the cells that compare with another usage; empty ones if there is none.
func (u usage) ratios(to usage) string {
	if to == (usage{}) {
		return "\t\t"
	}
	return fmt.Sprintf("%.1f\t%.1f\t%.1f", ratio(u.wall, to.wall), ratio(u.cpu, to.cpu), float64(u.peakMiB)/float64(to.peakMiB))
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
