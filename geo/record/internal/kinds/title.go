package kinds

import (
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// Maps and feeds without a column of kinds say in their titles what each event was:
// "Battle of Ford Creek", "Orange flood alert in Puna".

// titleKinds are words that say so in a title, each with the kind that it is listed as, or
// the word itself if the list leaves it as it is written. Words that mean other things as
// well are none.
var titleKinds = map[string]string{
	"battle": "Battle", "clash": "Clash", "clashes": "Clash", "ambush": "Ambush", "skirmish": "Skirmish",
	"bombing": "Bombing", "bombings": "Bombing", "explosion": "Explosion", "explosions": "Explosion", "airstrike": "Airstrike", "airstrikes": "Airstrike", "shelling": "Shelling",
	"massacre": "Massacre", "stabbing": "Stabbing", "kidnapping": "Kidnapping", "abduction": "Abduction", "assassination": "Assassination", "lynching": "Lynching",
	"protest": "Protest", "protests": "Protest", "demonstration": "Demonstration", "rally": "Protest", "rallies": "Protest", "picket": "Protest", "riot": "Riot", "riots": "Riot",
	"earthquake": "Earthquake", "flood": "Flood", "floods": "Flood", "flooding": "Flood", "wildfire": "Wildfire", "wildfires": "Wildfire", "bushfire": "Wildfire", "bushfires": "Wildfire",
	"landslide": "Landslide", "landslides": "Landslide", "tornado": "Tornado", "tsunami": "Tsunami", "cyclone": "Cyclone", "hurricane": "Hurricane", "typhoon": "Typhoon",
	"eruption": "Volcanic eruption", "avalanche": "Avalanche", "drought": "Drought", "heatwave": "Heat wave", "epidemic": "Epidemic",
}

// InTitle returns the only kind of events that a title names; none if it names several.
func InTitle(title string) (found Kind) {
	for word := range strings.FieldsSeq(headers.Words(title)) {
		name := titleKinds[word]
		if name == "" {
			continue
		}
		kind, known := listed()[headers.Words(name)]
		if !known {
			kind = Kind{Type: name}
		}
		if found.Type != "" && found != kind {
			return Kind{}
		}
		found = kind
	}
	return found
}
