package web

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// Page reads an HTML page as the one story that it is made around.
type Page struct{}

// Holds implements [news.Format]: .html, .htm, .xhtml and .shtml, and whatever
// begins like a page.
func (Page) Holds(name string, head []byte) bool {
	switch ending(name) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return true
	}
	return htmlHead.Match(sniff(head))
}

var errNoStory = errors.New("no story in this page; scripts are not run")

// Documents implements [news.Format].
func (Page) Documents(data []byte) ([]news.Document, []*geo.Problem) {
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
	return []news.Document{d}, problems
}

// readPage finds the story of a page. The extractor is made for the web's mess,
// but is not ours: should a page make it panic, the page is refused and the
// rest goes on.
func readPage(s string) (d news.Document, dates dates, err error) {
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
	result, err := trafilatura.ExtractDocument(root, extraction)
	if err != nil {
		return d, dates, errNoStory
	}
	d = describe(result)
	body := plain(result.ContentNode)
	if body == "" {
		return d, dates, errNoStory
	}
	d.Text = withTitle(d.Title, body)
	d.Published = dates.first()
	if d.Published.IsZero() {
		d.Published = guessedDate(root, d.URL)
	}
	return d, dates, nil
}

// extraction leaves the date to us: what a page declares is read as the civil
// day that it writes.
var extraction = trafilatura.Options{
	ExcludeComments: true,
	HtmlDateMode:    trafilatura.Disabled,
}

// describe takes over what the extractor found beside the text.
func describe(r *trafilatura.ExtractResult) news.Document {
	m := &r.Metadata
	return news.Document{
		Title:  cleanTitle(m.Title, m.Sitename),
		Source: oneLine(m.Sitename),
		Author: oneLine(m.Author),
		URL:    m.URL,
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

// A date is looked for in the words of a page only between these: the extractor
// would else take today for the last of days, and a page give another date next
// year.
var guessing = htmldate.Options{
	UseOriginalDate:     true,
	SkipExtensiveSearch: true,
	MinDate:             time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC),
	MaxDate:             time.Date(lastYear, 12, 31, 0, 0, 0, 0, time.UTC),
}

// guessedDate looks for the date in what a page shows: its URL, its byline.
func guessedDate(root *html.Node, url string) when.Interval {
	o := guessing
	o.URL = url
	r, err := htmldate.FromDocument(root, o)
	if err != nil || r.IsZero() || madeUpDay(r) {
		return when.Interval{}
	}
	return when.On(when.Date(r.DateTime.Date()))
}

// madeUpDay reports whether the first of a month is the extractor's own, who
// gives every month without a day its first.
func madeUpDay(r htmldate.Result) bool {
	if r.DateTime.Day() != 1 {
		return false
	}
	ones := 1
	if r.DateTime.Month() == time.January && !strings.Contains(strings.ToLower(r.SrcString), "jan") {
		ones = 2 // one of them is the month
	}
	return len(one.FindAllString(r.SrcString, -1)) < ones
}

// one matches the first day of a month.
var one = regexp.MustCompile(`(?i)\b0?1(?:st)?\b`)

// metaCharset matches what a page or a feed says of its encoding.
var metaCharset = regexp.MustCompile(`(?i)<meta[^>]{1,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})|^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([a-z0-9_:.-]{2,40})`)

// declaredCharset returns the name of the encoding that a page or a feed
// declares; empty if it declares none.
func declaredCharset(data []byte) string {
	m := metaCharset.FindSubmatch(data[:min(len(data), 4096)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2])
}
