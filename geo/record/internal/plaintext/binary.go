package plaintext

import "bytes"

// ZipMagic is how zip files begin, and with them workbooks.
const ZipMagic = "PK\x03\x04"

// signatures are how files begin that people take for tables.
var signatures = []struct{ magic, name string }{
	{ZipMagic, "a zip file"},
	{"SQLite format 3", "an SQLite database or GeoPackage"},
	{"PAR1", "a Parquet file"},
	{"%PDF", "a PDF; give its text as .txt (pdftotext makes it), or its tables as .csv"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"7z\xbc\xaf", "a 7-Zip file; unpack it first"},
	{"Rar!\x1a\a", "a RAR file; unpack it first"},
	{"\xfd7zXZ\x00", "an xz file; unpack it first, or pack it with zstd"},
	{"fgb\x03fgb", "a FlatGeobuf file; convert it: ogr2ogr -f GPKG events.gpkg FILE"},
	{"!table", "a MapInfo table; convert it: ogr2ogr -f GPKG events.gpkg FILE"},
	{"ARROW1", "an Arrow (Feather) file; write it as Parquet or CSV"},
	{"Obj\x01", "an Avro file; write it as Parquet or NDJSON"},
	{"ORC", "an ORC file; write it as Parquet"},
	{"\x89HDF", "an HDF5 file; write its table as CSV"},
	{"CDF\x01", "a NetCDF file; write its table as CSV"},
	{"\x00\x01\x00\x00Standard ", "an Access database; export its table as .xlsx or .csv"},
	{"$FL2", "an SPSS file; export it as CSV"},
	{"<stata_dta>", "a Stata file; export it as CSV"},
	{"RDX", "an R data file; write its table as CSV"},
	{"\x7fELF", "a program"},
}

// tarMark stands some way into the archives of tar.
const (
	tarMark   = "ustar"
	tarMarkAt = 257
)

// binary returns what a file is that is no text, or "".
func binary(head []byte) string {
	if bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")) {
		return oldOffice(head)
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return s.name
		}
	}
	if len(head) > tarMarkAt && bytes.HasPrefix(head[tarMarkAt:], []byte(tarMark)) {
		return "a tar archive; unpack it first and name the folder, or pack it as .zip"
	}
	controls := 0
	for _, c := range head {
		if c == 0 || c < ' ' && !bytes.ContainsRune([]byte("\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f"), rune(c)) {
			controls++
		}
	}
	// A stray NUL in a table is a fault of one cell; text has no more than that.
	if controls > 1+len(head)/500 {
		return "binary data"
	}
	return ""
}

// encryptedWorkbook is the name of the stream in which Excel hides a workbook
// with a password.
var encryptedWorkbook = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// oldWord is the name of the stream that holds the text of an old Word document.
var oldWord = []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")

// oldOffice returns what a file in Microsoft's older container is.
func oldOffice(head []byte) string {
	if bytes.Contains(head, encryptedWorkbook) {
		return "a workbook protected by a password; open it in Excel and save it without one"
	}
	if bytes.Contains(head, oldWord) {
		return "an old Word document (.doc); save it as .docx"
	}
	return "an old Excel workbook (.xls), or one protected by a password; save it as .xlsx"
}
