package leaflet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/outputtest/browser"
)

// villages returns events in each of so many villages by so many around 2° east, 12°
// north: one a day from the first of the year, the others on days of June.
func villages(side int, degrees float64, june int) (events []geo.Event) {
	for n := range side * side {
		e := invented()[0]
		e.Killed = geo.Count{}
		name := fmt.Sprint("Village ", n)
		at := orb.Point{2 + degrees*float64(n%side-side/2), 12 + degrees*float64(n/side-side/2)}
		e.Place = geo.Place{Name: name, Match: geo.Match{Kind: geo.Exact, ID: name, Name: name, Type: "village", Point: at, Precision: geo.ExactPlace}}
		for i := range june + 1 {
			day := when.Date(2031, 6, i)
			if i == 0 {
				day = when.Date(2031, 1, 1) + when.Day(n)
			}
			e.ID, e.When = fmt.Sprint(name, day), when.On(day)
			events = append(events, e)
		}
	}
	return events
}

// TestBrowserGroups looks at villages from far and from near. From far they would be a
// carpet of dots: one ring stands for them, which stays where it is when days are
// chosen, and a click comes closer. From near, or few of them, each is itself.
func TestBrowserGroups(t *testing.T) {
	many := outputtest.Layer(t, writer(leaflet.Options{}), villages(9, 0.02, 1))
	few := outputtest.Layer(t, writer(leaflet.Options{}), villages(5, 0.02, 1))
	busy := outputtest.Layer(t, writer(leaflet.Options{}), villages(9, 0.15, 11))
	chromium := browser.Start(t)
	for _, test := range []struct {
		page         []byte
		hash         string
		want, reason string
	}{
		{many, "#map=6/12/2", "162 events in 81 places; click to come closer", "81 villages on seven pixels"},
		{many, "#map=6/12/2&days=2031-06-01..2031-06-02", "81 events in 81 places; click to come closer", "half of their events"},
		{many, "#map=6/12/2&days=2031-01-05..2031-01-06", "Attack, Village ", "two of them can be told apart"},
		{many, "#map=12/12/2", "Attack, Village 40", "more than a hundred pixels from one to the next"},
		{busy, "#map=8/12/2", "12 events, Village 40", "twelve events around each of 81 villages, 27 pixels apart, would hide one another"},
		{busy, "#map=10/12/2", "Attack, Village 40", "and have room at 109 pixels"},
		{few, "#map=6/12/2", "Attack, Village ", "25 can be looked at one by one"},
	} {
		p := openOn(t, chromium, test.page, test.hash, browser.Screen{})
		x, y := p.Middle("#map")
		p.Mouse("mouseMoved", x, y)
		p.Wait(`document.getElementById('map').title`)
		var said string
		p.Eval(`document.getElementById('map').title`, &said)
		if !strings.HasPrefix(said, test.want) {
			t.Errorf("%s: the map says %q, want %q: %s", test.hash, said, test.want, test.reason)
		}
	}
	p := openOn(t, chromium, many, "#map=6/12/2", browser.Screen{})
	p.ClickOn("#map")
	p.Wait(`/#map=(9|10|11)/.test(location.hash)`)
}

// TestBrowserOpensBesideTheDot opens an event on screens of several sizes: beside its dot,
// or where that would leave nothing of the map, over the page.
func TestBrowserOpensBesideTheDot(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{}), invented()[:1])
	chromium := browser.Start(t)
	for _, test := range []struct {
		width, height int
		over          bool
		reason        string
	}{
		{1366, 650, false, "a laptop, with the browser's own bars"},
		{1920, 1000, false, "a desk"},
		{390, 844, true, "a phone"},
		{1000, 460, true, "a low frame"},
	} {
		p := openOn(t, chromium, page, "", browser.Screen{Width: test.width, Height: test.height})
		p.ClickOn("#list .item")
		p.Wait(`document.querySelector('.leaflet-popup .details') || document.getElementById('dialog').open`)
		var over bool
		if p.Eval(`document.getElementById('dialog').open`, &over); over != test.over {
			t.Errorf("%d by %d: over the page %v, want %v: %s", test.width, test.height, over, test.over, test.reason)
		}
	}
}
