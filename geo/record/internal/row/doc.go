// Package row holds the records of any format as they were read: what each says by
// column, before anybody knows what the columns mean.
//
// A [Source] yields them. All values are texts; a [Room] is the memory of some hundred
// rows, to be used again.
package row
