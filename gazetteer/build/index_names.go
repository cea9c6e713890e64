package build

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/dict"
	"github.com/dateline-map/dateline/gazetteer/internal/file"
)

// naming says that a place has a key.
type naming struct {
	key string
	dict.Posting
}

// writeNames writes the dictionary and returns the number of its keys.
func (ix *indexer) writeNames(sections [][]byte) (int, error) {
	namings := ix.namings()
	slices.SortFunc(namings, func(a, b naming) int {
		return cmp.Or(cmp.Compare(a.key, b.key), dict.Compare(a.Posting, b.Posting))
	})
	b := dict.Builder{Skeleton: fold.Skeleton}
	var postings []dict.Posting
	for i := 0; i < len(namings); {
		key := namings[i].key
		postings = postings[:0]
		for ; i < len(namings) && namings[i].key == key; i++ {
			if n := len(postings); n == 0 || postings[n-1].Ref != namings[i].Ref {
				postings = append(postings, namings[i].Posting)
			}
		}
		if err := b.Add(key, postings); err != nil {
			return 0, fmt.Errorf("place %s: %w", ix.places[postings[0].Ref-1].ID, err)
		}
	}
	s, n := b.Finish()
	sections[file.Blocks] = []byte(s.Blocks)
	sections[file.Offsets] = []byte(s.Offsets)
	sections[file.Entries] = []byte(s.Entries)
	sections[file.Filter] = []byte(s.Filter)
	sections[file.Skeletons] = []byte(s.Skeletons)
	return n, nil
}

// namings returns the keys of all names of all places. Names that leave no key
// are left out. "Orange County" is called "Orange" as well; but no more than
// administrative areas are, since "Mexico City" is not "Mexico", nor the Red Sea
// "Red".
func (ix *indexer) namings() []naming {
	var all []naming
	for i := range ix.places {
		p := &ix.places[i]
		add := func(key string, how gazetteer.How) {
			if key != "" {
				all = append(all, naming{key, dict.Posting{Ref: uint32(i + 1), How: uint8(how)}})
			}
		}
		eachName(p, func(name string, how gazetteer.How) {
			key := fold.Key(name)
			add(key, how)
			if bare, said := fold.ClassWords(key); said == p.Type && (said == Adm1 || said == Adm2) && how <= gazetteer.Alias {
				add(bare, gazetteer.Bare)
			}
		})
	}
	return all
}

func eachName(p *Place, yield func(name string, how gazetteer.How)) {
	yield(p.Name, gazetteer.Main)
	for _, list := range []struct {
		names []string
		how   gazetteer.How
	}{
		{p.Aliases, gazetteer.Alias},
		{p.Codes, gazetteer.Code},
		{p.Demonyms, gazetteer.Demonym},
	} {
		for _, name := range list.names {
			yield(name, list.how)
		}
	}
}
