package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestStandingInWords(t *testing.T) {
	for _, test := range []struct {
		standing
		want   string
		reason string
	}{
		{standing{1200, 300, 1200, 0, 10 * time.Second}, "25 %, 1200 records, 120 a second, 0:30 left", "a quarter is read"},
		{standing{1200, 1200, 1200, 0, 10 * time.Second}, "100 %, 1200 records, 120 a second, 0:00 left", "all is read"},
		{standing{50, 0, 1200, 0, time.Second}, "0 %, 50 records, 50 a second", "nothing to go by yet"},
		{standing{1200, 300, 0, 0, 10 * time.Second}, "1200 records, 120 a second", "nobody knows how much a pipe will bring"},
		{standing{}, "0 records, 0 a second", "the beginning"},
		{standing{9, 100, 10_000, 0, time.Minute}, "1 %, 9 records, 0 a second, 1:39:00 left", "more than an hour"},
		{standing{300, 0, 0, 1200, 10 * time.Second}, "25 %, 300 events, 30 a second, 0:30 left", "writing, it is known how many there are"},
	} {
		if got := test.String(); got != test.want {
			t.Errorf("%q, want %q: %s", got, test.want, test.reason)
		}
	}
}

// halfRead returns the progress of two files of 100 bytes, of which the first is
// done and of the second a half is read.
func halfRead(t *testing.T, v voice) *progress {
	p := newProgress(v, 200)
	t.Cleanup(p.finish)
	for _, name := range []string{"a.csv", "b.csv"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, bytes.Repeat([]byte("x"), 100), 0o666); err != nil {
			t.Fatal(err)
		}
		p.next(100)
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		p.opened(f)
		if _, err := io.CopyN(io.Discard, f, 50); err != nil {
			t.Fatal(err)
		}
	}
	p.add()
	return p
}

func TestProgressAsJSON(t *testing.T) {
	var said bytes.Buffer
	halfRead(t, voice{err: &said, json: true}).show()
	var l struct {
		Level          string
		Records, Bytes int
		OfBytes        int  `json:"of_bytes"`
		Left           *int `json:"seconds_left"`
	}
	if err := json.Unmarshal(said.Bytes(), &l); err != nil {
		t.Fatalf("%v in %s", err, &said)
	}
	if l.Level != "progress" || l.Records != 1 || l.Bytes != 150 || l.OfBytes != 200 || l.Left == nil {
		t.Errorf("%s: want 1 record, 150 of 200 bytes and the time left", &said)
	}
}

func TestProgressOnATerminal(t *testing.T) {
	var said bytes.Buffer
	p := halfRead(t, voice{err: &said, terminal: true})
	p.show()
	p.aside(func() { said.WriteString("a warning\n") })
	p.show()
	p.finish()
	const gone = "\r\x1b[K"
	if s := said.String(); !strings.Contains(s, "75 %, 1 records") || !strings.Contains(s, gone+"a warning\n") || !strings.HasSuffix(s, gone) {
		t.Errorf("%q: want the line, gone for the warning and at the end", s)
	}
}

// TestProgressAtTheEnd closes the last file, as is done before what was read is
// put together.
func TestProgressAtTheEnd(t *testing.T) {
	p := halfRead(t, voice{err: io.Discard, json: true})
	p.file.Close()
	if s := p.standing(); s.bytes != 200 {
		t.Errorf("%d of 200 bytes; want all, for the last file is read", s.bytes)
	}
}

func TestNobodyWatches(t *testing.T) {
	for _, v := range []voice{{}, {terminal: true, quiet: true}} {
		if p := newProgress(v, 0); p != nil {
			t.Errorf("%+v is shown a progress", v)
		}
	}
	var none *progress
	none.next(100)
	none.opened(nil)
	none.add()
	none.finish() // nothing of it may fail
}
