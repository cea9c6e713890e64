package world

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// settlementTypes are told apart by inhabitants, which no table's writer looks
// up: a city may be called a town.
var settlementTypes = map[string]bool{"city": true, "town": true, "village": true}

// TestNamesOfConflictTables looks up names as tables of conflict events write
// them, with the country that such a table has in another column. All names of a
// line must be one place.
func TestNamesOfConflictTables(t *testing.T) {
	f, err := os.Open("testdata/conflict_names.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := resolve.New(embedded(t), resolve.Options{})
	country, names := "", 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		if strings.HasPrefix(line, "[") {
			country = strings.Trim(line, "[]")
			continue
		}
		kind, list, found := strings.Cut(line, " ")
		if !found || kind == "#" {
			continue
		}
		names += checkOnePlace(t, r, country, kind, strings.Split(list, "|"))
	}
	if names < 800 {
		t.Errorf("only %d names were looked up", names)
	}
}

// checkOnePlace reports names that are not all one place of a type, and returns
// how many there are.
func checkOnePlace(t *testing.T, r *resolve.Resolver, country, kind string, names []string) int {
	var id string
	for _, name := range names {
		p := geo.Place{Name: name, Within: geo.Within{Country: country}}
		r.Locate(&p)
		switch {
		case p.Type != kind && !(settlementTypes[p.Type] && settlementTypes[kind]):
			t.Errorf("%s, %s: got %q, type %q, not %q (%s %s %.2f)", name, country, p.Match.Name, p.Type, kind, p.ID, p.Reason, p.Confidence)
		case id != "" && p.ID != id:
			t.Errorf("%s, %s: got %s, not %s as for %s", name, country, p.ID, id, names[0])
		case id == "":
			id = p.ID
		}
	}
	return len(names)
}
