package news

import "github.com/dateline-map/dateline/geo/news/language"

// Foreign says in words that events are not read from the language of a
// document; it is empty if they are. Place names are found in any language.
func (d *Document) Foreign() string {
	if d.Language == "" || d.Language == language.English {
		return ""
	}
	return "language looks like " + language.Name(d.Language) + "; events are read from English only"
}
