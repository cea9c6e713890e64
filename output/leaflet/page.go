package leaflet

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html"
	"strings"
	"sync"
)

// own is the page's own parts.
//
//go:embed page
var own embed.FS

// scripts are the parts of the program in their order; each relies on those
// before it.
var scripts = []string{
	"calendar", "words", "details", "model", "search", "colours", "facts", "sheet", "backdrop", "areas", "groups", "places", "dots", "time", "legend", "map", "list", "filters", "window", "address", "main",
}

// part returns one of the page's own parts. That it is there is known when the
// package is built.
func part(name string) string {
	b, err := own.ReadFile("page/" + name)
	if err != nil {
		panic("leaflet: the page lacks a part: " + err.Error())
	}
	return string(b)
}

func joined() string {
	var b strings.Builder
	for _, name := range scripts {
		b.WriteString(part(name+".js") + "\n")
	}
	return b.String()
}

// What is not ours; see vendored/README.md.
var (
	//go:embed vendored/leaflet.js
	leafletScript string
	//go:embed vendored/leaflet.css
	leafletStyle string
	//go:embed vendored/inflate.min.js
	inflate string
	// world is backdrop.TopoJSON, deflated: doing that in each run took a fifth of
	// that of a small table.
	//
	//go:embed vendored/countries-50m.deflate
	world string
)

// Library returns Leaflet's script and style, for other pages of the program.
func Library() (script, style string) { return withoutSourceMap(leafletScript), leafletStyle }

// frame is all of the page that does not depend on the events. The policy names
// scripts and style by their hashes, so that nothing else can run.
type frame struct {
	style, policy string
	tail          string // from the backdrop to the end
}

// framed makes the frame when it is first needed: hashing it would delay the
// start of a program that writes no page.
var framed = sync.OnceValue(func() frame {
	libraries := "\n" + withoutSourceMap(leafletScript) + "\n" + inflate
	program := "\n(function () {\n'use strict';\n" + joined() + "})();\n"
	style := "\n" + leafletStyle + part("page.css") + part("details.css")
	return frame{
		style: style,
		policy: "default-src 'none'; base-uri 'none'; form-action 'none'" +
			"; script-src " + Hash(libraries) + " " + Hash(program) + "; style-src " + Hash(style) + "; img-src data:",
		tail: `<script type="text/plain" id="world">` + base64.StdEncoding.EncodeToString([]byte(world)) + "</script>\n" +
			"<script>" + libraries + "</script>\n<script>" + program + "</script>\n</body>\n</html>\n",
	}
})

// withoutSourceMap drops the line by which a browser with its tools open would
// look for a file that is not there.
func withoutSourceMap(script string) string {
	code, _, _ := strings.Cut(script, "\n//# sourceMappingURL=")
	return code
}

// Hash names the text of an inline script or style to a page's policy. A browser
// hashes it as it reads it, with LF for CRLF.
func Hash(s string) string {
	sum := sha256.Sum256([]byte(strings.ReplaceAll(s, "\r\n", "\n")))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func appendHead(dst []byte, o Options) []byte {
	title := text(o.Title)
	dst = append(dst, `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="`+framed().policy+o.Tiles.source()+`">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dateline">
<title>`+title+`</title>
<style>`+framed().style+`</style>
</head>
<body>
`...)
	fill := strings.NewReplacer("{{title}}", title, "{{credit}}", paragraph(o.Credit),
		"{{attribution}}", paragraph(o.Attribution), "{{tiles}}", text(o.Tiles.Credit))
	return append(dst, fill.Replace(part("page.html"))...)
}

// paragraph returns a paragraph of any text, and nothing for none.
func paragraph(s string) string {
	if s == "" {
		return ""
	}
	return `<p dir="auto">` + text(s) + `</p>`
}

// text makes any text safe as the text of an element.
func text(s string) string {
	return html.EscapeString(strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd"))
}
