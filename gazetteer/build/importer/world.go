package importer

import (
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// addWorld takes an index apart into its places again. An index keeps names in
// their comparison forms, and these are taken for names. If the sources are to
// stand alone, only the countries are kept, aside.
func (im *importer) addWorld(x *gazetteer.Index) {
	places := make([]build.Place, x.Len()+1)
	for p := range x.All() {
		if p.Type == placetype.Country || !im.options.Alone {
			places[p.Ref] = worldPlace(x, p)
		}
	}
	for h := range x.AllNames() {
		p := &places[h.Ref]
		switch h.How {
		case gazetteer.Main:
			if h.Key != fold.Key(p.Name) {
				p.Aliases, p.Known = append(p.Aliases, h.Key), append(p.Known, h.Key)
			}
		case gazetteer.Alias:
			p.Aliases = append(p.Aliases, h.Key)
		case gazetteer.Code:
			p.Codes = append(p.Codes, h.Key)
		case gazetteer.Demonym:
			p.Demonyms = append(p.Demonyms, h.Key)
		}
	}
	if im.options.Alone {
		im.lands = newAtlas()
	}
	for _, p := range places[1:] {
		if p.ID != "" {
			im.lands.insert(entry{draft: draft{Place: p}, keys: identityKeys(&p)})
		}
	}
	if im.options.Alone {
		return
	}
	info := x.Info()
	for _, s := range info.Sources {
		im.paper(s, "")
	}
	im.paper(gazetteer.Source{Name: info.Title, Version: info.Version, License: "see its sources"}, info.Attribution)
}

// worldPlace returns a place of an index without its other names.
func worldPlace(x gazetteer.Places, g gazetteer.Place) build.Place {
	p := build.Place{
		ID: g.ID, Name: g.Name, Type: g.Type, Code: g.Code,
		Country: g.Country, Countries: x.Countries(g.Ref),
		Population: g.Population, RadiusM: float64(g.RadiusM),
		Area: x.Area(g.Ref),
	}
	if g.Located {
		p.Lon, p.Lat = g.Point[0], g.Point[1]
	}
	if box, known := x.Bound(g.Ref); known {
		p.Box = box
	}
	if g.Adm1 != 0 {
		p.Adm1 = x.Place(g.Adm1).ID
	}
	if g.Adm2 != 0 {
		p.Adm2 = x.Place(g.Adm2).ID
	}
	return p
}
