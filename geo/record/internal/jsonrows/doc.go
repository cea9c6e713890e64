// Package jsonrows reads the rows of JSON, whatever shape somebody gave it: lists and
// lines of objects, rows by keys or by columns, lists below a header, GeoJSON, the
// features of ArcGIS, TopoJSON and the exports of databases.
//
// [New] looks at how a document begins and finds the list in it that is one of records;
// an object inside a record becomes columns with dotted names. [FromTopology] comes before
// it, since TopoJSON says last what all else needs.
package jsonrows
