package build

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/dict"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// addNamings notes that a place has its names. Names that leave no key are left
// out. "Orange County" is called "Orange" as well, and "Lirat Camp" is "Camp Lirat"
// to the next writer; but no more than areas, camps and crossings are, since "Mexico
// City" is not "Mexico", nor the Red Sea "Red".
func (ix *indexer) addNamings(number uint32, p *Place) error {
	var failed error
	add := func(key string, how gazetteer.How) {
		if key != "" && failed == nil {
			failed = ix.namings.Add(appendNaming(nil, key, dict.Posting{Ref: number, How: uint8(how)}))
		}
	}
	EachName(p, func(name string, how gazetteer.How) {
		key := fold.Key(name)
		if len(key) > dict.MaxKey && failed == nil {
			failed = fmt.Errorf("place %s: a key has %d bytes; 1 to %d are possible", p.ID, len(key), dict.MaxKey)
		}
		add(key, how)
		if bare, said := fold.ClassWords(key); said == p.Type && calledWithout(said) && how <= gazetteer.Alias {
			add(bare, gazetteer.Bare)
		}
	})
	return failed
}

// calledWithout reports whether places of a type are called by their names without
// the word for what they are.
func calledWithout(placeType string) bool {
	switch placeType {
	case placetype.Adm1, placetype.Adm2, placetype.Camp, placetype.Crossing:
		return true
	}
	return false
}

// A naming says that a place has a key: the key, 0, the place and how, so that
// namings are in order of the key, then the place, then how, best first.
const namingTail = 6

func appendNaming(dst []byte, key string, p dict.Posting) []byte {
	dst = append(append(dst, key...), 0)
	return append(binary.BigEndian.AppendUint32(dst, p.Ref), p.How)
}

func parseNaming(data []byte) (key []byte, p dict.Posting) {
	end := len(data) - namingTail
	return data[:end], dict.Posting{Ref: binary.BigEndian.Uint32(data[end+1:]), How: data[len(data)-1]}
}

// writeNames writes the dictionary.
func (ix *indexer) writeNames() (dict.Built, error) {
	var last []byte
	var postings []dict.Posting
	for data, err := range ix.namings.Sorted() {
		if err != nil {
			return dict.Built{}, err
		}
		key, p := parseNaming(data)
		if len(postings) > 0 && !bytes.Equal(key, last) {
			if err := ix.names.Add(string(last), postings); err != nil {
				return dict.Built{}, err
			}
			postings = postings[:0]
		}
		last = append(last[:0], key...)
		if n := len(postings); n == 0 || postings[n-1].Ref != p.Ref {
			postings = append(postings, p)
		}
	}
	if len(postings) > 0 {
		if err := ix.names.Add(string(last), postings); err != nil {
			return dict.Built{}, err
		}
	}
	_ = ix.namings.Close() // its room is wanted
	return ix.names.Finish()
}

func EachName(p *Place, yield func(name string, how gazetteer.How)) {
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
			how := list.how
			if how == gazetteer.Alias && isKnownBy(p, name) {
				how = gazetteer.Main
			}
			yield(name, how)
		}
	}
}

func isKnownBy(p *Place, alias string) bool {
	return slices.ContainsFunc(p.Known, func(name string) bool { return fold.Key(name) == fold.Key(alias) })
}
