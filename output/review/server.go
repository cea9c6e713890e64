package review

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"sync"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/paulmach/orb"
)

// Gazetteer is what a [Server] must know of places. It is asked from several
// goroutines at once.
type Gazetteer interface {
	// Candidates returns what a place could mean, best first.
	Candidates(p *geo.Place) []geo.Candidate
	// ByID returns the place of an id.
	ByID(id string) (geo.Candidate, bool)
}

// Options says what is reviewed, and how.
type Options struct {
	Names     []*Name
	Made      []geo.Decision // so far; those of other names are kept
	Gazetteer Gazetteer
	// Save saves all decisions, and the names that are open still.
	Save func(made []geo.Decision, open []*layers.OpenName) error

	Host   string                   // host and port of the address it is served at
	Reason func(code string) string // says a reason in words
	Kind   func(kind string) string // says a place type in words
	File   string                   // where decisions are saved, for people
	Again  string                   // the command that heeds them, likewise
}

// Server is the page's [http.Handler]. It is made by [New].
type Server struct {
	Options
	token string
	mux   *http.ServeMux
	done  chan struct{}
	end   sync.Once

	mu   sync.Mutex // guards made, and the order of saving
	made []geo.Decision
}

// New returns a server with a secret of its own.
func New(o Options) *Server {
	s := &Server{Options: o, token: rand.Text(), mux: http.NewServeMux(), done: make(chan struct{}), made: lastWord(o.Made)}
	s.mux.HandleFunc("GET /{$}", s.servePage)
	s.mux.HandleFunc("GET /world", s.serveWorld)
	s.mux.HandleFunc("GET /names", s.serveNames)
	s.mux.HandleFunc("GET /search", s.serveSearch)
	s.mux.HandleFunc("POST /decide", s.serveDecide)
	s.mux.HandleFunc("POST /done", s.serveDone)
	return s
}

// Address returns the address of the page, with the secret.
func (s *Server) Address() string { return "http://" + s.Host + "/?token=" + s.token }

// Done is closed when the user says that the review is over.
func (s *Server) Done() <-chan struct{} { return s.done }

// Decided returns how many of the names are decided.
func (s *Server) Decided() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.Names) - len(s.openNames())
}

// ServeHTTP answers who knows the secret and asks the very address that was
// given out. A page elsewhere knows neither: the secret is not to be guessed,
// and a name of its own that it points here is another host.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", assembled().policy)
	switch {
	case r.Host != s.Host:
		http.Error(w, "this is not the address given out", http.StatusForbidden)
	case subtle.ConstantTimeCompare([]byte(r.URL.Query().Get("token")), []byte(s.token)) != 1:
		http.Error(w, "the address lacks its token: copy it whole", http.StatusForbidden)
	case r.Method == http.MethodPost && r.Header.Get("Origin") != "http://"+s.Host:
		http.Error(w, "another page asks", http.StatusForbidden)
	default:
		s.mux.ServeHTTP(w, r)
	}
}

func (s *Server) servePage(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, assembled().html)
}

func (s *Server) serveWorld(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(world())
}

func (s *Server) serveDone(w http.ResponseWriter, _ *http.Request) {
	reply(w, struct{}{})
	s.end.Do(func() { close(s.done) })
}

// reply answers with JSON. An error means that the browser is gone.
func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

// mostNames is how many names a page shows, those with the most events: nobody
// decides more at a sitting, and the next review shows the rest.
const mostNames = 2000

func (s *Server) serveNames(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := struct {
		Names  []nameJSON `json:"names"`
		Hidden int        `json:"hidden"`
		File   string     `json:"file"`
		Again  string     `json:"again"`
	}{[]nameJSON{}, max(0, len(s.Names)-mostNames), s.File, s.Again}
	for _, n := range s.Names[:min(len(s.Names), mostNames)] {
		out.Names = append(out.Names, s.nameJSON(n))
	}
	reply(w, out)
}

