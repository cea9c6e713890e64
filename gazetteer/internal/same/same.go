// Package same says which places of two lists may be one place: of what kinds,
// how far apart, and by which names.
package same

// Group returns the kind of place as far as lists agree about it: what is a town
// to one is a village to the other. It is one of the types of the group.
func Group(placeType string) string {
	switch placeType {
	case "city", "town", "village", "camp", "ruin":
		return "town"
	case "airport", "airbase":
		return "airport"
	case "lake", "dam":
		return "lake"
	}
	return placeType
}

// CityReachM is how far apart, in metres, two lists put the middle of a city.
// SimpleMaps' points are often cut to arc minutes, 1.8 km, and the lists put a
// town's point kilometres apart where it has grown together with its neighbour.
const CityReachM = 25_000

// ReachM returns how far apart, in metres, two lists may put the same place:
// villages of one name lie five kilometres from each other in every country, but
// the middle of a city or of a district is a matter of opinion.
func ReachM(placeType string) float64 {
	switch placeType {
	case "city":
		return CityReachM
	case "town":
		return 12_000
	case "lake", "mountain", "island":
		return 50_000
	case "adm2":
		return 100_000
	case "adm1", "region", "river", "desert", "sea":
		return 200_000
	case "continent":
		return 3_000_000
	}
	return 4_000
}
