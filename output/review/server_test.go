package review

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// hostile is a name that would do harm if it were taken for anything but text.
const hostile = "\"><img src=x onerror=document.title='harm'><script>document.title='harm'</script>\u202Etxt.exe"

// twoTowns is a gazetteer of two towns of one name.
type twoTowns struct{}

var towns = []geo.Candidate{
	{ID: "t:1", Name: "Upper Ferry", Type: "town", Country: "ML", Point: orb.Point{-4, 16}, Probability: 0.6, Why: []string{hostile}},
	{ID: "t:2", Name: hostile, Type: "village", Country: "NE", Point: orb.Point{2, 13}, Probability: 0.3},
}

func (twoTowns) Candidates(p *geo.Place) []geo.Candidate { return towns }

func (twoTowns) ByID(id string) (geo.Candidate, bool) {
	for _, c := range towns {
		if c.ID == id {
			return c, true
		}
	}
	return geo.Candidate{}, false
}

// saved is what a server has saved last.
type saved struct {
	made []geo.Decision
	open []string
	err  error // to be met by saving
}

func (s *saved) save(made []geo.Decision, open []*layers.OpenName) error {
	if s.err != nil {
		return s.err
	}
	s.made, s.open = slices.Clone(made), nil
	for _, n := range open {
		s.open = append(s.open, n.Name)
	}
	return nil
}

// newServer returns a server that asks about "Ferry", with two events, and the
// hostile name, with one.
func newServer(to *saved, host string) *Server {
	var names Names
	for i, name := range []string{"Ferry", hostile, "Ferry"} {
		e := geo.Event{ID: name, Title: hostile, When: when.On(when.Date(2031, 5, 9+i)), Source: geo.Source{Document: hostile, Quote: "Shots were heard in " + name + " at dawn."}}
		e.Extra = []geo.Property{{Name: "note", Value: hostile}}
		e.Place = geo.Place{Name: name, Match: geo.Match{Kind: geo.Ambiguous, Reason: "several-as-likely", Candidates: towns}}
		names.Add(&e)
	}
	same := func(s string) string { return s }
	return New(Options{
		Names: names.Sorted(), Gazetteer: twoTowns{}, Save: to.save, Host: host, Reason: same, Kind: same,
		Made: []geo.Decision{{Name: "Elsewhere", PlaceID: "t:2", Note: "kept"}, {Name: "Ferry", PlaceID: geo.NoPlace, Note: "seen by me"}},
		File: "layers/decisions.csv", Again: "dateline map " + hostile,
	})
}

