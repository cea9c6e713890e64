package leaflet

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"sync"
)

// Tiles are a server's pictures of the world, which a page draws behind the
// events while there is a network. The zero Tiles is none: the page then asks
// nothing of anybody.
type Tiles struct {
	// URL has {z}, {x} and {y} for zoom, column and row, and may have {s} for a
	// server a, b or c: "https://tile.example.org/{z}/{x}/{y}.png".
	URL string
	// Credit is what those who made the tiles want to be said of them.
	Credit string
}

// host is what may stand in a page's content security policy and be nothing but
// a host there.
var host = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9.-]+(:[0-9]+)?$`) })

// Check returns what is wrong with the URL, or with its having no credit.
func (t Tiles) Check() error {
	if t.URL == "" {
		if t.Credit != "" {
			return errors.New("there is a credit for tiles, but no tiles")
		}
		return nil
	}
	for _, part := range []string{"{z}", "{x}", "{y}"} {
		if !strings.Contains(t.URL, part) {
			return fmt.Errorf("%q has no %s", t.URL, part)
		}
	}
	u, err := url.Parse(strings.NewReplacer("{s}", "s", "{z}", "0", "{x}", "0", "{y}", "0", "{r}", "").Replace(t.URL))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || !host().MatchString(u.Host) {
		return fmt.Errorf("%q is not the address of a web server's tiles", t.URL)
	}
	if t.Credit == "" {
		return errors.New("tiles are somebody's work: say whose")
	}
	return nil
}

// source returns the tiles' servers for the content security policy, with a
// space before them; empty if there are none or the URL is not as it should be.
func (t Tiles) source() string {
	if t.URL == "" || t.Check() != nil {
		return ""
	}
	scheme, rest, _ := strings.Cut(t.URL, "://")
	server, _, _ := strings.Cut(rest, "/")
	if strings.HasPrefix(server, "{s}.") {
		server = "*" + strings.TrimPrefix(server, "{s}")
	}
	return " " + scheme + "://" + server
}
