package record

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// hyperlink matches the address behind a name: "Tessit (https://…)", as exports of
// wikis and note-takers have it, and Markdown's "[Tessit](https://…)".
var hyperlink = pattern.New(`\[([^\]]*)\]\(\w+://[^\s)]*\)|\s*\(\w+://[^\s)]*\)`)

// settleLinks finds out whether names of places and areas have addresses behind
// them.
func (u *understander) settleLinks() {
	linked := func(cell string) bool { return strings.Contains(cell, "://") && hyperlink().MatchString(cell) }
	for _, role := range headers.Areas {
		for _, col := range u.t.plan.cols[role] {
			if some, _ := u.share(col, linked); some > 0 {
				u.t.plan.linked = true
			}
		}
	}
}

// withoutLinks takes the addresses off the names of a place and its areas.
func withoutLinks(p *geo.Place) {
	for _, name := range []*string{&p.Name, &p.Within.Country, &p.Within.Adm1, &p.Within.Adm2} {
		*name = strings.TrimSpace(hyperlink().ReplaceAllString(*name, "$1"))
	}
}
