package jsonrows

import (
	"cmp"
	"encoding/json"
	"strconv"
	"time"

	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// esri is what the JSON of ArcGIS says of its features before they come: which of
// their fields are dates, and the system of their coordinates. Other JSON says
// nothing of the kind, which is the zero esri. The source is Esri's ArcGIS REST API,
// "Feature object" and "Geometry objects".
type esri struct {
	dates map[string]bool // by their names among the attributes
	// aliases are what fields are called for people, by the names of their columns.
	aliases map[string]string
	wkid    int // 0 if it is not said
}

// attributes begins the names of the columns of fields.
const attributes = "attributes."

// note heeds a member of the object around the features.
func (e *esri) note(key string, raw []byte) {
	switch key {
	case "fields":
		var fields []struct{ Name, Type, Alias string }
		if json.Unmarshal(raw, &fields) != nil {
			return
		}
		e.dates, e.aliases = map[string]bool{}, map[string]string{}
		for _, f := range fields {
			e.dates[f.Name] = f.Type == "esriFieldTypeDate"
			e.aliases[attributes+f.Name] = f.Alias
		}
	case "spatialReference":
		var system struct{ WKID, LatestWKID int }
		if json.Unmarshal(raw, &system) == nil {
			e.wkid = cmp.Or(system.LatestWKID, system.WKID)
		}
	}
}

// date returns the time that a field of dates has, which counts milliseconds since
// 1970; ok is false for any other value.
func (e *esri) date(name string, value []byte) (text string, ok bool) {
	if len(name) <= len(attributes) || !e.dates[name[len(attributes):]] {
		return "", false
	}
	ms, err := strconv.ParseInt(string(value), 10, 64)
	if err != nil {
		return "", false
	}
	return time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05Z"), true
}

// feature adds the geometry of a feature of ArcGIS to its row.
func (e *esri) feature(r *row.Row, object []byte) {
	if e.wkid == 0 {
		return
	}
	jsontext.Members(object, func(key, value []byte) {
		if string(key) != "geometry" {
			return
		}
		var err error
		if r.Geometry, err = geometry.OfArcGIS(value, e.wkid); err != nil {
			r.Warnings = append(r.Warnings, err)
		}
	})
}
