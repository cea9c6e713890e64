package plaintext

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestOpen(t *testing.T) {
	packed := func(text string) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		if _, err := z.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	tests := []struct {
		file, text, encoding string
		err                  error
		reason               string
	}{
		{"a,b\n", "a,b\n", "utf-8", nil, "nearly always"},
		{"\xef\xbb\xbfa,b\n", "a,b\n", "utf-8", nil, "the mark is no part of the first header"},
		{"\xff\xfea\x00,\x00b\x00\n\x00", "a,b\n", "utf-16le", nil, "what Excel calls Unicode text"},
		{"\x00a\x00,\x00b\x00\n", "a,b\n", "utf-16be", nil, "without a mark the zeros tell"},
		{"a\rb\r", "a\nb\n", "utf-8", nil, "lines of an old Mac"},
		{"a\rb\n", "a\rb\n", "utf-8", nil, "a carriage return among newlines is none"},
		{"Malm\xf6\n", "Malm\xf6\n", "utf-8", nil, "a code page is left to the cells"},
		{packed("a,b\n"), "a,b\n", "utf-8", nil, "packed"},
		{packed(packed("a,b\n")), "a,b\n", "utf-8", nil, "packed twice"},
		{packed(packed(packed("a,b\n"))), "", "", ErrBinary, "packed once more than anybody means to"},
		{" \n", "", "", ErrEmpty, "nothing in it"},
		{"%PDF-1.7\n", "", "", ErrBinary, "a document"},
		{strings.Repeat("a\x01\x02", 50), "", "", ErrBinary, "of no known kind"},
	}
	for _, tt := range tests {
		r, encoding, err := Open(strings.NewReader(tt.file))
		if !errors.Is(err, tt.err) || encoding != tt.encoding {
			t.Errorf("%.20q is %s, %v, want %s, %v: %s", tt.file, encoding, err, tt.encoding, tt.err, tt.reason)
		}
		if err != nil {
			continue
		}
		if text, err := io.ReadAll(r); string(text) != tt.text || err != nil {
			t.Errorf("%.20q is read as %q, %v, want %q: %s", tt.file, text, err, tt.text, tt.reason)
		}
	}
}

func TestCleaner(t *testing.T) {
	head := []byte("za\xbf\xf3\xb3\xe6, \xa3\xf3d\x9f, Gda\xf1sk") // windows-1250
	c := Cleaner{Page: CodePageOf(head)}
	told := false
	for _, tt := range []struct{ cell, want, warning, reason string }{
		{"Gdynia", "Gdynia", "", "plain"},
		{"\xa3\xf3d\x9f", "Łódź", "text is not UTF-8 from here on and is read as windows-1250", "the code page"},
		{"Gda\xf1sk", "Gdańsk", "", "told once"},
		{"Łód\xc5", "Łód\uFFFD", "a character is broken (invalid UTF-8) and is replaced", "cut in the middle of a character"},
	} {
		got := c.Clean(tt.cell)
		warning := ""
		if all := c.Warnings(&told); len(all) > 0 {
			warning = all[0].Error()
		}
		if got != tt.want || warning != tt.warning {
			t.Errorf("%q is %q, %q, want %q, %q: %s", tt.cell, got, warning, tt.want, tt.warning, tt.reason)
		}
	}
}
