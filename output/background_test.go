package output

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// numbered returns n bytes of which no stretch of a few thousand comes twice at the same
// distance from the beginning of a block.
func numbered(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i ^ i>>8 ^ i>>16)
	}
	return b
}

func TestWritesLargeFiles(t *testing.T) {
	const from, block = backgroundFrom, blockBytes
	for _, test := range []struct {
		pieces []int
		reason string
	}{
		{[]int{from}, "nothing is left for the background"},
		{[]int{from, 1}, "one byte is, which fills no sector"},
		{[]int{from - 1, 2, block - 2}, "a block ends one byte behind the last piece"},
		{[]int{from + block}, "one piece is both"},
		{[]int{from + 1, 0, block, 3*block + sector, blocks * block, 7}, "blocks are used again"},
	} {
		path := filepath.Join(t.TempDir(), "a.geojson")
		f, err := Create(path)
		if err != nil {
			t.Fatal(err)
		}
		var want []byte
		for _, n := range test.pieces {
			piece := numbered(len(want) + n)[len(want):]
			want = append(want, piece...)
			if wrote, err := f.Write(piece); err != nil || wrote != n {
				t.Fatalf("%v: %d of %d bytes, %v", test.pieces, wrote, n, err)
			}
			clear(piece) // it is the caller's again
		}
		if size := f.Size(); size != int64(len(want)) {
			t.Errorf("pieces of %v: a size of %d", test.pieces, size)
		}
		if err := f.Commit(); err != nil {
			t.Fatal(err)
		}
		if got := []byte(read(t, path)); !bytes.Equal(got, want) {
			t.Errorf("pieces of %v: other bytes, %d instead of %d: %s", test.pieces, len(got), len(want), test.reason)
		}
	}
}

// Most file systems refuse to have written past the cache what begins where no sector
// does.
func TestGoesThroughTheCacheWhereItMust(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	b := inBackground(file, 1)
	want := numbered(2*blockBytes + 3)
	if _, err := b.write(want); err != nil {
		t.Fatal(err)
	}
	if err := b.end(); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "\x00"+string(want) {
		t.Errorf("other bytes, %d instead of %d", len(got), len(want)+1)
	}
}

func TestTellsAnErrorOfTheBackground(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.geojson")
	f := begin(t, path, string(numbered(backgroundFrom+1)))
	f.f.Close()
	for range 3 * blocks { // until the first block is written, none is known
		if _, err := f.Write(numbered(blockBytes)); err != nil {
			break
		}
	}
	if err := f.Commit(); err == nil {
		t.Error("no error of a file that could not be written")
	}
	if got := list(t, filepath.Dir(path)); len(got) > 0 {
		t.Errorf("%v are left", got)
	}
}
