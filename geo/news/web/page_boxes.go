package web

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// boxClass matches the class or id of what stands in an article and is none of
// it.
var boxClass = regexp.MustCompile(`(?i)(?:^|[-_\s])(?:newsletter|subscri(?:be|ption)|sign-?up|related|read-?more|also-?read|promo|share|sharing|social|comments?|cookies?|consent|advert(?:isement)?|sponsored|breadcrumbs?|tags?|footer|copyright|legal)(?:$|[-_\s])`)

// longestBox is the most bytes of text in what is discarded by its class: a
// page's whole story may stand in an element called "has-comments".
const longestBox = 2000

// discardBoxes takes boxes out of a page that invite, advertise and link.
func discardBoxes(root *html.Node) {
	var boxes []*html.Node
	for n := range root.Descendants() {
		if isBox(n) {
			boxes = append(boxes, n)
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
	return boxClass.MatchString(attr(n, "class")+" "+attr(n, "id")) && textLen(n, longestBox) < longestBox
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
