package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// TellsStories reports whether the rows of a table are articles, posts or messages: they
// have texts, and neither a column nor a shape that says where something was, how many it
// harmed or of what kind it was. As records none of them could be placed.
func (t *Table) TellsStories() bool {
	placed := t.says(Place, Adm3, Adm2, Adm1, Coordinates, Easting, PCode, Adm3PCode, Adm2PCode, Adm1PCode) || t.says(Lat) && t.plan.whose != geo.WithinCountry
	counted := t.says(Killed, KilledLow, KilledHigh, Wounded, Displaced, Toll)
	spread := t.says(Start, End, Year, Week) // a fair, a war
	return t.storied && !placed && !counted && !spread && !t.shaped && t.Schema == ""
}

// says reports whether a column of one of the roles has a value in the first rows: posts
// have members for a position that most leave empty.
func (t *Table) says(roles ...Role) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return slices.Contains(roles, c.Role) && len(c.Examples) > 0 })
}

// storied reports whether the texts of a table are stories, or the headlines of such that
// stand elsewhere.
func (u *understander) storied() bool {
	p := &u.t.plan
	if u.inside || p.has(Type) && !u.only(p.col(Type), kindOfText) && !u.topics(p.col(Type)) {
		return false
	}
	for _, col := range p.cols[Text] {
		if some, all := u.share(col, prose); some > 0 && 2*some >= all {
			return true
		}
	}
	return p.has(Title) && p.has(URL) && p.has(Date) && u.most(p.col(Title), headline)
}

// topics reports whether a column of kinds has several of them in most cells, as the
// keywords of a text are, and none that is a kind of events.
func (u *understander) topics(col int) bool {
	several, all := u.share(col, func(s string) bool { return strings.Contains(s, literal.ListMark) })
	return all > 0 && 2*several > all && u.only(col, func(s string) bool { _, listed := kinds.Listed(s); return !listed })
}

// leastProse is how many words a text has at least that can tell something.
const leastProse = 5

// prose reports whether a cell is a text of sentences, not a name or a JSON value.
func prose(s string) bool {
	return !inBrackets(s) && len(strings.Fields(s)) >= leastProse
}

// headline reports whether a cell is what may stand over a story.
func headline(s string) bool { return prose(s) && !strings.Contains(s, "://") }

// kindOfText reports whether a cell says of what kind a text is, not what happened.
func kindOfText(s string) bool {
	switch headers.Words(s) {
	case "post", "message", "service", "article", "news article", "newsarticle", "news", "story", "page", "tweet", "status", "item", "entry", "blog", "report", "text",
		"press release", "video", "photo", "image", "link", "channel post", "liveblog", "blog posting", "reply", "quoted", "retweeted", "comment", "standard":
		return true
	}
	return false
}

// Story returns what an event that the table's rows became says as an article: its
// headline, and the longest of its texts.
func (t *Table) Story(e *geo.Event) (title, text string) {
	text = e.Source.Quote
	for _, col := range t.plan.cols[Text] {
		name := t.Columns[col].Name
		i := slices.IndexFunc(e.Extra, func(p geo.Property) bool { return p.Name == name })
		if i < 0 || e.Extra[i].JSON || inBrackets(e.Extra[i].Value) {
			continue
		}
		if other := withoutMarkup(strings.TrimSpace(e.Extra[i].Value)); len(other) > len(text) {
			text = other
		}
	}
	if inBrackets(text) {
		text = ""
	}
	return e.Title, cmp.Or(text, e.Title)
}
