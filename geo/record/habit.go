package record

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/dateline-map/dateline/geo/when"
)

// habit returns the order of dates that do not prove one themselves, and why; without
// a reason if nothing tells.
func (t *Table) habit(sample []*row) (order when.Order, why string) {
	for col, c := range t.Columns {
		if order, line := provedBy(sample, col); c.Role == NoRole && order != when.OrderUnknown {
			return order, fmt.Sprintf("row %d allows no other in column %q", line, c.Name)
		}
	}
	if why = t.dayFirst(sample); why != "" {
		order = when.DMY
	}
	return order, why
}

// provedBy returns the order that a column of dates proves, and the line of the first
// date that does: whoever filled it, the sheet that shows it is set to one.
func provedBy(sample []*row, col int) (order when.Order, line int) {
	var orders when.Orders
	for _, r := range sample {
		if cell := r.cell(col); !missing(cell) {
			if !dateLike(cell) || excelSerial(cell) {
				return when.OrderUnknown, 0
			}
			orders.Add(cell, r.line)
		}
	}
	order, line, err := orders.Proof()
	if err != nil {
		return when.OrderUnknown, 0
	}
	return order, line
}

// dayFirst says why the dates of a table, none of which proves an order, have the day
// first; empty if nothing tells. Month first is a habit of those who write English,
// in the United States and where their spreadsheets are used, and nobody's with
// points between the numbers.
func (t *Table) dayFirst(sample []*row) string {
	switch {
	case t.plan.pointed(sample):
		return "dates with points are written so"
	case t.foreign():
		return "its headers are not in English, and only those who write English put the month first"
	}
	return ""
}

// pointed reports whether all dates of a sample that depend on the order have points
// between their numbers.
func (p *plan) pointed(sample []*row) bool {
	some := false
	for _, role := range []Role{Date, Start, End} {
		for _, col := range p.cols[role] {
			for _, r := range sample {
				cell := r.cell(col)
				if !dependsOnOrder(cell) {
					continue
				}
				if strings.ContainsAny(cell, "/-") || strings.Count(cell, ".") < 2 {
					return false
				}
				some = true
			}
		}
	}
	return some
}

func dependsOnOrder(cell string) bool {
	var one when.Orders
	one.Add(cell, 0)
	_, _, err := one.Proof()
	return when.IsAmbiguous(err)
}

// foreign reports whether more of the headers are of other languages than of English.
func (t *Table) foreign() bool {
	english, foreign := 0, 0
	for _, c := range t.Columns {
		switch theTongues().of(c.Name) {
		case inEnglish:
			english++
		case inAnother:
			foreign++
		}
	}
	return foreign > english
}

// tongue is the language of a header, as far as that matters.
type tongue uint8

const (
	inNone tongue = iota // not known
	inAnother
	inEnglish // also if others write it so
)

// tongues are those of the headers that headers.txt has. Few tables need them.
type tongues map[string]tongue

var theTongues = sync.OnceValue(func() tongues {
	all := make(tongues, someHeaders)
	for line := range dataLines(headersTxt) {
		head, list, _ := strings.Cut(line, ":")
		first, language, _ := strings.Cut(head, " ")
		if first == "schema" || first == "survey" {
			break
		}
		_, isRole := ParseRole(first)
		for h := range eachHeader(list) {
			if language == "en" {
				all[h] = inEnglish
			} else if isRole {
				all[h] = max(all[h], inAnother)
			}
		}
	}
	return all
})

// of returns the tongue of a header: what is left of its letters beyond ASCII without
// accents is of another script.
func (all tongues) of(header string) tongue {
	words := headerWords(header)
	if strings.ContainsFunc(words, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) {
		return inAnother
	}
	return max(all[words], all[theVocabulary().core(header)], all.ofWords(words))
}

// ofWords returns English for words of which each is listed so.
func (all tongues) ofWords(words string) tongue {
	if words != "" && !slices.ContainsFunc(strings.Fields(words), func(w string) bool { return all[w] != inEnglish }) {
		return inEnglish
	}
	return inNone
}
