package web

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/when"
)

// Feed reads RSS, Atom and JSON Feed. Each of its items is a document, its text
// the headline and the longest of what the feed gives of the story.
type Feed struct{}

// Holds implements [document.Format]: .rss and .atom, and whatever begins like a
// feed, so that other XML and JSON is left to others.
func (Feed) Holds(name string, head []byte) bool {
	switch ending(name) {
	case ".rss", ".atom":
		return true
	case ".txt", ".md", ".html", ".htm":
		return false
	}
	head = sniff(head)
	return feedHead().Match(head) || jsonFeed().Match(head)
}

// mostItems is how many items of a feed are read: a hundred times what feeds
// have.
const mostItems = 20_000

// Documents implements [document.Format].
func (Feed) Documents(data []byte) (documents []document.Document, problems []*geo.Problem) {
	s, note, err := charset.Decode(data, declaredCharset(data))
	if err == nil {
		s = xmlEncoding().ReplaceAllString(s, "$1") // it is UTF-8 now
		err = harmless(s)
	}
	if err != nil {
		return nil, []*geo.Problem{{Refused: true, Err: err}}
	}
	if note == nil && entityDeclaration().MatchString(s) {
		note = errEntities
	}
	if note != nil {
		problems = append(problems, &geo.Problem{Err: note})
	}
	feed, err := parseFeed(s)
	switch {
	case err != nil:
		return nil, append(problems, &geo.Problem{Refused: true, Err: err})
	case len(feed.Items) == 0:
		return nil, append(problems, &geo.Problem{Refused: true, Err: errors.New("a feed without an item")})
	case len(feed.Items) > mostItems:
		problems = append(problems, &geo.Problem{Refused: true, Err: fmt.Errorf("a feed of %d items; only the first %d are read", len(feed.Items), mostItems)})
		feed.Items = feed.Items[:mostItems]
	}
	for _, item := range feed.Items {
		if item == nil {
			continue
		}
		d, problem := readItem(feed, item)
		documents = append(documents, d)
		if problem != nil {
			problems = append(problems, problem)
		}
	}
	return documents, problems
}

// parseFeed reads a feed. The parser is not ours: should one make it panic, the
// feed is refused and the rest goes on.
func parseFeed(s string) (feed *gofeed.Feed, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("this feed cannot be taken apart: %v", p)
		}
	}()
	feed, err = gofeed.NewParser().Parse(strings.NewReader(strings.TrimSpace(s)))
	if errors.Is(err, gofeed.ErrFeedTypeNotDetected) {
		return nil, errors.New("not a feed: neither RSS nor Atom nor JSON Feed")
	}
	return feed, err
}

var (
	xmlEncoding       = pattern.New(`^(\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["'][^"']{0,60}["']`)
	entityDeclaration = pattern.New(`<!ENTITY\s`)
	errEntities       = errors.New("declares entities of its own, which are left as they are")
)

// What the XML of a feed may have at the most. The parser copies the names of
// all namespaces into every element that adds one.
const (
	mostXMLDepth   = 200
	mostNamespaces = 1000
)

// harmless refuses XML that is made to hurt. Entities are no danger: they are
// never expanded.
func harmless(s string) error {
	if !strings.HasPrefix(strings.TrimSpace(s), "<") {
		return nil
	}
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	depth, namespaces := 0, 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return nil // what is wrong with it is the parser's to say
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
					namespaces++
				}
			}
		case xml.EndElement:
			depth--
		}
		if depth > mostXMLDepth || namespaces > mostNamespaces {
			return fmt.Errorf("XML of more than %d levels or %d namespaces", mostXMLDepth, mostNamespaces)
		}
	}
}

// readItem makes a document of an item. What the item does not say of itself,
// its feed may.
func readItem(feed *gofeed.Feed, item *gofeed.Item) (document.Document, *geo.Problem) {
	d := document.Document{
		ID:     oneLine(cmp.Or(item.GUID, item.Link)),
		Title:  words(item.Title),
		Source: words(cmp.Or(itemSource(item), feed.Title)),
		Author: author(item.Authors),
		URL:    oneLine(item.Link),
	}
	body := paragraphs(item.Content)
	if teaser := paragraphs(item.Description); len(teaser) > len(body) {
		body = teaser
	}
	d.Text = withTitle(d.Title, body)
	written := cmp.Or(item.Published, item.Updated)
	d.Published = parseDate(written)
	if d.Published.IsZero() && item.PublishedParsed != nil {
		d.Published = when.On(when.Date(item.PublishedParsed.Date()))
	}
	if d.Published.IsZero() && written != "" {
		return d, &geo.Problem{Column: "published", Err: fmt.Errorf("%q of %s is no date", written, cmp.Or(d.ID, d.Title))}
	}
	return d, nil
}

// itemSource returns whom a feed that collects from others has an item from.
func itemSource(item *gofeed.Item) string {
	if item.DublinCoreExt != nil && len(item.DublinCoreExt.Publisher) > 0 {
		return item.DublinCoreExt.Publisher[0]
	}
	return ""
}

func author(people []*gofeed.Person) string {
	var names []string
	for _, p := range people {
		if p != nil && p.Name != "" {
			names = append(names, oneLine(p.Name))
		}
	}
	return strings.Join(names, ", ")
}

// words returns a title, which may have marks of HTML, as one line.
func words(s string) string { return oneLine(paragraphs(s)) }

// paragraphs returns a piece of HTML as paragraphs.
func paragraphs(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return tidy(s)
	}
	safe, err := tame(s)
	if err != nil {
		return ""
	}
	root, err := html.Parse(strings.NewReader(safe))
	if err != nil {
		return ""
	}
	return plain(root)
}

// tidy tidies plain text and keeps its lines.
func tidy(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
}
