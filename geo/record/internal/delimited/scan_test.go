package delimited

import (
	"encoding/csv"
	"errors"
	"io"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// maxRecord is more than the records of these tests take.
const maxRecord = 8 << 20

// scanAll returns all records of a text, without blank ones, and how many were
// too long.
func scanAll(t testing.TB, r io.Reader, s *Scanner) (all [][]string, lines []int, tooLong int) {
	t.Helper()
	s.r = r
	var c Cells
	for {
		err := s.Next(&c)
		switch {
		case err == io.EOF:
			return all, lines, tooLong
		case errors.Is(err, plaintext.ErrTooLong):
			tooLong++
			continue
		case err != nil:
			t.Fatal(err)
		}
		if len(c.Values) == 1 && c.Values[0] == "" {
			continue
		}
		all = append(all, append([]string(nil), c.Values...))
		lines = append(lines, c.Line)
	}
}

func TestScanner(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       [][]string
		lines      []int
		reason     string
	}{
		{"plain", "a,b\nc,d\n", 0, [][]string{{"a", "b"}, {"c", "d"}}, []int{1, 2}, "the usual"},
		{"no last newline", "a,b\nc,d", 0, [][]string{{"a", "b"}, {"c", "d"}}, []int{1, 2}, "many exports end so"},
		{"CRLF", "a,b\r\n\"c\",d\r\n", 0, [][]string{{"a", "b"}, {"c", "d"}}, []int{1, 2}, "Windows"},
		{"newline in a cell", "a,\"b\nc\"\nd,e\n", 0, [][]string{{"a", "b\nc"}, {"d", "e"}}, []int{1, 3}, "the row is the line it begins on"},
		{"quotes in a cell", `a,"b ""c"", d"`, 0, [][]string{{"a", `b "c", d`}}, []int{1}, "RFC 4180"},
		{"inches", `a,5" pipe,b`, 0, [][]string{{"a", `5" pipe`, "b"}}, []int{1}, "a quote inside a plain cell is text"},
		{"unescaped inside", `"he said "go" twice",x`, 0, [][]string{{`he said "go" twice`, "x"}}, []int{1}, "a quote closes a cell only before a comma"},
		{"one stray quote", "a,b\n\"c,d\ne,f\n", 2, [][]string{{"a", "b"}, {`"c`, "d"}, {"e", "f"}}, []int{1, 2, 3}, "a quote that never closes costs no other line"},
		{"stray quote before a good one", "\"c,d\n\"e\",f\n", 2, [][]string{{`"c`, "d"}, {"e", "f"}}, []int{1, 2}, "the next quote is no end of the first"},
		{"stray quote closed by chance", "\"c,d\ne,5\"\nf,g\n", 2, [][]string{{`"c`, "d"}, {"e", `5"`}, {"f", "g"}}, []int{1, 2, 3}, "two lines in one cell have too few cells; each alone has two"},
		{"only a quote", "\"", 0, [][]string{{`"`}}, []int{1}, "a file of one quote"},
		{"empty cells", ",,\n\"\",\n", 0, [][]string{{"", "", ""}, {"", ""}}, []int{1, 2}, "absent values"},
		{"carriage returns inside", "a\rb,c\n", 0, [][]string{{"a\rb", "c"}}, []int{1}, "only one before a newline ends a line"},
	}
	for _, tt := range tests {
		for _, slow := range []bool{false, true} {
			var r io.Reader = strings.NewReader(tt.text)
			if slow {
				r = iotest.OneByteReader(r)
			}
			s := New(nil, ',', maxRecord)
			s.Width = tt.width
			got, lines, _ := scanAll(t, r, s)
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("%s (byte by byte: %v): %s\n%s", tt.name, slow, tt.reason, d)
			}
			if d := cmp.Diff(tt.lines, lines); d != "" {
				t.Errorf("%s (byte by byte: %v): lines: %s\n%s", tt.name, slow, tt.reason, d)
			}
		}
	}
}

