package leaflet_test

import (
	"fmt"
	"image/color"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/outputtest/browser"
)

// open opens a page from a file in a browser of its own, and has the test fail
// if the page asks the network for anything or complains.
func open(t *testing.T, page []byte, hash string) *browser.Page {
	t.Helper()
	return openOn(t, browser.Start(t), page, hash, browser.Screen{})
}

func openOn(t *testing.T, b *browser.Browser, page []byte, hash string, s browser.Screen) *browser.Page {
	t.Helper()
	p := b.Open(t, saved(t, page)+hash, s)
	t.Cleanup(func() {
		if said := p.Console(); len(said) > 0 {
			t.Errorf("the console says %s", said)
		}
		if asked := p.Requests(); len(asked) != 1 {
			t.Errorf("the page asked for %q", asked)
		}
	})
	p.Wait(`document.documentElement.dataset.ready`)
	return p
}

func TestBrowserFilters(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{Title: "Spring"}), invented())
	chromium := browser.Start(t)
	for _, test := range []struct{ hash, want, reason string }{
		{"", "83 events · 1,513 killed · 4 not on the map", "everything"},
		{"#days=2031-01-09..2031-01-17", "4 of 83 events · 236 killed", "the days that are asked for, both ends included"},
		{"#days=2031-01-22..2031-01-22", "1 of 83 events · 63 killed", "a week touches each of its days"},
		{"#days=2040-01-01..2040-01-02", "0 of 83 events", "days without events"},
		{"#text=FERRYMAN%20menaka", "2 of 83 events · 128 killed", "all words, in any case and without accents"},
		{"#without=Battles,Riots", "63 of 83 events", "types left out"},
		{"#actor=gunmen", "82 of 83 events", "one who acts"},
		{"#actor=nobody", "83 events", "an actor who is not there is no filter"},
		{"#precision=near", "77 of 83 events", "known nearly or exactly"},
		{"#only=unplaced", "4 of 83 events · 9 killed · 4 not on the map", "what the map cannot show"},
		{"#map=x/y&days=..&event=%E0", "83 events", "an address that is broken shows everything"},
	} {
		p := openOn(t, chromium, page, test.hash, browser.Screen{})
		if got := p.Text("#status"); !strings.HasPrefix(got, test.want) {
			t.Errorf("%q: got %q, want %q: %s", test.hash, got, test.want, test.reason)
		}
	}
}

// TestBrowserSteps moves the ends of the time window with the keys and counts
// for itself what each window has.
func TestBrowserSteps(t *testing.T) {
	events := invented()
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), events), "")
	for n, step := range []struct{ end, key string }{
		{"from", "ArrowRight"}, {"from", "PageDown"}, {"from", "PageUp"}, {"to", "ArrowLeft"}, {"to", "PageDown"}, {"from", "ArrowRight"},
		{"to", "Home"}, {"to", "ArrowRight"}, {"from", "End"}, {"from", "Home"}, {"to", "End"},
	} {
		p.Eval(fmt.Sprintf(`document.getElementById(%q).focus()`, step.end), nil)
		p.Press(step.key)
		var days [2]when.Day
		p.Eval(`['from', 'to'].map(end => +document.getElementById(end).getAttribute('aria-valuenow'))`, &days)
		window, want := when.Interval{First: days[0], Last: days[1], Precision: when.ToDays}, 0
		for _, e := range events {
			if e.When.Overlaps(window) {
				want++
			}
		}
		got, _, _ := strings.Cut(p.Text("#status"), " ")
		if got != strconv.Itoa(want) {
			t.Errorf("step %d, %s on %q, %v to %v: the page has %s events, want %d", n, step.key, step.end, days[0], days[1], got, want)
		}
	}
}

// TestBrowserPlays has the window grow by itself to the last day.
func TestBrowserPlays(t *testing.T) {
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), invented()), "")
	p.ClickOn("#play")
	var first string
	p.Wait(`document.getElementById('play').getAttribute('aria-label') === 'Pause'`)
	if first = p.Text("#status"); strings.HasPrefix(first, "83") {
		t.Errorf("playing begins with %q", first)
	}
	p.Wait(`document.getElementById('play').getAttribute('aria-label') === 'Play'`)
	if last := p.Text("#status"); !strings.HasPrefix(last, "83") {
		t.Errorf("playing ends with %q", last)
	}
}

