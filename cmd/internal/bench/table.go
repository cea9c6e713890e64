package main

import (
	"bufio"
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/world"
)

// towns is how many different places the events of the table happen in. Tables
// of real events have as many.
const towns = 20_000

// town is a place of the table, with the names around it.
type town struct {
	name, adm1, country string
	lon, lat            float64
}

// someTowns returns the most populous settlements that lie in a known province,
// for it is those that tables are about.
func someTowns() ([]town, error) {
	index, err := world.Open()
	if err != nil {
		return nil, err
	}
	var found []gazetteer.Place
	for p := range index.All() {
		if (p.Type == "city" || p.Type == "town") && p.Located && p.Adm1 != 0 && p.Land != 0 {
			found = append(found, p)
		}
	}
	slices.SortFunc(found, func(a, b gazetteer.Place) int {
		return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	var all []town
	for _, p := range found[:min(len(found), towns)] {
		all = append(all, town{p.Name, index.Place(p.Adm1).Name, index.Place(p.Land).Name, p.Point[0], p.Point[1]})
	}
	return all, nil
}

var kinds = [][2]string{
	{"Battles", "Armed clash"},
	{"Battles", "Government regains territory"},
	{"Explosions/Remote violence", "Shelling/artillery/missile attack"},
	{"Explosions/Remote violence", "Remote explosive/landmine/IED"},
	{"Violence against civilians", "Attack"},
	{"Protests", "Peaceful protest"},
	{"Riots", "Mob violence"},
	{"Strategic developments", "Arrests"},
}

var actors = []string{
	"Government forces", "Unidentified armed group", "Rebel coalition", "Protesters", "Communal militia",
	"Police", "Border guards", "Mutineers",
}

var notes = []string{
	"a convoy was stopped on the road out of town and several vehicles were burnt",
	"residents heard gunfire through the night, officials said, and stayed at home",
	"shops stayed closed while a crowd gathered before the office of the governor",
	`a spokesman called it "an isolated incident", and promised an inquiry into it`,
	"the market was hit shortly after noon; the number of the injured is not known",
}

// writeTable writes rows of events, the same in every run: twelve columns of
// some 267 bytes with coordinates, ten without.
func writeTable(path string, rows int, coordinates bool) error {
	places, err := someTowns()
	if err != nil {
		return err
	}
	return writeFile(path, func(w *bufio.Writer) error {
		at := ""
		if coordinates {
			at = "latitude,longitude,"
		}
		fmt.Fprintf(w, "event_id,event_date,event_type,sub_event_type,actor1,country,admin1,location,%sfatalities,notes\n", at)
		r := rand.New(rand.NewPCG(1, 2))
		for i := range rows {
			writeRow(w, r, i, &places[r.IntN(len(places))], coordinates)
		}
		return nil
	})
}

// writeFile makes a file of what write writes. Errors of w need not be looked at.
func writeFile(path string, write func(w *bufio.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func writeRow(w *bufio.Writer, r *rand.Rand, i int, t *town, coordinates bool) {
	kind := kinds[r.IntN(len(kinds))]
	fmt.Fprintf(w, "EVT%07d,%04d-%02d-%02d,%s,%s,%s,%s,%s,%s,", i, 2000+r.IntN(24), 1+r.IntN(12), 1+r.IntN(28),
		kind[0], kind[1], actors[r.IntN(len(actors))], cell(t.country), cell(t.adm1), cell(t.name))
	if coordinates {
		fmt.Fprintf(w, "%.5f,%.5f,", clamp(t.lat+(r.Float64()-0.5)/10, 90), clamp(t.lon+(r.Float64()-0.5)/10, 180))
	}
	fmt.Fprintf(w, "%d,%s\n", r.IntN(20), cell(fmt.Sprintf("Report %d: %s, two local sources said by telephone in the evening.", r.IntN(1_000_000), notes[r.IntN(len(notes))])))
}

func clamp(degrees, limit float64) float64 { return max(-limit, min(limit, degrees)) }

// cell quotes a cell where it must be.
func cell(s string) string {
	for i := range len(s) {
		if s[i] == ',' || s[i] == '"' || s[i] == '\n' {
			quoted := []byte{'"'}
			for _, c := range []byte(s) {
				if c == '"' {
					quoted = append(quoted, '"')
				}
				quoted = append(quoted, c)
			}
			return string(append(quoted, '"'))
		}
	}
	return s
}
