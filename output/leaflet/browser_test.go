package leaflet_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/dateline-map/dateline/geo"
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
