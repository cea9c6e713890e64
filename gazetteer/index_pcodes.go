package gazetteer

import (
	"iter"

	"github.com/dateline-map/dateline/gazetteer/internal/record"
)

// PCodes yields the places that have a P-code, with it: units of administration,
// and settlements of lists that have codes for them. It looks at all places, but
// not of an index that has no such units.
func (x *Index) PCodes() iter.Seq2[Ref, string] {
	return func(yield func(Ref, string) bool) {
		if x.info.PCodes == 0 {
			return
		}
		for i := range x.Len() {
			for _, code := range x.places.Labels(uint32(i+1), record.PCode) {
				if !yield(Ref(i+1), code) {
					return
				}
			}
		}
	}
}

// PCodes yields the places that have a P-code, those of the uppermost index first.
func (s *Stack) PCodes() iter.Seq2[Ref, string] {
	return func(yield func(Ref, string) bool) {
		for i := range s.layers {
			l := &s.layers[i]
			for ref, code := range l.Index.PCodes() {
				if !yield(l.out(ref), code) {
					return
				}
			}
		}
	}
}
