package main

import (
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo/news"
)

// openGazetteer returns a resolver over an index file.
func openGazetteer(path string) (news.Gazetteer, error) {
	x, err := gazetteer.Open(path)
	if err != nil {
		return nil, err
	}
	return gazetteer.NewResolver(x, gazetteer.ResolverOptions{}), nil
}
