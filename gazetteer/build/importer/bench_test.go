package importer_test

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
)

var (
	dumpFile = flag.String("dump", "", "write an invented GeoNames dump to this `file` and end")
	dumpRows = flag.Int("rows", 1_000_000, "how many places the dump has")
)

// TestWriteDump writes a dump for measuring whole processes with:
//
//	go test ./gazetteer/build/importer -run TestWriteDump -dump /tmp/all.txt -rows 13000000
func TestWriteDump(t *testing.T) {
	if *dumpFile == "" {
		t.Skip("no -dump")
	}
	f, err := os.Create(*dumpFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(writeDump(f, *dumpRows), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// writeDump writes places in the shares of allCountries.txt: of 250 countries with
// 16 ADM1 of 13 ADM2 each; settlements, nature and buildings.
func writeDump(w io.Writer, rows int) error {
	b := bufio.NewWriter(w)
	rnd := rand.New(rand.NewPCG(1, 2))
	id := 50_000_000
	line := func(name, alternates, class, code, country, adm1, adm2 string, lat, lon float64, population int) {
		id++
		fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%.5f\t%.5f\t%s\t%s\t%s\t\t%s\t%s\t\t\t%d\t\t100\tZ\t2020-01-01\n",
			id, name, name, alternates, lat, lon, class, code, country, adm1, adm2, population)
	}
	for n := range rows {
		c := rnd.IntN(250)
		country := string([]byte{'A' + byte(c/26), 'A' + byte(c%26)})
		a1, a2 := rnd.IntN(16), rnd.IntN(13)
		lat, lon := float64(c/20)*11-60+rnd.Float64()*10, float64(c%20)*17-170+rnd.Float64()*15
		adm1, adm2 := fmt.Sprintf("%02d", a1+1), fmt.Sprint(100+a2)
		switch name := inventName(rnd); {
		case n < 250*16:
			line(name, "", "A", "ADM1", string([]byte{'A' + byte(n/16/26), 'A' + byte(n/16%26)}), fmt.Sprintf("%02d", n%16+1), "", lat, lon, 0)
		case rnd.IntN(100) < 42:
			line(name, inventName(rnd)+","+inventName(rnd), "P", "PPL", country, adm1, adm2, lat, lon, max(0, rnd.IntN(2000)-1500))
		case rnd.IntN(100) < 45:
			line(name+" Creek", "", "H", "STM", country, adm1, "", lat, lon, 0)
		case rnd.IntN(100) < 40:
			line("Mount "+name, inventName(rnd), "T", "MT", country, adm1, "", lat, lon, 0)
		default:
			line(name+" School", "", "S", "SCH", country, adm1, adm2, lat, lon, 0)
		}
	}
	return b.Flush()
}

// inventName makes a name of two to four syllables, some of them common, as
// names are.
func inventName(rnd *rand.Rand) string {
	var s strings.Builder
	for i := range 2 + rnd.IntN(3) {
		consonants, vowels := "bdfghklmnrstwz", "aeiou"
		s.WriteByte(consonants[min(rnd.IntN(len(consonants)), rnd.IntN(len(consonants)))])
		s.WriteByte(vowels[rnd.IntN(len(vowels))])
		if rnd.IntN(3) == 0 {
			s.WriteByte("nrlsm"[rnd.IntN(5)])
		}
		if i == 1 && rnd.IntN(6) == 0 {
			s.WriteString(" a")
		}
	}
	name := s.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

// BenchmarkImportRow is what a row of a dump costs, from text to index.
func BenchmarkImportRow(b *testing.B) {
	path := filepath.Join(b.TempDir(), "dump.txt")
	var dump bytes.Buffer
	if err := writeDump(&dump, b.N); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(dump.Len() / b.N))
	if err := os.WriteFile(path, dump.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	b.ReportAllocs()
	if _, err := importer.Run(ctx, io.Discard, []string{path}, importer.Options{}); err != nil {
		b.Fatal(err)
	}
}

// Small pieces give the same index as one: a dump larger than a sorter's memory
// is not written by the tests, but a hundred thousand rows of it are.
func TestImportOfManyRows(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	path := filepath.Join(t.TempDir(), "dump.txt")
	var dump, index bytes.Buffer
	if err := writeDump(&dump, 100_000); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, dump.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := importer.Run(ctx, &index, []string{path, path}, importer.Options{})
	if err != nil || done.Problems > 0 {
		t.Fatal(done, err)
	}
	x, err := gazetteer.New(index.String())
	if err != nil {
		t.Fatal(err)
	}
	if x.Len() != 100_000 || done.Sources[0].Places != 100_000 {
		t.Errorf("%d places of %+v, want each once", x.Len(), done.Sources)
	}
	if err := x.Verify(); err != nil {
		t.Error(err)
	}
	for _, ref := range []gazetteer.Ref{1, 777, 50_000, 100_000} {
		if p := x.Place(ref); p.Adm1 == 0 || len(x.Names(ref, "")) == 0 {
			t.Errorf("%+v has no ADM1 or no name", p)
		}
	}
}