// serveSearch says what a typed name could mean.
func (s *Server) serveSearch(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if name == "" || len(name) > longestText {
		http.Error(w, "no name to look up", http.StatusBadRequest)
		return
	}
	reply(w, s.candidatesJSON(firstOf(s.Gazetteer.Candidates(&geo.Place{Name: name}))))
}

// choice is what the page says of a name: a place, a point, or, with none of
// them, that nothing is decided.
type choice struct {
	Name    int      `json:"name"` // its number in the list
	PlaceID string   `json:"place_id"`
	Lat     *float64 `json:"lat"`
	Lon     *float64 `json:"lon"`
}

// longestChoice is many times as long as the page's longest.
const longestChoice = 4 << 10

func (s *Server) serveDecide(w http.ResponseWriter, r *http.Request) {
	var c choice
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, longestChoice)).Decode(&c)
	if long := (*http.MaxBytesError)(nil); errors.As(err, &long) {
		http.Error(w, "too long for a decision", http.StatusRequestEntityTooLarge)
		return
	}
	if err == nil {
		err = s.check(&c)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.decide(&c); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	reply(w, s.nameJSON(s.Names[c.Name]))
}

func (s *Server) check(c *choice) error {
	switch {
	case c.Name < 0 || c.Name >= len(s.Names):
		return fmt.Errorf("there is no name %d", c.Name)
	case (c.Lat == nil) != (c.Lon == nil):
		return errors.New("half a point")
	case c.Lat != nil && c.PlaceID != "":
		return errors.New("both a place and a point")
	case c.Lat != nil && !(*c.Lat >= -90 && *c.Lat <= 90 && *c.Lon >= -180 && *c.Lon <= 180):
		return fmt.Errorf("%v, %v is no latitude and longitude", *c.Lat, *c.Lon)
	case c.PlaceID == "" || c.PlaceID == geo.NoPlace:
		return nil
	}
	if _, ok := s.Gazetteer.ByID(c.PlaceID); !ok {
		return fmt.Errorf("the gazetteer has no place %s", strconv.Quote(c.PlaceID))
	}
	return nil
}

// decide saves a choice. What cannot be saved is not decided.
func (s *Server) decide(c *choice) error {
	n, before := s.Names[c.Name], s.made
	d := geo.Decision{Name: n.Name, Within: n.Within, PlaceID: c.PlaceID}
	if c.Lat != nil {
		d.Point, d.HasPoint = orb.Point{*c.Lon, *c.Lat}, true
	}
	s.made = slices.Clone(before)
	if at := s.decisionOn(n); at >= 0 {
		d.Note = s.made[at].Note // stays in the list for it, even if the decision is taken back
		s.made[at] = d
	} else {
		s.made = append(s.made, d)
	}
	err := s.Save(s.made, s.openNames())
	if err != nil {
		s.made = before
	}
	return err
}

// decisionOn returns which decision is on the name; -1 if none is.
func (s *Server) decisionOn(n *Name) int {
	return slices.IndexFunc(s.made, func(d geo.Decision) bool { return d.Name == n.Name && d.Within == n.Within })
}

// openNames returns the names without a decision.
func (s *Server) openNames() (open []*layers.OpenName) {
	decided := make(map[question]bool, len(s.made))
	for i := range s.made {
		decided[question{s.made[i].Name, s.made[i].Within}] = s.made[i].Decided()
	}
	for _, n := range s.Names {
		if !decided[question{n.Name, n.Within}] {
			open = append(open, n.OpenName)
		}
	}
	return open
}

// question is what one decision answers.
type question struct {
	name   string
	within geo.Within
}

// lastWord returns the decisions with the last of those on the same name alone,
// which is the one that a run heeds.
func lastWord(made []geo.Decision) (last []geo.Decision) {
	at := make(map[question]int, len(made))
	for _, d := range made {
		q := question{d.Name, d.Within}
		if i, again := at[q]; again {
			last[i] = d
			continue
		}
		at[q] = len(last)
		last = append(last, d)
	}
	return last
}
