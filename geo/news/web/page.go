package web

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/go-shiori/go-readability"
	"golang.org/x/net/html"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/geo/news/document"
)

// Page reads an HTML page as the one story that it is made around.
type Page struct{}

// Holds implements [document.Format]: .html, .htm, .xhtml and .shtml, and whatever
// begins like a page.
func (Page) Holds(name string, head []byte) bool {
	switch ending(name) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return true
	}
	return htmlHead().Match(sniff(head))
}

var errNoStory = errors.New("no story in this page; scripts are not run")

// Documents implements [document.Format].
func (Page) Documents(data []byte) ([]document.Document, []*geo.Problem) {
	s, note, err := charset.Decode(data, declaredCharset(data))
	if err != nil {
		return nil, []*geo.Problem{{Refused: true, Err: err}}
	}
	var problems []*geo.Problem
	if note != nil {
		problems = append(problems, &geo.Problem{Err: note})
	}
	d, dates, err := readPage(s)
	if err != nil {
		return nil, append(problems, &geo.Problem{Refused: true, Err: err})
	}
	if note := dates.contradiction(); note != nil {
		problems = append(problems, &geo.Problem{Err: note})
	}
	return document.ByDays(d), problems
}

// readPage finds the story of a page. The extractor is made for the web's mess,
// but is not ours: should a page make it panic, the page is refused and the
// rest goes on.
func readPage(s string) (d document.Document, dates dates, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("this page cannot be taken apart: %v", p)
		}
	}()
	s, err = tame(s)
	if err != nil {
		return d, nil, err
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return d, nil, err
	}
	dates = declaredDates(root)
	site := declaredSite(root)
	dates = append(dates, shownDates(root)...)
	long := longParagraphs(root)
	discardBoxes(root)
	tellTables(root)
	parser := readability.NewParser()
	article, err := parser.ParseDocument(root, nil)
	if err != nil {
		return d, dates, errNoStory
	}
	d = describe(&article, site)
	body := cmp.Or(plain(article.Node), long)
	if body == "" {
		return d, dates, errNoStory
	}
	d.Text = withTitle(d.Title, body)
	d.Published = dates.first()
	return d, dates, nil
}

// describe takes over what the extractor and the page's head say beside the
// text.
func describe(a *readability.Article, site site) document.Document {
	name := oneLine(cmp.Or(site.name, a.SiteName))
	title := cleanTitle(a.Title, name)
	return document.Document{
		Title:  title,
		Source: cmp.Or(name, site.named(title)),
		Author: beforeAuthor().ReplaceAllString(oneLine(cmp.Or(a.Byline, site.author)), ""),
		URL:    site.url,
	}
}

// cleanTitle takes the site's name off a title.
func cleanTitle(title, site string) string {
	title = oneLine(title)
	for _, between := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		i := strings.LastIndex(title, between)
		if i > 0 && site != "" && strings.EqualFold(strings.TrimSpace(title[i+len(between):]), oneLine(site)) {
			return title[:i]
		}
	}
	return title
}

// withTitle puts the headline above the text, where a reader of the page has
// it, unless the text begins with it.
func withTitle(title, body string) string {
	first, _, _ := strings.Cut(body, "\n")
	if title == "" || strings.EqualFold(oneLine(first), title) {
		return body
	}
	return title + "\n\n" + body
}

// metaCharset matches what a page or a feed says of its encoding.
var metaCharset = pattern.New(`(?i)<meta[^>]{1,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})|^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([a-z0-9_:.-]{2,40})`)

// declaredCharset returns the name of the encoding that a page or a feed
// declares; empty if it declares none.
func declaredCharset(data []byte) string {
	m := metaCharset().FindSubmatch(data[:min(len(data), 4096)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2])
}
