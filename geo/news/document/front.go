package document

import (
	"cmp"
	"fmt"
	"net/mail"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// field is a line "Name: value" of a story's head.
type field struct {
	name, value string // the name in small letters
	line        int    // from 1
}

// fieldNames are the names that a story's head may have, and what they say.
// Nothing is a head unless it has one of them.
var fieldNames = map[string]string{
	"title": "title", "headline": "title", "subject": "title",
	"date": "date", "published": "date", "publication date": "date", "date published": "date", "publish date": "date",
	"pubdate": "date", "publication-date": "date", "posted": "date", "published on": "date", "published_at": "date", "publish_date": "date",
	"source": "source", "publisher": "source", "site": "source", "publication": "source", "newspaper": "source", "outlet": "source",
	"url": "url", "link": "url", "permalink": "url", "source url": "url", "canonical": "url",
	"author": "author", "authors": "author", "byline": "author",
	"id": "id",
}

// mostFields is how many lines a head has at the most.
const mostFields = 60

// readFront returns a story with what its head says of it: a block of lines
// "Name: value" at its beginning, as mail has it, or the same between two lines
// "---". A title may stand above the block.
func readFront(s string) (Document, []*geo.Problem) {
	fields, rest := cutFront(s)
	d := Document{Text: rest}
	var problems []*geo.Problem
	from := "" // a mail's sender
	for _, f := range fields {
		switch fieldNames[f.name] {
		case "title":
			d.Title = cmp.Or(d.Title, f.value)
		case "source":
			d.Source = cmp.Or(d.Source, f.value)
		case "author":
			d.Author = cmp.Or(d.Author, f.value)
		case "url":
			d.URL = cmp.Or(d.URL, f.value)
		case "id":
			d.ID = cmp.Or(d.ID, f.value)
		case "date":
			if p := readDate(&d, f); p != nil {
				problems = append(problems, p)
			}
		}
		if f.name == "from" {
			from = f.value
		}
	}
	d.Author = cmp.Or(d.Author, from)
	return d, problems
}

// readDate reads the date of a head. The first that can be read holds; another
// that names other days is told.
func readDate(d *Document, f field) *geo.Problem {
	i, err := when.Parse(f.value, when.OrderUnknown)
	if t, mailErr := mail.ParseDate(f.value); err != nil && mailErr == nil {
		i, err = when.On(when.Date(t.Date())), nil // the sender's day, in the sender's zone
	}
	switch {
	case err != nil:
	case d.Published.IsZero():
		d.Published = i
	case !d.Published.Overlaps(i):
		err = fmt.Errorf("%s contradicts an earlier line; %s is taken", f.value, d.Published.First)
	}
	if err != nil {
		return &geo.Problem{Row: f.line, Column: f.name, Err: err}
	}
	return nil
}

// cutFront parts a story's head from its text. Without a head the text is
// whole.
func cutFront(s string) (fields []field, rest string) {
	body := strings.TrimLeft(s, "\ufeff \t\r\n\f")
	line := 1 + strings.Count(s[:len(s)-len(body)], "\n")
	if n := frontBlock(body); n > 0 {
		block := body[:n]
		_, inner, _ := cutLine(block)
		fields, _ = takeFields(inner, line+1)
		return fields, body[n:]
	}
	if fields, rest = takeFields(body, line); fields != nil {
		return fields, rest
	}
	title, below, _ := cutLine(body)
	blank := len(below) - len(strings.TrimLeft(below, "\r\n"))
	if t := strings.TrimSpace(title); t == "" || len(t) > 300 || endsSentence(t) {
		return nil, s
	}
	fields, rest = takeFields(below[blank:], line+1+strings.Count(below[:blank], "\n"))
	if fields == nil {
		return nil, s
	}
	return fields, strings.TrimRight(title, "\r\n") + "\n\n" + rest
}

// frontBlock returns the length of the block between two lines "---" that a text
// begins with, the lines included; 0 if there is none that has a field we know.
func frontBlock(s string) int {
	first, rest, _ := cutLine(s)
	if strings.TrimRight(first, " \t\r\n") != "---" {
		return 0
	}
	at := len(first)
	known := false
	for n := 0; n < mostFields && rest != ""; n++ {
		var line string
		line, rest, _ = cutLine(rest)
		at += len(line)
		trimmed := strings.TrimRight(line, " \t\r\n")
		if trimmed == "---" || trimmed == "..." {
			if known {
				return at
			}
			return 0
		}
		if name, _, ok := parseField(trimmed); ok && fieldNames[name] != "" {
			known = true
		}
	}
	return 0
}

// cutLine parts a text after its first line, which keeps its end.
func cutLine(s string) (line, rest string, found bool) {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i+1], s[i+1:], true
	}
	return s, "", s != ""
}

// takeFields reads the lines "Name: value" that a text begins with, to the first
// line that is none. They are a head only if one of them says when, by whom or
// where the story was published, or its title: a dateline "BAGHDAD: Seven died"
// looks like a field, too.
func takeFields(s string, line int) (fields []field, rest string) {
	rest = s
	known := 0 // fields up to the last one we know
	at := s
	for n := 0; n < mostFields; n++ {
		l, below, ok := cutLine(at)
		trimmed := strings.TrimRight(l, " \t\r\n")
		if !ok || trimmed == "" && len(fields) > 0 {
			if known > 0 {
				known, rest = len(fields), below // a blank line ends it: the unknown ones are its own, too
			}
			break
		}
		if trimmed == "---" || trimmed == "..." {
			return fields, below
		}
		if len(fields) > 0 && (l[0] == ' ' || l[0] == '\t' || strings.HasPrefix(l, "- ")) {
			last := &fields[len(fields)-1]
			last.value = strings.TrimSpace(last.value + " " + strings.TrimSpace(strings.TrimPrefix(trimmed, "- ")))
		} else if name, value, ok := parseField(trimmed); ok {
			fields = append(fields, field{name: name, value: value, line: line + n})
		} else {
			break
		}
		at = below
		if last := fields[len(fields)-1]; fieldNames[last.name] != "" {
			known, rest = len(fields), below
		}
	}
	if known == 0 {
		return nil, s
	}
	return fields[:known], rest
}

// parseField reads a line "Name: value", of which the name is one to three
// words and not all capitals, as datelines are.
func parseField(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line, ":")
	name = strings.Trim(strings.TrimSpace(name), "*_#") // Markdown's bold
	if !ok || name == "" || len(name) > 30 || strings.Count(name, " ") > 2 {
		return "", "", false
	}
	for _, r := range name {
		if !(r == ' ' || r == '-' || r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			return "", "", false
		}
	}
	lower := strings.ToLower(name)
	if fieldNames[lower] == "" && len(name) > 2 && name == strings.ToUpper(name) {
		return "", "", false
	}
	value = strings.Trim(strings.TrimSpace(value), "*_")
	if n := len(value); n > 1 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = value[1 : n-1]
	}
	return lower, strings.TrimSpace(value), true
}
