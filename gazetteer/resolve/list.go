package resolve

import (
	"math"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/query"
	"github.com/dateline-map/dateline/geo"
)

// A cell of a table may list several places, of which an event was in all or in one:
// "Mosul/Tal Afar", "Nord-Kivu, Sud-Kivu". The first that is found stands for all of
// them, and its radius reaches them; what lies in a list lies in any of them.

// mostListed bounds the names of a list that are looked at.
const mostListed = 8

// namesListed returns the names of a list, nil if a cell is none. Commas stand
// between the areas of a list, too, but between a place and what it lies in where
// places are named.
func namesListed(cell string, commas bool) []string {
	separators := "/"
	if commas {
		separators = "/,"
	}
	var names []string
	for part := range strings.FieldsFuncSeq(strings.Map(query.PlainSeparator, cell), func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		names = append(names, splitWords(part)...)
	}
	if len(names) < 2 || len(names) > mostListed {
		return nil
	}
	return names
}

// withoutCommas writes slashes for the commas of a cell that lists its places as sentences
// do, "Deir ez-Zor, Raqqa et Hassaké", so that it is read as a list and not as a place in
// another; any other as it is. What the last of them is called may have the word of lists
// itself: "Paradise, Newfoundland and Labrador".
func (r *Resolver) withoutCommas(cell string) string {
	if !strings.ContainsAny(cell, ",،，、") || strings.ContainsAny(cell, "()[]/") {
		return cell
	}
	parts := strings.Split(strings.Map(query.PlainSeparator, cell), ",")
	for i, part := range parts {
		names := splitWords(part)
		last := i == len(parts)-1
		if last != (len(names) == 2) || !last && len(names) != 1 {
			return cell
		}
	}
	if len(parts) > mostListed || len(r.x.Exact(fold.Key(parts[len(parts)-1]), nil)) > 0 {
		return cell
	}
	return strings.Join(parts, " / ")
}

// asList returns the name of a place, written as a list if its cell lists several: where
// the column is one of areas, commas stand between these, too.
func (r *Resolver) asList(p *geo.Place, land []gazetteer.Place) string {
	l, area := map[string]level{placetype.Adm1: adm1Level, placetype.Adm2: adm2Level, placetype.Country: landLevel}[p.Kind]
	if area && strings.ContainsAny(p.Name, ",،，、") && r.containersListed(p.Name, l, land) != nil {
		return strings.ReplaceAll(strings.Map(query.PlainSeparator, p.Name), ",", " / ")
	}
	return r.withoutCommas(p.Name)
}

// splitWords cuts a text at the words that stand between the names of a list.
func splitWords(text string) []string {
	var names []string
	words := strings.Fields(text)
	start := 0
	for i, w := range append(words, query.ListWords[0]) {
		if !slices.Contains(query.ListWords, strings.ToLower(w)) {
			continue
		}
		if i > start {
			names = append(names, strings.Join(words[start:i], " "))
		}
		start = i + 1
	}
	return names
}

// containersListed returns the areas that a cell lists, if it does and each of its
// names is one of the level; nil if not. What is an area as it stands, such as
// Tyne and Wear, is no list.
func (r *Resolver) containersListed(name string, l level, land []gazetteer.Place) []gazetteer.Place {
	names := namesListed(name, true)
	if names == nil || len(r.x.Exact(fold.Key(name), nil)) > 0 {
		return nil
	}
	var all []gazetteer.Place
	for _, n := range names {
		places := slices.DeleteFunc(r.findContainer(n, l, land), func(p gazetteer.Place) bool { return containerRank(p.Type, gazetteer.Main, l) != topRank })
		if len(places) == 0 {
			return nil
		}
		for _, p := range places {
			all = appendPlace(all, p)
		}
	}
	return all
}

// reachList widens a match that stands for the places of a list so that it holds
// the others, as far as they are found and near enough to be meant. Two areas are no
// single one any more.
func (s *story) reachList(m *geo.Match, c *candidate, cell string) {
	radius, areas := radiusOf(&c.Place), false
	for _, name := range namesListed(cell, false) {
		other := s.r.other(c, name)
		if other == nil || other.Ref == c.Ref || other.Country != c.Country {
			continue
		}
		far := farListedTownsM
		if isUnit(other) {
			far = farListedUnitsM
		}
		if away := distanceM(c.Point, other.Point); away <= far {
			radius = max(radius, away+radiusOf(other))
			areas = areas || isUnit(other)
		}
	}
	if radius <= radiusOf(&c.Place) {
		return
	}
	said, _ := m.RadiusM.Int()
	m.RadiusM = geo.Known(max(int(math.Round(radius)), said))
	if areas && isUnit(&c.Place) {
		m.Precision = atBest(m.Precision, geo.WithinRegion)
	}
}

// How far apart in metres the places of a list are at most: neighbouring towns, or
// provinces of a large country. What is farther is a namesake.
const (
	farListedTownsM = 150_000.0
	farListedUnitsM = 600_000.0
)

func isUnit(p *gazetteer.Place) bool {
	return placetype.KindOf(p.Type)&(geo.KindAdm1|geo.KindAdm2) != 0
}
