package web

import (
	"cmp"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// site is what the head of a page says of it.
type site struct {
	name, author, url string
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
			case "author", "article:author", "dc.creator", "byl":
				s.author = cmp.Or(s.author, content)
			case "og:url":
				s.url = cmp.Or(s.url, content)
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				s.url = cmp.Or(attr(n, "href"), s.url)
			}
		}
	}
	return s
}

// dateClass matches the class or id of an element that shows when a page was
// published.
var dateClass = regexp.MustCompile(`(?i)(?:^|[-_\s])(?:pub(?:lish(?:ed)?)?|post(?:ed)?|entry|article|story|created)?[-_]?(?:date|dateline|time|timestamp|datetime|byline)(?:$|[-_\s])`)

// beforeDate matches what bylines say in front of their date.
var beforeDate = regexp.MustCompile(`(?i)^(?:(?:first\s+)?(?:published|posted|created|released)|date|on|:|\s)+`)

// shownDates returns the first date that a page shows to its readers, where it
// declares none for machines: in a <time> element, or in one that is called so.
func shownDates(root *html.Node) dates {
	var shown dates
	for n := range root.Descendants() {
		if len(shown) > 0 {
			break
		}
		if n.Type != html.ElementNode || n.Data != "time" && !dateClass.MatchString(attr(n, "class")+" "+attr(n, "id")) {
			continue
		}
		for _, written := range []string{attr(n, "datetime"), beforeDate.ReplaceAllString(oneLine(plain(n)), "")} {
			shown.add(written, "byline")
		}
	}
	return shown[:min(len(shown), 1)]
}
