package csv

import (
	"github.com/dateline-map/dateline/output"
)

// tags are the HXL hashtags of the fixed columns. Columns of the input have none:
// nobody knows what they mean.
var tags = map[string]string{
	"id":              "#event+code",
	"title":           "#event+name",
	"date":            "#date+occurred",
	"start":           "#date+start",
	"end":             "#date+end",
	"date_precision":  "#date+precision",
	"date_edtf":       "#date+edtf",
	"event_type":      "#event+type",
	"sub_event_type":  "#event+type+sub",
	"status":          "#status+event",
	"actor1":          "#group+name+first",
	"actor2":          "#group+name+second",
	"killed":          "#affected+killed",
	"killed_low":      "#x_killed+low",
	"killed_high":     "#x_killed+high",
	"wounded":         "#affected+injured",
	"displaced":       "#affected+displaced",
	"place":           "#loc+name",
	"place_relation":  "#loc+relation",
	"place_name":      "#loc+gazetteer",
	"place_id":        "#loc+code",
	"place_type":      "#loc+type",
	"place_precision": "#geo+precision",
	"place_radius_m":  "#geo+radius+m",
	"match":           "#geo+match",
	"confidence":      "#geo+confidence",
	"country":         "#country+code+v_iso2",
	"adm1":            "#adm1+name",
	"adm2":            "#adm2+name",
	"adm1_pcode":      "#adm1+code",
	"adm2_pcode":      "#adm2+code",
	"adm3_pcode":      "#adm3+code",
	"document":        "#meta+document",
	"source":          "#meta+source",
	"source_url":      "#meta+url",
	"quote":           "#description",
	"event_group":     "#event+group",
}

// own returns the columns of the shape Own.
func own(columns *output.Columns) []column {
	names := columns.Names("lat", "lon")
	fixed := len(columns.Fixed())
	var all []column
	for i, name := range names {
		if i == fixed {
			all = append(all, coordinates...)
		}
		c := column{name: name, value: func(f *output.Feature) output.Value { return f.Values[i] }}
		if i < fixed {
			c.tag = tags[name]
		}
		all = append(all, c)
	}
	if len(names) == fixed {
		all = append(all, coordinates...)
	}
	return all
}

var coordinates = []column{{"lat", "#geo+lat", lat}, {"lon", "#geo+lon", lon}}

func lat(f *output.Feature) output.Value { return degrees(f, f.At.Lat) }
func lon(f *output.Feature) output.Value { return degrees(f, f.At.Lon) }

func degrees(f *output.Feature, x float64) output.Value {
	if !f.Drawn {
		return output.Value{}
	}
	return output.Value{Kind: output.Real, Real: x, Text: string(f.At.AppendCoordinate(nil, x))}
}
