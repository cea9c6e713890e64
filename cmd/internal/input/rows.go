package input

import (
	"fmt"
	"iter"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/record"
)

// longestStories bounds the workbooks and databases that are looked into for stories before
// they are read: all texts of a workbook stand in one place, which is read whole.
const longestStories = 32 << 20

// mayTellStories reports whether a file of records is worth a look for stories by its name,
// its size and how it begins. To look costs what reading two thousand rows does.
func (l *look) mayTellStories(bytes int64) bool {
	switch ext(l.path) {
	case ".xlsx", ".xlsm", ".ods", ".parquet", ".sqlite":
		return bytes <= longestStories
	case ".json", ".ndjson", ".jsonl", ".csv", ".tsv", ".tab", ".txt", ".js", ".xml":
	default:
		return false
	}
	head := strings.ToLower(string(l.head))
	for _, word := range [...]string{"text", "title", "headline", "content", "body", "article", "message", "story", "tweet", "post", "description", "summary", "note"} {
		if strings.Contains(head, word) {
			return true
		}
	}
	return false
}

// rowsTellStories reports whether all tables of a file tell stories.
func rowsTellStories(path string, o record.Options) bool {
	some := false
	for t, err := range record.Inspect(path, o) {
		if err != nil || !t.TellsStories() {
			return false
		}
		some = true
	}
	return some
}

// StoriesOfRows yields the rows of a file as documents. Rows without a text, as the notices
// in the export of a chat are, are told once.
func StoriesOfRows(path string, o record.Options) iter.Seq2[document.Document, error] {
	return func(yield func(document.Document, error) bool) {
		var table record.Table
		o.Understood = func(t record.Table) { table = t }
		o.LendText = false // documents are kept
		empty := 0
		for e, err := range record.Open(path, o) {
			if err != nil {
				if !yield(document.Document{}, err) {
					return
				}
				continue
			}
			d := document.Document{ID: e.ID, Published: e.When, Source: e.Source.Publisher, URL: e.Source.URL}
			d.Title, d.Text = table.Story(&e)
			if strings.TrimSpace(d.Text) == "" {
				empty++
				continue
			}
			if d.Title != "" && !strings.HasPrefix(d.Text, d.Title) {
				d.Text = d.Title + "\n\n" + d.Text
			}
			if !yield(d, nil) {
				return
			}
		}
		if empty > 0 {
			yield(document.Document{}, &geo.Problem{File: path, Err: fmt.Errorf("%d of its rows have no text", empty)})
		}
	}
}
