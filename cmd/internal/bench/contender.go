package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// contender is a program set to a job.
type contender struct {
	name   string
	args   []string
	output string
	read   func(path string) ([]feature, error) // what it wrote
}

// usage is what one run took.
type usage struct {
	wall, cpu time.Duration
	peakMiB   int64
}

// run does the job once, from a clean start.
func (c *contender) run() (usage, error) {
	if err := os.RemoveAll(c.output); err != nil {
		return usage{}, err
	}
	cmd := exec.Command(c.args[0], c.args[1:]...)
	var said strings.Builder
	cmd.Stderr = &said
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return usage{}, fmt.Errorf("%s: %w", c.name, err)
	}
	peak := watchPeak(cmd.Process.Pid)
	err := cmd.Wait()
	watched := peak()
	if err != nil {
		return usage{}, fmt.Errorf("%s: %w: %s", c.name, err, said.String())
	}
	u := usage{wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	peakKiB, _ := counted(cmd.ProcessState)
	u.peakMiB = peakKiB >> 10
	if watched > 0 {
		u.peakMiB = watched >> 10
	}
	return u, nil
}

// watchPeak follows the most memory that a process has held, in kilobytes, until
// the function that it returns is called; that is 0 where /proc does not tell.
// What the system says at the end will not do: it begins with what this program
// held when it started the other one.
func watchPeak(pid int) (peak func() int64) {
	done, found := make(chan struct{}), make(chan int64)
	go func() {
		var most int64
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			most = max(most, highWater(pid))
			select {
			case <-done:
				found <- most
				return
			case <-tick.C:
			}
		}
	}()
	return func() int64 { close(done); return <-found }
}

// highWater reads VmHWM of a process; 0 if there is none.
func highWater(pid int) (kilobytes int64) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	if fields := strings.Fields(after); len(fields) > 0 {
		kilobytes, _ = strconv.ParseInt(fields[0], 10, 64)
	}
	return kilobytes
}

// contenders returns who can do a job here, first dateline as it is by itself, then
// with the columns that the others write.
func (b *bench) contenders(job string) []contender {
	all := []contender{
		b.dateline(job), b.sameColumns(job), b.ogr2ogr(job), b.mapshaper(job), b.duckDB(job), b.sort(job),
	}
	return slices.DeleteFunc(all, func(c contender) bool {
		if program, _, _ := strings.Cut(c.name, ","); !slices.Contains(b.peers, program) || c.args == nil {
			return true
		}
		_, err := exec.LookPath(c.args[0])
		return err != nil
	})
}

func (b *bench) out(name string) string { return filepath.Join(b.dir, "out-"+name) }

func (b *bench) table(job string) string {
	if job == "names" {
		return b.names()
	}
	return b.points()
}

func (b *bench) dateline(job string) contender {
	out := b.out("dateline.geojson")
	args := []string{b.program, "map", b.table(job), "-q", "-o", out}
	if job == "unsorted" {
		args = append(args, "--unsorted")
	}
	return contender{"dateline", args, out, features}
}

// sameColumns is dateline that writes the columns of the table and no more.
func (b *bench) sameColumns(job string) contender {
	c := b.dateline(job)
	c.name, c.output = sameColumns, b.out("dateline-input.geojson")
	c.args = append(c.args, "--fields", "input", "-o", c.output)
	return c
}

const sameColumns = "dateline, same columns"

// ogr2ogr sorts through SQLite: its own ORDER BY on CSV is quadratic. It does
// not know places, so that in the job of names it only sorts.
func (b *bench) ogr2ogr(job string) contender {
	table, out := b.table(job), b.out("ogr2ogr.geojson")
	args := []string{"ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", out, table,
		"-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude"}
	if job != "unsorted" {
		layer := strings.TrimSuffix(filepath.Base(table), ".csv")
		args = append(args, "-dialect", "SQLite", "-sql", fmt.Sprintf("SELECT * FROM %q ORDER BY event_date", layer))
	}
	return contender{"ogr2ogr", args, out, features}
}

func (b *bench) mapshaper(job string) contender {
	script := filepath.Join(b.dir, "node_modules", "mapshaper", "bin", "mapshaper")
	if _, err := os.Stat(script); err != nil || job == "names" {
		return contender{}
	}
	out := b.out("mapshaper.geojson")
	args := []string{"node", "--max-old-space-size=16000", script, "-i", b.table(job), "string-fields=*", "-points", "x=longitude", "y=latitude"}
	if job == "sorted" {
		args = append(args, "-sort", "event_date")
	}
	return contender{"mapshaper", append(args, "-o", out, "format=geojson"), out, features}
}

const duckDBScript = `
const { DuckDBInstance } = require(process.argv[2]);
(async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(process.argv[3]);
})().catch(e => { console.error(String(e)); process.exit(1); });
`

// duckDB writes a feature a line, which is the GeoJSON that it has.
func (b *bench) duckDB(job string) contender {
	module := filepath.Join(b.dir, "node_modules", "@duckdb", "node-api")
	if _, err := os.Stat(module); err != nil || job == "names" {
		return contender{}
	}
	out, order := b.out("duckdb.geojson"), ""
	if job == "sorted" {
		order = " ORDER BY event_date"
	}
	sql := fmt.Sprintf(`COPY (SELECT 'Feature' AS type,
	{type: 'Point', coordinates: [longitude, latitude]} AS geometry,
	{event_id: event_id, event_date: event_date, event_type: event_type, sub_event_type: sub_event_type, actor1: actor1,
	 country: country, admin1: admin1, location: location, fatalities: fatalities, notes: notes} AS properties
	FROM read_csv('%s')%s) TO '%s' (FORMAT json)`, b.table(job), order, out)
	return contender{"duckdb", []string{"node", "-e", duckDBScript, "-", module, sql}, out, features}
}

// sort makes no GeoJSON and reads no CSV: the lines of the table in order of what
// stands behind their first comma. It is what sorting alone costs.
func (b *bench) sort(job string) contender {
	if job != "sorted" {
		return contender{}
	}
	out := b.out("sort.csv")
	return contender{"sort", []string{"env", "LC_ALL=C", "sort", "-s", "-t,", "-k2,2", "-o", out, b.table(job)}, out, rows}
}
