package lists

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// Unit is an administrative unit of Natural Earth's ne_10m_admin_1_states_provinces.
type Unit struct {
	ID      string // "ne:IRQ-3059", of adm1_code
	Name    string
	Aliases []string // alternate and local names, names in 26 languages; not yet cleaned
	Country string   // ISO 3166-1 alpha-2; empty where Natural Earth has none
	GeoUnit string   // the part of the country it belongs to, such as "Iraqi Kurdistan"
	Region  string   // the larger unit it is a part of, where it has one

	GeoNames int    // GeoNames' number; 0 if unknown
	Adm1     string // GeoNames' ADM1 as an ID, "gn:IQ.01"; often that of a finer or former unit
	Label    orb.Point
	Area     orb.MultiPolygon
}

// neProperties are the attributes read from Natural Earth.
type neProperties struct {
	Code    string `json:"adm1_code"`
	ISO2    string `json:"iso_a2"`
	Name    string `json:"name"`
	NameAlt string `json:"name_alt"`
	Local   string `json:"name_local"`
	GeoUnit string `json:"geonunit"`
	Region  string `json:"region"`
	GNID    int    `json:"gn_id"`
	GNName  string `json:"gn_name"`
	GNCode  string `json:"gn_a1_code"`
	WOEName string `json:"woe_name"`
}

type neFeature struct {
	Properties json.RawMessage
	Geometry   struct {
		Type        string
		Coordinates json.RawMessage
	}
}

// neLanguages are the languages of name_* in the order in which names are kept:
// those that news on the wires use first.
var neLanguages = strings.Fields("en ar fr es de ru fa uk tr he ur pt it nl pl sv zh ja ko hi bn id vi hu el zht")

// NaturalEarth reads the GeoJSON of ne_10m_admin_1_states_provinces. It holds no
// more than one feature at a time.
func NaturalEarth(r io.Reader) func(func(Unit, error) bool) {
	return func(yield func(Unit, error) bool) {
		dec := json.NewDecoder(r)
		if err := enterFeatures(dec); err != nil {
			yield(Unit{}, err)
			return
		}
		for n := 1; dec.More(); n++ {
			var f neFeature
			if err := dec.Decode(&f); err != nil {
				yield(Unit{}, fmt.Errorf("feature %d: %w", n, err))
				return
			}
			u, err := f.unit()
			if err != nil {
				u, err = Unit{}, fmt.Errorf("feature %d: %w", n, err)
			}
			if !yield(u, err) {
				return
			}
		}
	}
}

// enterFeatures reads up to the first element of the member "features".
func enterFeatures(dec *json.Decoder) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return fmt.Errorf("not a GeoJSON object: %v", cmpErr(err, t))
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		if key == "features" {
			_, err := dec.Token()
			return err
		}
		var skipped json.RawMessage
		if err := dec.Decode(&skipped); err != nil {
			return err
		}
	}
	return fmt.Errorf("a GeoJSON object without features")
}

func (f *neFeature) unit() (Unit, error) {
	var p neProperties
	if err := json.Unmarshal(f.Properties, &p); err != nil {
		return Unit{}, err
	}
	var more map[string]any
	if err := json.Unmarshal(f.Properties, &more); err != nil {
		return Unit{}, err
	}
	area, err := f.area()
	if err != nil {
		return Unit{}, fmt.Errorf("%s: %w", p.Code, err)
	}
	u := Unit{
		ID: "ne:" + p.Code, Name: p.Name, GeoUnit: p.GeoUnit, Region: p.Region,
		GeoNames: max(p.GNID, 0), Area: area, Aliases: neNames(&p, more),
	}
	lat, _ := more["latitude"].(float64)
	lon, _ := more["longitude"].(float64)
	u.Label = orb.Point{lon, lat}
	if len(p.ISO2) == 2 && p.ISO2 != "-1" {
		u.Country = p.ISO2
	}
	if len(p.GNCode) > 3 && p.GNCode[2] == '.' {
		u.Adm1 = "gn:" + p.GNCode
	}
	return u, nil
}

// neNames lists a unit's names beside the main one.
func neNames(p *neProperties, more map[string]any) []string {
	var names []string
	for _, list := range []string{p.NameAlt, p.Local, p.GNName, p.WOEName} {
		names = append(names, strings.Split(list, "|")...)
	}
	for _, lang := range neLanguages {
		if s, ok := more["name_"+lang].(string); ok {
			names = append(names, s)
		}
	}
	return slices.DeleteFunc(names, func(s string) bool { return strings.TrimSpace(s) == "" })
}

func (f *neFeature) area() (orb.MultiPolygon, error) {
	switch f.Geometry.Type {
	case "Polygon":
		var p orb.Polygon
		err := json.Unmarshal(f.Geometry.Coordinates, &p)
		return orb.MultiPolygon{p}, err
	case "MultiPolygon":
		var mp orb.MultiPolygon
		err := json.Unmarshal(f.Geometry.Coordinates, &mp)
		return mp, err
	}
	return nil, fmt.Errorf("geometry %q is not a polygon", f.Geometry.Type)
}
