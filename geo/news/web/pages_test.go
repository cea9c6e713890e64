package web

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest/golden"
)

// TestPages reads saved pages as the systems of publishers write them, and holds
// title, date, author, site and body against a text beside each.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(pages) < 10 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, page := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(page), ".html"), func(t *testing.T) {
			data, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			got := described(data)
			golden.Check(t, strings.TrimSuffix(page, ".html")+".golden", got)
		})
	}
}

// described writes down all that is found in a page.
func described(page []byte) string {
	var b strings.Builder
	docs, problems := Page{}.Documents(page)
	for _, d := range docs {
		fmt.Fprintf(&b, "title:  %s\ndate:   %s\nauthor: %s\nsite:   %s\nlink:   %s\n", d.Title, d.Published, d.Author, d.Source, d.URL)
	}
	if len(problems) > 0 {
		fmt.Fprintf(&b, "told:   %s\n", said(problems))
	}
	for _, d := range docs {
		fmt.Fprintf(&b, "\n%s\n", d.Text)
	}
	return b.String()
}
