package record

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// TestManyColumns reads a table of a hundred thousand columns, as a survey's
// export can be when each answer is one.
func TestManyColumns(t *testing.T) {
	const columns = 100_000
	header, row := []string{"date", "place"}, []string{"2020-01-01", "Gao"}
	for i := len(header); i < columns; i++ {
		header, row = append(header, fmt.Sprintf("q%d", i)), append(row, "x")
	}
	text := strings.Join(header, ",") + "\n" + strings.Join(row, ",") + "\n"
	events, refused, _ := drain(t, Read("wide.csv", strings.NewReader(text), Options{}))
	if len(events) != 1 || len(refused) != 0 {
		t.Fatalf("%d events, refused %v", len(events), refused)
	}
	if e := events[0]; len(e.Extra) != columns || e.Place.Name != "Gao" {
		t.Errorf("%d properties, place %q", len(e.Extra), e.Place.Name)
	}
}

// TestIDsStay reads a table, and the same shuffled and without every fifth row:
// the ids of the rows that are left must be what they were, whether the table
// has ids or not.
func TestIDsStay(t *testing.T) {
	for _, withID := range []bool{true, false} {
		header, rows := "date_start,date_end,where_coordinates,country,best", []string(nil)
		for i := range 500 {
			rows = append(rows, fmt.Sprintf("2014-%02d-%02d,2014-12-31,Village %d,Syria,%d", 1+i%12, 1+i%28, i%90, i/7))
		}
		if withID {
			header = "id," + header
			for i := range rows {
				rows[i] = fmt.Sprintf("%d,%s", 7000+i, rows[i])
			}
		}
		before := idsOf(t, header, rows)
		if len(before) != len(rows) {
			t.Fatalf("%d events of %d rows", len(before), len(rows))
		}
		left := slices.Clone(rows)
		r := rand.New(rand.NewPCG(1, 2))
		r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
		left = left[:400]
		after := idsOf(t, header, left)
		for what, id := range after {
			if before[what] != id {
				t.Errorf("with id %v: %s had id %s and has %s", withID, what, before[what], id)
			}
		}
		if len(after) != len(left) {
			t.Errorf("with id %v: %d events of %d rows", withID, len(after), len(left))
		}
	}
}

// idsOf returns the ids of the events of rows, by what the rows say.
func idsOf(t *testing.T, header string, rows []string) map[string]string {
	t.Helper()
	events, refused, _ := drain(t, Read("t.csv", strings.NewReader(header+"\n"+strings.Join(rows, "\n")), Options{}))
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	ids := map[string]string{}
	for i := range events {
		ids[said(&events[i])] = events[i].ID
	}
	return ids
}

func said(e *geo.Event) string {
	var all []string
	for _, p := range e.Extra {
		all = append(all, p.Value)
	}
	return strings.Join(all, ",")
}
