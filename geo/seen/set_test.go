package seen

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
)

// texts makes ids of several kinds in several orders, some of them twice.
func texts(rng *rand.Rand, n int) []string {
	kind := rng.Intn(6)
	all := make([]string, n)
	for i := range all {
		switch kind {
		case 0: // counted up
			all[i] = fmt.Sprintf("EVT%07d", i)
		case 1: // with gaps
			all[i] = fmt.Sprintf("%d", 17*i)
		case 2: // of many series
			all[i] = fmt.Sprintf("%c%c%d", 'A'+rng.Intn(26), 'A'+rng.Intn(26), rng.Intn(100))
		case 3: // with no number
			all[i] = fmt.Sprintf("%x-x", rng.Uint32())
		case 4: // of all lengths, with leading zeros
			all[i] = fmt.Sprintf("%0*d", rng.Intn(25), rng.Intn(1000))
		default: // numbers that are far apart
			all[i] = fmt.Sprintf("n%d", rng.Uint64()>>rng.Intn(40))
		}
	}
	if rng.Intn(2) == 0 {
		rng.Shuffle(n, func(i, j int) { all[i], all[j] = all[j], all[i] })
	}
	for range n / 10 {
		all[rng.Intn(n)] = all[rng.Intn(n)]
	}
	return all
}

// TestSetIsAMap holds sets with hardly any memory, which must go to the disk, and
// one with the usual memory against a map; now and then one takes what another
// has.
func TestSetIsAMap(t *testing.T) {
	folder := t.TempDir()
	spilled, merged := 0, 0
	for seed := range int64(60) {
		rng := rand.New(rand.NewSource(seed))
		options := Options{Memory: []int64{1, 256 << 10, 0}[seed%3], Folder: folder}
		set, other := &Set{Options: options}, &Set{Options: options}
		there, elsewhere := map[string]bool{}, map[string]bool{}
		for _, text := range append(texts(rng, 8000), texts(rng, 8000)...) {
			if rng.Intn(4000) == 0 {
				set.Take(other)
				for text := range elsewhere {
					there[text] = true
				}
				clear(elsewhere)
			}
			if rng.Intn(4) == 0 {
				if got := other.Add(text); got == elsewhere[text] {
					t.Fatalf("seed %d: %q is new in the other set: %v", seed, text, got)
				}
				elsewhere[text] = true
				continue
			}
			if got := set.Has(text); got != there[text] {
				t.Fatalf("seed %d: set has %q: %v", seed, text, got)
			}
			if got := set.Add(text); got == there[text] {
				t.Fatalf("seed %d: %q is new: %v", seed, text, got)
			}
			there[text] = true
		}
		for text := range there {
			if !set.Has(text) {
				t.Fatalf("seed %d: %q is lost", seed, text)
			}
		}
		if set.Empty() || set.Err() != nil || other.Err() != nil {
			t.Fatalf("seed %d: empty %v, %v, %v", seed, set.Empty(), set.Err(), other.Err())
		}
		for _, r := range set.disk.runs {
			spilled++
			merged = max(merged, int(r.n))
		}
		if err := set.Close(); err != nil {
			t.Fatal(err)
		}
		if err := other.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if spilled == 0 || merged < 4*leastMemory/4/bytesPerSum {
		t.Errorf("%d runs, the longest of %d sums: the disk was not tried", spilled, merged)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestBounded adds more texts than memory has room for, of which some are numbers.
func TestBounded(t *testing.T) {
	s := Set{Options: Options{Memory: 1 << 20, Folder: t.TempDir()}}
	defer s.Close()
	for i := range 400_000 {
		if !s.Add(fmt.Sprintf("%d-%c", i, 'a'+i%2)) || !s.Add(fmt.Sprint(uint64(i)*7919)) {
			t.Fatal(i)
		}
	}
	slots := 0
	for i := range s.sums.tables {
		slots += len(s.sums.tables[i].slots)
	}
	if pages, sums := s.numbers.pages*pageBytes, int64(slots)*8; pages > 1<<18 || sums > 1<<18 || len(s.disk.runs) > 8 {
		t.Errorf("%d bytes of pages, %d of sums, %d runs", pages, sums, len(s.disk.runs))
	}
}

// TestCountedUp holds that ids which count rows up take memory only where some are
// missing, in the order of the rows and in another, and in sets that are joined.
func TestCountedUp(t *testing.T) {
	const n = 100 * pageNumbers
	options := Options{Memory: 1, Folder: t.TempDir()}
	upwards, back, odd := Set{Options: options}, Set{Options: options}, Set{Options: options}
	for i := range n {
		if !upwards.Add(fmt.Sprintf("E%07d", i)) || !back.Add(fmt.Sprintf("E%07d", n-1-i)) {
			t.Fatal(i)
		}
		if i < 4*pageNumbers && i%2 != 0 {
			odd.Add(fmt.Sprintf("E%07d", n+i))
		}
	}
	upwards.Take(&odd)
	for i := n; i < n+4*pageNumbers; i += 2 {
		if !upwards.Add(fmt.Sprintf("E%07d", i)) {
			t.Fatal(i)
		}
	}
	if upwards.numbers.pages != 0 || back.numbers.pages != 0 {
		t.Errorf("%d and %d pages take memory", upwards.numbers.pages, back.numbers.pages)
	}
	if upwards.disk.runs != nil || upwards.Empty() || upwards.Add("E0409599") || upwards.Add("E0409600") || !upwards.Add("E0425984") {
		t.Error("what was added is not what is there")
	}
}

func TestFolderGone(t *testing.T) {
	s := Set{Options: Options{Memory: 1, Folder: filepath.Join(t.TempDir(), "gone")}}
	for i := range 10_000 {
		s.Add(fmt.Sprint(i, "-"))
	}
	if err := s.Err(); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
}

func FuzzNumber(f *testing.F) {
	for _, text := range []string{"", "EVT0000001", "7", "07", "a", "9999999999999999999", "x12y", "999999999999999999"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		stem, n, digits := number(text)
		if digits > 0 && fmt.Sprintf("%s%0*d", stem, digits, n) != text {
			t.Errorf("%q is %q, %d with %d digits", text, stem, n, digits)
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	for _, kind := range []struct{ name, format string }{{"Counted", "EVT%07d"}, {"Other", "%07d-x"}} {
		all := make([]string, 1_000_000)
		for i := range all {
			all[i] = fmt.Sprintf(kind.format, i)
		}
		b.Run(kind.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s := Set{Options: Options{Folder: b.TempDir()}}
				for _, id := range all {
					s.Add(id)
				}
				s.Close()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(all)), "ns/id")
		})
	}
}
