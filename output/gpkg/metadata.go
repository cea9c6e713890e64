package gpkg

import (
	"bytes"
	"encoding/xml"
)

// rights is metadata as QGIS writes and shows it, reduced to whose data it is.
type rights struct {
	XMLName xml.Name `xml:"qgis"`
	Type    string   `xml:"type"`
	Title   string   `xml:"title"`
	Rights  string   `xml:"rights"`
}

// addMetadata says whose data the tables hold that refer to it.
func (d *database) addMetadata(title, attribution string) error {
	text, err := xml.MarshalIndent(rights{Type: "dataset", Title: title, Rights: attribution}, "", " ")
	if err != nil {
		return err
	}
	text = append([]byte("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"), bytes.TrimSpace(text)...)
	return d.exec("INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://mrcc.com/qgis.dtd', 'text/xml', ?)", string(text))
}

func (d *database) referToMetadata(table string) error {
	return d.exec("INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)", table, unchanged)
}