// TestScannerAgreesWithEncodingCSV writes random tables with the standard
// library and reads them with both.
func TestScannerAgreesWithEncodingCSV(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	const letters = `ab,;" ` + "\n\tü"
	for range 3000 {
		var text strings.Builder
		w := csv.NewWriter(&text)
		w.UseCRLF = rng.Intn(3) == 0
		width := 1 + rng.Intn(5)
		for range 1 + rng.Intn(8) {
			row := make([]string, width)
			for i := range row {
				for range rng.Intn(9) {
					row[i] += string([]rune(letters)[rng.Intn(len([]rune(letters)))])
				}
			}
			if err := w.Write(row); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		want, err := csv.NewReader(strings.NewReader(text.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		s := New(nil, ',', maxRecord)
		s.buf = make([]byte, 1+rng.Intn(40))
		got, _, _ := scanAll(t, strings.NewReader(text.String()), s)
		for i := range got {
			for j := range got[i] {
				got[i][j] = strings.ReplaceAll(got[i][j], "\r\n", "\n") // the library changes them
			}
		}
		if d := cmp.Diff(want, got); d != "" && !onlyEmpty(want) {
			t.Fatalf("%q\n%s", text.String(), d)
		}
	}
}

// onlyEmpty reports whether some record is one empty cell: a quoted one is a
// record for the library and a blank line here.
func onlyEmpty(records [][]string) bool {
	for _, r := range records {
		if len(r) == 1 && r[0] == "" {
			return true
		}
	}
	return false
}

func TestScannerPassesOverLongLines(t *testing.T) {
	long := strings.Repeat("x", 5000)
	for _, text := range []string{"a,b\n" + long + "\nc,d\n", "a,b\n\"" + long + "\",x\nc,d\n"} {
		s := New(nil, ',', 1000)
		s.buf = make([]byte, 100)
		got, lines, tooLong := scanAll(t, strings.NewReader(text), s)
		if d := cmp.Diff([][]string{{"a", "b"}, {"c", "d"}}, got); d != "" || tooLong != 1 {
			t.Errorf("%d too long: %s", tooLong, d)
		}
		if d := cmp.Diff([]int{1, 3}, lines); d != "" {
			t.Error(d)
		}
		if len(s.buf) > 4000 {
			t.Errorf("buffer of %d bytes for records of 1000", len(s.buf))
		}
	}
}

// endless yields a line that never ends.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = 'x'
	}
	e.left -= len(p)
	return len(p), nil
}

func TestScannerHoldsNoEndlessLine(t *testing.T) {
	s := New(&endless{left: 256 << 20}, ',', 1<<20)
	var c Cells
	if err := s.Next(&c); !errors.Is(err, plaintext.ErrTooLong) {
		t.Fatalf("a line of 256 MiB: %v", err)
	}
	if len(s.buf) > 4<<20 {
		t.Errorf("buffer grew to %d bytes", len(s.buf))
	}
}

func FuzzScanner(f *testing.F) {
	f.Add([]byte("a,b\n\"c\nd\",e\r\n"), 3)
	f.Add([]byte("\"\"\"a\",\n\"x\n"), 1)
	f.Add([]byte("\"a\"b,\"c\"\r\n\"\r"), 2)
	f.Fuzz(func(t *testing.T, text []byte, width int) {
		whole := New(nil, ',', 200)
		whole.Width = max(0, width%8)
		small := New(nil, ',', 200)
		small.Width = whole.Width
		small.buf = make([]byte, 1)
		want, wantLines, wantLong := scanAll(t, strings.NewReader(string(text)), whole)
		got, lines, long := scanAll(t, iotest.OneByteReader(strings.NewReader(string(text))), small)
		if d := cmp.Diff(want, got) + cmp.Diff(wantLines, lines) + cmp.Diff(wantLong, long); d != "" {
			t.Fatalf("reading byte by byte differs: %s", d)
		}
	})
}

// TestSplitPlain holds the cells of lines without quotes against strings.Split:
// with all that lies around the comma among the bytes, in lines of all lengths up
// to three words of eight.
func TestSplitPlain(t *testing.T) {
	const letters = ",,,-+a\x00\x80\xac\xff"
	rng := rand.New(rand.NewSource(1))
	s := New(strings.NewReader(""), ',', maxRecord)
	for range 100_000 {
		line := make([]byte, rng.Intn(25))
		for i := range line {
			line[i] = letters[rng.Intn(len(letters))]
		}
		got, ok := s.split(nil, string(line))
		if want := strings.Split(string(line), ","); !ok || !slices.Equal(got, want) {
			t.Fatalf("%q is split into %q, want %q", line, got, want)
		}
	}
}
