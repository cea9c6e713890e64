package geojson

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unsafe"
)

// checkPieces holds pieces that are put together against the same one by one.
func checkPieces(t *testing.T, pieces []piece) {
	t.Helper()
	want, size := []byte("dst"), 0
	for i := range pieces {
		p := &pieces[i]
		want = p.append(want)
		size += len(p.before) + len(p.value) + 2
	}
	if got := appendPieces([]byte("dst"), pieces, size); string(got) != string(want) {
		t.Fatalf("got %q\nwant %q", got, want)
	}
}

// TestPieces puts each byte at each place of values of all lengths up to more than two
// blocks, between pieces that need no look.
func TestPieces(t *testing.T) {
	before := padded(`,"key":`)
	for c := range 256 {
		for size := range 2*block + 3 {
			at := 0
			if size > 0 {
				at = (c*31 + size*7) % size
			}
			value := strings.Repeat("x", size)
			if size > 0 {
				value = value[:at] + string([]byte{byte(c)}) + value[at+1:]
			}
			checkPieces(t, []piece{{before, "first", 1}, {before, value, 1}, {"", value, 1}, {before, "7.25", 0}, {before, "", 0}, {before, "", 1}})
		}
	}
	checkPieces(t, nil)
	said, bare := `he said "no"`, strings.Repeat("7", 3)
	checkPieces(t, []piece{
		{before, said, 1}, {before, "plain", 1}, {before, said, 1}, {before, said, 1}, {before, said[:4], 1}, {before, said, 0},
		{before, "\n", 1}, {before, said, 1}, {before, bare, 0}, {before, bare, 1}, {before, "", 1}, {before, "", 1}, {before, said, 1},
	})
}

// TestPiecesAtAnyAddress takes values from all over two pages of memory, in the last
// block of which no whole block may be read.
func TestPiecesAtAnyAddress(t *testing.T) {
	const page = 4096
	r := rand.New(rand.NewPCG(1, 2))
	memory := make([]byte, 3*page)
	for i := range memory {
		memory[i] = byte('a' + r.IntN(26))
		if r.IntN(200) == 0 {
			memory[i] = []byte("\"\\<\n\xc3\x7f")[r.IntN(6)]
		}
	}
	first := page - int(uintptr(unsafe.Pointer(unsafe.SliceData(memory)))%page)
	for from := first; from < first+page; from++ {
		for _, size := range []int{1, 7, 31, 32, 33, 100} {
			checkPieces(t, []piece{{padded("before"), lent(memory[from : from+size]), 1}})
		}
	}
}

// TestPiecesOfManySizes puts pieces together whose keys are longer than a block, and
// values that take six times their length when they are escaped.
func TestPiecesOfManySizes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		pieces := make([]piece, r.IntN(20))
		for i := range pieces {
			value := strings.Repeat([]string{"a", "\x01", "é", "Fada N'gourma, "}[r.IntN(4)], r.IntN(40))
			pieces[i] = piece{padded(strings.Repeat("k", r.IntN(150))), value, 1}
		}
		checkPieces(t, pieces)
	}
}
