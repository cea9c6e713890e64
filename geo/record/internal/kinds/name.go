package kinds

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// disasterWords are those of names of files that the list of types leaves as they are written.
var disasterWords = map[string]string{
	"earthquake": "Earthquake", "earthquakes": "Earthquake", "sismo": "Earthquake", "sismos": "Earthquake", "seismes": "Earthquake", "terremoto": "Earthquake", "terremotos": "Earthquake",
	"terremoti": "Earthquake", "terremotti": "Earthquake", "depremler": "Earthquake", "erdbeben": "Earthquake", "gempa": "Earthquake",
	"flood": "Flood", "floods": "Flood", "inundaciones": "Flood", "inondations": "Flood", "banjir": "Flood", "wildfire": "Wildfire", "wildfires": "Wildfire", "fire": "Fire", "fires": "Fire",
	"landslide": "Landslide", "landslides": "Landslide", "tornado": "Tornado", "tornadoes": "Tornado", "tornados": "Tornado", "tsunami": "Tsunami", "tsunamis": "Tsunami",
	"deslizamientos": "Landslide", "longsor": "Landslide", "incendio": "Fire", "incendios": "Fire", "incendies": "Fire", "incendi": "Fire", "пожары": "Fire", "sequias": "Drought",
	"accident": "Accident", "accidents": "Accident", "accidente": "Accident", "accidentes": "Accident", "acidente": "Accident", "acidentes": "Accident", "unfall": "Accident",
	"unfalle": "Accident", "unfaelle": "Accident", "crashes": "Accident", "kaza": "Accident", "kazalar": "Accident", "wypadki": "Accident", "дтп": "Accident", "siniestros": "Accident", "viales": "Accident",
}

// InName returns the only kind of events that the words of a file's name are, and the
// word for it. Attacks may be those of sharks, and mines those of coal.
func InName(path string) (kind Kind, word string) {
	path, _, _ = strings.Cut(path, ", ") // the sheet
	words := strings.Fields(headers.Words(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))))
	for i, w := range words {
		found, as := kindNamed(words, i), w
		switch {
		case found.Type == "" || found == kind:
		case kind.Type != "":
			return Kind{}, "" // battles and protests
		default:
			kind, word = found, as
		}
	}
	return kind, word
}

// kindNamed returns the kind of events that a word is, or it and the one before it.
func kindNamed(words []string, i int) Kind {
	if d := disasterWords[words[i]]; d != "" {
		return Kind{Type: d}
	}
	if slices.Contains(manyMeanings, strings.TrimSuffix(words[i], "s")) {
		return Kind{}
	}
	for _, w := range []string{words[i], strings.TrimSuffix(words[i], "s")} {
		if i > 0 {
			if t, ok := listed()[words[i-1]+" "+w]; ok {
				return t
			}
		}
		if t, ok := listed()[w]; ok {
			return t
		}
	}
	return Kind{}
}

// manyMeanings are words for kinds of events that name much else.
var manyMeanings = []string{"attack", "mine", "visit", "meeting", "agreement", "execution", "humanitarian", "diplomacy", "erw", "uxo", "saf", "arrest", "mortar", "bomb", "grenade", "march"}
