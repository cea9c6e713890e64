package voice

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
		Standing
		want   string
		reason string
	}{
		{Standing{1200, 300, 1200, 0, 10 * time.Second}, "25 %, 1200 records, 120 a second, 0:30 left", "a quarter is read"},
		{Standing{1200, 1200, 1200, 0, 10 * time.Second}, "100 %, 1200 records, 120 a second, 0:00 left", "all is read"},
		{Standing{50, 0, 1200, 0, time.Second}, "0 %, 50 records, 50 a second", "nothing to go by yet"},
		{Standing{1200, 300, 0, 0, 10 * time.Second}, "1200 records, 120 a second", "nobody knows how much a pipe will bring"},
		{Standing{}, "0 records, 0 a second", "the beginning"},
		{Standing{9, 100, 10_000, 0, time.Minute}, "1 %, 9 records, 0 a second, 1:39:00 left", "more than an hour"},
		{Standing{300, 0, 0, 1200, 10 * time.Second}, "25 %, 300 events, 30 a second, 0:30 left", "writing, it is known how many there are"},
	} {
		if got := test.String(); got != test.want {
			t.Errorf("%q, want %q: %s", got, test.want, test.reason)
		}
	}
}

// halfRead returns the progress of two files of 100 bytes, of which the first is
// done and of the second a half is read.
func halfRead(t *testing.T, v Voice) *Progress {
	p := NewProgress(v, 200)
	t.Cleanup(p.Finish)
	for _, name := range []string{"a.csv", "b.csv"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, bytes.Repeat([]byte("x"), 100), 0o666); err != nil {
			t.Fatal(err)
		}
		p.NextInput(100)
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		p.Opened(f)
		if _, err := io.CopyN(io.Discard, f, 50); err != nil {
			t.Fatal(err)
		}
	}
	p.Add()
	return p
}

func TestProgressAsJSON(t *testing.T) {
	var said bytes.Buffer
	halfRead(t, Voice{Err: &said, JSON: true}).Show()
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
	p := halfRead(t, Voice{Err: &said, Terminal: true})
	p.Show()
	p.Aside(func() { said.WriteString("a warning\n") })
	p.Show()
	p.Finish()
	const gone = "\r\x1b[K"
	if s := said.String(); !strings.Contains(s, "75 %, 1 records") || !strings.Contains(s, gone+"a warning\n") || !strings.HasSuffix(s, gone) {
		t.Errorf("%q: want the line, gone for the warning and at the end", s)
	}
}

// TestProgressAtTheEnd closes the last file, as is done before what was read is
// put together.
func TestProgressAtTheEnd(t *testing.T) {
	p := halfRead(t, Voice{Err: io.Discard, JSON: true})
	p.file.Close()
	if s := p.standing(); s.bytes != 200 {
		t.Errorf("%d of 200 bytes; want all, for the last file is read", s.bytes)
	}
}

func TestNobodyWatches(t *testing.T) {
	for _, v := range []Voice{{}, {Terminal: true, Quiet: true}} {
		if p := NewProgress(v, 0); p != nil {
			t.Errorf("%+v is shown a progress", v)
		}
	}
	var none *Progress
	none.NextInput(100)
	none.Opened(nil)
	none.Add()
	none.Finish() // nothing of it may fail
}
