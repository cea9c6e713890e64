package leaflet

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/style"
)

// appendSettings appends what the program must know to read the events.
func (p *Writer) appendSettings(dst []byte) []byte {
	dst = geojson.AppendString(append(dst, `{"title":`...), strings.TrimSpace(p.options.Title))
	dst = fmt.Appendf(dst, `,"left":%d,"size":%d,"spots":%d,"chunk":%d,"fixed":%d`,
		p.left, p.written, len(p.index.spot.order), rowsInChunk, p.rows.fixed)
	dst = appendNames(append(dst, `,"columns":`...), p.rows.columns, func(c output.Column) string { return c.Name })
	actors, _ := p.index.frequentActors()
	dst = appendNames(append(dst, `,"actors":`...), actors, func(n int32) string { return p.index.actor.order[n] })
	legend, _ := p.index.classes()
	dst = append(dst, `,"classes":[`...)
	for i, c := range legend {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendClass(dst, c, i == len(legend)-1)
	}
	dst = fmt.Appendf(dst, `],"radius":{"least":%v,"perRoot":%v,"most":%v}`, style.LeastRadius, style.RadiusPerRoot, style.MostRadius)
	if p.options.Tiles.URL != "" {
		dst = geojson.AppendString(append(dst, `,"tiles":`...), p.options.Tiles.URL)
	}
	return append(dst, '}')
}

// appendNames appends a list of texts.
func appendNames[T any](dst []byte, list []T, name func(T) string) []byte {
	dst = append(dst, '[')
	for i, v := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = geojson.AppendString(dst, name(v))
	}
	return append(dst, ']')
}

func appendClass(dst []byte, c style.Class, last bool) []byte {
	name := c.Type
	switch {
	case last:
		name = "Other types"
	case name == "":
		name = "Type unknown"
	}
	dst = geojson.AppendString(append(dst, `{"name":`...), name)
	dst = geojson.AppendString(append(dst, `,"type":`...), c.Type)
	return fmt.Appendf(dst, `,"light":%q,"dark":%q}`, c.Light, c.Dark)
}
