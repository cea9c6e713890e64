// Package gazetteer finds places by name and names by place.
//
// An [Index] is a file read in place: embedded in the program or mapped from
// disk, it is ready in about a millisecond whatever its size. It answers which
// places have a name, exactly or nearly, and which country and administrative
// areas a point lies in. Package build makes such files; package world holds
// the one that is embedded.
//
// # Non-goals
//
//   - Changing an index: it is read-only, and any number of goroutines may
//     share it.
//   - Choosing: a [Hit] says which place has a name and how, package resolve says
//     which of them is meant.
package gazetteer

import (
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

// Ref is the number of a place within its index. The zero Ref is no place.
// A Ref means nothing in another index; keep the place's ID instead.
type Ref uint32

// Place is what an index knows of a place. Its strings share the index's
// memory: they must not be used after [Index.Close].
type Place struct {
	Ref     Ref
	ID      string // "gn:99169": the source and its own id
	Name    string // as the source writes it
	Type    string // city, town, village, adm1, adm2, country, river, crossing, region …
	Code    string // GeoNames feature code, "PPLA2"; empty if it has none
	Country string // ISO 3166-1 alpha-2; empty if it lies in several or none

	Parent Ref // the smallest administrative area known to hold it; else no place
	Adm2   Ref // itself for an ADM2; no place if unknown
	Adm1   Ref // itself for an ADM1; no place if unknown
	Land   Ref // the country's own place, itself for a country; no place if unknown

	Point      orb.Point // longitude, latitude in degrees, WGS 84; meaningless unless Located
	Located    bool      // false for an area of which only the name is known
	Population int       // rounded to three digits or more; 0 if unknown
	RadiusM    int       // metres around Point that hold the place; 0 if unknown
}

// ReachM returns a radius in metres that holds the place: its own, or what is usual for
// its type.
func (p *Place) ReachM() float64 { return placetype.RadiusM(p.Type, p.RadiusM) }

// How says in what way a place has a name.
type How uint8

// The ways to have a name, best first.
const (
	Main    How = iota // its main name
	Alias              // an alternate name, or its name in another script
	Bare               // a name without its article or class word: "Fallujah" of "Al Fallujah", "Orange" of "Orange County"
	Code               // a code or abbreviation: "IRQ", "U.S."
	Demonym            // its people, language or adjective: "Iraqi"
)

var howNames = [...]string{"main name", "alternate name", "bare name", "code", "demonym"}

// String returns the way in words.
func (h How) String() string { return howNames[h] }

// Hit is a place that has a name asked for.
type Hit struct {
	Ref Ref
	How How
	// Edits is the number of typing errors between the key asked for and
	// Key, as [Index.Fuzzy] counts them; else 0.
	Edits uint8
	// Key is the comparison form of the place's name that was found.
	Key string
}

// Within is where a point lies. Each may be no place.
type Within struct {
	Land, Adm1, Adm2 Ref
	Adm3             Ref // an ADM2 of the index that lies in another: OCHA's third level
}

// Neighbour is a place near a point.
type Neighbour struct {
	Ref       Ref
	DistanceM float64
}

// Info says what an index is made of.
type Info struct {
	Title       string   `json:"title"`       // "Dateline world gazetteer"
	Version     string   `json:"version"`     // the date or version its makers give it; never the clock
	Generator   string   `json:"generator"`   // the command that made it
	Attribution string   `json:"attribution"` // the sentence that must go along with what is made from it
	Sources     []Source `json:"sources"`

	// The rest is filled in by the writer.
	Places int            `json:"places"`
	Keys   int            `json:"keys"`  // distinct comparison forms of names
	Areas  int            `json:"areas"` // places with a polygon
	Types  map[string]int `json:"types"` // places by type
	// PCodes is the finest administrative level whose units have P-codes, from
	// 1 to 3; 0 if none has.
	PCodes int `json:"pcodes,omitempty"`
}

// Source is a data set that an index was made from.
type Source struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	License string `json:"license"`
	URL     string `json:"url"`
	Prefix  string `json:"prefix,omitempty"` // of the ids it gives: "gn"
}
