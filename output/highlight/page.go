package highlight

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"strings"
	"sync"
)

//go:embed page.css
var css string

// style is the page's style as a browser reads it, with LF for CRLF: that is
// what it hashes. policy allows nothing but that.
var style = sync.OnceValues(func() (style, policy string) {
	style = "\n" + strings.ReplaceAll(css, "\r\n", "\n")
	sum := sha256.Sum256([]byte(style))
	policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	return style, policy
})

// looks are the class of each kind in the page's style, and its words in the
// legend.
var looks = [...]struct{ class, words string }{
	Settlement: {"settlement", "town, village"},
	Area:       {"area", "country, province, region"},
	Feature:    {"feature", "river, crossing, other site"},
	Demonym:    {"demonym", "people, adjective"},
	Unresolved: {"unresolved", "no place found"},
	What:       {"what", "what happened"},
	Where:      {"where", "where"},
	When:       {"when", "when"},
	HowMany:    {"many", "how many"},
	Who:        {"who", "who"},
}

// text makes any text safe as the text of an element or of a quoted attribute.
func text(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return html.EscapeString(s)
}

func (p *Writer) printf(format string, args ...any) { fmt.Fprintf(&p.buf, format, args...) }

func (p *Writer) head() {
	style, policy := style()
	p.printf(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dateline">
<title>%s</title>
<style>%s</style>
</head>
<body>
<header>
<h1 dir="auto">%s</h1>
`, policy, text(p.o.Title), style, text(p.o.Title))
	if p.o.Intro != "" {
		p.printf("<p dir=\"auto\">%s</p>\n", text(p.o.Intro))
	}
	p.printf("<ul class=\"legend\">")
	for _, k := range p.o.Kinds {
		p.printf(`<li><mark class="%s">%s</mark></li>`, looks[k].class, looks[k].words)
	}
	p.printf("</ul>\n</header>\n<main>\n")
}

func (p *Writer) foot() {
	p.printf("</main>\n")
	if p.written > 1 {
		p.printf("<nav aria-label=\"Documents\"><ol>\n%s</ol>", strings.Join(p.heads, ""))
		if left := p.written - len(p.heads); left > 0 {
			p.printf("<p>and %d more</p>", left)
		}
		p.printf("</nav>\n")
	}
	if p.o.Attribution != "" {
		p.printf("<footer dir=\"auto\">%s</footer>\n", text(p.o.Attribution))
	}
	p.printf("</body>\n</html>\n")
}

func (p *Writer) document(d *Document) {
	heading := d.Heading
	if heading.Text == "" {
		heading = Passage{Text: d.ID}
	}
	if len(p.heads) < mostHeads {
		p.heads = append(p.heads, fmt.Sprintf("<li><a href=\"#d%d\"><bdi>%s</bdi></a></li>\n", p.written, text(heading.Text)))
	}
	p.printf("<article id=\"d%d\">\n<h2 dir=\"auto\">", p.written)
	p.passage(&heading)
	p.printf("</h2>\n")
	if about := d.about(); about != "" {
		p.printf("<p class=\"about\">%s</p>\n", about)
	}
	class := "columns"
	if len(d.Entries) == 0 {
		class = "single"
	}
	p.printf("<div class=\"%s\">\n<div class=\"text\">\n", class)
	p.notes(d.Heading.Notes)
	for _, par := range d.Paragraphs {
		p.paragraph(par)
	}
	p.notes(d.Notes)
	p.printf("</div>\n")
	p.list(d.Entries)
	p.printf("</div>\n</article>\n")
}

// about returns the line under a document's heading.
func (d *Document) about() string {
	var parts []string
	for _, a := range d.About {
		if a != "" {
			parts = append(parts, "<bdi>"+text(a)+"</bdi>")
		}
	}
	if d.Heading.Text != "" && d.ID != "" && d.ID != d.Heading.Text {
		parts = append(parts, "<bdi class=\"id\">"+text(d.ID)+"</bdi>")
	}
	return strings.Join(parts, " · ")
}

// paragraph writes passages in a line, and the notes of each below it.
func (p *Writer) paragraph(par Paragraph) {
	open := false
	for i := range par {
		x := &par[i]
		if !open {
			p.printf("<p dir=\"auto\"%s>", blockClass(x.Part))
			open = true
		} else {
			p.printf(" ")
		}
		p.passage(x)
		if len(x.Notes) > 0 {
			p.printf("</p>\n")
			open = false
			p.notes(x.Notes)
		}
	}
	if open {
		p.printf("</p>\n")
	}
}

// blockClass returns the attribute of a paragraph that begins with a part. A
// dateline shares its paragraph with the story.
func blockClass(part Part) string {
	switch part {
	case Headline:
		return ` class="headline"`
	case Aside:
		return ` class="aside"`
	}
	return ""
}

func (p *Writer) passage(x *Passage) {
	if x.Part == Dateline {
		p.printf("<span class=\"dateline\">")
		defer p.printf("</span>")
	}
	at := 0
	for i := range x.Marks {
		m := &x.Marks[i]
		if m.Start < at || m.End <= m.Start || m.End > len(x.Text) {
			continue
		}
		p.printf("%s", text(x.Text[at:m.Start]))
		p.mark(m, x.Text[m.Start:m.End])
		at = m.End
	}
	p.printf("%s", text(x.Text[at:]))
}

func (p *Writer) mark(m *Mark, s string) {
	if m.Tip.empty() {
		p.printf(`<mark class="%s">%s</mark>`, looks[m.Kind].class, text(s))
		return
	}
	p.printf(`<mark class="%s" tabindex="0">%s<span class="tip" role="note">`, looks[m.Kind].class, text(s))
	p.tip(&m.Tip)
	p.printf(`</span></mark>`)
}

func (t *Tip) empty() bool { return t.Head == "" && len(t.Lines) == 0 && !t.Located }

// tip writes the lines of a tip. Coordinates are a geo: link (RFC 5870), which
// opens whatever map the reader has and is no site.
func (p *Writer) tip(t *Tip) {
	if t.Head != "" {
		p.printf(`<b dir="auto">%s</b>`, text(t.Head))
	}
	for _, line := range t.Lines {
		p.printf(`<span dir="auto">%s</span>`, text(line))
	}
	if t.Located {
		p.printf(`<a href="geo:%.4f,%.4f">%.4f, %.4f</a>`, t.Lat, t.Lon, t.Lat, t.Lon)
	}
}

func (p *Writer) list(entries []Entry) {
	if len(entries) == 0 {
		return
	}
	p.printf("<aside class=\"list\"><h3>%s</h3>\n<ul>\n", text(p.o.ListHead))
	for i := range entries {
		e := &entries[i]
		p.printf(`<li><span class="entry"><mark class="%s"><bdi>%s</bdi></mark>`, looks[e.Kind].class, text(e.Name))
		if e.Count > 1 {
			p.printf(`<span class="count">×%d</span>`, e.Count)
		}
		tip := e.Tip
		if tip.Head == e.Name {
			tip.Head = ""
		}
		p.printf(`</span><span class="of">`)
		p.tip(&tip)
		p.printf("</span></li>\n")
	}
	p.printf("</ul></aside>\n")
}

func (p *Writer) notes(notes []Note) {
	for i := range notes {
		n := &notes[i]
		class := "note"
		if n.Faint {
			class = "note faint"
		}
		p.printf("<section class=\"%s\"><h3 dir=\"auto\">%s</h3>", class, text(n.Title))
		if len(n.Rows) > 0 {
			p.printf("<dl>\n")
			for _, r := range n.Rows {
				p.row(&r)
			}
			p.printf("</dl>")
		}
		p.printf("</section>\n")
	}
}

func (p *Writer) row(r *Row) {
	p.printf("<dt>%s</dt>", text(r.Label))
	for _, t := range r.Texts {
		p.printf("<dd dir=\"auto\">%s</dd>", text(t))
	}
	p.printf("\n")
}
