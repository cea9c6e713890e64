// Package qgis writes what QGIS needs to show events at the first double click:
// styles (QML) and a project (QGZ).
//
// A style gives a layer its colours, sizes, labels and map tips. A project does
// that too, and it alone switches time on: QGIS reads from a style which columns
// say when, but leaves the layer still until told otherwise.
//
// There is no specification of these files. They are written as QGIS 3.22
// itself writes them, reduced to what differs from its defaults, and the tests
// open them in QGIS.
//
// # Non-goals
//
//   - The events themselves; a project refers to a GeoPackage (package gpkg) in
//     its own folder.
package qgis
