package leaflet_test

import (
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/outputtest/browser"
)

// BenchmarkPage opens pages in Chromium and reports in milliseconds how long one
// takes until it can be used, to draw itself anew, and to answer a step of the
// time window, each until the frame is drawn; and what of it the processor spends
// on the page's thread, which other programs on the machine do not change. The
// size is of the file.
//
//	go test ./output/leaflet -bench Page -benchtime 5x -run ^$
func BenchmarkPage(b *testing.B) {
	chromium := browser.Start(b)
	for _, n := range []int{1000, 20_000, 100_000} {
		page := outputtest.Layer(b, writer(leaflet.Options{}), many(n))
		address := saved(b, page)
		b.Run(fmt.Sprintf("events=%d", n), func(b *testing.B) {
			var load, loadBusy, draw, step, stepBusy float64
			for b.Loop() {
				p := chromium.Open(b, "about:blank", browser.Screen{})
				p.Send("Performance.enable", map[string]any{"timeDomain": "threadTicks"}, nil)
				before := busy(p)
				p.Go(address)
				load += timed(b, p, `performance.getEntriesByName('ready')[0].startTime`)
				loadBusy += busy(p) - before
				draw += timed(b, p, `after(() => document.getElementById('theme').click())`)
				before = busy(p)
				step += timed(b, p, `after(() => document.getElementById('from').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true})))`)
				stepBusy += busy(p) - before
				p.Wait(`!document.getElementById('reset').hidden`)
			}
			n := float64(b.N)
			b.ReportMetric(load/n, "load-ms")
			b.ReportMetric(loadBusy/n, "load-cpu-ms")
			b.ReportMetric(draw/n, "draw-ms")
			b.ReportMetric(step/n, "step-ms")
			b.ReportMetric(stepBusy/n, "step-cpu-ms")
			b.ReportMetric(float64(len(page))/1e6, "MB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// busy returns the milliseconds that the processor has spent on the page's thread.
func busy(p *browser.Page) (ms float64) {
	var got struct {
		Metrics []struct {
			Name  string
			Value float64 // seconds
		}
	}
	p.Send("Performance.getMetrics", nil, &got)
	for _, m := range got.Metrics {
		if m.Name == "TaskDuration" {
			ms = m.Value * 1000
		}
	}
	return ms
}

// timed returns a number of milliseconds. In the expression, after(f) is the
// time until the frame is drawn that comes after f.
func timed(t testing.TB, p *browser.Page, expression string) (ms float64) {
	p.Eval(`(() => {
		const after = f => new Promise(done => {
			const start = performance.now(), channel = new MessageChannel();
			channel.port1.onmessage = () => done(performance.now() - start);
			f();
			requestAnimationFrame(() => channel.port2.postMessage(0));
		});
		return `+expression+`; })()`, &ms)
	return ms
}

// saved returns the address of a page as a file.
func saved(t testing.TB, page []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "map.html")
	if err := os.WriteFile(file, page, 0o666); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String()
}

// many are events like those of a country's war over six years: half of them in
// thirty towns, the rest in two thousand villages, each with a sentence of its
// own.
func many(n int) []geo.Event {
	types := []string{"Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Strategic developments", "Riots"}
	actors := []string{"Northern Front", "River Guard", "gunmen", "Government of Velunia", "townspeople", ""}
	state := uint64(1)
	next := func(n int) int { state = state*6364136223846793005 + 1442695040888963407; return int(state>>33) % n }
	events := make([]geo.Event, n)
	for i := range events {
		village := next(2000)
		if next(2) == 0 {
			village = next(30)
		}
		e := geo.Event{
			ID: geo.ID("many", fmt.Sprint(i)), When: when.On(when.Date(2025, 1, 1) + when.Day(i*2191/n)),
			Type: types[next(6)*next(6)/5], SubType: "Armed clash", Actor1: actors[next(6)], Actor2: actors[next(6)],
			Place: invillage(village),
			Source: geo.Source{Document: fmt.Sprintf("story-%d", i/3), Publisher: "The Invented Courier", URL: fmt.Sprintf("https://example.org/%d", i),
				Quote: fmt.Sprintf("At least %d people were hurt when the %s shelled the outskirts of Village %d on the road to market %d, residents said by telephone.",
					next(90), actors[next(5)], village, next(9999))},
		}
		if next(3) > 0 {
			e.Killed = geo.Exactly(next(4) * next(5))
		}
		events[i] = e
	}
	return events
}

// invillage is a village of that number, of which some are known no finer than
// their district.
func invillage(n int) geo.Place {
	name, precision := fmt.Sprintf("Village %d", n), geo.ExactPlace
	if n%7 == 3 {
		precision = geo.WithinAdm2
	}
	id := fmt.Sprintf("dl:%d", n)
	return geo.Place{Name: name, Match: geo.Match{
		Kind: geo.Exact, ID: id, Name: name, Type: "village", Precision: precision,
		Point:   orb.Point{36 + float64(n*7919%60000)/10000, 33 + float64(n*104729%40000)/10000},
		RadiusM: geo.Known(2000), Confidence: 0.9, Country: "XV", Adm1: fmt.Sprintf("Province %d", n%14),
		Candidates: []geo.Candidate{{ID: id, Name: name, Probability: 0.9, Why: []string{"the row names the province"}}},
	}}
}

// BenchmarkWrite writes a page of a hundred thousand events to nowhere.
func BenchmarkWrite(b *testing.B) {
	events := many(100_000)
	columns := outputtest.Columns(events)
	b.ReportAllocs()
	for b.Loop() {
		w := leaflet.NewWriter(io.Discard, columns, leaflet.Options{})
		for i := range events {
			if err := w.Write(&events[i]); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
