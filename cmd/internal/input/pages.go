package input

import (
	"slices"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/webpage"
)

// mayList reports whether a file of documents is worth a look for records by its name: a
// page may be a list of incidents.
func (l *look) mayList() bool {
	switch e := ext(l.path); e {
	case ".html", ".htm", ".xhtml", ".shtml":
		return true
	default:
		return drawn(e)
	}
}

// pageListsRecords reports whether a page or another document is a list of records: it says more in
// its tables than around them, and one of these has columns of days and of places.
func pageListsRecords(path string, o record.Options) bool {
	if !mostlyDrawn(path) && (hasDrawnTables(path) || !webpage.Mostly(path)) {
		return false
	}
	for t, err := range record.Inspect(path, o) {
		if err == nil && hasRole(&t, record.Date, record.Start, record.Year) && hasRole(&t, record.Place, record.Adm3, record.Adm2, record.Adm1, record.Country, record.Coordinates, record.Lat) {
			return true
		}
	}
	return false
}

func hasRole(t *record.Table, roles ...record.Role) bool {
	return slices.ContainsFunc(t.Columns, func(c record.Column) bool { return slices.Contains(roles, c.Role) })
}
