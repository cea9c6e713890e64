package web

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a page may have at the most. Real pages have some thousand elements, a
// few dozen deep; what goes beyond is made to hurt, or damaged.
const (
	mostTags  = 100_000
	mostDepth = 80 // of which a table makes four levels, and the parser allows 512
	// mostFormats bounds the open <b>, <font> and the like. A parser of HTML
	// opens each anew in every paragraph, so that a small page of many becomes a
	// tree of millions.
	mostFormats = 8
	// longestTag is where pictures begin that are saved within their tag.
	longestTag = 4 << 10
	// longestPage, in bytes without scripts, styles and saved pictures, is ten
	// times the longest reports. The extractor's time grows with its square, and
	// is some seconds here.
	longestPage = 1 << 20
)

// tame returns a page that is safe to parse, without what no reader sees: its
// scripts but for the metadata, styles, comments and saved pictures. Tags that
// nest too deep are left out and the words between them stay. A page that is too
// long all the same is refused.
func tame(s string) (string, error) {
	t := tamer{z: html.NewTokenizer(strings.NewReader(s))}
	for kind := t.z.Next(); kind != html.ErrorToken; kind = t.z.Next() {
		switch kind {
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			t.tag(kind)
		case html.TextToken:
			if !t.mute {
				t.out.Write(t.z.Raw())
			}
		}
		switch {
		case t.tags > mostTags:
			return "", fmt.Errorf("a page of more than %d tags", mostTags)
		case t.out.Len() > longestPage:
			return "", fmt.Errorf("a page of more than %d bytes without its scripts", longestPage)
		}
	}
	return t.out.String(), nil
}

type tamer struct {
	z              *html.Tokenizer
	out            strings.Builder
	tags           int  // written
	depth, formats int  // open elements
	mute           bool // within a script or style
}

// tag writes a tag, unless it is too deep.
func (t *tamer) tag(kind html.TokenType) {
	raw := string(t.z.Raw()) // the next calls may change it
	name, _ := t.z.TagName()
	a := atom.Lookup(name)
	drop := false
	switch {
	case a == atom.Script || a == atom.Style:
		t.mute = kind == html.StartTagToken && !strings.Contains(strings.ToLower(raw), "ld+json")
	case kind == html.SelfClosingTagToken:
	case formatting(a):
		drop = nest(kind, &t.formats, mostFormats)
	case nests(a):
		drop = nest(kind, &t.depth, mostDepth)
	}
	switch {
	case drop:
		t.out.WriteByte(' ')
	case len(raw) > longestTag && kind != html.EndTagToken:
		t.out.WriteString("<" + a.String() + ">")
	default:
		t.out.WriteString(raw)
	}
	if !drop {
		t.tags++
	}
}

// nest counts a tag and reports whether it lies too deep.
func nest(t html.TokenType, depth *int, most int) bool {
	if t == html.StartTagToken {
		*depth++
		return *depth > most
	}
	deep := *depth > most
	*depth = max(*depth-1, 0)
	return deep
}

// formatting reports whether a parser opens an element anew in every block.
func formatting(a atom.Atom) bool {
	switch a {
	case atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

// nests reports whether an element can hold itself. Others need no end tag, or
// may have none, and one ends the other.
func nests(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr,
		atom.P, atom.Li, atom.Td, atom.Th, atom.Tr, atom.Dd, atom.Dt, atom.Option, atom.Optgroup, atom.Thead, atom.Tbody, atom.Tfoot, atom.Colgroup,
		atom.Rp, atom.Rt, atom.Body, atom.Html, atom.Head, atom.A:
		return false
	}
	return true
}
