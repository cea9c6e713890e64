package cli

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/output/outputtest/browser"
)

var pictures = flag.Bool("pictures", false, "take the pictures of the map in docs anew")

// TestMapOfTheREADME opens the map that the README's first command writes, on
// the screens of which docs has pictures.
func TestMapOfTheREADME(t *testing.T) {
	t.Chdir("../../..")
	out := t.TempDir()
	code := Main([]string{"dateline", "map", "testdata/stories", "testdata/records", "-o", out, "--embed",
		"--title", "Reported events, 2011–2024", "--credit", "Invented stories and tables of this repository"},
		Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard})
	if code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	chromium := browser.Start(t)
	const region = "map.html#map=6.5/34.6/40.9"
	for _, test := range []struct {
		picture, address, shows string
		screen                  browser.Screen
	}{
		{"map.png", region, "Armed clash, Hit", browser.Screen{Width: 1360, Height: 860}},
		{"map-dark.png", region + "&days=2014-01-01..2017-12-31", "", browser.Screen{Width: 1360, Height: 860, Dark: true}},
		{"map-phone.png", "map.html#map=5.5/34.6/40.4", "", browser.Screen{Width: 390, Height: 844, Phone: true, Sharpness: 2}},
		{"embed.png", "embed.html", "", browser.Screen{Width: 860, Height: 700}},
	} {
		t.Run(test.picture, func(t *testing.T) {
			p := chromium.Open(t, "file://"+filepath.Join(out, test.address), test.screen)
			p.Wait(`document.readyState === 'complete'`)
			if test.shows != "" {
				p.Eval(`(() => { const t = document.getElementById('text'); t.value = 'Hit at least nine policemen'; t.dispatchEvent(new Event('input')); })()`, nil)
				p.Wait(`document.querySelectorAll('#list li').length === 1`)
				p.ClickOn("#list button")
				p.Wait(`document.querySelector('.leaflet-popup h2').textContent.startsWith('` + test.shows + `')`)
				p.Eval(`(() => { const t = document.getElementById('text'); t.value = ''; t.dispatchEvent(new Event('input')); })()`, nil)
				p.Wait(`document.querySelectorAll('#list li').length > 1 && !document.querySelector('.leaflet-pan-anim')`)
			}
			if said := p.Console(); len(said) > 0 {
				t.Errorf("the console says %s", said)
			}
			picture := p.Picture()
			if len(picture) < 10_000 {
				t.Errorf("a picture of %d bytes has nothing on it", len(picture))
			}
			if *pictures {
				if err := os.WriteFile(filepath.Join("docs", test.picture), picture, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
