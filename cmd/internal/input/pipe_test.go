package input

import (
	"bufio"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// TestFirstOf looks at the first line of what comes byte by byte, and expects that
// all of it is there to be read afterwards.
func TestFirstOf(t *testing.T) {
	for _, tt := range []struct{ name, came, want string }{
		{"nothing", "", ""},
		{"only empty lines", "\n \n", ""},
		{"a line that does not end", "{\"text\":", "{\"text\":"},
		{"empty lines first", "\n\r\n  a,b\nc,d\n", "a,b"},
		{"a line as long as is looked at", strings.Repeat("x", 100) + "\n", ""},
		{"a shorter one", strings.Repeat("x", 62) + "\nrest", strings.Repeat("x", 62)},
	} {
		r := bufio.NewReaderSize(iotest.OneByteReader(strings.NewReader(tt.came)), 64)
		if got := string(firstOf(r)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if rest, err := io.ReadAll(r); err != nil || string(rest) != tt.came {
			t.Errorf("%s: %q is left to read (%v), want all", tt.name, rest, err)
		}
	}
}

// TestFirstOfDoesNotWait has a first line come, and no more for now.
func TestFirstOfDoesNotWait(t *testing.T) {
	read, write := io.Pipe()
	defer write.Close()
	go write.Write([]byte("a,b\n"))
	if got := string(firstOf(bufio.NewReader(read))); got != "a,b" {
		t.Errorf("%q, want the line", got)
	}
}
