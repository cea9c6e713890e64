package web

import (
	"encoding/json"
	"fmt"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"net/mail"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo/when"
	"golang.org/x/net/html"
)

// dates are the dates of publication that a page declares, the most trusted
// first.
type dates []date

type date struct {
	when when.Interval
	from string // where it stands
}

func (d dates) first() when.Interval {
	if len(d) == 0 {
		return when.Interval{}
	}
	return d[0].when
}

// contradiction says that a page declares days that no difference of time zones
// explains; nil if it does not.
func (d dates) contradiction() error {
	for i := 1; i < len(d); i++ {
		a, b := d[0].when, d[i].when
		if a.First-b.Last > 1 || b.First-a.Last > 1 {
			return fmt.Errorf("contradictory dates of publication: %s by its %s, %s by its %s; the first is taken", a.First, d[0].from, b.First, d[i].from)
		}
	}
	return nil
}

// Dates outside these years are not believed.
const (
	firstYear = 1700 // the age of newspapers
	lastYear  = 2100
)

// add adds a written date, if it is one.
func (d *dates) add(written, from string) {
	if i := parseDate(written); !i.IsZero() {
		*d = append(*d, date{i, from})
	}
}

// isoDay matches a date and time as machines write it. The day that it names is
// the publisher's; what is behind it could only move it.
var isoDay = pattern.New(`^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:?\d{2}.*)?$`)

// parseDate reads a written date; the zero Interval if it is none or out of
// reason.
func parseDate(s string) when.Interval {
	s = strings.TrimSpace(s)
	if len(s) > 60 {
		return when.Interval{}
	}
	if isoDay().MatchString(s) {
		s = s[:10]
	}
	i, err := when.Parse(s, when.OrderUnknown)
	if err != nil {
		t, err := mail.ParseDate(s)
		if err != nil {
			return when.Interval{}
		}
		i = when.On(when.Date(t.Date()))
	}
	if i.First < when.Date(firstYear, time.January, 1) || i.Last > when.Date(lastYear, time.December, 31) {
		return when.Interval{}
	}
	return i
}

// publishedNames are the names of <meta> elements that say when a page was
// published, in small letters.
var publishedNames = map[string]bool{
	"article:published_time": true, "og:published_time": true, "og:article:published_time": true, "article:published": true,
	"datepublished": true, "date": true, "pubdate": true, "publishdate": true, "publish-date": true, "publish_date": true,
	"publication_date": true, "publicationdate": true, "published_time": true, "published-date": true, "published": true,
	"dc.date": true, "dc.date.issued": true, "dc.date.published": true, "dcterms.issued": true, "dcterms.date": true, "dcterms.created": true,
	"parsely-pub-date": true, "sailthru.date": true, "cxenseparse:recs:publishtime": true, "citation_publication_date": true,
	"originalpublicationdate": true, "article.published": true, "rbpubdate": true, "displaydate": true, "ptime": true,
}

// declaredDates returns the dates of publication that a page declares: for
// machines in JSON-LD, in <meta> and <time> elements, in its address.
func declaredDates(root *html.Node) dates {
	var ld, meta, times, address dates
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			ld.add(ldArticle(n).published, "JSON-LD")
		case "meta":
			meta.addMeta(n)
			if attr(n, "property") == "og:url" {
				address.add(addressDate(attr(n, "content")), "address")
			}
		case "time", "abbr", "span":
			if attr(n, "itemprop") == "datePublished" || n.Data == "time" && has(n, "pubdate") {
				times.add(timeOf(n), "byline")
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				address.add(addressDate(attr(n, "href")), "address")
			}
		}
	}
	return append(append(append(ld, meta...), times...), address...)
}

func (d *dates) addMeta(n *html.Node) {
	for _, key := range []string{"property", "name", "itemprop"} {
		if name := strings.ToLower(attr(n, key)); publishedNames[name] {
			d.add(attr(n, "content"), name)
			return
		}
	}
}

// timeOf returns the date of an element: for machines if it has one.
func timeOf(n *html.Node) string {
	for _, key := range []string{"datetime", "content"} {
		if v := attr(n, key); v != "" {
			return v
		}
	}
	if n.FirstChild != nil && n.FirstChild.Type == html.TextNode {
		return n.FirstChild.Data
	}
	return ""
}

// addressDay matches a day in a page's address.
var addressDay = pattern.New(`/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?:/|-|$)`)

func addressDate(url string) string {
	m := addressDay().FindStringSubmatch(url)
	if m == nil {
		return ""
	}
	return m[1] + "-" + m[2] + "-" + m[3]
}

// article is what JSON-LD says of the first article in it.
type article struct {
	published, author, publisher string
}

// ldArticle reads JSON-LD; the zero article if it is none.
func ldArticle(n *html.Node) (a article) {
	if n.Data != "script" || !strings.EqualFold(attr(n, "type"), "application/ld+json") || n.FirstChild == nil {
		return a
	}
	var v any
	if json.Unmarshal([]byte(n.FirstChild.Data), &v) != nil {
		return a
	}
	m := findArticle(v)
	a.published, _ = m["datePublished"].(string)
	a.author, a.publisher = ldName(m["author"]), ldName(m["publisher"])
	return a
}

// findArticle looks for a dated article in a value, and what it is made of. Its
// depth is bounded by the decoder's.
func findArticle(v any) map[string]any {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if m := findArticle(x); m != nil {
				return m
			}
		}
	case map[string]any:
		if d, ok := v["datePublished"].(string); ok && d != "" && isArticle(v["@type"]) {
			return v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if m := findArticle(v[key]); m != nil {
				return m
			}
		}
	}
	return nil
}

// ldName returns the name of a person or an organisation in JSON-LD, or the
// names of several.
func ldName(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		return ldName(v["name"])
	case []any:
		var names []string
		for _, x := range v {
			if name := ldName(x); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

func isArticle(kind any) bool {
	if list, ok := kind.([]any); ok && len(list) > 0 {
		kind = list[0]
	}
	s, _ := kind.(string)
	return strings.HasSuffix(s, "Article") || strings.HasSuffix(s, "Posting") || s == "Report" || s == "WebPage"
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}
