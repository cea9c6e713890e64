package record

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed schemas.txt
var schemasTxt string

// schema is a data set whose tables are known as such.
type schema struct {
	name     string
	requires []string // headers, in the form of headerWords
	open     bool     // headers not listed mean what they mean in any table
	lines    string   // of schemas.txt, on its headers
}

var schemas = sync.OnceValue(func() []*schema { return parseSchemas(schemasTxt) })

// parseSchemas returns what the sections of schemas.txt say. Lines that open one
// together are ways to know the same tables.
func parseSchemas(text string) (all []*schema) {
	for section := range strings.SplitSeq(text, "\n\n") {
		for line := range dataLines(section) {
			head, list, _ := strings.Cut(line, ":")
			kind, name, _ := strings.Cut(head, " ")
			if kind != "schema" && kind != "survey" {
				break
			}
			all = append(all, &schema{name: name, requires: headerList(list), open: kind == "survey", lines: section})
		}
	}
	return all
}

// headers returns what the headers of a schema mean.
func (s *schema) headers() map[string]meaning {
	headers := map[string]meaning{}
	for line := range dataLines(s.lines) {
		head, list, _ := strings.Cut(line, ":")
		if role, _, _ := strings.Cut(head, " "); role != "schema" && role != "survey" {
			addHeaders(headers, mustRole(role), list)
		}
	}
	return headers
}

// addHeaders gives headers a role and the next ranks, unless they have one.
func addHeaders(into map[string]meaning, role Role, list string) {
	for h := range eachHeader(list) {
		if _, taken := into[h]; !taken {
			into[h] = meaning{role, 1 + len(into)}
		}
	}
}

// schemaOf returns the data set that a table with these headers comes from, or
// nil.
func schemaOf(headers []string) *schema {
	have := map[string]bool{}
	for _, h := range headers {
		have[headerWords(h)] = true
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
