package resolve_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// unit is an administrative unit of an invented country, a square of a grid.
type unit struct {
	code, name, above string
	at                orb.Point
}

// country invents a country of ADM1 that are columns of squares, its ADM2, with
// numbers as some country pads them.
func country(adm1, adm2 int, pad string) (all []unit) {
	for a := range adm1 {
		above := fmt.Sprintf("XA"+pad, a+1)
		for b := range adm2 {
			all = append(all, unit{fmt.Sprintf(above+pad, b+1), fmt.Sprintf("Tarn%c%c", 'a'+a, 'a'+b), above, orb.Point{20 + float64(a), 10 + float64(b)}})
		}
	}
	return all
}

// resolverOf loads units as OCHA writes boundaries.
func resolverOf(t *testing.T, units []unit) *resolve.Resolver {
	t.Helper()
	var rows strings.Builder
	rows.WriteString("ADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE,ADM0_PCODE,center_lat,center_lon\n")
	for _, u := range units {
		fmt.Fprintf(&rows, "%s,%s,Land of %s,%s,XA,%g,%g\n", u.name, u.code, u.above, u.above, u.at[1], u.at[0])
	}
	path := filepath.Join(t.TempDir(), "xa.csv")
	if err := os.WriteFile(path, []byte(rows.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := importer.Run(context.Background(), &b, []string{path}, importer.Options{Problem: func(err error) { t.Error(err) }}); err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.New(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return resolve.New(x, resolve.Options{})
}

// coded returns what a row is taken for that has a P-code of its second level, and
// maybe a name.
func coded(r *resolve.Resolver, code, name string, in geo.PCodes) geo.Match {
	p := geo.Place{Name: name, Kind: "adm2", Codes: &geo.Codes{Own: code, Within: in}}
	if name == "" {
		p.Name = code
	}
	r.Locate(&p)
	return p.Match
}

// The units themselves are the oracle: each code is its unit's, however it is
// written, and none is another's.
func TestEachPCodeIsItsUnit(t *testing.T) {
	for _, pad := range []string{"%02d", "%03d", "%d"} {
		units := country(9, 9, pad)
		r := resolverOf(t, units)
		random := rand.New(rand.NewPCG(1, 2))
		for _, u := range units {
			hyphens := strings.ToLower(u.code[:4]) + "-" + u.code[4:]
			for _, written := range []string{u.code, strings.ToLower(u.code), hyphens, " " + u.code} {
				m := coded(r, written, "", geo.PCodes{Adm1: u.above})
				if m.Kind != geo.Coded || m.Name != u.name || m.Confidence != 1 || m.Precision != geo.WithinAdm2 || m.Point != u.at || m.Adm1 != "Land of "+u.above {
					t.Errorf("%q is %+v, want %s", written, m, u.name)
				}
				if c := m.PCodes; c == nil || c.Adm1 != u.above || c.Adm2 != u.code || c.Adm3 != "" {
					t.Errorf("%q has the codes %+v, want %s and %s", written, c, u.above, u.code)
				}
			}
			other := units[random.IntN(len(units))]
			m := coded(r, u.code, other.name, geo.PCodes{})
			if disputed := m.Reason == resolve.ReasonPCodeDisputed; m.Name != u.name || disputed != (u != other) {
				t.Errorf("%s, called %s, is %s (%q): the code holds, and that the name is another's is told", u.code, other.name, m.Name, m.Reason)
			}
		}
	}
}

func TestPCodesOtherwiseWritten(t *testing.T) {
	r := resolverOf(t, []unit{
		{"XA0105", "Alder", "XA01", orb.Point{20, 10}},
		{"XA0200", "Birch", "XA02", orb.Point{21, 10}},
		{"XA0301", "Cedar", "XA03", orb.Point{22, 10}},
		{"XA0310", "Dogwood", "XA03", orb.Point{22, 11}},
		{"XA0310000", "Elm", "XA03", orb.Point{22, 12}},
	})
	for _, test := range []struct {
		code, name string
		in         geo.PCodes
		want       string // and its reason
		reason     string
	}{
		{"XA-105", "", geo.PCodes{}, "Alder", "a zero too few in front"},
		{"XA00105", "", geo.PCodes{}, "Alder", "a zero too many in front"},
		{"0105", "", geo.PCodes{}, "Alder", "all codes are of one country, which need not be said"},
		{"XA010500", "", geo.PCodes{}, "Alder", "padded as if for a third level"},
		{"XA03100", "", geo.PCodes{}, " pcode-not-in-gazetteer", "what could be several is none"},
		{"XA31", "", geo.PCodes{}, " pcode-not-in-gazetteer", "XA0301 is not XA0310"},
		{"XB0105", "", geo.PCodes{}, " pcode-not-in-gazetteer", "another country"},
		{"XA0199", "Alder", geo.PCodes{}, "Alder", "the name speaks where the code is not known"},
		{"XA0199", "", geo.PCodes{Adm1: "XA01"}, "Land of XA01 not-in-gazetteer-placed-at-adm1", "the larger unit stands for one that is not known"},
		{"XA0105", "Aldar", geo.PCodes{Adm1: "XA01"}, "Alder", "another spelling is no contradiction"},
		{"XA0105", "", geo.PCodes{Adm1: "XA03"}, "Alder pcode-contradicts-names", "a code of another ADM1 is one"},
	} {
		m := coded(r, test.code, test.name, test.in)
		if got := strings.TrimRight(m.Name+" "+m.Reason, " "); got != test.want {
			t.Errorf("%s %q %+v: got %q, want %q: %s", test.code, test.name, test.in, got, test.want, test.reason)
		}
	}
}
