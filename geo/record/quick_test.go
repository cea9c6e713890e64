package record

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"math/rand"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
)

// TestShortDecimal holds the quick way to read a number against the plain one, on
// all texts of five of the bytes that numbers are made of, and on numbers of all
// lengths.
func TestShortDecimal(t *testing.T) {
	check := func(s string) {
		got, ok := shortDecimal(s)
		want, err := strconv.ParseFloat(s, 64)
		if ok && (err != nil || math.Float64bits(got) != math.Float64bits(want)) {
			t.Fatalf("%q is %v, want %v, %v", s, got, want, err)
		}
		if plain := err == nil && plainNumber(s); !ok && plain && len(s) <= 5 && !strings.ContainsAny(s, "e+") {
			t.Fatalf("%q is read the slow way", s)
		}
	}
	const letters = "0179.-+ex "
	for n := range 6 {
		for code := range int(math.Pow(float64(len(letters)), float64(n))) {
			s := make([]byte, n)
			for i := range s {
				s[i] = letters[code%len(letters)]
				code /= len(letters)
			}
			check(string(s))
		}
	}
	rng := rand.New(rand.NewSource(1))
	for range 200_000 {
		s := strconv.FormatFloat(rng.NormFloat64()*math.Pow(10, float64(rng.Intn(12)-4)), 'f', rng.Intn(17), 64)
		check(s)
	}
}

// TestMissingLengths holds what tells most cells against the words themselves, in
// every way of writing one of their letters.
func TestMissingLengths(t *testing.T) {
	capitals := map[rune][]rune{}
	for r := range unicode.MaxRune {
		if l := unicode.ToLower(r); l != r {
			capitals[l] = append(capitals[l], r)
		}
	}
	for w := range missingWords {
		for i, small := range w {
			for _, capital := range capitals[small] {
				all := strings.ReplaceAll(w, string(small), string(capital))
				one := w[:i] + string(capital) + w[i+len(string(small)):]
				for _, s := range []string{w, strings.ToUpper(w), all, one} {
					if s[0] != w[0] && s[0] != strings.ToUpper(w)[0] {
						continue // a foreign first letter
					}
					if missingWords[strings.ToLower(s)] != missing(s) {
						t.Errorf("%q for %q: missing is %v", s, w, missing(s))
					}
				}
			}
		}
	}
	for _, s := range []string{"Nigeria", "Unclear border", "-", "--", "naïve", "5", strings.Repeat("n", 70)} {
		if missing(s) != missingWords[strings.ToLower(s)] {
			t.Errorf("%q: missing is %v", s, missing(s))
		}
	}
}

// TestTrimSpace holds the quick trimming against the plain one.
func TestTrimSpace(t *testing.T) {
	edges := []string{"", " ", "\t", "\n", "\x00", "\x1f", "a", "é", "\u00a0", "\u0085", "\u2003", "\x85", "\x7f"}
	for _, a := range edges {
		for _, b := range edges {
			for _, c := range edges {
				if s := a + b + c; trimSpace(s) != strings.TrimSpace(s) {
					t.Errorf("%q is %q", s, trimSpace(s))
				}
			}
		}
	}
}

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
		if p.room != nil && len(p.room.text.Text) > 0 {
			seen[&p.room.text.Text[0]]++
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
	for c := range codes(len(codeWords)) {
		m := newMemory()
		conv := converter{memory: m, plan: &plan{codes: c}}
		conv.plan.cols[Type], conv.plan.cols[SubType] = []int{0}, []int{1}
		conv.begin()
		for range 5000 {
			typ, sub := names[rng.Intn(len(names))], names[rng.Intn(len(names))]
			if rng.Intn(3) == 0 {
				typ += strconv.Itoa(rng.Intn(2000))
			}
			r := &row{props: []geo.Property{{Value: typ}, {Value: sub}}}
			if got, want := conv.kind(r), kindOf(typ, sub, c); got != want {
				t.Fatalf("codes %d: %q and %q are %v, want %v", c, typ, sub, got, want)
			}
		}
	}
}

// TestFewDigits holds the quick way to read how many against the plain one, on all
// texts of four of the bytes that such cells are made of, and on digits of all lengths.
func TestFewDigits(t *testing.T) {
	check := func(cell string) {
		n, ok := fewDigits(cell)
		if !ok {
			return
		}
		if want, err := parseCount(cell); err != nil || want != geo.Exactly(n) {
			t.Fatalf("%q is %d, plainly %v, %v", cell, n, want, err)
		}
		for _, role := range []Role{Killed, Wounded, Displaced} {
			if namesOther(role, cell) {
				t.Fatalf("%q names others than the %v", cell, role)
			}
		}
	}
	const letters = "0129+-., k"
	for code := range 10_000 {
		s := []byte{letters[code%10], letters[code/10%10], letters[code/100%10], letters[code/1000]}
		for n := range 5 {
			check(string(s[:n]))
		}
	}
	for n := range 12 {
		check(strings.Repeat("9", n))
		check(strings.Repeat("0", n) + "7")
	}
	if _, ok := fewDigits("12345678"); !ok {
		t.Error("eight digits are read the slow way")
	}
}
