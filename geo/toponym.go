package geo

// Toponym is a place name in a text.
type Toponym struct {
	Start, End int  // byte offsets into the text, End excluded
	Demonym    bool // a people, language or adjective ("Iraqi"): resolves to its country, is never an event's place
	Inside     bool // part of the name of an organisation or facility ("Bank of America")
	Place      Place
}

// NameInfo is what a gazetteer knows of a name without context: the evidence by
// which a reader of prose tells place names from other words. The zero NameInfo
// is a name that no place has.
type NameInfo struct {
	Places     int     // how many places have the name
	Main       bool    // some place has it as its main name (a settlement in any transliteration), not only as an alternate
	Population float64 // of the largest place, as log10(1+inhabitants)
	Kinds      Kinds   // of all the places
	Settled    float64 // of the largest settlement that has it as its main name, likewise
	BestKind   string  // place type of the most prominent one
	Demonym    bool    // the name is a people, language or adjective of a country
}

// Kinds is a set of kinds of place.
type Kinds uint8

// The kinds that tell names apart.
const (
	KindCountry Kinds = 1 << iota
	KindAdm1
	KindAdm2
	KindSettlement
	KindFacility // airbase, crossing, dam
	KindNature   // river, lake, mountain, desert
	KindRegion   // region, continent
)
