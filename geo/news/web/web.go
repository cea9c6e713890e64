// Package web reads what the web publishes stories in: HTML pages and feeds
// (RSS, Atom, JSON Feed), as files.
//
// A page gives its story without what stands around it: navigation, links to
// other stories, readers' comments, notices. Nothing is ever fetched.
//
// # Non-goals
//
//   - Pages that a script fills in the browser: there is no story in the file.
//   - Browser archives (MHTML, WARC).
package web

import (
	"bytes"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/news/document"
)

// Formats returns the formats that this package reads, for [document.Library].
func Formats() []document.Format { return []document.Format{Feed{}, Page{}} }

// htmlHead matches the beginning of a page, whatever its file is called.
var htmlHead = pattern.New(`(?i)^(?:<\?xml[^>]*>|<!--(?s:.*?)-->|\s)*<(?:!doctype\s+html|html|head|body)[\s>]`)

// feedHead matches the beginning of a feed in XML.
var feedHead = pattern.New(`(?i)^(?:<\?[^>]*>|<!--(?s:.*?)-->|<!doctype[^>\[]*(?:\[(?s:.*?)\]\s*)?>|\s)*<(?:rss|feed|rdf:rdf|[a-z]{1,10}:feed)[\s>]`)

// jsonFeed is what every JSON Feed says of itself.
var jsonFeed = pattern.New(`^\s*\{(?s:.*)"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version`)

// sniff returns the beginning of a file as far as letters show: without a byte
// order mark, and of UTF-16 every other byte.
func sniff(head []byte) []byte {
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		head = bytes.TrimPrefix(head, []byte(mark))
	}
	return bytes.ReplaceAll(head, []byte{0}, nil)
}

// ending returns the ending of a file's name in small letters.
func ending(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return strings.ToLower(name[i:])
	}
	return ""
}

// oneLine makes white space single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
