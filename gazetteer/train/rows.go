package main

import (
	"fmt"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

// rows cross-validates and learns the weights of names that come with what
// they lie in.
func (t *trainer) rows(sets []set, out *gazetteer.Weights) {
	sets = append(sets, ownRows(t.x))
	var judgedAll []linear.Example
	for _, s := range sets {
		var count, units tally
		for _, b := range blocks(len(s.examples), t.o.folds) {
			train := without(s.examples, b)
			for _, other := range sets {
				if other.name != s.name {
					train = append(train, other.examples...)
				}
			}
			test := s.examples[b[0]:b[1]]
			w := t.learnRows(train, *out)
			judgedAll = append(judgedAll, t.scoreRows(test, t.observe(test, w, false), &count, &units)...)
		}
		fmt.Printf("%-20s cross-validated  %v\n%-20s units            %v\n", s.name, count, "", units)
	}
	for _, s := range sets {
		var others []example
		for _, other := range sets {
			if other.name != s.name {
				others = append(others, other.examples...)
			}
		}
		if len(others) > 0 {
			var count, units tally
			t.scoreRows(s.examples, t.observe(s.examples, t.learnRows(others, *out), false), &count, &units)
			fmt.Printf("%-20s learned elsewhere %v\n", s.name, count)
		}
	}
	out.Row = t.learnRows(join(sets), *out).Row
	out.RowConfidence = linear.TrainLogistic(judgedAll, linear.Options{L2: 1, MinCount: 5})
	reportConfidence("rows", judgedAll, t.o.folds)
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
	s := set{name: "own names"}
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
		s.examples = append(s.examples, example{places: []geo.Place{row}, gold: []gold{{point: p.Point, id: p.ID}}})
	}
	return s
}

// scoreRows counts, and returns how each choice went.
func (t *trainer) scoreRows(test []example, observed [][]gazetteer.Observation, points, units *tally) []linear.Example {
	var out []linear.Example
	for i, e := range test {
		for j, o := range observed[i] {
			count := points
			if e.gold[j].unit != "" {
				count = units
			}
			ok := count.add(o, e.gold[j], narrowM)
			if o.Choice != nil {
				out = append(out, linear.Example{Features: o.Choice, True: ok})
			}
		}
	}
	return out
}
