package scope

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/geo"
)

// A cell of a table may list several places, of which an event was in all or in one:
// "Mosul/Tal Afar", "Nord-Kivu, Sud-Kivu". The first that is found stands for all of
// them, and its radius reaches them; what lies in a list lies in any of them.

// mostListed bounds the names of a list that are looked at.
const mostListed = 8

// NamesListed returns the names of a list, nil if a cell is none. Commas stand
// between the areas of a list, too, but between a place and what it lies in where
// places are named.
func NamesListed(cell string, commas bool) []string {
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
func (f *Finder) withoutCommas(cell string) string {
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
	if len(parts) > mostListed || len(f.x.Exact(fold.Key(parts[len(parts)-1]), nil)) > 0 {
		return cell
	}
	return strings.Join(parts, " / ")
}

// AsList returns the name of a place, written as a list if its cell lists several: where
// the column is one of areas, commas stand between these, too.
func (f *Finder) AsList(p *geo.Place, land []gazetteer.Place) string {
	l, area := map[string]Level{placetype.Adm1: Adm1Level, placetype.Adm2: Adm2Level, placetype.Country: LandLevel}[p.Kind]
	if area && strings.ContainsAny(p.Name, ",،，、") && f.containersListed(p.Name, l, land) != nil {
		return strings.ReplaceAll(strings.Map(query.PlainSeparator, p.Name), ",", " / ")
	}
	return f.withoutCommas(p.Name)
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
func (f *Finder) containersListed(name string, l Level, land []gazetteer.Place) []gazetteer.Place {
	names := NamesListed(name, true)
	if names == nil || len(f.x.Exact(fold.Key(name), nil)) > 0 {
		return nil
	}
	var all []gazetteer.Place
	for _, n := range names {
		places := slices.DeleteFunc(f.findContainer(n, l, land), func(p gazetteer.Place) bool { return ContainerRank(p.Type, gazetteer.Main, l) != TopRank })
		if len(places) == 0 {
			return nil
		}
		for _, p := range places {
			all = Append(all, p)
		}
	}
	return all
}
