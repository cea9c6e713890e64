package gazetteer

import (
	"iter"

	"github.com/dateline-map/dateline/gazetteer/internal/dict"
)

// AllNames yields the comparison forms of all names, each with every place that
// has it, in the order of the forms. It is how one index becomes a part of
// another.
func (x *Index) AllNames() iter.Seq[Hit] {
	return func(yield func(Hit) bool) {
		x.names.All(func(key []byte, postings []dict.Posting) bool {
			name := string(key)
			for _, p := range postings {
				if !yield(Hit{Ref: Ref(p.Ref), How: How(p.How), Key: name}) {
					return false
				}
			}
			return true
		})
	}
}
