package review

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output/decisions"
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

// before is what the form of a test's review says at first.
const before = "name,place_id,note\nElsewhere,t:2,kept\nFerry,none,seen by me\n"

func plain(data []byte) (string, error) { return string(data), nil }

// newServer returns a server that asks about "Ferry", with two events, and the
// hostile name, with one, and the form that it fills in.
func newServer(t *testing.T, host string) (*Server, *decisions.File) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "decisions.csv")
	write(t, path, before)
	form, err := decisions.Open(path, plain)
	if err != nil {
		t.Fatal(err)
	}
	names := NewNames(form.Form().Decisions())
	for i, name := range []string{"Ferry", hostile, "Ferry"} {
		e := geo.Event{ID: name, Title: hostile, When: when.On(when.Date(2031, 5, 9+i)), Source: geo.Source{Document: hostile, Quote: "Shots were heard in " + name + " at dawn."}}
		e.Extra = []geo.Property{{Name: "note", Value: hostile}}
		e.Place = geo.Place{Name: name, Match: geo.Match{Kind: geo.Ambiguous, Reason: "several-as-likely", Candidates: towns}}
		names.Add(&e)
	}
	same := func(s string) string { return s }
	return New(Options{
		Names: names.Sorted(), Events: names.Events(), Form: form, Gazetteer: twoTowns{},
		Host: host, Reason: same, Kind: same, Again: "dateline map " + hostile,
	}), form
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// onDisk returns what the form's file decides, and which names it leaves open.
func onDisk(t *testing.T, form *decisions.File) (made []geo.Decision, open []string) {
	t.Helper()
	text, err := os.ReadFile(form.Path())
	if err != nil {
		t.Fatal(err)
	}
	f, problems := decisions.Read(form.Path(), string(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, name := range []string{"Ferry", hostile} {
		if d := f.On((&geo.Place{Name: name}).Question()); !d.Decided() {
			open = append(open, name)
		}
	}
	return f.Decisions(), open
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
		{"the token of another review", func(r *http.Request) { r.URL.RawQuery = "token=" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" }},
		{"a name that somebody points at this machine", func(r *http.Request) { r.Host = "review.example:8080" }},
		{"another port's host", func(r *http.Request) { r.Host = "127.0.0.1:8081" }},
	} {
		for _, path := range []string{"GET /", "GET /names", "GET /question", "GET /world", "GET /search", "POST /refresh", "POST /decide", "POST /done", "GET /none"} {
			method, path, _ := strings.Cut(path, " ")
			s, form := newServer(t, "127.0.0.1:8080")
			if w := call(s, method, path, `{"name":0,"place_id":"t:1"}`, tt.change); w.Code != http.StatusForbidden || fileText(t, form) != before {
				t.Errorf("%s: %s %s answers %d", tt.reason, method, path, w.Code)
			}
		}
	}
	for _, origin := range []string{"", "null", "http://review.example", "https://127.0.0.1:8080"} {
		s, form := newServer(t, "127.0.0.1:8080")
		w := call(s, "POST", "/decide", `{"name":0,"place_id":"t:1"}`, func(r *http.Request) { r.Header.Set("Origin", origin) })
		if w.Code != http.StatusForbidden || fileText(t, form) != before {
			t.Errorf("origin %q: %d", origin, w.Code)
		}
	}
}

func fileText(t *testing.T, form *decisions.File) string {
	t.Helper()
	text, err := os.ReadFile(form.Path())
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestDecide(t *testing.T) {
	elsewhere := geo.Decision{Name: "Elsewhere", PlaceID: "t:2", Note: "kept"}
	ferry := geo.Decision{Name: "Ferry", PlaceID: geo.NoPlace, Note: "seen by me"}
	asCell := (&geo.Place{Name: hostile}).Question().Name
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
		{`{"name":0}`, 200, []geo.Decision{elsewhere}, []string{"Ferry", hostile}, "taken back"},
		{`{"name":0,"lat":16.5,"lon":-3,"radius_m":5000}`, 200, []geo.Decision{elsewhere, {Name: "Ferry", Point: orb.Point{-3, 16.5}, HasPoint: true, RadiusM: geo.Known(5000), Note: "seen by me"}}, []string{hostile}, "how exact is said"},
		{`{"name":1,"place_id":"t:1","note":" by radio\nat 8 "}`, 200, []geo.Decision{elsewhere, ferry, {Name: asCell, PlaceID: "t:1", Note: "by radio\nat 8"}}, nil, "with a note"},
		{`{"name":1,"note":"ask the mayor"}`, 200, []geo.Decision{elsewhere, ferry}, []string{hostile}, "a note alone decides nothing"},
		{`{"name":1,"place_id":"none"}`, 200, []geo.Decision{elsewhere, ferry, {Name: asCell, PlaceID: geo.NoPlace}}, nil, "no place"},
		{`{"name":2,"place_id":"none"}`, 400, nil, nil, "there are two names"},
		{`{"name":-1}`, 400, nil, nil, "nor one before the first"},
		{`{"name":0,"place_id":"t:3"}`, 400, nil, nil, "the next run would refuse a place that there is not"},
		{`{"name":0,"lat":16}`, 400, nil, nil, "half a point"},
		{`{"name":0,"lat":90.5,"lon":0}`, 400, nil, nil, "beyond the pole"},
		{`{"name":0,"lat":1,"lon":1,"place_id":"t:1"}`, 400, nil, nil, "two answers"},
		{`{"name":0,"place_id":"t:1","radius_m":5}`, 400, nil, nil, "a place has its own radius"},
		{`{"name":0,"lat":1,"lon":1,"radius_m":-5}`, 400, nil, nil, "no circle is so small"},
		{`{"name":`, 400, nil, nil, "not JSON"},
		{`{"place_id":"` + strings.Repeat("x", longestChoice) + `"}`, 413, nil, nil, "longer than any decision"},
	} {
		server, form := newServer(t, "127.0.0.1:8080")
		w := call(server, "POST", "/decide", tt.body, nil)
		if w.Code != tt.code {
			t.Errorf("%.60s: %d %s, want %d: %s", tt.body, w.Code, w.Body, tt.code, tt.reason)
		}
		if tt.code != http.StatusOK {
			if got := fileText(t, form); got != before {
				t.Errorf("%.60s: the file is %q: %s", tt.body, got, tt.reason)
			}
			continue
		}
		made, open := onDisk(t, form)
		if diff := cmp.Diff(tt.made, made, cmp.AllowUnexported(geo.Figure{})) + cmp.Diff(tt.open, open); diff != "" {
			t.Errorf("%.60s: %s: %s", tt.body, tt.reason, diff)
		}
	}
}

// TestDecideUnsaved checks that the page is not told of a decision that no file
// has.
func TestDecideUnsaved(t *testing.T) {
	s, form := newServer(t, "127.0.0.1:8080")
	write(t, form.Path(), "name,lat,lon\nFerry,ninety,4\n")
	w := call(s, "POST", "/decide", `{"name":1,"place_id":"t:1"}`, nil)
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), `"ninety" is not a latitude`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if n := s.Decided(); n != 1 {
		t.Errorf("%d names are decided, want the one that was before", n)
	}
}

// TestDecideMeanwhile checks that what somebody else writes into the file while
// the page is open is neither lost nor written over unseen.
func TestDecideMeanwhile(t *testing.T) {
	s, form := newServer(t, "127.0.0.1:8080")
	const theirs = "name;place_id;who;note\r\nFerry;t:2;Fatou;by telephone\r\nElsewhere;;;\r\n"
	write(t, form.Path(), theirs)
	w := call(s, "POST", "/decide", `{"name":0,"place_id":"t:1"}`, nil)
	if w.Code != http.StatusConflict || fileText(t, form) != theirs {
		t.Fatalf("%d %s; the file is %q", w.Code, w.Body, fileText(t, form))
	}
	var changed []nameJSON
	if err := json.Unmarshal(w.Body.Bytes(), &changed); err != nil || len(changed) != 1 || changed[0].Decision.PlaceID != "t:2" || changed[0].Note != "by telephone" {
		t.Errorf("the page is told %s", w.Body)
	}
	if w := call(s, "POST", "/decide", `{"name":0,"place_id":"t:1"}`, nil); w.Code != http.StatusOK {
		t.Errorf("decided again, knowing theirs: %d %s", w.Code, w.Body)
	}
	if got := fileText(t, form); !strings.Contains(got, "\nFerry;t:1;Fatou;by telephone;") || strings.Contains(got, "Elsewhere;t:2") {
		t.Errorf("the file is %q", got)
	}
	if w := call(s, "POST", "/refresh", "{}", nil); w.Body.String() != "[]\n" {
		t.Errorf("nothing has changed since, and the page is told %s", w.Body)
	}
	write(t, form.Path(), theirs)
	if w := call(s, "POST", "/refresh", "{}", nil); !strings.Contains(w.Body.String(), `"t:2"`) {
		t.Errorf("the page is told %s", w.Body)
	}
}

func TestNames(t *testing.T) {
	s, _ := newServer(t, "127.0.0.1:8080")
	w := call(s, "GET", "/names", "", nil)
	var got struct {
		Names  []nameJSON
		Events int
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	first := got.Names[0]
	if first.Name != "Ferry" || first.Events != 2 || first.Decision == nil || first.Note != "seen by me" || got.Names[1].Decision != nil || got.Events != 3 {
		t.Errorf("%+v", got)
	}
	if h := w.Header(); h.Get("Cache-Control") != "no-store" || !strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none'") {
		t.Errorf("%v", h)
	}
	var q questionJSON
	if err := json.Unmarshal(call(s, "GET", "/question?number=0", "", nil).Body.Bytes(), &q); err != nil {
		t.Fatal(err)
	}
	if len(q.Samples) != 2 || q.Dates != "2031-05-09 to 2031-05-11" || len(q.Candidates) != 2 || q.Taken != nil {
		t.Errorf("%+v", q)
	}
	for _, number := range []string{"2", "-1", "", "x"} {
		if w := call(s, "GET", "/question?number="+number, "", nil); w.Code != http.StatusBadRequest {
			t.Errorf("name %q: %d", number, w.Code)
		}
	}
}

func TestDone(t *testing.T) {
	s, _ := newServer(t, "127.0.0.1:8080")
	for range 2 { // a second press closes nothing twice
		if w := call(s, "POST", "/done", "{}", nil); w.Code != http.StatusOK {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	<-s.Done()
}
