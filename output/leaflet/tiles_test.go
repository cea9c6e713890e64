package leaflet_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/output/leaflet"
	"github.com/dateline-map/dateline/output/outputtest"
)

var policy = regexp.MustCompile(`img-src ([^"]*)"`)

func TestTilesWidenThePolicyByTheirServer(t *testing.T) {
	for _, test := range []struct{ url, want, reason string }{
		{"", "data:", "no tiles, no request"},
		{"https://tile.example.org/{z}/{x}/{y}.png", "data: https://tile.example.org", "one server"},
		{"http://localhost:8080/{z}/{x}/{y}{r}.png?key=a", "data: http://localhost:8080", "with a port"},
		{"https://{s}.tile.example.org/{z}/{x}/{y}.png", "data: https://*.tile.example.org", "several servers"},
		{"https://tile.example.org;script-src/{z}/{x}/{y}", "data:", "a host that would be another rule is none"},
	} {
		page := outputtest.Layer(t, writer(leaflet.Options{Tiles: leaflet.Tiles{URL: test.url, Credit: "Somebody"}}), nil)
		if m := policy.FindSubmatch(page); m == nil || string(m[1]) != test.want {
			t.Errorf("%q: the policy has %q, want %q: %s", test.url, m, test.want, test.reason)
		}
	}
}

func TestTilesCheck(t *testing.T) {
	for _, test := range []struct{ url, credit, want string }{
		{"", "", ""},
		{"https://tile.example.org/{z}/{x}/{y}.png", "© Somebody", ""},
		{"https://tile.example.org/{z}/{x}/{y}.png", "", "say whose"},
		{"", "© Somebody", "no tiles"},
		{"https://tile.example.org/{z}/{x}.png", "a", "no {y}"},
		{"javascript:alert(1)//{z}/{x}/{y}", "a", "not the address"},
		{"file:///tiles/{z}/{x}/{y}.png", "a", "not the address"},
		{"https://a b/{z}/{x}/{y}", "a", "not the address"},
		{"https://a.example; script-src */{z}/{x}/{y}", "a", "not the address"},
	} {
		err := leaflet.Tiles{URL: test.url, Credit: test.credit}.Check()
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q by %q: got error %v, want %q in it", test.url, test.credit, err, test.want)
		}
	}
}
