package gazetteer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/paulmach/orb"
)

func TestRefusesWhatIsNoIndex(t *testing.T) {
	good := gazetteertest.Write(t, gazetteertest.SmallWorld())
	for _, test := range []struct{ data, want string }{
		{"", "not a Dateline gazetteer index"},
		{"PK\x03\x04" + strings.Repeat("x", 100), "not a Dateline gazetteer index"},
		{good[:8] + "\x09\x00\x00\x00" + good[12:], "index has format 9, but this program reads format"},
		{good[:len(good)-1], "it is cut off or damaged"},
		{good + " ", "it is cut off or damaged"},
		{good[:12] + "\xff\xff\xff\xff" + good[16:], "it claims 4294967295 sections"},
	} {
		if _, err := gazetteer.New(test.data); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want an error with %q", err, test.want)
		}
	}
}

func TestVerify(t *testing.T) {
	good := gazetteertest.Write(t, gazetteertest.SmallWorld())
	for at := len(good) / 2; at < len(good); at += 9973 {
		x, err := gazetteer.New(good[:at] + string(good[at]^1) + good[at+1:])
		if err == nil && x.Verify() == nil {
			t.Errorf("a changed byte at %d is not seen", at)
		}
	}
	x, err := gazetteer.New(good)
	if err != nil || x.Verify() != nil {
		t.Errorf("a good index is refused: %v, %v", err, x.Verify())
	}
}

func TestOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.idx")
	if err := os.WriteFile(path, []byte(gazetteertest.Write(t, gazetteertest.SmallWorld())), 0o644); err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if x.Len() != len(gazetteertest.SmallWorld()) || x.Info().Title != "test" || x.Info().Areas != 4 {
		t.Errorf("got %d places, %+v", x.Len(), x.Info())
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	for _, wrong := range []string{filepath.Join(t.TempDir(), "none"), t.TempDir(), os.DevNull} {
		if _, err := gazetteer.Open(wrong); err == nil || !strings.Contains(err.Error(), wrong) {
			t.Errorf("%s: got %v, want an error that names it", wrong, err)
		}
	}
}

// askEverything calls every method, so that a damaged index can show what it
// does.
func askEverything(x *gazetteer.Index) {
	for p := range x.All() {
		x.Area(p.Ref)
		x.Bound(p.Ref)
		x.Countries(p.Ref)
		x.Nearby(p.Point, 1e6, 10)
		x.Reverse(p.Point)
	}
	for _, key := range []string{"", "al harra", "harrah", "الحره", "arrland", "zz", "east"} {
		x.Exact(key, nil)
		x.WithoutArticle(key, nil)
		x.Skeleton(key, nil)
		x.Fuzzy(key, 1, nil)
	}
	x.Names(1, "")
	x.ByID("gn:1")
	x.ByID("dl:arr")
	x.Reverse(orb.Point{10.75, 9.5})
}

// askStack asks a stack in which an index lies above and below another.
func askStack(t testing.TB, x, other *gazetteer.Index) {
	for _, layers := range [][]*gazetteer.Index{{x, other}, {other, x}} {
		s, err := gazetteer.NewStack(layers...)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range s.Skeleton("arr", s.WithoutArticle("arr", s.Exact("arr", nil))) {
			s.Place(h.Ref)
			s.Codes(h.Ref)
			s.OwnNames(h.Ref)
			s.Area(h.Ref)
		}
		s.Place(1 << 31)
		s.Reverse(orb.Point{10.75, 9.5})
		s.ByID("dl:arr")
	}
}

// FuzzDamaged changes up to three places of a good index.
func FuzzDamaged(f *testing.F) {
	good := gazetteertest.Write(f, gazetteertest.SmallWorld())
	f.Add(uint32(40), uint64(1), uint32(300), uint64(0xffffffff), uint32(0), uint64(0))
	f.Add(uint32(len(good)-100), uint64(0xff), uint32(len(good)-20), uint64(1<<63), uint32(500), uint64(3))
	whole, err := gazetteer.New(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, at1 uint32, v1 uint64, at2 uint32, v2 uint64, at3 uint32, v3 uint64) {
		data := []byte(good)
		change(data, at1, v1)
		change(data, at2, v2)
		change(data, at3, v3)
		if x, err := gazetteer.New(string(data)); err == nil {
			askEverything(x)
			askStack(t, x, whole)
		}
	})
}

// change replaces bytes at a position by those of v that are not zero.
func change(data []byte, at uint32, v uint64) {
	for i := int(at % uint32(len(data))); v != 0 && i < len(data); i++ {
		data[i] ^= byte(v)
		v >>= 8
	}
}

// Every byte of a small index, changed in three ways.
func TestDamagedAnywhere(t *testing.T) {
	good := gazetteertest.Write(t, gazetteertest.SmallWorld())
	whole, err := gazetteer.New(good)
	if err != nil {
		t.Fatal(err)
	}
	// The grids' tables are large and alike: one byte in thousands will do.
	step := 1
	for at := 0; at < len(good); at += step {
		if at > 8000 {
			step = 4001
		}
		for _, v := range []uint64{1, 0x80, 0xff} {
			data := []byte(good)
			change(data, uint32(at), v)
			if x, err := gazetteer.New(string(data)); err == nil {
				askEverything(x)
				askStack(t, x, whole)
			}
		}
	}
}
