package resolve

import (
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
)

// KeepFew makes a resolver, or a table on it, forget nearly all answers at once.
func (r *Resolver) KeepFew() { r.points.Sets, r.rows.last.Sets = 2, 2 }

// KeepFew is that of the resolver for the table's own answers.
func (t *Table) KeepFew() { t.rows.last.Sets = 2 }

// SaidAsItIs reports whether a country is said by its own name, as is seen at once, and
// what the gazetteer is asked for otherwise.
func (r *Resolver) SaidAsItIs(said string, land gazetteer.Ref) (itself bool, meant []gazetteer.Place) {
	return r.isNameOf(said, land), r.areas.Find(said, scope.LandLevel, nil)
}

// Asked returns how many answers to what stories ask beside their names are kept.
func (r *Resolver) Asked() int { return r.asked.all.Len() }
