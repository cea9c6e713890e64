package headers

import "slices"

// Role is what a column says about an event. The zero Role says nothing that an
// Event has a field for; such a column is only carried along.
type Role uint8

// The roles.
const (
	NoRole Role = iota
	ID
	Title
	Date
	Start
	End
	Year
	Month
	Day
	EndYear // with EndMonth and EndDay, of what began in Year, Month and Day
	EndMonth
	EndDay
	Week // the number of one in Year, or with the year in front: 202406
	Country
	Adm1
	Adm2
	Adm3
	Place
	Lat
	Lon
	Coordinates // both in one cell
	Easting     // in metres, with Northing and the Zone of the UTM grid
	Northing
	Zone
	Type
	SubType
	Actor1
	Actor2
	Killed
	KilledLow
	KilledHigh
	Wounded
	Displaced
	Toll // dead and wounded, in words in one cell
	Text
	Publisher
	URL
	PlacePrecision
	DatePrecision
	Status
	Adm1PCode // OCHA's codes of areas
	Adm2PCode
	Adm3PCode
	PCode // of the place itself, or of the finest area that is named
	NumRoles
)

var roleNames = [NumRoles]string{
	"", "id", "title", "date", "start", "end", "year", "month", "day", "end_year", "end_month", "end_day", "week",
	"country", "adm1", "adm2", "adm3", "place", "lat", "lon", "coordinates", "easting", "northing", "zone",
	"type", "subtype", "actor1", "actor2", "killed", "killed_low", "killed_high",
	"wounded", "displaced", "toll", "text", "publisher", "url",
	"place_precision", "date_precision", "status",
	"adm1_pcode", "adm2_pcode", "adm3_pcode", "pcode",
}

// String returns the role's word, as in headers.txt and mappings; it is empty
// for NoRole.
func (r Role) String() string { return roleNames[r] }

// Roles are all roles but NoRole, in the order of the constants.
func Roles() []Role {
	var all []Role
	for r := NoRole + 1; r < NumRoles; r++ {
		all = append(all, r)
	}
	return all
}

// ParseRole returns the role of a word that [Role.String] writes.
func ParseRole(word string) (Role, bool) {
	i := slices.Index(roleNames[:], word)
	return Role(max(i, 0)), i >= 0
}
