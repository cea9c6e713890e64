package record

import (
	"html"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// Texts of feeds, web services and content management are pieces of web pages, in a table
// as in JSON. What an event says of itself is for people; the column keeps what was written.

// element matches a tag of those that pages are written in, and a comment. "<unknown>" and
// "a <b c" are no tags.
var element = pattern.New(`(?i)<!--[\s\S]*?-->|<(/?)(a|abbr|article|audio|b|big|blockquote|br|button|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|mark|noscript|o:p|ol|option|p|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|video|wbr)(?:[\s/][^<>]*)?>`)

// closing matches the end of an element of any name: what is closed is an element, too, such
// as those that an agency writes into a description.
var closing = pattern.New(`</([A-Za-z_][\w:.-]*)\s*>`)

// withoutElements returns a text with the ends of lines for the tags of elements that no page
// has, and that are closed in it.
func withoutElements(s string) string {
	done := map[string]bool{}
	const most = 20 // names; a text has few
	for _, m := range closing().FindAllStringSubmatch(s, -1) {
		name := m[1]
		if done[name] || len(done) == most || element().MatchString("<"+name+">") {
			continue
		}
		done[name] = true
		s = strings.NewReplacer("<"+name+">", string(rune(lineEnd)), m[0], string(rune(lineEnd))).Replace(s)
	}
	return s
}

// inLine are the elements that part no lines.
var inLine = map[string]bool{"a": true, "abbr": true, "b": true, "big": true, "cite": true, "code": true, "del": true, "em": true, "font": true, "i": true,
	"img": true, "ins": true, "label": true, "mark": true, "o:p": true, "q": true, "s": true, "small": true, "span": true, "strike": true, "strong": true, "sub": true,
	"sup": true, "td": true, "th": true, "tt": true, "u": true, "wbr": true}

// withoutMarkup returns a text without the tags and entities of a page.
func withoutMarkup(written string) string {
	s := written
	if s == "" || strings.IndexByte(s, '<') < 0 && strings.IndexByte(s, '&') < 0 { // an eighth of the time of looking for both at once
		return s
	}
	if strings.IndexByte(s, '<') < 0 {
		return html.UnescapeString(s)
	}
	s = withoutElements(s)
	tags := element().FindAllStringSubmatchIndex(s, -1)
	if tags == nil && strings.IndexByte(s, lineEnd) < 0 {
		return html.UnescapeString(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	at, hidden := 0, "" // the element whose text nobody reads
	for _, t := range tags {
		name := ""
		if t[4] >= 0 {
			name = strings.ToLower(s[t[4]:t[5]])
		}
		if hidden == "" {
			b.WriteString(s[at:t[0]])
		}
		at = t[1]
		closing := t[3] > t[2]
		switch {
		case hidden != "":
			if closing && name == hidden {
				hidden = ""
			}
		case (name == "script" || name == "style") && !closing:
			hidden = name
		case name == "td" || name == "th":
			b.WriteByte(' ')
		case name == "br" || name == "li" || name == "tr":
			b.WriteByte(lineEnd)
		case name != "" && !inLine[name]:
			b.WriteString(paragraphEnd)
		}
	}
	if hidden == "" {
		b.WriteString(s[at:])
	}
	if text := tidyLines(html.UnescapeString(b.String())); text != "" {
		return text
	}
	return written // nothing but tags is what it says
}

// lineEnd stands for the end of a line that an element makes, which the ends of lines in
// the source of a page are not. It is no character of a text.
const (
	lineEnd      = '\v'
	paragraphEnd = "\v\v"
)

// tidyLines returns the lines of a text that was a piece of a page. Where elements end its
// lines its own line ends are spaces.
func tidyLines(s string) string {
	end := "\n"
	if strings.IndexByte(s, lineEnd) >= 0 {
		end = string(rune(lineEnd))
	}
	var b strings.Builder
	gap := 0
	for line := range strings.SplitSeq(s, end) {
		if line = strings.Join(strings.Fields(line), " "); line == "" {
			gap++
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n"[:1+min(gap, 1)])
		}
		b.WriteString(line)
		gap = 0
	}
	return b.String()
}
