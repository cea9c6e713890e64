package resolve_test

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// TestChangesHold says what each change wants said, and looks whether it is true.
func TestChangesHold(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{Explain: true})
	beside := func(names ...string) []*geo.Place {
		var out []*geo.Place
		for _, n := range names {
			out = append(out, &geo.Place{Name: n})
		}
		return out
	}
	for _, test := range []struct {
		place  geo.Place
		others []*geo.Place
		most   int
		reason string
	}{
		{geo.Place{Name: "Paris"}, nil, 3, "many places have the name"},
		{geo.Place{Name: "Tripoli"}, beside("Benghazi", "Misrata"), 3, "the story names others"},
		{geo.Place{Name: "Tripoli", Within: geo.Within{Country: "Lebanon"}}, nil, 3, "a country is said already"},
		{geo.Place{Name: "Xqzkwypt"}, nil, 0, "no place has the name"},
		{geo.Place{}, nil, 0, "no name"},
	} {
		p := test.place
		r.Locate(append([]*geo.Place{&p}, test.others...)...)
		changes := r.Changes(&p, test.others...)
		if len(changes) > test.most {
			t.Errorf("%s: %d changes: %s", p.Name, len(changes), test.reason)
		}
		for _, c := range changes {
			again := geo.Place{Name: p.Name, Within: c.Said}
			together := []*geo.Place{&again}
			for _, o := range test.others {
				together = append(together, &geo.Place{Name: o.Name})
			}
			r.Locate(together...)
			if again.Match.ID != c.Match.ID || again.Match.ID == p.Match.ID {
				t.Errorf("%s said to lie in %v is %s, not %s: %s", p.Name, c.Said, again.Match.ID, c.Match.ID, test.reason)
			}
		}
	}
	p := geo.Place{Name: "Paris"}
	r.Locate(&p)
	if len(r.Changes(&p)) == 0 {
		t.Error("nothing makes another place of Paris")
	}
}
