package record

import (
	"bytes"
	"fmt"
	"io"
	"math/rand"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// TestSays holds what tells most cells against the plain test.
func TestSays(t *testing.T) {
	for r := range rune(0x3000) {
		for _, s := range []string{string(r), "-" + string(r), string(r) + "a"} {
			if want := strings.ContainsFunc(s, meaningful); says(s) != want {
				t.Errorf("%q: %v", s, says(s))
			}
		}
	}
}

// eventsOf returns all that a table yields, told as text at once, part by part.
func eventsOf(r io.Reader, o Options) (all []string) {
	for p := range ReadParts("t.csv", r, o) {
		p.Convert()
		for e, err := range p.Events() {
			if err != nil {
				all = append(all, err.Error())
			} else {
				all = append(all, fmt.Sprintf("%+v", *e))
			}
		}
		p.Release()
	}
	return all
}

// TestLentText reads random tables, with faults and rows of all lengths, with and
// without memory that is used again.
func TestLentText(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for range 4 {
		text := messyTable(rng, 600)
		want := eventsOf(bytes.NewReader(text), Options{})
		for name, r := range map[string]io.Reader{"at once": bytes.NewReader(text), "byte by byte": iotest.OneByteReader(bytes.NewReader(text)), "with the last error": iotest.DataErrReader(bytes.NewReader(text))} {
			if d := cmp.Diff(want, eventsOf(r, Options{LendText: true})); d != "" {
				t.Fatalf("%s: %s", name, d)
			}
		}
	}
}

// messyTable has quotes of all sorts, cells of several lines, and now and then a
// row that is longer than what is read at once.
func messyTable(rng *rand.Rand, rows int) []byte {
	cells := []string{"Gao", `"Gao, north"`, `"the ""old"" town"`, `"two` + "\n" + `lines"`, `5" pipe`, `"open`, `""""`, "ü\x80", "", " Mopti ", "n/a"}
	var b bytes.Buffer
	b.WriteString("id,date,place,country,lat,lon,killed,notes\n")
	for i := range aheadRows { // by which the columns are understood, and which lie in no room
		fmt.Fprintf(&b, "first%d,2020-01-01,Gao,Mali,1,1,1,\n", i)
	}
	for i := range rows {
		fmt.Fprintf(&b, "ev%d,2020-%02d-%02d,%s,Mali,%d.5,-3.%d,%d,", i, 1+i%12, 1+i%30, cells[rng.Intn(len(cells))], rng.Intn(95), rng.Intn(100), rng.Intn(9))
		if rng.Intn(100) == 0 {
			b.WriteString(strings.Repeat("a long story ", rng.Intn(8_000)))
		}
		b.WriteString(cells[rng.Intn(len(cells))])
		b.WriteString([]string{"\n", "\r\n"}[rng.Intn(2)])
	}
	return b.Bytes()
}

// TestLentTextIsUsedAgain sees to it that the memory of a part that is released
// is that of a later one: otherwise the tests above prove nothing.
func TestLentTextIsUsedAgain(t *testing.T) {
	seen := map[*byte]int{}
	for p := range ReadParts("t.csv", bytes.NewReader(wideTable(5000)), Options{LendText: true}) {
		if p.room != nil && len(p.room.Text.Text) > 0 {
			seen[&p.room.Text.Text[0]]++
		}
		p.Release()
	}
	if len(seen) != 1 {
		t.Errorf("%d memories for the parts of one table that are looked at one by one: %v", len(seen), seen)
	}
}

// TestKinds asks for kinds again and again, more of them than are remembered, and
// holds the answers against those that are read anew. No type is no kind: that is
// what a memory holds in which nothing was met.
func TestKinds(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	names := []string{"", "Battles", "Protests", "protest", "Riots", "190", "18", "7", "0", "Armed clash", "Attack", "Mob violence"}
	for c := range kinds.HazardCodes + 1 {
		m := newMemory()
		conv := converter{memory: m, plan: &plan{codes: c}}
		conv.plan.cols[Type], conv.plan.cols[SubType] = []int{0}, []int{1}
		conv.begin()
		for range 5000 {
			typ, sub := names[rng.Intn(len(names))], names[rng.Intn(len(names))]
			if rng.Intn(3) == 0 {
				typ += strconv.Itoa(rng.Intn(2000))
			}
			r := &row.Row{Props: []geo.Property{{Value: typ}, {Value: sub}}}
			if got, want := conv.kind(r), kinds.Of(typ, sub, c); got != want {
				t.Fatalf("codes %d: %q and %q are %v, want %v", c, typ, sub, got, want)
			}
		}
	}
}
