package main

import (
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/score"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

// rows measures names that come with what they lie in, as stories does, and
// learns from all.
func (t *trainer) rows(sets []set, out *gazetteer.Weights) (measured, elsewhere []score.Set) {
	gold := len(sets)
	sets = append(slices.Clip(sets), ownRows(t.x))
	learn := func(examples []example) gazetteer.Weights { return t.learnRows(examples, *out) }
	folds, measured := t.crossValidate(sets, true, learn)
	elsewhere = t.elsewhere(sets, true, learn)
	out.Row, out.RowConfidence = t.learnRows(join(sets), *out).Row, confidence(folds, -1)
	return measured[:gold], elsewhere[:gold]
}

func (t *trainer) learnRows(examples []example, w gazetteer.Weights) gazetteer.Weights {
	w.Row = &linear.Model{}
	w.Row = linear.Train(decisions(examples, t.observe(examples, w, false)), t.o.training())
	return w
}

// ownEvery is the share of a gazetteer's places that training rows are made of.
const ownEvery = 400

// ownRows makes rows of a gazetteer's own places: a name with its country and
// ADM1 means the place that has them. Areas are called by their class as well.
func ownRows(x *gazetteer.Index) set {
	s := set{name: "own names", examples: provinceRows(x)}
	class := map[string]string{"adm1": " Province", "adm2": " District"}
	n := 0
	for p := range x.All() {
		n++
		if n%ownEvery != 0 && (p.Type != "adm1" || n%20 != 0) || p.Land == 0 || !p.Located {
			continue
		}
		row := geo.Place{Name: p.Name, Within: geo.Within{Country: x.Place(p.Land).Name}}
		if p.Adm1 != 0 && p.Type != "adm1" && n%3 != 0 {
			row.Within.Adm1 = x.Place(p.Adm1).Name
		}
		if n%2 == 0 {
			row.Name += class[p.Type]
		}
		s.examples = append(s.examples, example{places: []geo.Place{row}, gold: []gold{{Truth: score.Truth{Point: p.Point, ID: p.ID}}}})
	}
	return s
}

// provinceEvery is the share of the ADM1 that are called by their bare name.
const provinceEvery = 3

// provinceRows makes rows of ADM1 called by their bare name, as tables do: with
// their country alone that is the seat if it bears the name as well, and else the
// ADM1, not the hamlets, towns and rivers of that name.
func provinceRows(x *gazetteer.Index) []example {
	var out []example
	n := 0
	for p := range x.All() {
		if p.Type != "adm1" || p.Land == 0 || !p.Located {
			continue
		}
		if n++; n%provinceEvery != 0 {
			continue
		}
		key, _ := fold.ClassWords(fold.Key(p.Name))
		meant := p
		if seat, ok := seatNamed(x, &p, key); ok {
			meant = seat
		}
		out = append(out, example{
			places: []geo.Place{{Name: key, Within: geo.Within{Country: x.Place(p.Land).Name}}},
			gold:   []gold{{Truth: score.Truth{Point: meant.Point, ID: meant.ID}}},
			weight: ownWeight,
		})
	}
	return out
}

// seatNamed returns the city or seat in an ADM1 that has a name.
func seatNamed(x *gazetteer.Index, adm1 *gazetteer.Place, key string) (seat gazetteer.Place, ok bool) {
	for _, h := range x.Exact(key, nil) {
		if p := x.Place(h.Ref); p.Adm1 == adm1.Ref && (p.Type == "city" || p.Code == "PPLA2") {
			return p, true
		}
	}
	return gazetteer.Place{}, false
}
