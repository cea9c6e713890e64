package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

// feature is what all programs must say alike of an event.
type feature struct {
	id, date   string
	lon, lat   int32 // in 1/100,000 of a degree, as the table has them
	fatalities string
	notes      int    // bytes
	words      string // what else the columns say that all of them have
}

// features reads a layer that has a feature a line, in whatever frame.
func features(path string) ([]feature, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []feature
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadSlice('\n')
		line = bytes.TrimSpace(line)
		line = bytes.TrimPrefix(line, []byte(`{"type":"FeatureCollection", "features": [`))
		line = bytes.TrimSuffix(line, []byte{','})
		if bytes.HasPrefix(line, []byte(`{"type":"Feature"`)) || bytes.HasPrefix(line, []byte(`{ "type": "Feature",`)) {
			one, err := parse(line)
			if err != nil {
				return nil, fmt.Errorf("%s: %w: %.200s", path, err, line)
			}
			all = append(all, one)
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// said is what a feature says besides. Beside properties of dateline's own that have
// their names, columns of the table are called otherwise.
type said struct {
	Type         string `json:"event_type"`
	SubType      string `json:"sub_event_type"`
	Actor        string `json:"actor1"`
	Country      string `json:"country"`
	Admin1       string `json:"admin1"`
	Location     string `json:"location"`
	InputType    string `json:"input_event_type"`
	InputSubType string `json:"input_sub_event_type"`
	InputActor   string `json:"input_actor1"`
	InputCountry string `json:"input_country"`
}

func (s *said) words() string {
	return words(cmp.Or(s.InputType, s.Type), cmp.Or(s.InputSubType, s.SubType), cmp.Or(s.InputActor, s.Actor),
		cmp.Or(s.InputCountry, s.Country), s.Admin1, s.Location)
}

// words returns texts as one that takes little memory.
func words(texts ...string) string {
	h := fnv.New64a()
	for _, text := range texts {
		fmt.Fprintf(h, "%q", text)
	}
	return string(h.Sum(nil))
}

func parse(line []byte) (feature, error) {
	var f struct {
		Geometry   *struct{ Coordinates [2]float64 }
		Properties struct {
			ID         string `json:"event_id"`
			Date       string `json:"event_date"`
			Notes      string
			Fatalities any
			said
		}
	}
	if err := json.Unmarshal(line, &f); err != nil {
		return feature{}, err
	}
	p := &f.Properties
	one := feature{id: p.ID, date: p.Date, fatalities: fmt.Sprint(p.Fatalities), notes: len(p.Notes), words: p.words()}
	if len(one.date) > 10 || len(one.date) == 10 && one.date[4] == '/' {
		one.date = one.date[:4] + "-" + one.date[5:7] + "-" + one.date[8:10] // GDAL's 2014/06/21
	}
	if f.Geometry != nil {
		one.lon, one.lat = hundredThousandths(f.Geometry.Coordinates[0]), hundredThousandths(f.Geometry.Coordinates[1])
	}
	return one, nil
}

// rows reads a table that has its header anywhere.
func rows(path string) ([]feature, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	r.ReuseRecord = true
	var all []feature
	for {
		row, err := r.Read()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if row[0] == "event_id" {
			continue
		}
		one, err := parseRow(row)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
}

// parseRow reads a row of the table with coordinates.
func parseRow(row []string) (feature, error) {
	lat, bad := strconv.ParseFloat(row[8], 64)
	lon, worse := strconv.ParseFloat(row[9], 64)
	one := feature{id: strings.Clone(row[0]), date: strings.Clone(row[1]), fatalities: strings.Clone(row[10]), notes: len(row[11]), words: words(row[2:8]...)}
	one.lon, one.lat = hundredThousandths(lon), hundredThousandths(lat)
	return one, errors.Join(bad, worse)
}

func hundredThousandths(degrees float64) int32 { return int32(math.Round(degrees * 1e5)) }

// agree reports how what two programs wrote differs. Sorted says that the dates
// must follow one another in both.
func agree(one, other contender, sorted bool) error {
	a, err := one.read(one.output)
	if err != nil {
		return err
	}
	b, err := other.read(other.output)
	if err != nil {
		return err
	}
	for _, layer := range [][]feature{a, b} {
		if sorted && !slices.IsSortedFunc(layer, func(x, y feature) int { return cmp.Compare(x.date, y.date) }) {
			return fmt.Errorf("not sorted by date")
		}
		slices.SortFunc(layer, func(x, y feature) int { return cmp.Compare(x.id, y.id) })
	}
	if len(a) != len(b) {
		return fmt.Errorf("%d features, not %d", len(b), len(a))
	}
	for i := range a {
		if !alike(a[i], b[i]) {
			return fmt.Errorf("feature %s is %v, not %v", a[i].id, b[i], a[i])
		}
	}
	return nil
}

// alike compares two features; one without a position stands for any, since
// only dateline finds places by name.
func alike(a, b feature) bool {
	if b.lon == 0 && b.lat == 0 {
		a.lon, a.lat = 0, 0
	}
	near := func(x, y int32) bool { return x-y <= 1 && y-x <= 1 } // half of the last digit, rounded
	return a.id == b.id && a.date == b.date && a.fatalities == b.fatalities && a.notes == b.notes && a.words == b.words && near(a.lon, b.lon) && near(a.lat, b.lat)
}
