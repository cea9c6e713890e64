// Package headers knows what the headers of tables mean: the [Role] of a column by its
// words, in some fifteen languages, by the tables of well-known data sets and by the
// hashtags of HXL.
//
// It sees headers alone, and no cell: of what a header leaves open, such as whether
// "type" is one of events or of wounds, the values below it must decide.
//
// What it knows is headers.txt, hxl.txt and schemas.txt. Of the first, which is large,
// headers_table.go is made by "go test ./geo/record/internal/headers -run
// TestHeaderTables -update".
package headers