// TestBrowserByKeyboard finds an event, reads it and comes back without a mouse.
func TestBrowserByKeyboard(t *testing.T) {
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), invented()), "")
	focus := func() (text string) {
		p.Eval(`document.activeElement.id || document.activeElement.className + ' ' + document.activeElement.textContent`, &text)
		return text
	}
	p.Press("/")
	p.Type("ferryman menaka")
	p.Wait(`document.getElementById('status').textContent.startsWith('2 of 83')`)
	p.Eval(`document.querySelector('#list button').focus()`, nil)
	p.Press("ArrowDown")
	second := focus()
	if !strings.HasPrefix(second, "item ") {
		t.Fatalf("the focus is on %q", second)
	}
	p.Press("Enter")
	p.Wait(`document.activeElement.matches('.leaflet-popup .details')`)
	p.Press("Escape")
	p.Wait(`!document.querySelector('.leaflet-popup')`)
	if now := focus(); now != second {
		t.Errorf("after the pop-up the focus is on %q, want %q", now, second)
	}
	p.Press("Home")
	if now := focus(); now == second {
		t.Error("Home does not go to the first of the list")
	}
}

// TestBrowserClicks clicks where the only event is, and beside it.
func TestBrowserClicks(t *testing.T) {
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), invented()[:1]), "")
	x, y := p.Middle("#map")
	p.Click(x+60, y)
	var open bool
	if p.Eval(`Boolean(document.querySelector('.leaflet-popup'))`, &open); open {
		t.Error("a click beside the dot opens a pop-up")
	}
	p.Click(x, y)
	p.Wait(`document.querySelector('.leaflet-popup .details')`)
}

// TestBrowserUncoversPopups opens an event with so much to read that its pop-up reaches over
// the key, which must not hide what it says, and comes back afterwards.
func TestBrowserUncoversPopups(t *testing.T) {
	e := invented()[0]
	e.Source.Quote = strings.Repeat("The shelling went on until the morning. ", 40)
	p := openOn(t, browser.Start(t), outputtest.Layer(t, writer(leaflet.Options{}), []geo.Event{e}), "", browser.Screen{Width: 900, Height: 800})
	p.ClickOn("#list .item")
	p.Wait(`document.querySelector('.leaflet-popup .details')`)
	p.Wait(`(() => {
		const key = document.getElementById('key'), k = key.getBoundingClientRect(), b = document.querySelector('.leaflet-popup').getBoundingClientRect();
		const over = b.left < k.right && k.left < b.right && b.top < k.bottom && k.top < b.bottom;
		return over && getComputedStyle(key).visibility === 'hidden';
	})()`)
	p.ClickOn(".leaflet-popup-close-button")
	p.Wait(`getComputedStyle(document.getElementById('key')).visibility === 'visible'`)
}

// TestBrowserListsAPile clicks a spot with more events than can be spread around
// it.
//
// That markers lie stacked on one spot is a complaint: ProfessionalWiki/Maps#39.
func TestBrowserListsAPile(t *testing.T) {
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), onOneSpot(90)), "")
	p.ClickOn("#map")
	still := `document.querySelector('.pile') && !document.querySelector('.leaflet-pan-anim')`
	p.Wait(still)
	if got, want := p.Text(".leaflet-popup h2"), "90 events, Gao"; got != want {
		t.Errorf("the pile is called %q, want %q", got, want)
	}
	p.ClickOn(".pile .item")
	p.Wait(`document.querySelector('.leaflet-popup blockquote')`)
	p.ClickOn(".back")
	p.Wait(still)
}

// TestBrowserListIsOfWhatIsInSight scrolls a long list: few of its rows are
// elements, and those in sight are the right ones.
func TestBrowserListIsOfWhatIsInSight(t *testing.T) {
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), onOneSpot(5000)), "")
	p.Eval(`new Promise(done => { document.getElementById('scroll').scrollTop = 3000 * 64; setTimeout(done, 200); })`, nil)
	var rows []int
	p.Eval(`[...document.querySelectorAll('#list li')].map(li => +li.getAttribute('aria-posinset'))`, &rows)
	if len(rows) > 60 || !slices.Contains(rows, 3001) || !slices.IsSorted(rows) {
		t.Errorf("the rows in sight are %v, want some around 3001", rows)
	}
}

