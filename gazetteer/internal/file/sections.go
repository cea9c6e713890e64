package file

// The sections of an index, by number. New ones go to the end.
const (
	Info   = iota // JSON
	Counts        // uint32: records, keys, version of the folding
	Kinds         // see package record
	Records
	Names
	Texts
	Blocks // see package dict
	Offsets
	Entries
	Filter
	Skeletons
	Outlines // see package area
	Cover
	Points
	IDs   // see package ids
	Table // see package dict
	Gaps
	NumSections
)
