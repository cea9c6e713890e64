package review

import (
	_ "embed"
	"encoding/json"
	"sync"

	"github.com/dateline-map/dateline/output/backdrop"
	"github.com/dateline-map/dateline/output/leaflet"
)

// The page's own parts.
var (
	//go:embed page/page.html
	body string
	//go:embed page/page.css
	style string
	//go:embed page/map.js
	mapScript string
	//go:embed page/page.js
	pageScript string
)

// assembly is the page, which does not depend on what is reviewed. The policy
// names its scripts and style by their hashes, so that nothing else can run, and
// lets it ask nobody but its own server.
type assembly struct{ html, policy string }

// assembled makes the page when it is first needed.
var assembled = sync.OnceValue(func() assembly {
	library, libraryStyle := leaflet.Library()
	library = "\n" + library
	program := "\n(function () {\n'use strict';\n" + mapScript + pageScript + "})();\n"
	styles := "\n" + libraryStyle + style
	return assembly{
		html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Review of open places</title>
<link rel="icon" href="data:,">
<style>` + styles + "</style>\n</head>\n" + body +
			"<script>" + library + "</script>\n<script>" + program + "</script>\n</body>\n</html>\n",
		policy: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'; img-src data:" +
			"; script-src " + leaflet.Hash(library) + " " + leaflet.Hash(program) + "; style-src " + leaflet.Hash(styles),
	}
})

// world returns the countries to draw behind the places.
var world = sync.OnceValue(func() []byte {
	countries, err := backdrop.Countries()
	if err != nil {
		panic("review: the backdrop is broken: " + err.Error()) // it is part of the program
	}
	b, err := json.Marshal(countries)
	if err != nil {
		panic("review: " + err.Error()) // numbers and names are JSON
	}
	return b
})
