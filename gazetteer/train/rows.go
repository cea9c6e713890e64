package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/score"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

// rows measures names that come with what they lie in, as stories does, and
// learns from all.
func (t *trainer) rows(sets []set, out *resolve.Weights) (measured, elsewhere []score.Set) {
	gold := len(sets)
	sets = append(slices.Clip(sets), ownRows(t.x))
	learn := func(examples []example) resolve.Weights { return t.learnRows(examples, *out) }
	folds, measured := t.crossValidate(sets, gold, true, learn)
	elsewhere = t.elsewhere(sets, gold, true, learn)
	out.Row, out.RowConfidence = t.learnRows(join(sets), *out).Row, confidence(folds, -1)
	return measured[:gold], elsewhere
}

func (t *trainer) learnRows(examples []example, w resolve.Weights) resolve.Weights {
	w.Row = &linear.Model{}
	w.Row = linear.Train(decisions(examples, t.unweighed(examples, w, false)), t.o.training())
	return w
}

// ownEvery is the share of a gazetteer's places that training rows are made of.
const ownEvery = 400

// ownChoices is how many of the choices of such rows one confidence is learned from:
// each has its place in the gazetteer, which gold's have not.
const ownChoices = 8

// ownRows makes rows of a gazetteer's own places: a name with its country and
// ADM1 means the place that has them, also if the ADM1 stands in the name's own
// cell. Areas are called by their class as well.
func ownRows(x *gazetteer.Index) set {
	s := set{name: "own names", every: ownChoices, examples: slices.Concat(bareRows(x), misspeltRows(x), jointRows(x))}
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
		if len(s.examples)%8 == 0 && p.Adm1 != 0 && p.Type != "adm1" {
			row = geo.Place{Name: p.Name + ", " + x.Place(p.Adm1).Name}
		}
		s.examples = append(s.examples, example{places: []geo.Place{row}, gold: []gold{{Truth: score.Truth{Point: p.Point, ID: p.ID}}}})
	}
	return s
}

// Towns of which rows are made that spell them otherwise: of this size, and so many
// of them.
const (
	misspeltInhabitants = 20_000
	misspeltEvery       = 40
)

// misspeltRows makes rows of towns whose names are mistyped, or written by another
// transliteration, and of which one in two says its ADM1. Places that no list has,
// which such a name may as well be, are gold's to tell of: so these count little.
func misspeltRows(x *gazetteer.Index) []example {
	var out []example
	n := 0
	for p := range x.All() {
		if p.Land == 0 || !p.Located || p.Population < misspeltInhabitants || p.Type != "city" && p.Type != "town" {
			continue
		}
		if n++; n%misspeltEvery != 0 {
			continue
		}
		i := len(out)
		row := geo.Place{Name: respelled(p.Name, i/2), Within: geo.Within{Country: x.Place(p.Land).Name}}
		if row.Name == p.Name {
			row.Name = mistyped(p.Name, i/2)
		}
		if p.Adm1 != 0 && i%2 == 0 {
			row.Within.Adm1 = x.Place(p.Adm1).Name
		}
		out = append(out, example{places: []geo.Place{row}, gold: []gold{{Truth: score.Truth{Point: p.Point, ID: p.ID}}}, weight: ownWeight})
	}
	return out
}

// jointEvery is the share of ADM1 that have two towns in one cell.
const jointEvery = 8

// jointRows makes rows whose cell names two towns of an ADM1 ("Rawa/Ana"), of which
// the first is taken.
func jointRows(x *gazetteer.Index) []example {
	w := survey(x)
	var out []example
	n := 0
	for p := range x.All() {
		towns := w.cities[p.Ref]
		if p.Type != "adm1" || len(towns) < 2 {
			continue
		}
		if n++; n%jointEvery != 0 {
			continue
		}
		a, b := towns[len(towns)-1], towns[len(towns)-2]
		row := geo.Place{Name: a.Name + [...]string{"/", " and "}[len(out)%2] + b.Name, Within: geo.Within{Country: x.Place(p.Land).Name}}
		out = append(out, example{places: []geo.Place{row}, gold: []gold{{Truth: score.Truth{Point: a.Point, ID: a.ID}}}, weight: ownWeight})
	}
	return out
}

// sounds are letters that transliterations write for each other.
var sounds = [][2]string{{"u", "ou"}, {"i", "ee"}, {"q", "k"}, {"dh", "d"}, {"kh", "k"}, {"gh", "g"}, {"ss", "s"}, {"y", "i"}, {"o", "u"}}

// respelled writes one sound of a name, after its first letter, as another
// transliteration does: the n-th of those that can be. A name that has none is left
// as it is.
func respelled(name string, n int) string {
	_, first := utf8.DecodeRuneInString(name)
	for i := range sounds {
		s := sounds[(n+i)%len(sounds)]
		if at := strings.Index(name[first:], s[0]); at >= 0 {
			return name[:first+at] + s[1] + name[first+at+len(s[0]):]
		}
	}
	return name
}

// mistyped makes one typing error in a name's second half: a letter left out,
// doubled or exchanged with the next one. Short names are left as they are.
func mistyped(name string, n int) string {
	letters := []rune(name)
	if len(letters) < 6 {
		return name
	}
	i := len(letters)/2 + n%2
	switch n % 3 {
	case 0:
		return string(letters[:i]) + string(letters[i+1:])
	case 1:
		return string(letters[:i+1]) + string(letters[i:])
	}
	letters[i], letters[i+1] = letters[i+1], letters[i]
	return string(letters)
}

// Shares of the areas that are called by their bare name.
const (
	provinceEvery = 3
	districtEvery = 40
)

// bareRows makes rows of ADM1, ADM2 and capitals called by their bare name, as
// tables do: with their country alone that is the seat if it bears the name as
// well, and else the ADM1, not the hamlets, towns and rivers of that name. An ADM2
// without a seat of its name teaches nothing.
func bareRows(x *gazetteer.Index) []example {
	var out []example
	adm1s, adm2s := 0, 0
	for p := range x.All() {
		if p.Land == 0 || !p.Located {
			continue
		}
		key, _ := fold.ClassWords(fold.Key(p.Name))
		seat, seated := p, p.Code == "PPLC"
		switch p.Type {
		case "adm1":
			if adm1s++; adm1s%provinceEvery != 0 {
				continue
			}
			if named, ok := seatNamed(x, &p, key); ok {
				seat = named
			}
			seated = true
		case "adm2":
			if adm2s++; adm2s%districtEvery == 0 {
				seat, seated = seatNamed(x, &p, key)
			}
		}
		if seated {
			out = append(out, example{
				places: []geo.Place{{Name: key, Within: geo.Within{Country: x.Place(p.Land).Name}}},
				gold:   []gold{{Truth: score.Truth{Point: seat.Point, ID: seat.ID}}},
				weight: ownWeight,
			})
		}
	}
	return out
}

// seatNamed returns the city or seat in an ADM1 or ADM2 that has a name.
func seatNamed(x *gazetteer.Index, area *gazetteer.Place, key string) (seat gazetteer.Place, ok bool) {
	for _, h := range x.Exact(key, nil) {
		p := x.Place(h.Ref)
		if (p.Adm1 == area.Ref || p.Adm2 == area.Ref) && (p.Type == "city" || p.Code == "PPLA2") {
			return p, true
		}
	}
	return gazetteer.Place{}, false
}
