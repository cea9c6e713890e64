package parquet

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/dateline-map/dateline/geo/record/shape"
)

// geometry is what GeoParquet 1.1 says of the column of geometries under the key
// "geo". The zero geometry is that of a file that says nothing.
type geometry struct {
	column   string
	Encoding string `json:"encoding"`
	CRS      *struct {
		Name string `json:"name"`
		ID   struct {
			Authority string          `json:"authority"`
			Code      json.RawMessage `json:"code"` // a number or a text
		} `json:"id"`
	} `json:"crs"`
	Covering map[string]map[string][]string `json:"covering"`
}

func geometryOf(file *parquet.File) (g geometry) {
	text, ok := file.Lookup("geo")
	if !ok {
		return g
	}
	var all struct {
		Primary string              `json:"primary_column"`
		Columns map[string]geometry `json:"columns"`
	}
	if json.Unmarshal([]byte(text), &all) != nil || all.Primary == "" {
		return g // what is wrong with it costs the geometry at most
	}
	g = all.Columns[all.Primary]
	g.column = all.Primary
	return g
}

// covers reports whether a column is but the boxes around the geometries.
func (g *geometry) covers(name string) bool {
	for _, box := range g.Covering {
		for _, path := range box {
			if len(path) > 1 && path[0] == name {
				return true
			}
		}
	}
	return false
}

// isGeometry reports whether the format itself says that a column has geometries.
func isGeometry(c *parquet.Column) bool {
	_, is := logicalOf(c.Type()).(*format.GeometryType)
	return is
}

// system returns the reference system of the column, or why it is not read.
func (g *geometry) system(c *parquet.Column) (s shape.System, notice string) {
	if g.Encoding != "" && !strings.EqualFold(g.Encoding, "WKB") {
		return s, fmt.Sprintf("its geometries are encoded as %q, which is not read; save them as WKB", g.Encoding)
	}
	authority, code := g.named(c)
	if authority == "" || strings.EqualFold(authority, "OGC") && strings.EqualFold(code, "CRS84") {
		return s, ""
	}
	if n, err := strconv.Atoi(code); err == nil && strings.EqualFold(authority, "EPSG") {
		if s, known := shape.EPSG(n); known {
			return s, ""
		}
	}
	return s, fmt.Sprintf("its geometries are in %s:%s, which is not read; save them in WGS 84 (OGC:CRS84)", authority, code)
}

// named returns the reference system's name in a register. Where none is named
// it is OGC:CRS84.
func (g *geometry) named(c *parquet.Column) (authority, code string) {
	if g.CRS != nil {
		if g.CRS.ID.Authority == "" {
			return "system", g.CRS.Name
		}
		return g.CRS.ID.Authority, strings.Trim(string(g.CRS.ID.Code), `"`)
	}
	if l, ok := logicalOf(c.Type()).(*format.GeometryType); ok {
		authority, code, _ = strings.Cut(l.CRS, ":")
	}
	return authority, code
}
