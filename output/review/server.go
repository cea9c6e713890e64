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
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/decisions"
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
	Events    int // of the input, those that ask nothing included
	Form      *decisions.File
	Gazetteer Gazetteer

	Host   string                   // host and port of the address it is served at
	Reason func(code string) string // says a reason in words
	Kind   func(kind string) string // says a place type in words
	Again  string                   // the command that heeds the decisions, for people
}

// Server is the page's [http.Handler]. It is made by [New].
type Server struct {
	Options
	token string
	mux   *http.ServeMux
	done  chan struct{}
	end   sync.Once
	asked []*decisions.Name // those of Names

	mu   sync.Mutex     // guards the form, and seen
	seen []geo.Decision // on each name, as the page has been told
}

// New returns a server with a secret of its own.
func New(o Options) *Server {
	s := &Server{Options: o, token: rand.Text(), mux: http.NewServeMux(), done: make(chan struct{}), seen: make([]geo.Decision, len(o.Names))}
	for i, n := range o.Names {
		s.asked = append(s.asked, n.Name)
		s.seen[i] = o.Form.Form().On(n.Question)
	}
	s.mux.HandleFunc("GET /{$}", s.servePage)
	s.mux.HandleFunc("GET /world", s.serveWorld)
	s.mux.HandleFunc("GET /names", s.serveNames)
	s.mux.HandleFunc("GET /question", s.serveQuestion)
	s.mux.HandleFunc("GET /search", s.serveSearch)
	s.mux.HandleFunc("POST /refresh", s.serveRefresh)
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
	for i := range s.seen {
		if s.seen[i].Decided() {
			n++
		}
	}
	return n
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
const mostNames = 10_000

func (s *Server) serveNames(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := struct {
		Names  []nameJSON `json:"names"`
		Hidden int        `json:"hidden"`
		Events int        `json:"events"`
		File   string     `json:"file"`
		Again  string     `json:"again"`
	}{[]nameJSON{}, max(0, len(s.Names)-mostNames), s.Events, s.Form.Path(), s.Again}
	for i := range s.Names[:min(len(s.Names), mostNames)] {
		out.Names = append(out.Names, s.nameJSON(i))
	}
	reply(w, out)
}

// serveQuestion says what helps to decide one name. A page that had this of all
// from the start would take long to open.
func (s *Server) serveQuestion(w http.ResponseWriter, r *http.Request) {
	i, err := strconv.Atoi(r.URL.Query().Get("number"))
	if err != nil || i < 0 || i >= len(s.Names) {
		http.Error(w, "there is no such name", http.StatusBadRequest)
		return
	}
	reply(w, s.questionJSON(s.Names[i]))
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
	RadiusM *int     `json:"radius_m"` // how far from the point the place may be; null if nobody says
	Note    *string  `json:"note"`     // null leaves it as it is
}

// longestChoice is many times as long as the page's longest.
const longestChoice = 16 << 10

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
	changed, err := s.decide(&c)
	switch {
	case errors.Is(err, decisions.ErrChanged):
		w.WriteHeader(http.StatusConflict)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.replyChanged(w, changed)
}

// serveRefresh says which names others have decided meanwhile.
func (s *Server) serveRefresh(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.Form.Refresh(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	s.replyChanged(w, s.news(s.Form.Form()))
}

func (s *Server) replyChanged(w http.ResponseWriter, changed []int) {
	out := make([]nameJSON, len(changed))
	for at, i := range changed {
		out[at] = s.nameJSON(i)
	}
	reply(w, out)
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
	case c.RadiusM != nil && (c.Lat == nil || *c.RadiusM < 0 || *c.RadiusM > widestM):
		return fmt.Errorf("%d is no radius of a point in metres", *c.RadiusM)
	case c.PlaceID == "" || c.PlaceID == geo.NoPlace:
		return nil
	}
	if _, ok := s.Gazetteer.ByID(c.PlaceID); !ok {
		return fmt.Errorf("the gazetteer has no place %s", strconv.Quote(c.PlaceID))
	}
	return nil
}

// widestM is as far as a point can be from a place that it stands for.
const widestM = 1_000_000

// decide saves a choice on what the form says now, and returns which names are
// decided otherwise than the page knows. A name that somebody else has decided
// otherwise is left to be decided again: nothing is written over unseen.
func (s *Server) decide(c *choice) (changed []int, err error) {
	n, before := s.Names[c.Name], slices.Clone(s.seen)
	err = s.Form.Change(func(form *decisions.Form) error {
		changed = s.news(form)
		if slices.Contains(changed, c.Name) {
			return decisions.ErrChanged
		}
		d := c.decision(n.Question)
		if c.Note == nil {
			d.Note = form.On(n.Question).Note
		}
		form.Renew(s.asked)
		form.Decide(d)
		return nil
	})
	switch {
	case errors.Is(err, decisions.ErrChanged):
		return changed, err
	case err != nil:
		s.seen = before // the page is not told more than that
		return nil, err
	}
	return append(changed, s.news(s.Form.Form())...), nil
}

// news returns which names the form decides otherwise than the page knows, and
// notes it for known.
func (s *Server) news(form *decisions.Form) (changed []int) {
	for i, n := range s.Names {
		if d := form.On(n.Question); d.Note != s.seen[i].Note || !decisions.Same(&d, &s.seen[i]) {
			s.seen[i] = d
			changed = append(changed, i)
		}
	}
	return changed
}

// decision returns the choice as the answer to a question.
func (c *choice) decision(q geo.Question) geo.Decision {
	d := geo.Decision{Name: q.Name, Within: q.Within, Event: q.Event, PlaceID: c.PlaceID}
	if c.Lat != nil {
		d.Point, d.HasPoint = orb.Point{*c.Lon, *c.Lat}, true
	}
	if c.RadiusM != nil {
		d.RadiusM = geo.Known(*c.RadiusM)
	}
	if c.Note != nil {
		d.Note = shortened(strings.TrimSpace(*c.Note))
	}
	return d
}
