package browser

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"time"
)

// Screen is what a page is shown on. The zero Screen is a laptop's by day.
type Screen struct {
	Width, Height int     // pixels; the default is 1280 by 800
	Phone         bool    // a finger instead of a mouse
	Dark          bool    // the reader prefers dark pages
	Print         bool    // as on paper
	Sharpness     float64 // device pixels in a pixel; the default is 1
}

// Page is a tab of a [Browser]. Its methods fail the test if the browser does
// not do as it is told.
type Page struct {
	t       testing.TB
	b       *Browser
	session string

	mu       sync.Mutex
	console  []string
	requests []string
	loaded   chan struct{}
}

// Open opens an address on the screen and waits until it is loaded.
func (b *Browser) Open(t testing.TB, address string, s Screen) *Page {
	t.Helper()
	p := b.tab(t)
	p.show(s)
	p.Go(address)
	return p
}

// tab makes an empty tab, closed with the test.
func (b *Browser) tab(t testing.TB) *Page {
	t.Helper()
	var target struct{ TargetID string }
	var session struct{ SessionID string }
	p := &Page{t: t, b: b}
	p.must(b.send("", "Target.createTarget", map[string]any{"url": "about:blank"}, &target))
	p.must(b.send("", "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &session))
	p.session = session.SessionID
	b.mu.Lock()
	b.tabs[p.session] = p
	b.mu.Unlock()
	for _, domain := range []string{"Page", "Runtime", "Network", "Log"} {
		p.Send(domain+".enable", nil, nil)
	}
	t.Cleanup(func() { b.send("", "Target.closeTarget", target, nil) })
	return p
}

func (p *Page) show(s Screen) {
	if s.Width == 0 {
		s.Width, s.Height = 1280, 800
	}
	if s.Sharpness == 0 {
		s.Sharpness = 1
	}
	p.Send("Emulation.setDeviceMetricsOverride", map[string]any{
		"width": s.Width, "height": s.Height, "deviceScaleFactor": s.Sharpness, "mobile": s.Phone}, nil)
	p.Send("Emulation.setTouchEmulationEnabled", map[string]any{"enabled": s.Phone}, nil)
	scheme, media := "light", ""
	if s.Dark {
		scheme = "dark"
	}
	if s.Print {
		media = "print"
	}
	p.Send("Emulation.setEmulatedMedia", map[string]any{"media": media, "features": []map[string]string{
		{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}}}, nil)
}

// Go opens an address in the page and waits until it is loaded. What was noted
// before is forgotten.
func (p *Page) Go(address string) {
	p.t.Helper()
	p.mu.Lock()
	p.console, p.requests, p.loaded = nil, nil, make(chan struct{})
	loaded := p.loaded
	p.mu.Unlock()
	p.Send("Page.navigate", map[string]any{"url": address}, nil)
	select {
	case <-loaded:
	case <-time.After(patience):
		p.t.Fatalf("%s is not loaded after %v", address, patience)
	}
}

// Send gives the page a command of the DevTools protocol and decodes its result
// unless that is nil.
func (p *Page) Send(method string, params, result any) {
	p.t.Helper()
	p.must(p.b.send(p.session, method, params, result))
}

func (p *Page) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// note keeps what the page asks of the network and what it complains of.
func (p *Page) note(method string, params json.RawMessage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch method {
	case "Page.loadEventFired":
		if p.loaded != nil {
			close(p.loaded)
			p.loaded = nil
		}
	case "Network.requestWillBeSent":
		var e struct{ Request struct{ URL string } }
		if json.Unmarshal(params, &e) == nil {
			p.requests = append(p.requests, e.Request.URL)
		}
	case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
		p.console = append(p.console, string(params))
	}
}

// Console returns what the page has said to the console, errors that nobody
// caught included.
func (p *Page) Console() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.console...)
}

// Requests returns the addresses that the page has asked for, its own first.
// Those of data: are not asked of anybody, and left out.
func (p *Page) Requests() (addresses []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, a := range p.requests {
		if len(a) < 5 || a[:5] != "data:" {
			addresses = append(addresses, a)
		}
	}
	return addresses
}

// Eval returns the value of a JavaScript expression, awaited if it is a promise,
// in the variable that into points to; nil drops it.
func (p *Page) Eval(expression string, into any) {
	p.t.Helper()
	var got struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	p.Send("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true}, &got)
	if e := got.ExceptionDetails; e != nil {
		p.t.Fatalf("%.200s: %s %s", expression, e.Text, e.Exception.Description)
	}
	if into != nil && got.Result.Value != nil {
		p.must(json.Unmarshal(got.Result.Value, into))
	}
}

// Text returns the text of the first element that a selector finds.
func (p *Page) Text(selector string) (text string) {
	p.t.Helper()
	p.Eval(fmt.Sprintf(`document.querySelector(%q).textContent`, selector), &text)
	return text
}

// Texts returns the texts of all elements that a selector finds.
func (p *Page) Texts(selector string) (texts []string) {
	p.t.Helper()
	p.Eval(fmt.Sprintf(`[...document.querySelectorAll(%q)].map(e => e.textContent)`, selector), &texts)
	return texts
}

// Wait waits until an expression is true.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	for start := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		var done bool
		if p.Eval("Boolean("+expression+")", &done); done {
			return
		}
		if time.Since(start) > patience/4 {
			p.t.Fatalf("%s is not true; the console says %q", expression, p.Console())
		}
	}
}

// Click clicks a point of the page.
func (p *Page) Click(x, y float64) {
	p.t.Helper()
	p.Mouse("mouseMoved", x, y)
	p.Mouse("mousePressed", x, y)
	p.Mouse("mouseReleased", x, y)
}

// ClickOn clicks the middle of the first element that a selector finds.
func (p *Page) ClickOn(selector string) {
	p.t.Helper()
	x, y := p.Middle(selector)
	p.Click(x, y)
}

// Middle returns the middle of the first element that a selector finds.
func (p *Page) Middle(selector string) (x, y float64) {
	p.t.Helper()
	var at [2]float64
	p.Eval(fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()`, selector), &at)
	return at[0], at[1]
}

// Mouse sends one event of the mouse, with its left button.
func (p *Page) Mouse(kind string, x, y float64) {
	p.t.Helper()
	p.Send("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1}, nil)
}

// Press presses a key, called as in JavaScript: "ArrowRight", "Enter", "/".
func (p *Page) Press(key string) {
	p.t.Helper()
	down := map[string]any{"type": "keyDown", "key": key, "code": key}
	if code, known := keyCodes[key]; known {
		down["windowsVirtualKeyCode"] = code
	}
	switch {
	case len(key) == 1:
		down["text"] = key
	case key == "Enter":
		down["text"] = "\r"
	}
	p.Send("Input.dispatchKeyEvent", down, nil)
	p.Send("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "code": key}, nil)
}

// keyCodes are the keys that Chromium acts on by number.
var keyCodes = map[string]int{
	"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36,
	"ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
}

// Type writes a text where the focus is.
func (p *Page) Type(text string) {
	p.t.Helper()
	p.Send("Input.insertText", map[string]any{"text": text}, nil)
}

// Picture returns the screen as a PNG.
func (p *Page) Picture() []byte {
	p.t.Helper()
	var shot struct{ Data string }
	p.Send("Page.captureScreenshot", map[string]any{"format": "png"}, &shot)
	png, err := base64.StdEncoding.DecodeString(shot.Data)
	p.must(err)
	return png
}
