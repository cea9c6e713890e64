package importer

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
)

// surround takes those places into the atlas that a draft may be, and the areas
// that it may lie in, from the index that the new one will lie on. They come
// with the names that led to them, which is all that the atlas compares.
func (im *importer) surround(d *draft) {
	x := im.options.Over
	for _, id := range append([]string{d.ID, d.Adm1, d.Adm2}, d.ids...) {
		if ref, ok := x.ByID(id); ok && id != "" {
			im.fetch(gazetteer.Hit{Ref: ref})
		}
	}
	for _, h := range hitsBelow(x, identityKeys(&d.Place)) {
		p := x.Place(h.Ref)
		if h.How <= gazetteer.Bare && same.Group(p.Type) == same.Group(d.Type) && mayBeIn(x, &p, d.Country) {
			im.fetch(h)
		}
	}
	im.fetchAreas(placetype.Adm1, d.Country, d.adm1)
	im.fetchAreas(placetype.Adm2, d.Country, d.adm2)
	at := x.Reverse(d.Point())
	for _, ref := range []gazetteer.Ref{at.Adm2, at.Adm1, at.Land} {
		im.fetch(gazetteer.Hit{Ref: ref})
	}
	if land := landBelow(x, d.Country); land != 0 {
		im.fetch(gazetteer.Hit{Ref: land})
	}
}

// fetchAreas takes in the areas of a country that have one of these names or codes.
func (im *importer) fetchAreas(level, country string, names []string) {
	var keys []string
	for _, name := range names {
		keys = append(keys, identityKeys(&build.Place{Name: name, Type: level})...)
	}
	for _, h := range hitsBelow(im.options.Over, keys) {
		if p := im.options.Over.Place(h.Ref); p.Type == level && p.Country == country {
			im.fetch(h)
		}
	}
}

// fetch takes a place in, under its name and the key that was found, and the areas
// that hold it.
func (im *importer) fetch(h gazetteer.Hit) {
	x := im.options.Over
	p := x.Place(h.Ref)
	if p.Ref == 0 {
		return
	}
	if im.fetched == nil {
		im.fetched = make(map[gazetteer.Ref]int)
	}
	i, there := im.fetched[p.Ref]
	if !there {
		place := worldPlace(x, p)
		i = len(im.atlas.entries)
		im.fetched[p.Ref] = i
		im.atlas.insert(entry{draft: draft{Place: place}, keys: identityKeys(&place)})
		for _, ref := range []gazetteer.Ref{p.Land, p.Adm1, p.Adm2} {
			im.fetch(gazetteer.Hit{Ref: ref})
		}
	}
	im.atlas.call(i, h)
}

// call gives an entry a name by which it was found.
func (a *atlas) call(i int, h gazetteer.Hit) {
	e := a.entries[i]
	switch {
	case h.Key == "":
		return
	case h.How == gazetteer.Code:
		e.Codes = union(e.Codes, []string{h.Key})
	default:
		e.Aliases = naming.Distinct(e.Name, append(slices.Clone(e.Aliases), h.Key))
	}
	e.keys = identityKeys(&e.Place)
}

// hitsBelow returns the places that have one of some keys of an identity.
func hitsBelow(x gazetteer.Places, keys []string) (hits []gazetteer.Hit) {
	isSkeleton := func(key string) bool { return strings.HasPrefix(key, skeletonMark) }
	loosely := slices.ContainsFunc(keys, isSkeleton)
	for _, key := range keys {
		if isSkeleton(key) {
			continue
		}
		hits = x.WithoutArticle(key, x.Exact(key, hits))
		if loosely {
			hits = x.Skeleton(key, hits)
		}
	}
	return hits
}

// mayBeIn reports whether a place lies in a country, among others perhaps.
func mayBeIn(x gazetteer.Places, p *gazetteer.Place, country string) bool {
	return p.Country == country || slices.Contains(x.Countries(p.Ref), country)
}

// landBelow returns the place of a country with a code of two letters.
func landBelow(x gazetteer.Places, code string) gazetteer.Ref {
	for _, h := range x.Exact(fold.Key(code), nil) {
		if p := x.Place(h.Ref); p.Type == placetype.Country && p.Country == code {
			return h.Ref
		}
	}
	return 0
}

// countryBelow returns the code of the country that has a name or a code.
func countryBelow(x gazetteer.Places, name string) string {
	key := fold.Key(name)
	for _, h := range x.WithoutArticle(key, x.Exact(key, nil)) {
		if p := x.Place(h.Ref); p.Type == placetype.Country && h.How != gazetteer.Demonym {
			return p.Country
		}
	}
	return ""
}
