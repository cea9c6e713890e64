package web

import (
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// boxClass matches the class or id of what stands in an article and is none of
// it.
var boxClass = pattern.New(`(?i)(?:^|[-_\s])(?:newsletter|subscri(?:be|ption)|sign-?up|related|read-?more|also-?read|promo|share|sharing|social|comments?|cookies?|consent|advert(?:isement)?|sponsored|breadcrumbs?|tags?|footer|copyright|legal)(?:$|[-_\s])`)

// longestBox is the most bytes of text in what is discarded by its class: a
// page's whole story may stand in an element called "has-comments".
const longestBox = 2000

// discardBoxes takes boxes out of a page that invite, advertise and link, and
// what its readers say.
func discardBoxes(root *html.Node) {
	var boxes []*html.Node
	for n := range root.Descendants() {
		switch {
		case isBox(n), leadsOn(n):
			boxes = append(boxes, n)
		case headsComments(n):
			boxes = append(boxes, n)
			boxes = slices.AppendSeq(boxes, following(n))
		}
	}
	for _, n := range boxes {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

func isBox(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.Data {
	case "aside", "div", "section", "form", "ul", "nav", "p", "footer":
	default:
		return false
	}
	return boxClass().MatchString(attr(n, "class")+" "+attr(n, "id")) && textLen(n, longestBox) < longestBox
}

// toOthers matches what stands before a link to another story.
var toOthers = pattern.New(`(?i)^(?:also read|read (?:also|more|next)|see also|related(?: stor(?:y|ies))?|more|watch|listen)\s*[:»>-]?$`)

// leadsOn reports whether a paragraph does nothing but lead to another story.
func leadsOn(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data != "p" || textLen(n, longestLead) >= longestLead {
		return false
	}
	own, linked := "", false
	for d := range n.Descendants() {
		switch {
		case d.Type == html.ElementNode && d.Data == "a":
			linked = true
		case d.Type == html.TextNode && !insideLink(d, n):
			own += d.Data
		}
	}
	return linked && toOthers().MatchString(oneLine(own))
}

// longestLead is the most bytes of a paragraph that leads to another story.
const longestLead = 400

// insideLink reports whether a node stands in a link within a tree.
func insideLink(n, within *html.Node) bool {
	for p := n.Parent; p != nil && p != within; p = p.Parent {
		if p.Data == "a" {
			return true
		}
	}
	return false
}

// commentsHeading matches the heading of what readers say of a story.
var commentsHeading = pattern.New(`(?i)^(?:\d+ )?(?:comments?|responses|replies)(?: ?\(?\d+\)?)?:?$`)

func headsComments(n *html.Node) bool {
	switch n.Data {
	case "h2", "h3", "h4", "h5", "h6":
		return commentsHeading().MatchString(oneLine(plain(n)))
	}
	return false
}

// following yields the elements that stand beside and below another one.
func following(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for s := n.NextSibling; s != nil && yield(s); s = s.NextSibling {
		}
	}
}

// textLen returns how many bytes of text a tree has, counted up to most.
func textLen(n *html.Node, most int) int {
	size := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			size += len(d.Data)
		}
		if size >= most {
			break
		}
	}
	return size
}

// shortest is the fewest bytes of a paragraph that is taken for a story's where
// the extractor finds none.
const shortest = 60

// longParagraphs returns the long paragraphs of a page, which stand for a story that
// the extractor takes for something else.
func longParagraphs(root *html.Node) string {
	var out []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "p" {
			if s := oneLine(plain(n)); len(s) >= shortest && strings.ContainsAny(s, ".!?") {
				out = append(out, s)
			}
		}
	}
	return strings.Join(out, "\n\n")
}
