package wire

import (
	"encoding/binary"
	"math"
	"testing"
)

func TestNumbersEndWithTheString(t *testing.T) {
	s := "\x01\x02\x03\x04\x05\x06\x07\x08"
	for _, test := range []struct {
		got, want uint64
		reason    string
	}{
		{uint64(Uint16(s, 6)), 0x0807, "the last two bytes"},
		{uint64(Uint16(s, 7)), 0, "one too few"},
		{uint64(Uint32(s, 4)), 0x08070605, "the last four"},
		{uint64(Uint32(s, 5)), 0, "one too few"},
		{Uint64(s, 0), 0x0807060504030201, "all of them"},
		{Uint64(s, 1), 0, "one too few"},
		{Uint64(s, -1), 0, "before the beginning"},
		{Uint64(s, math.MaxInt), 0, "far behind the end"},
	} {
		if test.got != test.want {
			t.Errorf("got %#x, want %#x: %s", test.got, test.want, test.reason)
		}
	}
}

func TestReaderStaysBad(t *testing.T) {
	for _, test := range []struct {
		data   string
		read   func(*Reader)
		reason string
	}{
		{"", func(r *Reader) { r.Uvarint() }, "nothing to read"},
		{"\xff\xff", func(r *Reader) { r.Uvarint() }, "a number without its end"},
		{"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", func(r *Reader) { r.Uvarint() }, "a number too long"},
		{"\x05abc", func(r *Reader) { _ = r.String() }, "a string that is cut off"},
		{"\x03ab", func(r *Reader) { r.Count(1) }, "more things than bytes"},
		{"\x02abc", func(r *Reader) { r.Count(2) }, "more pairs than bytes"},
		{"abc", func(r *Reader) { r.Take(-1) }, "a negative length"},
	} {
		r := At(test.data, 0)
		test.read(&r)
		if !r.Bad() || r.Uvarint() != 0 || r.Take(1) != "" || !r.Bad() {
			t.Errorf("%q is taken for good: %s", test.data, test.reason)
		}
	}
	if r := At("abc", 4); !r.Bad() {
		t.Error("a Reader may begin behind the end")
	}
}

func FuzzReader(f *testing.F) {
	f.Add(uint64(300), int64(-7), "Ana")
	f.Fuzz(func(t *testing.T, u uint64, i int64, s string) {
		data := AppendString(binary.AppendVarint(binary.AppendUvarint(nil, u), i), s)
		r := At(string(data), 0)
		if u2, i2, s2 := r.Uvarint(), r.Varint(), r.String(); u2 != u || i2 != i || s2 != s || r.Bad() || r.Pos() != len(data) {
			t.Errorf("%d, %d, %q came back as %d, %d, %q", u, i, s, u2, i2, s2)
		}
		r = At(s, 0)
		for !r.Bad() && r.Pos() < len(s) {
			_, _ = r.String(), r.Count(3)
		}
	})
}
