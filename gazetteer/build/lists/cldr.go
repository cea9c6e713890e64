package lists

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Territories are the names of countries and of the United Nations' regions in
// one language, by ISO 3166-1 alpha-2 code or M49 number.
type Territories struct {
	Language string
	Names    map[string][]string
}

// ReadTerritories reads a territories.json of Unicode CLDR. Alternatives, such
// as "Ivory Coast" under CI-alt-variant, are names like the others, after the
// main one.
func ReadTerritories(r io.Reader) (Territories, error) {
	var file struct {
		Main map[string]struct {
			LocaleDisplayNames struct {
				Territories map[string]string
			}
		}
	}
	if err := json.NewDecoder(r).Decode(&file); err != nil {
		return Territories{}, err
	}
	if len(file.Main) != 1 {
		return Territories{}, fmt.Errorf("%d languages, not one", len(file.Main))
	}
	t := Territories{Names: make(map[string][]string)}
	for lang, l := range file.Main {
		t.Language = lang
		names := l.LocaleDisplayNames.Territories
		keys := make([]string, 0, len(names))
		for k := range names {
			keys = append(keys, k)
		}
		slices.Sort(keys) // the plain code comes before its alternatives
		for _, k := range keys {
			code, _, _ := strings.Cut(k, "-")
			t.Names[code] = append(t.Names[code], names[k])
		}
	}
	return t, nil
}
