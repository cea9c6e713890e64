package web

import (
	"cmp"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"strings"

	"github.com/dateline-map/dateline/geo/when"
	"golang.org/x/net/html"
)

// site is what the head of a page says of it.
type site struct {
	name, author, url string
	title             string // with what the site adds to every page's
}

func declaredSite(root *html.Node) site {
	var s site
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "meta":
			content := attr(n, "content")
			switch strings.ToLower(cmp.Or(attr(n, "property"), attr(n, "name"))) {
			case "og:site_name", "application-name":
				s.name = cmp.Or(s.name, content)
			case "author", "article:author", "dc.creator", "dcterms.creator", "byl":
				s.author = cmp.Or(s.author, content)
			case "og:url":
				s.url = cmp.Or(s.url, content)
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				s.url = cmp.Or(attr(n, "href"), s.url)
			}
		case "title":
			if n.FirstChild != nil {
				s.title = cmp.Or(s.title, oneLine(n.FirstChild.Data))
			}
		case "script":
			a := ldArticle(n)
			s.name, s.author = cmp.Or(s.name, a.publisher), cmp.Or(s.author, a.author)
		}
	}
	s.author = cmp.Or(s.author, shownAuthor(root))
	return s
}

// named returns the name of a site that only says it in the titles of its pages:
// what stands behind or before the story's own title and a mark.
func (s *site) named(title string) string {
	const longest = 40
	rest, marks := "", "|-–—:»·"
	if after, ok := strings.CutPrefix(s.title, title+" "); ok {
		rest = strings.TrimLeft(after, marks+" ")
	} else if before, ok := strings.CutSuffix(s.title, title); ok {
		rest = strings.TrimRight(before, marks+" ")
	}
	if title == "" || len(rest) > longest || rest == "" || !strings.ContainsAny(strings.Replace(s.title, title, "", 1), marks) {
		return ""
	}
	return rest
}

// authorClass matches the class of an element that names the writer.
var authorClass = pattern.New(`(?i)(?:^|[-_\s])(?:author|byline|byl)(?:$|[-_\s])`)

// beforeAuthor matches what stands before a writer's name.
var beforeAuthor = pattern.New(`(?i)^(?:(?:posted|written|submitted|reported)\s+)?by:?\s+`)

// shownAuthor returns the writer that a page names to its readers.
func shownAuthor(root *html.Node) string {
	const longest = 60
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data == "meta" || attr(n, "rel") != "author" && !authorClass().MatchString(attr(n, "class")) {
			continue
		}
		name := oneLine(plain(n))
		if name != "" && len(name) <= longest && !strings.ContainsAny(name, "0123456789|@") {
			return name
		}
	}
	return ""
}

// dateClass matches the class or id of an element that shows when a page was
// published.
var dateClass = pattern.New(`(?i)(?:^|[-_\s])(?:pub(?:lish(?:ed)?)?|post(?:ed)?|entry|article|story|created)?[-_]?(?:date|dateline|time|timestamp|datetime|byline)(?:$|[-_\s])`)

// beforeDate matches what bylines say in front of their date.
var beforeDate = pattern.New(`(?i)^(?:(?:first\s+)?(?:published|posted|created|released)|date|on|:|\s)+`)

// shownDates returns the first date that a page shows to its readers, where it
// declares none for machines: in a <time> element, or in one that is called so.
func shownDates(root *html.Node) dates {
	var shown dates
	for n := range root.Descendants() {
		if len(shown) > 0 {
			break
		}
		if n.Type != html.ElementNode || n.Data != "time" && !dateClass().MatchString(attr(n, "class")+" "+attr(n, "id")) {
			continue
		}
		for _, written := range []string{attr(n, "datetime"), beforeDate().ReplaceAllString(oneLine(plain(n)), "")} {
			shown.add(written, "byline")
		}
	}
	if len(shown) == 0 {
		shown.addBelowTitle(root)
	}
	return shown[:min(len(shown), 1)]
}

// addBelowTitle adds a date that stands by itself between the story's title and
// its first paragraph. One above the title may be of the day the page was saved.
func (d *dates) addBelowTitle(root *html.Node) {
	const (
		leastTitle = 15  // bytes
		paragraph  = 120 // likewise
	)
	title, below := "", false
	for n := range root.Descendants() {
		if n.Type != html.TextNode || n.Parent == nil {
			continue
		}
		text := oneLine(n.Data)
		switch {
		case n.Parent.Data == "script" || n.Parent.Data == "style":
		case n.Parent.Data == "title":
			title = cmp.Or(title, text)
		case !below:
			below = len(text) >= leastTitle && strings.Contains(title, text)
		case len(text) >= paragraph:
			return
		default:
			if written := beforeDate().ReplaceAllString(text, ""); parseDate(written).Precision == when.ToDay {
				d.add(written, "byline")
			}
		}
	}
}
