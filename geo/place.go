package geo

import (
	"slices"

	"github.com/paulmach/orb"
)

// Place is where an event happened: how the source says it, and what a
// [Locator] made of that. The zero Place claims nothing.
type Place struct {
	Name     string // as written; empty if the source names no place
	Relation string // how the event lies to the name: "" (at it), "near", "south of", "10 km east of", "between"
	Kind     string // what the words beside the name call it, as a place type: "adm1" for "X province"; empty if they do not
	Other    string // the second name of "between A and B"; else empty
	Within   Within
	Codes    *Codes // nil if the source gives none

	Match
}

// Within is what the source says the place lies in, as written. Any of it may
// be empty.
type Within struct {
	Country, Adm1, Adm2 string
}

// Match is what a name turned out to be. The zero Match is a place nobody has
// looked for yet.
type Match struct {
	Kind   MatchKind
	Reason string // why it is unresolved or ambiguous, as a code; else empty

	ID   string // the gazetteer's id: "gn:99169", "ne:…", "dl:…"
	Name string // the gazetteer's name
	Type string // city, town, village, adm1, adm2, country, river, crossing, region …

	// Point is longitude, latitude in degrees, WGS 84. It means nothing
	// unless Located reports true.
	Point     orb.Point
	Precision Precision
	// RadiusM is a radius in metres around Point that holds the true place
	// nine times in ten.
	RadiusM Figure
	// Confidence is the probability that the match is right, from 0 to 1. It
	// is meaningless for Given and Unresolved.
	Confidence float64

	Country string // ISO 3166-1 alpha-2
	Adm1    string
	Adm2    string
	// PCodes are those of the areas; nil if the gazetteer has none. It is shared,
	// and never changed.
	PCodes *PCodes

	// Candidates are what else the name could be, best first. The match itself is the
	// first of them when it was chosen from several.
	Candidates []Candidate

	// Answer is which of a gazetteer's answers about rows the match is, 0 if it is none
	// of these, or was changed. In one run, matches with the same number say the same.
	Answer uint32
}

// Located reports whether the match has a point.
func (m *Match) Located() bool {
	return m.Kind != NotLookedFor && m.Kind != Unresolved && m.Kind != Ambiguous
}

// Candidate is one place that a name could mean.
type Candidate struct {
	ID, Name, Type, Country, Adm1 string
	Point                         orb.Point // longitude, latitude
	Probability                   float64   // 0 to 1
	Why                           []string  // the evidence for and against, in words
}

// MatchKind says how a match was made.
type MatchKind uint8

// The kinds of match. The zero MatchKind says that nobody has looked.
const (
	NotLookedFor MatchKind = iota
	Given                  // the input had coordinates
	Decided                // the user's decisions file says so
	Exact                  // the name as the gazetteer writes it, but for case and accents
	Variant                // another spelling or an alternate name
	Fuzzy                  // a typing error away
	Ambiguous              // several places are as likely; none is claimed
	Unresolved             // no place, or none named
	Coded                  // the source gives the P-code of the place, or of what it lies in
)

var matchNames = [...]string{"unresolved", "given", "decided", "exact", "variant", "fuzzy", "ambiguous", "unresolved", "pcode"}

// String returns the kind's word in the match property.
func (k MatchKind) String() string { return matchNames[k] }

// ParseMatchKind returns the kind of a word that String writes. That of
// "unresolved" is Unresolved: somebody has looked.
func ParseMatchKind(word string) (MatchKind, bool) {
	i := slices.Index(matchNames[Given:], word)
	return Given + MatchKind(max(i, 0)), i >= 0
}

// Precision says how finely a place is known. The zero Precision is unknown.
type Precision uint8

// The precisions. UCDP's where_prec, ACLED's geo_precision and GDELT's geo
// types map onto them; see docs/architecture.md.
const (
	UnknownPlace Precision = iota
	ExactPlace             // the place itself: a town, a crossing, a given point
	NearPlace              // somewhere around it
	WithinAdm2
	WithinAdm1
	WithinRegion // a river, a desert, a cross-border region
	WithinCountry
)

var precisionNames = [...]string{"unknown", "exact", "near", "adm2", "adm1", "region", "country"}

// String returns the precision's word in the place_precision property.
func (p Precision) String() string { return precisionNames[p] }

// ParsePrecision returns the precision of a word that String writes.
func ParsePrecision(word string) (Precision, bool) {
	i := slices.Index(precisionNames[:], word)
	return Precision(max(i, 0)), i >= 0
}
