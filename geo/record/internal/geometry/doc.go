// Package geometry reads where something lies, as tables and files write it in numbers:
// coordinates in one cell or two, references to a grid, well-known text and binary, the
// geometries of GeoJSON and ArcGIS.
//
// All of them become a [Place]: the point that stands for what was written, in degrees of
// WGS 84, with the radius that holds all of it. What lies on no point of the earth, or
// where nobody means to be, is an error in words.
package geometry
