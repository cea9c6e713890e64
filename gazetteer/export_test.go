package gazetteer

// KeepFew makes a resolver, or a table on it, forget nearly all answers at once.
func (r *Resolver) KeepFew() { r.points.Sets, r.rows.last.Sets = 2, 2 }

// KeepFew is that of the resolver for the table's own answers.
func (t *Table) KeepFew() { t.rows.last.Sets = 2 }
