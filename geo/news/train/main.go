// Command train makes the learned parts and the word lists of package news.
//
//	go run ./geo/news/train lexicon -from FOLDER -o geo/news/en/lexicon.txt
//	go run ./geo/news/train tagger  -o geo/news/tag/tag.model DOCS.jsonl...
//	go run ./geo/news/train tagger  -folds 5 DOCS.jsonl...
//	go run ./geo/news/train score   geo/news/testdata/stories/held
//
// The last measures what is made. What it makes is committed with a data sheet beside it; what it learns from
// is not. The same input gives the same bytes.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// commands are what train can make; each takes the arguments after its name.
var commands = map[string]func(args []string) error{
	"lexicon": makeLexicon,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintf(os.Stderr, "usage: train %s ...\n", strings.Join(names(), "|"))
		os.Exit(2)
	}
	if err := commands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintf(os.Stderr, "train: error: %v\n", err)
		os.Exit(1)
	}
}

func names() []string {
	var out []string
	for name := range commands {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