// call asks the server as its page does, but for what change changes.
func call(s *Server, method, path, body string, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://"+s.Host+path, strings.NewReader(body))
	q := r.URL.Query()
	q.Set("token", s.token)
	r.URL.RawQuery = q.Encode()
	r.Header.Set("Origin", "http://"+s.Host)
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestForbidden(t *testing.T) {
	for _, tt := range []struct {
		reason string
		change func(*http.Request)
	}{
		{"no token", func(r *http.Request) { r.URL.RawQuery = "" }},
		{"the token of another review", func(r *http.Request) { r.URL.RawQuery = "token=" + New(Options{}).token }},
		{"a name that somebody points at this machine", func(r *http.Request) { r.Host = "review.example:8080" }},
		{"another port's host", func(r *http.Request) { r.Host = "127.0.0.1:8081" }},
	} {
		for _, path := range []string{"GET /", "GET /names", "GET /world", "GET /search", "POST /decide", "POST /done", "GET /none"} {
			method, path, _ := strings.Cut(path, " ")
			var to saved
			s := newServer(&to, "127.0.0.1:8080")
			if w := call(s, method, path, `{"name":0,"place_id":"t:1"}`, tt.change); w.Code != http.StatusForbidden || to.made != nil {
				t.Errorf("%s: %s %s answers %d and saves %v", tt.reason, method, path, w.Code, to.made)
			}
		}
	}
	for _, origin := range []string{"", "null", "http://review.example", "https://127.0.0.1:8080"} {
		var to saved
		s := newServer(&to, "127.0.0.1:8080")
		w := call(s, "POST", "/decide", `{"name":0,"place_id":"t:1"}`, func(r *http.Request) { r.Header.Set("Origin", origin) })
		if w.Code != http.StatusForbidden || to.made != nil {
			t.Errorf("origin %q: %d, saved %v", origin, w.Code, to.made)
		}
	}
}

func TestDecide(t *testing.T) {
	elsewhere := geo.Decision{Name: "Elsewhere", PlaceID: "t:2", Note: "kept"}
	for _, tt := range []struct {
		body   string
		code   int
		made   []geo.Decision
		open   []string
		reason string
	}{
		{`{"name":0,"place_id":"t:1"}`, 200, []geo.Decision{elsewhere, {Name: "Ferry", PlaceID: "t:1", Note: "seen by me"}}, []string{hostile}, "a place; notes and the decisions of other names are kept"},
		{`{"name":0,"lat":16.5,"lon":-3}`, 200, []geo.Decision{elsewhere, {Name: "Ferry", Point: orb.Point{-3, 16.5}, HasPoint: true, Note: "seen by me"}}, []string{hostile}, "a point"},
		{`{"name":0,"lat":0,"lon":0}`, 200, []geo.Decision{elsewhere, {Name: "Ferry", HasPoint: true, Note: "seen by me"}}, []string{hostile}, "0, 0 is a point, not the lack of one"},
		{`{"name":0}`, 200, []geo.Decision{elsewhere, {Name: "Ferry", Note: "seen by me"}}, []string{"Ferry", hostile}, "taken back"},
		{`{"name":1,"place_id":"none"}`, 200, []geo.Decision{elsewhere, {Name: "Ferry", PlaceID: geo.NoPlace, Note: "seen by me"}, {Name: hostile, PlaceID: geo.NoPlace}}, nil, "no place"},
		{`{"name":2,"place_id":"none"}`, 400, nil, nil, "there are two names"},
		{`{"name":-1}`, 400, nil, nil, "nor one before the first"},
		{`{"name":0,"place_id":"t:3"}`, 400, nil, nil, "the next run would refuse a place that there is not"},
		{`{"name":0,"lat":16}`, 400, nil, nil, "half a point"},
		{`{"name":0,"lat":90.5,"lon":0}`, 400, nil, nil, "beyond the pole"},
		{`{"name":0,"lat":1,"lon":1,"place_id":"t:1"}`, 400, nil, nil, "two answers"},
		{`{"name":`, 400, nil, nil, "not JSON"},
		{`{"place_id":"` + strings.Repeat("x", longestChoice) + `"}`, 413, nil, nil, "longer than any decision"},
	} {
		var to saved
		w := call(newServer(&to, "127.0.0.1:8080"), "POST", "/decide", tt.body, nil)
		if w.Code != tt.code {
			t.Errorf("%.60s: %d %s, want %d: %s", tt.body, w.Code, w.Body, tt.code, tt.reason)
		}
		if diff := cmp.Diff(tt.made, to.made) + cmp.Diff(tt.open, to.open); diff != "" {
			t.Errorf("%.60s: %s: %s", tt.body, tt.reason, diff)
		}
	}
}

// TestDecideUnsaved checks that the page is not told of a decision that no file
// has.
func TestDecideUnsaved(t *testing.T) {
	to := saved{err: errors.New("disk full")}
	s := newServer(&to, "127.0.0.1:8080")
	if w := call(s, "POST", "/decide", `{"name":1,"place_id":"t:1"}`, nil); w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), "disk full") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if n := s.Decided(); n != 1 {
		t.Errorf("%d names are decided, want the one that was before", n)
	}
}

func TestNames(t *testing.T) {
	w := call(newServer(new(saved), "127.0.0.1:8080"), "GET", "/names", "", nil)
	var got struct{ Names []nameJSON }
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	first := got.Names[0]
	if first.Name != "Ferry" || first.Events != 2 || len(first.Samples) != 2 || first.Dates != "2031-05-09 to 2031-05-11" || first.Decision == nil || got.Names[1].Decision != nil {
		t.Errorf("%+v", got.Names)
	}
	if h := w.Header(); h.Get("Cache-Control") != "no-store" || !strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none'") {
		t.Errorf("%v", h)
	}
}

func TestDone(t *testing.T) {
	s := newServer(new(saved), "127.0.0.1:8080")
	for range 2 { // a second press closes nothing twice
		if w := call(s, "POST", "/done", "{}", nil); w.Code != http.StatusOK {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	<-s.Done()
}
