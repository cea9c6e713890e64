package record

import (
	"fmt"
	"io"
	"math/rand"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// TestRowsInRooms holds the rows that are read straight into their room against those
// whose cells are looked at one by one: with all that a row may be besides one line
// with a cell for each column.
func TestRowsInRooms(t *testing.T) {
	cells := []string{"a", "b", "", " ", "id", "x", `"q"`, `"q ""r"" s"`, `"two` + "\n" + `lines"`, `"open`, `5"`, "é", "\xff", "\u00a0", "a long one that has more than two words of eight bytes"}
	rng := rand.New(rand.NewSource(2))
	straight := 0
	for range 3000 {
		l := layout{comma: ',', first: 1 + rng.Intn(2), width: 1 + rng.Intn(4)}
		if rng.Intn(2) == 0 {
			l.header = []string{"id", "x", "", "y"}[:l.width]
		}
		if rng.Intn(100) == 0 {
			l.width = 64 + rng.Intn(3) // more than are split at once
		}
		var text strings.Builder
		usual, ends := cells[:2+rng.Intn(len(cells)-1)], []string{"\n", "\r\n", "\n\n"}[:1+rng.Intn(3)]
		for range 12 {
			n := l.width
			if rng.Intn(5) == 0 {
				n += rng.Intn(3) - 1
			}
			for i := range n {
				if i > 0 {
					text.WriteByte(',')
				}
				text.WriteString(usual[rng.Intn(len(usual))])
			}
			text.WriteString(ends[rng.Intn(len(ends))])
		}
		read := func(m *row.Room) (all []string) {
			s := delimited.New(strings.NewReader(text.String()), ',', defaultMaxRecord)
			s.Width = l.width
			rows := newTableRows(s, l, nil)
			if m != nil {
				rows.KeepIn(m)
			}
			for {
				r, err := rows.Next()
				if err == io.EOF {
					return all
				}
				if r == nil {
					all = append(all, err.Error())
					continue
				}
				if m != nil && r.Bytes > 0 && len(rows.cells.Values) == 0 {
					straight++
				}
				all = append(all, fmt.Sprintf("%d %+v %q %v", r.Line, r.Props, r.Surplus, r.Warnings))
			}
		}
		want := read(nil)
		got := read(&row.Room{Lent: rng.Intn(2) == 0})
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%q: %s", text.String(), d)
		}
	}
	if straight < 3000 {
		t.Errorf("%d rows are read straight into their room", straight)
	}
}
