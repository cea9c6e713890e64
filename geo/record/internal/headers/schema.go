package headers

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/internal/lines"
)

//go:embed schemas.txt
var schemasTxt string

// Schema is a data set whose tables are known as such.
type Schema struct {
	Name     string
	requires []string // headers, in the form of Words
	Open     bool     // headers not listed mean what they mean in any table
	lines    string   // of schemas.txt, on its headers
}

var schemas = sync.OnceValue(func() []*Schema { return parseSchemas(schemasTxt) })

// parseSchemas returns what the sections of schemas.txt say. Lines that open one
// together are ways to know the same tables.
func parseSchemas(text string) (all []*Schema) {
	for section := range strings.SplitSeq(text, "\n\n") {
		for line := range lines.Of(section) {
			head, list, _ := strings.Cut(line, ":")
			kind, name, _ := strings.Cut(head, " ")
			if kind != "schema" && kind != "survey" {
				break
			}
			all = append(all, &Schema{Name: name, requires: headerList(list), Open: kind == "survey", lines: section})
		}
	}
	return all
}

// Headers returns what the headers of a schema mean.
func (s *Schema) Headers() map[string]Meaning {
	headers := map[string]Meaning{}
	for line := range lines.Of(s.lines) {
		head, list, _ := strings.Cut(line, ":")
		if role, _, _ := strings.Cut(head, " "); role != "schema" && role != "survey" {
			addHeaders(headers, mustRole(role), list)
		}
	}
	return headers
}

// addHeaders gives headers a role and the next ranks, unless they have one.
func addHeaders(into map[string]Meaning, role Role, list string) {
	for h := range eachHeader(list) {
		if _, taken := into[h]; !taken {
			into[h] = Meaning{role, 1 + len(into)}
		}
	}
}

// SchemaOf returns the data set that a table with these headers comes from, or
// nil.
func SchemaOf(headers []string) *Schema {
	have := map[string]bool{}
	for _, h := range headers {
		have[Words(h)] = true
	}
	for _, s := range schemas() {
		all := true
		for _, h := range s.requires {
			all = all && have[h]
		}
		if all {
			return s
		}
	}
	return nil
}
