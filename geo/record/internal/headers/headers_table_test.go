package headers

import (
	"cmp"
	"fmt"
	"go/format"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest/golden"
	"github.com/dateline-map/dateline/geo/internal/lines"
)

var wordKinds = map[string]WordKind{
	"filler": FillerWord, "key": keyWord, "part": partWord, "later": LaterWord, "never": NeverWord,
	"top": TopWord, "bottom": BottomWord, "low": lowWord, "high": highWord, "how_many": manyWord, "group": groupWord, "town": TownWord, "time": TimeWord, "from": fromWord, "till": tillWord,
	"happening": happeningWord, "elsewhere": elsewhereWord, "kind": kindWord, "thing": thingWord, "settlement": SettlementWord, "first": FirstWord, "last": LastWord,
}

// headersFile returns what headers.txt means.
func headersFile(t *testing.T) *vocabulary {
	t.Helper()
	text, err := os.ReadFile("headers.txt")
	if err != nil {
		t.Fatal(err)
	}
	headers, words := map[string]Meaning{}, map[string]word{}
	for line := range lines.Of(string(text)) {
		head, list, _ := strings.Cut(line, ":")
		first, rest, _ := strings.Cut(head, " ")
		if kind := wordKinds[first]; kind != 0 {
			addWords(words, kind, rest, list)
			continue
		}
		addHeaders(headers, mustRole(first), list)
	}
	return &vocabulary{sorted(headers), sorted(glued(headers)), sorted(words)}
}

// addWords takes in a line of single words, of a role if they are keys.
func addWords(words map[string]word, kind WordKind, role, list string) {
	for h := range eachHeader(list) {
		w := words[h]
		w.Kinds |= 1 << kind
		if kind == keyWord {
			role, _, _ := strings.Cut(role, " ") // a language may follow
			w.Key = mustRole(role)
		}
		words[h] = w
	}
}

// glued returns what the headers of several words mean when they are written as one.
func glued(headers map[string]Meaning) map[string]Meaning {
	glued := map[string]Meaning{}
	for h, m := range headers {
		if one := strings.ReplaceAll(h, " ", ""); one != h {
			if other, taken := glued[one]; !taken || m.Rank < other.Rank {
				glued[one] = m
			}
		}
	}
	return glued
}

func sorted[T any](of map[string]T) (l list[T]) {
	for words, says := range of {
		l = append(l, listed[T]{words, says})
	}
	slices.SortFunc(l, func(a, b listed[T]) int { return cmp.Compare(a.words, b.words) })
	return l
}

// source writes tables as Go.
func (v *vocabulary) source() ([]byte, error) {
	var b strings.Builder
	b.WriteString("// Code generated from headers.txt by \"go test ./geo/record/internal/headers -run TestHeaderTables -update\"; DO NOT EDIT.\n\npackage headers\n")
	writeList(&b, "headerTable", "Meaning", v.Headers, func(m Meaning) string { return fmt.Sprintf("%s, %d", roleConstant(m.Role), m.Rank) })
	writeList(&b, "gluedTable", "Meaning", v.glued, func(m Meaning) string { return fmt.Sprintf("%s, %d", roleConstant(m.Role), m.Rank) })
	writeList(&b, "wordTable", "word", v.Words, func(w word) string { return fmt.Sprintf("%#x, %s", w.Kinds, roleConstant(w.Key)) })
	return format.Source([]byte(b.String()))
}

func writeList[T any](b *strings.Builder, name, typ string, l list[T], fields func(T) string) {
	fmt.Fprintf(b, "\nvar %s = list[%s]{\n", name, typ)
	for _, e := range l {
		fmt.Fprintf(b, "{%q, %s{%s}},\n", e.words, typ, fields(e.says))
	}
	b.WriteString("}\n")
}

// roleConstant returns the name of a role's constant: "Adm1PCode" of "adm1_pcode".
func roleConstant(r Role) string {
	switch r {
	case NoRole:
		return "NoRole"
	case ID, URL:
		return strings.ToUpper(r.String())
	case SubType:
		return "SubType"
	}
	name := ""
	for part := range strings.SplitSeq(r.String(), "_") {
		name += strings.ToUpper(part[:1]) + part[1:]
	}
	return strings.Replace(name, "Pcode", "PCode", 1)
}

// TestHeaderTables holds the tables that the program has against the file that they are
// made of.
func TestHeaderTables(t *testing.T) {
	want, err := headersFile(t).source()
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "headers_table.go", string(want))
}

// TestSchemas holds that what a section says is read whole.
func TestSchemas(t *testing.T) {
	names := map[string]int{}
	for _, s := range schemas() {
		headers := s.Headers()
		names[s.Name] = len(headers)
		for _, h := range s.requires {
			if m, ok := headers[h]; !ok && !s.Open && m.Role != NoRole {
				t.Errorf("%s: %q is not said to mean anything", s.Name, h)
			}
		}
	}
	if len(names) != 17 || slices.Min(slices.Collect(maps.Values(names))) < 2 {
		t.Errorf("headers by schema: %v", names)
	}
}
