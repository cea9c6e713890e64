package gazetteer

import (
	"iter"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/dict"
)

// Exact appends the places that have a key as a name.
func (x *Index) Exact(key string, dst []Hit) []Hit {
	var room [16]dict.Posting
	return appendHits(dst, key, x.names.Postings(key, room[:0]), 0)
}

func appendHits(dst []Hit, key string, postings []dict.Posting, edits uint8) []Hit {
	for _, p := range postings {
		dst = append(dst, Hit{Ref: Ref(p.Ref), How: How(p.How), Edits: edits, Key: key})
	}
	return dst
}

// WithoutArticle appends the places that have a key as a name but for its article:
// those of "al fallujah" for "fallujah" or "el fallujah", those of "hague" for
// "the hague". Their How is Bare or worse. The places that have the key itself
// are not among them.
func (x *Index) WithoutArticle(key string, dst []Hit) []Hit {
	var room [16]dict.Posting
	bare := fold.Bare(key)
	if bare != key {
		dst = appendBare(dst, bare, x.names.Postings(bare, room[:0]))
	}
	x.names.Prefixed(fold.Articles(bare), bare, func(found string, at dict.Location) bool {
		if found != key {
			dst = appendBare(dst, found, x.names.At(at, room[:0]))
		}
		return true
	})
	return dst
}

func appendBare(dst []Hit, key string, postings []dict.Posting) []Hit {
	from := len(dst)
	dst = appendHits(dst, key, postings, 0)
	for i := range dst[from:] {
		dst[from+i].How = max(dst[from+i].How, Bare)
	}
	return dst
}

// Skeleton appends the places of which a name has the same [fold.Skeleton] as a
// key. A place comes with the first of its names that has it.
func (x *Index) Skeleton(key string, dst []Hit) []Hit {
	skeleton := fold.Skeleton(key)
	if skeleton == "" {
		return dst
	}
	from := len(dst)
	var room [16]dict.Posting
	x.names.Skeleton(skeleton, func(found []byte, at dict.Location) bool {
		if other := string(found); fold.Skeleton(other) == skeleton {
			dst = appendHits(dst, other, x.names.At(at, room[:0]), 0)
		}
		return true
	})
	slices.SortStableFunc(dst[from:], func(a, b Hit) int { return int(a.Ref) - int(b.Ref) })
	first := slices.CompactFunc(dst[from:], func(a, b Hit) bool { return a.Ref == b.Ref })
	return dst[:from+len(first)]
}

// Fuzzy appends the places of which a name is one or, if maxEdits is 2, two
// typing errors away from a key: a letter left out, put in or replaced, or two
// neighbours exchanged. Digits are never put in. The places that have the key
// itself are not among them. Nearer names come first; one error takes
// microseconds, two take a millisecond.
func (x *Index) Fuzzy(key string, maxEdits int, dst []Hit) []Hit {
	var room [16]dict.Posting
	x.names.Near(key, maxEdits, func(found string, edits int, at dict.Location) bool {
		dst = appendHits(dst, found, x.names.At(at, room[:0]), uint8(edits))
		return true
	})
	return dst
}

// Names returns the comparison forms of all names of a place that sort before
// another one, or of all if it is empty. It looks through all of these names, on all
// processors, which takes some ten milliseconds of their time for a million.
func (x *Index) Names(ref Ref, before string) []Hit {
	var hits []Hit
	x.names.Of(uint32(ref), before, func(key []byte, how uint8) bool {
		hits = append(hits, Hit{Ref: ref, How: How(how), Key: string(key)})
		return true
	})
	slices.SortStableFunc(hits, func(a, b Hit) int { return int(a.How) - int(b.How) })
	return hits
}

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
