package leaflet_test

import (
	"testing"

	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/outputtest/browser"
)

// TestAccessible has axe audit the page by day and by night, wide and on a
// phone, with an event open, and the example of a page.
func TestAccessible(t *testing.T) {
	axe := outputtest.Module(t, "axe-core/axe.min.js")
	chromium := browser.Start(t)
	page := outputtest.Layer(t, writer(leaflet.Options{Title: "Spring", Credit: "The Courier", Attribution: "GeoNames"}), invented()[:82])
	open := "#event=" + invented()[0].ID
	for _, test := range []struct {
		name, hash string
		screen     browser.Screen
	}{
		{"by day", "", browser.Screen{}},
		{"by night", "", browser.Screen{Dark: true}},
		{"an event by day", open, browser.Screen{}},
		{"an event by night", open, browser.Screen{Dark: true}},
		{"phone", "", browser.Screen{Width: 390, Height: 844, Phone: true}},
		{"an event on a phone by night", open, browser.Screen{Width: 390, Height: 844, Phone: true, Dark: true}},
		{"filtered", "#without=Battles,Riots&days=2031-01-09..2031-02-01", browser.Screen{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := openOn(t, chromium, page, test.hash, test.screen)
			audit(t, p, axe)
		})
	}
	t.Run("embedded", func(t *testing.T) {
		files := append(leaflet.Embed(leaflet.Options{}), leaflet.File{Name: leaflet.EventsScript, Content: string(outputtest.Layer(t, asScript, invented()))})
		audit(t, chromium.Open(t, folder(t, "embed.html", files), browser.Screen{}), axe)
	})
}

// audit has axe audit a page.
func audit(t *testing.T, p *browser.Page, axe string) {
	t.Helper()
	for _, fault := range p.Audit(axe) {
		t.Error(fault)
	}
}

// TestKeyboardReachesAll goes through the page with the tab key: everything that
// can be used is reached, in the order of the page, and can be seen to be.
func TestKeyboardReachesAll(t *testing.T) {
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), invented()[:82]), "")
	reached := map[string]bool{}
	for range 60 {
		p.Press("Tab")
		var at struct {
			Name    string
			Visible bool
		}
		p.Eval(`(() => { const e = document.activeElement, s = getComputedStyle(e);
			return {Name: e.id || e.className, Visible: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0}; })()`, &at)
		if at.Name == "item" && reached["item"] {
			break
		}
		reached[at.Name] = true
		if !at.Visible && at.Name != "" {
			t.Errorf("%q has the focus, and nothing shows it", at.Name)
		}
	}
	for _, want := range []string{"theme", "map", "leaflet-control-zoom-in", "sizing", "chip", "text", "actor", "precision", "gap", "item"} {
		if !reached[want] {
			t.Errorf("the tab key does not reach %q; it reaches %v", want, reached)
		}
	}
}
