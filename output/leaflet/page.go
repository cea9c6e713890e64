package leaflet

import (
	"crypto/sha256"
	_ "embed" // the page's parts
	"encoding/base64"
	"html"
	"strings"
)

// The page's own parts. Each script relies on those before it.
var (
	//go:embed page/page.html
	markup string
	//go:embed page/page.css
	ownStyle string
	//go:embed page/words.js
	words string
	//go:embed page/model.js
	model string
	//go:embed page/details.js
	details string
	//go:embed page/backdrop.js
	backdrop string
	//go:embed page/dots.js
	dots string
	//go:embed page/time.js
	timeBar string
	//go:embed page/main.js
	mainProgram string
)

// What is not ours; see vendored/README.md.
var (
	//go:embed vendored/leaflet.js
	leafletScript string
	//go:embed vendored/leaflet.css
	leafletStyle string
	//go:embed vendored/topojson-client.min.js
	topojson string
	//go:embed vendored/countries-50m.json
	world string
)

// The page's scripts and style as they stand in it: the policy names them by
// their hashes, so that nothing else can run.
var (
	libraries = "\n" + withoutSourceMap(leafletScript) + "\n" + withoutSourceMap(topojson) + "\n"
	program   = "\n(function () {\n'use strict';\n" +
		strings.Join([]string{words, model, details, backdrop, dots, timeBar, mainProgram}, "\n") + "})();\n"
	// A browser reads CRLF as LF, and hashes what it has read.
	sheet = "\n" + strings.ReplaceAll(leafletStyle, "\r\n", "\n") + ownStyle

	policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'" +
		"; script-src " + hash(libraries) + " " + hash(program) + "; style-src " + hash(sheet)

	tail = `<script type="application/json" id="world">` + world + "</script>\n" +
		"<script>" + libraries + "</script>\n<script>" + program + "</script>\n</body>\n</html>\n"
)

// withoutSourceMap drops the line by which a browser with its tools open would
// look for a file that is not there.
func withoutSourceMap(script string) string {
	code, _, _ := strings.Cut(script, "\n//# sourceMappingURL=")
	return code
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func appendHead(dst []byte, o Options) []byte {
	title := text(o.Title)
	dst = append(dst, `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="`+policy+`">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dateline">
<title>`+title+`</title>
<style>`+sheet+`</style>
</head>
<body>
`...)
	fill := strings.NewReplacer("{{title}}", title, "{{credit}}", paragraph(o.Credit), "{{attribution}}", paragraph(o.Attribution))
	return append(dst, fill.Replace(markup)...)
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