// TestBrowserShowsHostileTextAsText opens the pop-up of an event that tries to
// be more.
func TestBrowserShowsHostileTextAsText(t *testing.T) {
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{}), invented()), "#event=hostile")
	var document string
	p.Eval(`document.querySelector('.leaflet-popup').outerHTML + document.getElementById('panel').outerHTML`, &document)
	for _, bad := range []string{"<img", "<script", `href="javascript:`} {
		if strings.Contains(document, bad) {
			t.Errorf("the document has %s", bad)
		}
	}
	if !strings.Contains(document, `&lt;img src=x onerror=`) {
		t.Error("the text of the event is not shown")
	}
	var broken *string
	if p.Eval(`document.documentElement.dataset.broken ?? null`, &broken); broken != nil {
		t.Error("the text of the event has run")
	}
}

// TestBrowserShowsAnything has the page show layers that leave it little to
// draw, or much.
func TestBrowserShowsAnything(t *testing.T) {
	chromium := browser.Start(t)
	for _, test := range []struct {
		name   string
		events []geo.Event
		status string
	}{
		{"none", nil, "0 events"},
		{"one of nothing", []geo.Event{{}}, "1 event · 1 not on the map"},
		{"one", invented()[:1], "1 event"},
		{"awkward", awkward(), strconv.Itoa(len(awkward())) + " events"},
		{"one spot", onOneSpot(3000), "3,000 events"},
		{"undated", changed(func(e *geo.Event, _ int) { e.When = when.Interval{} }), "83 events"},
		{"year 1 to 9999", changed(func(e *geo.Event, n int) { e.When = when.On(when.Date(1+9998*n/82, 6, 1)) }), "83 events"},
		{"poles and antimeridian", changed(func(e *geo.Event, n int) {
			e.Place.Match = geo.Match{Kind: geo.Given, Precision: geo.ExactPlace, Point: orb.Point{float64(n%3-1) * 180, float64(n/3%3-1) * 90}}
		}), "83 events"},
		{"long quotes", changed(func(e *geo.Event, _ int) { e.Source.Quote = strings.Repeat("So it went. ", 6000) }), "83 events"},
		{"as many types as events", changed(func(e *geo.Event, n int) { e.Type = fmt.Sprint("type ", n) }), "83 events"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := openOn(t, chromium, outputtest.Layer(t, writer(leaflet.Options{}), test.events), "", browser.Screen{})
			if got := p.Text("#status"); !strings.HasPrefix(got, test.status) {
				t.Errorf("got %q, want %q", got, test.status)
			}
			if len(test.events) > 0 {
				p.Wait(`document.querySelector('#list .title')`)
			}
		})
	}
}

// TestBrowserDrawsAreas has an event that is known to its province, which is a
// square: inside it there is colour, and a click lists the event.
func TestBrowserDrawsAreas(t *testing.T) {
	e := changed(nil)[0]
	e.Place.Match = geo.Match{Kind: geo.Exact, ID: "dl:square", Name: "Square", Type: "adm1", Point: orb.Point{2, 12}, Precision: geo.WithinAdm1}
	square := orb.MultiPolygon{{{{0, 10}, {4, 10}, {4, 14}, {0, 14}, {0, 10}}}}
	areas := func(*geo.Event) orb.MultiPolygon { return square }
	p := open(t, outputtest.Layer(t, writer(leaflet.Options{Areas: areas}), []geo.Event{e}), "#map=7/12/2")
	x, y := p.Middle("#map")
	for _, test := range []struct {
		east   float64 // pixels from the middle, of which 91 are a degree
		inside bool
	}{{100, true}, {-150, true}, {200, false}, {-250, false}} {
		if c := colourAt(p, x+test.east, y+40); (c.A > 0) != test.inside {
			t.Errorf("%v pixels from the middle: %v, want it inside: %v", test.east, c, test.inside)
		}
	}
	p.Click(x+100, y+40)
	p.Wait(`document.querySelector('.leaflet-popup .pile')`)
}

