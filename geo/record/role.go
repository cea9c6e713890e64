package record

import "github.com/dateline-map/dateline/geo/record/internal/headers"

// Role is what a column says about an event. The zero Role says nothing that an
// Event has a field for; such a column is only carried along.
//
// Its String is the role's word, as in mappings and in headers.txt.
type Role = headers.Role

// The roles.
const (
	NoRole         = headers.NoRole
	ID             = headers.ID
	Title          = headers.Title
	Date           = headers.Date
	Start          = headers.Start
	End            = headers.End
	Year           = headers.Year
	Month          = headers.Month
	Day            = headers.Day
	EndYear        = headers.EndYear // with EndMonth and EndDay, of what began in Year, Month and Day
	EndMonth       = headers.EndMonth
	EndDay         = headers.EndDay
	Week           = headers.Week // the number of one in Year, or with the year in front: 202406
	Country        = headers.Country
	Adm1           = headers.Adm1
	Adm2           = headers.Adm2
	Adm3           = headers.Adm3
	Place          = headers.Place
	Lat            = headers.Lat
	Lon            = headers.Lon
	Coordinates    = headers.Coordinates // both in one cell
	Easting        = headers.Easting     // in metres, with Northing and the Zone of the UTM grid
	Northing       = headers.Northing
	Zone           = headers.Zone
	Type           = headers.Type
	SubType        = headers.SubType
	Actor1         = headers.Actor1
	Actor2         = headers.Actor2
	Killed         = headers.Killed
	KilledLow      = headers.KilledLow
	KilledHigh     = headers.KilledHigh
	Wounded        = headers.Wounded
	Displaced      = headers.Displaced
	Toll           = headers.Toll // dead and wounded, in words in one cell
	Text           = headers.Text
	Publisher      = headers.Publisher
	URL            = headers.URL
	PlacePrecision = headers.PlacePrecision
	DatePrecision  = headers.DatePrecision
	Status         = headers.Status
	Adm1PCode      = headers.Adm1PCode // OCHA's codes of areas
	Adm2PCode      = headers.Adm2PCode
	Adm3PCode      = headers.Adm3PCode
	PCode          = headers.PCode // of the place itself, or of the finest area that is named

	numRoles = headers.NumRoles
)

// Roles are all roles but NoRole, in the order of the constants.
func Roles() []Role { return headers.Roles() }

// ParseRole returns the role of a word that [Role.String] writes.
func ParseRole(word string) (Role, bool) { return headers.ParseRole(word) }
