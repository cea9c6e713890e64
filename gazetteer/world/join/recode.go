package join

import (
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/paulmach/orb/geo"
)

// recode gives the settlements of GeoNames' older list the codes of the newer one where a
// country has numbered its ADM1 anew, as Viet Nam did in 2025: the names of the ADM1 are
// those of the newer list, in which the code that was Hanoi's is another province's. A code is
// a new one if nearly all settlements of an ADM1 that both lists have bear it.
func (w *world) recode() {
	newer := w.newerCodes()
	codes := make(map[string]string)
	for old, seen := range newer.votes {
		if code, ok := recoded(old, seen); ok {
			codes[old] = code
		}
	}
	for i := range w.lists.GeoNames {
		p := &w.lists.GeoNames[i]
		code, ok := codes[p.Adm1]
		if !ok {
			continue
		}
		p.Adm1, p.Adm2 = code, ""
		if same := newer.of[p.ID]; same != nil {
			p.Adm1, p.Adm2 = same.Adm1, same.Adm2
		}
	}
}

// sameM is how far apart in metres two lists may put one settlement of one name.
const sameM = 2_000

// newerCodes are the settlements that both lists have, by their ID in the older one, and for each
// ADM1 of that how many of them lie in which of the newer list's.
type newerCodes struct {
	of    map[string]*build.Place
	votes map[string]map[string]int
}

func (w *world) newerCodes() newerCodes {
	n := newerCodes{of: make(map[string]*build.Place), votes: make(map[string]map[string]int)}
	named := make(map[[2]string][]*build.Place)
	for i := range w.lists.CitiesJSON {
		p := &w.lists.CitiesJSON[i]
		named[[2]string{p.Country, p.Name}] = append(named[[2]string{p.Country, p.Name}], p)
	}
	for i := range w.lists.GeoNames {
		p := &w.lists.GeoNames[i]
		for _, same := range named[[2]string{p.Country, p.Name}] {
			if geo.DistanceHaversine(p.Point(), same.Point()) > sameM {
				continue
			}
			n.of[p.ID] = same
			if n.votes[p.Adm1] == nil {
				n.votes[p.Adm1] = make(map[string]int)
			}
			n.votes[p.Adm1][same.Adm1]++
			break
		}
	}
	return n
}

// recoded returns the code that the settlements of an ADM1 bear in the newer list, if it is another
// one and at least three settlements and nine in ten of them say so.
func recoded(old string, seen map[string]int) (code string, ok bool) {
	all := 0
	for _, n := range seen {
		all += n
	}
	for c, n := range seen {
		if c != old && c != "" && n >= 3 && 10*n >= 9*all {
			return c, true
		}
	}
	return "", false
}