// colourAt returns what is drawn of the events at a point of the screen.
func colourAt(p *browser.Page, x, y float64) color.NRGBA {
	var rgba [4]uint8
	p.Eval(fmt.Sprintf(`new Promise(done => requestAnimationFrame(() => {
		const canvas = document.querySelector('.leaflet-marker-pane canvas'), box = canvas.getBoundingClientRect();
		const copy = new OffscreenCanvas(1, 1).getContext('2d');
		copy.drawImage(canvas, box.x - %v, box.y - %v);
		done([...copy.getImageData(0, 0, 1, 1).data]);
	}))`, x, y), &rgba)
	return color.NRGBA{rgba[0], rgba[1], rgba[2], rgba[3]}
}

// TestBrowserAsksForTilesOnly has tiles from a server, which are all that the
// page asks for.
func TestBrowserAsksForTilesOnly(t *testing.T) {
	var mu sync.Mutex
	var asked []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r.URL.Path)
		w.Header().Set("Content-Type", "image/svg+xml")
		fmt.Fprint(w, `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>`)
	}))
	defer server.Close()
	tiles := leaflet.Tiles{URL: server.URL + "/{z}/{x}/{y}.svg", Credit: "© <b>Somebody</b>"}
	p := browser.Start(t).Open(t, saved(t, outputtest.Layer(t, writer(leaflet.Options{Tiles: tiles}), invented())), browser.Screen{})
	p.Wait(`document.querySelector('.leaflet-tile-loaded')`)
	if got := p.Text("#tiles"); got != tiles.Credit {
		t.Errorf("the map credits %q, want %q", got, tiles.Credit)
	}
	if said := p.Console(); len(said) > 0 {
		t.Errorf("the console says %s", said)
	}
	for _, address := range p.Requests()[1:] {
		if !strings.HasPrefix(address, server.URL+"/") {
			t.Errorf("the page asked for %s", address)
		}
	}
	mu.Lock()
	defer mu.Unlock()
	if len(asked) == 0 {
		t.Error("the server was not asked")
	}
}

// TestBrowserPrints has the page as on paper: the list is there from its
// beginning, and what cannot be used on paper is not.
func TestBrowserPrints(t *testing.T) {
	page := outputtest.Layer(t, writer(leaflet.Options{}), onOneSpot(500))
	p := openOn(t, browser.Start(t), page, "", browser.Screen{Width: 760, Height: 1060, Print: true})
	if n := len(p.Texts("#list .title")); n != 300 {
		t.Errorf("%d events are listed, want the first 300", n)
	}
	var seen []string
	p.Eval(`['#play', '#theme', '#text', '.leaflet-control-zoom'].filter(s => document.querySelector(s).offsetParent)`, &seen)
	if len(seen) > 0 {
		t.Errorf("on paper there are %v", seen)
	}
	if got, want := p.Text("#printed"), "The first 300 of 500 events are listed."; got != want {
		t.Errorf("the paper says %q, want %q", got, want)
	}
}

// changed returns the invented events but the hostile one, each changed.
func changed(change func(e *geo.Event, n int)) []geo.Event {
	events := invented()
	for i := range events {
		if change != nil {
			change(&events[i], i)
		}
	}
	return events
}

// onOneSpot returns so many events in the same town.
func onOneSpot(n int) []geo.Event {
	one := invented()[0]
	one.Place.Match = geo.Match{Kind: geo.Exact, ID: "dl:Gao", Name: "Gao", Type: "city", Point: orb.Point{-0.0446, 16.2717}, Precision: geo.ExactPlace}
	events := make([]geo.Event, n)
	for i := range events {
		events[i] = one
		events[i].ID = strconv.Itoa(i)
		events[i].When = when.On(when.Date(2031, 1, 1) + when.Day(i/9))
	}
	return events
}

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
	said := open(t, outputtest.Layer(t, writer(leaflet.Options{}), events), "").Texts(".meta")
	for _, test := range tests {
		if !slices.Contains(said, test.want) {
			t.Errorf("the list does not say %q; it says %q", test.want, said)
		}
	}
}
