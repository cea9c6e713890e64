package leaflet_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
)

// browse opens the page in Chromium without a network and returns the document
// as it then is, with all that the console says.
func browse(t *testing.T, page []byte, hash string) (document, console string) {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("chromium is not installed")
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "map.html")
	if err := os.WriteFile(file, page, 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir="+filepath.Join(folder, "profile"), "--window-size=1200,800",
		"--enable-logging=stderr", "--v=0", "--virtual-time-budget=5000", "--dump-dom", "file://"+file+hash)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("chromium: %v\n%s", err, errs.String())
	}
	for line := range strings.Lines(errs.String()) {
		if strings.Contains(line, "CONSOLE") {
			console += line
		}
	}
	document, _, _ = strings.Cut(out.String(), `<script type="application/json" id="world">`)
	if !strings.Contains(document, `data-ready="1"`) {
		t.Fatalf("the page did not start: %s", console)
	}
	return document, console
}

var status = regexp.MustCompile(`id="status"[^>]*>([^<]*)<`)

func TestBrowserFilters(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{Title: "Spring"}), invented())
	for _, test := range []struct{ hash, want, reason string }{
		{"", "83 events · 1,513 killed · 4 not on the map", "everything"},
		{"#days=2031-01-09..2031-01-17", "4 of 83 events · 236 killed", "the days that are asked for, both ends included"},
		{"#days=2031-01-22..2031-01-22", "1 of 83 events · 63 killed", "a week touches each of its days"},
		{"#days=2040-01-01..2040-01-02", "0 of 83 events", "days without events"},
		{"#text=FERRYMAN%20menaka", "2 of 83 events · 128 killed", "all words, in any case and without accents"},
		{"#without=Battles,Riots", "63 of 83 events", "types left out"},
		{"#precision=near", "77 of 83 events", "known nearly or exactly"},
		{"#map=x/y&days=..&event=%E0", "83 events", "an address that is broken shows everything"},
	} {
		document, console := browse(t, page, test.hash)
		if m := status.FindStringSubmatch(document); m == nil || !strings.HasPrefix(m[1], test.want) {
			t.Errorf("%q: got %q, want %q: %s", test.hash, m, test.want, test.reason)
		}
		if console != "" {
			t.Errorf("%q: the console says %s", test.hash, console)
		}
	}
}

// TestBrowserShowsHostileTextAsText opens the pop-up of an event that tries to
// be more.
func TestBrowserShowsHostileTextAsText(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{}), invented())
	document, console := browse(t, page, "#event=hostile")
	if console != "" {
		t.Errorf("the console says %s", console)
	}
	if !strings.Contains(document, `<article class="details"`) {
		t.Error("the pop-up is not open")
	}
	for _, bad := range []string{"data-broken", "<img", `href="javascript:`} {
		if strings.Contains(document, bad) {
			t.Errorf("the document has %s", bad)
		}
	}
	if !strings.Contains(document, `&lt;img src=x onerror=`) {
		t.Error("the text of the event is not shown")
	}
}

// TestBrowserShowsAnything has the page show layers that leave it little to
// draw.
func TestBrowserShowsAnything(t *testing.T) {
	for name, events := range map[string][]geo.Event{
		"none": nil, "one of nothing": {{}}, "one": invented()[:1], "awkward": awkward(),
	} {
		if _, console := browse(t, outputtest.Layer(t, writer(leaflet.Options{}), events), ""); console != "" {
			t.Errorf("%s: the console says %s", name, console)
		}
	}
}

var metas = regexp.MustCompile(`class="meta">[^<]*<`)

// TestBrowserSaysWhatIsKnown reads the list, in which dates and tolls are told
// in words.
func TestBrowserSaysWhatIsKnown(t *testing.T) {
	march := func(first, last int, p when.Precision) when.Interval {
		return when.Interval{First: when.Date(2031, 3, first), Last: when.Date(2031, 3, last), Precision: p}
	}
	about := march(8, 8, when.ToDay)
	about.Approximate = true
	year := when.Interval{First: when.Date(14, 1, 1), Last: when.Date(14, 12, 31), Precision: when.ToYear}
	tests := []struct {
		when   when.Interval
		killed geo.Count
		want   string
	}{
		{march(8, 8, when.ToDay), geo.Exactly(7), "8 March 2031 · 7 killed"},
		{march(8, 9, when.ToDays), geo.Count{Best: geo.Known(7), Low: geo.Known(7)}, "8–9 March 2031 · at least 7 killed"},
		{march(3, 9, when.ToWeek), geo.Count{Best: geo.Known(40), Low: geo.Known(41)}, "The week of 3–9 March 2031 · more than 40 killed"},
		{march(1, 31, when.ToMonth), geo.Count{Low: geo.Known(24)}, "Some day in March 2031 · at least 24 killed"},
		{year, geo.Count{Best: geo.Known(12), Low: geo.Known(10), High: geo.Known(15)}, "Some day in 14 · 12 killed (10 to 15)"},
		{about, geo.Exactly(0), "About 8 March 2031 · none killed"},
		{march(30, 33, when.ToDays), geo.Count{}, "30 March – 2 April 2031"},
		{when.Interval{}, geo.Count{High: geo.Known(1234)}, "Date unknown · at most 1,234 killed"},
	}
	var events []geo.Event
	for i, test := range tests {
		e := invented()[0]
		e.ID, e.When, e.Killed = strconv.Itoa(i), test.when, test.killed
		events = append(events, e)
	}
	document, _ := browse(t, outputtest.Layer(t, writer(leaflet.Options{}), events), "")
	for _, test := range tests {
		if !strings.Contains(document, `class="meta">`+test.want+`<`) {
			t.Errorf("the list does not say %q; it says %q", test.want, metas.FindAllString(document, -1))
		}
	}
}
