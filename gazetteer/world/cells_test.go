package world

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

var cellsFile = flag.String("cells", "testdata/cells.txt", "the file of table cells that TestTableCells reads")

// cellsKm is how far from the place meant a point may lie.
const cellsKm = 25

// TestTableCells reads cells as the writers of tables fill them, each with the
// place that is meant. What is known to fail is marked in the file, so that it
// shows when it no longer does.
func TestTableCells(t *testing.T) {
	f, err := os.Open(*cellsFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	x := embedded(t)
	cells := cellTest{T: t, x: x, r: resolve.New(x, resolve.Options{})}
	line := 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line++
		if err := cells.read(sc.Text()); err != nil {
			t.Fatalf("%s:%d: %v", *cellsFile, line, err)
		}
	}
	t.Logf("%d cells, %d as meant, %d known to fail", cells.all, cells.right, cells.known)
	if cells.all == 0 {
		t.Error("no cells")
	}
}

// cellTest holds cells against the places that they mean.
type cellTest struct {
	*testing.T
	x                 *gazetteer.Index
	r                 *resolve.Resolver
	country           string
	all, right, known int
}

// read reads a line: a heading, a comment, or a place with its cells.
func (c *cellTest) read(line string) error {
	switch {
	case line == "" || line[0] == '#':
		return nil
	case line[0] == '[':
		c.country = strings.Trim(line, "[]")
		return nil
	}
	fields := strings.SplitN(line, " ", 4)
	if len(fields) < 4 {
		return fmt.Errorf("kind, latitude, longitude and cells are expected: %q", line)
	}
	meant, err := parseMeant(fields[0], fields[1], fields[2])
	if err != nil {
		return err
	}
	for cell := range strings.SplitSeq(fields[3], "|") {
		c.check(meant, cell)
	}
	return nil
}

// meant is the place that a cell means: a point and how near to it an answer must
// be, or the unit of a level that holds the point.
type meant struct {
	at    orb.Point
	km    float64
	level string // adm1, adm2, country; empty for a point
}

// parseMeant reads "at", "at:60" or a level, with the latitude and longitude.
func parseMeant(kind, lat, lon string) (m meant, err error) {
	what, km, some := strings.Cut(kind, ":")
	m.km = cellsKm
	if what != "at" {
		m.level = what
	}
	if some {
		if m.km, err = strconv.ParseFloat(km, 64); err != nil {
			return m, err
		}
	}
	if m.at[1], err = strconv.ParseFloat(lat, 64); err != nil {
		return m, err
	}
	m.at[0], err = strconv.ParseFloat(lon, 64)
	return m, err
}

// check looks a cell up and reports it if it is not found as the file says. A
// cell is "!" if it is known to fail, the name, and after "@" the ADM1 that the
// row has in another column.
func (c *cellTest) check(m meant, cell string) {
	name, failing := strings.CutPrefix(cell, "!")
	name, adm1, _ := strings.Cut(name, "@")
	p := geo.Place{Name: name, Within: geo.Within{Country: c.country, Adm1: adm1}}
	c.r.Locate(&p)
	c.all++
	ok := c.means(m, &p)
	switch {
	case ok && failing:
		c.Errorf("%s, %s: is found now, take its mark away", name, c.country)
	case failing:
		c.known++
	case ok:
		c.right++
	default:
		c.Errorf("%s, %s: got %q (%s, %s) %.2f, %.2f: %.0f km off, %s %s %.2f", name, c.country, p.Match.Name, p.Type,
			p.Match.Adm1, p.Point[1], p.Point[0], orbgeo.DistanceHaversine(p.Point, m.at)/1000, p.Match.Kind, p.Reason, p.Confidence)
	}
}

// means reports whether a place is the one that is meant.
func (c *cellTest) means(m meant, p *geo.Place) bool {
	if !p.Located() {
		return false
	}
	in := c.x.Reverse(m.at)
	unit := map[string]gazetteer.Ref{"adm1": in.Adm1, "adm2": in.Adm2, "country": in.Land}[m.level]
	switch {
	case m.level == "": // a country that stands for an unknown name is no answer
		return p.Reason != resolve.ReasonPlacedAtLand && orbgeo.DistanceHaversine(p.Point, m.at) <= m.km*1000
	case m.level == "adm2" && p.Precision == geo.WithinAdm2 && p.Reason == "": // by its seat, if the gazetteer has no more
		return orbgeo.DistanceHaversine(p.Point, m.at) <= 2*m.km*1000
	case p.Type != m.level:
		return false
	case unit != 0 && c.x.Place(unit).ID == p.ID:
		return true
	}
	// Provinces that are new have the outlines of the old ones; so the file gives
	// the point of their seat.
	return orbgeo.DistanceHaversine(p.Point, m.at) <= 2*m.km*1000
}
