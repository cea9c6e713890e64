package review

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/outputtest/browser"
)

// TestBrowserHostile walks through a page on which everything that comes from
// outside would do harm if it were taken for anything but text.
func TestBrowserHostile(t *testing.T) {
	server := httptest.NewUnstartedServer(nil)
	s, _ := newServer(t, server.Listener.Addr().String())
	server.Config.Handler = s
	server.Start()
	t.Cleanup(server.Close)
	p := browser.Start(t).Open(t, s.Address(), browser.Screen{Dark: true})
	p.Wait(`document.documentElement.dataset.ready && document.getElementById('name').textContent.endsWith('txt.exe')`)
	if p.Text("#samples mark") == "" || !strings.Contains(p.Text("#candidates"), "onerror") {
		t.Error("the hostile text is not shown")
	}
	p.Press("2")
	p.Wait(`document.querySelectorAll('#names .decided').length === 2`)
	p.Press("u")
	p.Wait(`document.querySelectorAll('#names .decided').length === 1`)
	p.Press("s")
	p.Wait(`document.activeElement.id === 'text'`)
	p.Type(hostile)
	p.Press("Enter")
	p.Wait(`document.querySelector('#candidates button') === document.activeElement`)
	p.Press("ArrowDown")
	p.Wait(`document.querySelector('#candidates li:last-child button') === document.activeElement`)
	p.Press("Escape")
	p.Press("k")
	p.Wait(`document.getElementById('name').textContent === 'Ferry'`)
	p.Press("q")
	p.Wait(`!document.getElementById('over').hidden`)
	var title string
	if p.Eval(`document.title`, &title); title != "Review of open places" {
		t.Errorf("the title is %q", title)
	}
	if said := p.Console(); len(said) > 0 {
		t.Errorf("the console says %s", said)
	}
	for _, a := range p.Requests() {
		if !strings.HasPrefix(a, server.URL+"/") {
			t.Errorf("the page asked %s", a)
		}
	}
}

// TestBrowserGone checks that a decision that is not saved is not shown as
// one.
func TestBrowserGone(t *testing.T) {
	server := httptest.NewUnstartedServer(nil)
	s, _ := newServer(t, server.Listener.Addr().String())
	server.Config.Handler = s
	server.Start()
	p := browser.Start(t).Open(t, s.Address(), browser.Screen{})
	p.Wait(`document.documentElement.dataset.ready`)
	server.Close()
	p.Press("1")
	p.Wait(`document.getElementById('failure').textContent.includes('does not answer')`)
	if marked := p.Texts("#names .decided"); len(marked) != 1 {
		t.Errorf("%q are marked as decided, want the one that was before", marked)
	}
}

// TestAccessible has axe audit the page by day and by night, wide and on a
// phone, with nothing open, with each of its forms, and with a filter that fits
// no name.
func TestAccessible(t *testing.T) {
	axe := outputtest.Module(t, "axe-core/axe.min.js")
	server := httptest.NewUnstartedServer(nil)
	s, _ := newServer(t, server.Listener.Addr().String())
	server.Config.Handler = s
	server.Start()
	t.Cleanup(server.Close)
	chromium := browser.Start(t)
	for name, screen := range map[string]browser.Screen{
		"day":              {},
		"night":            {Dark: true},
		"phone":            {Width: 390, Height: 844, Phone: true},
		"a phone at night": {Width: 390, Height: 844, Phone: true, Dark: true},
	} {
		t.Run(name, func(t *testing.T) {
			p := chromium.Open(t, s.Address(), screen)
			p.Wait(`document.documentElement.dataset.ready`)
			var over int
			if p.Eval(`document.documentElement.scrollWidth - innerWidth`, &over); over > 0 {
				t.Errorf("the page is %d pixels too wide", over)
			}
			for _, opened := range []struct{ key, typed string }{{"k", ""}, {"t", ""}, {"s", ""}, {"p", ""}, {"f", "qqq"}} {
				p.Press(opened.key)
				p.Type(opened.typed)
				for _, fault := range p.Audit(axe) {
					t.Errorf("after %q: %s", opened.key, fault)
				}
				p.Press("Escape")
			}
		})
	}
}
