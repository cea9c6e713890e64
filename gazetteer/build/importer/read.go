package importer

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// read reads a source, whatever it is.
func (im *importer) read(path string) {
	s := Source{Path: path}
	last := unknownFile
	eachFile(path, func(f sourceFile) {
		if !im.goOn() {
			return
		}
		k := kindOf(f)
		if k != wofFile || last != wofFile { // its records are one list
			im.addDistricts(&s)
			im.source++
			im.atlas.begin(im.source)
		}
		last = k
		im.readFile(f, k, &s)
	}, im.problem)
	im.addDistricts(&s)
	if s.Kind != "" {
		im.describe(path, s.Kind)
	}
	im.report.Sources = append(im.report.Sources, s)
}

// addDistricts takes in the ADM2 that have been read.
func (im *importer) addDistricts(s *Source) {
	s.New += im.atlas.addDistricts(im.districts, im.source)
	im.districts = nil
}

func (im *importer) readFile(f sourceFile, k fileKind, s *Source) {
	if im.options.Over != nil && k != geoJSONFile && k != tableFile {
		im.problem(in(f.name, errors.New("is no table or GeoJSON of one's own: build an index of it first")))
		return
	}
	switch k {
	case wofFile:
		im.readWhosOnFirst(f, s)
	case geoNamesFile:
		im.readGeoNames(f, s)
	case alternatesFile:
		im.readAlternates(f, s)
	case codesFile:
		im.readCodes(f, s)
	case naturalEarthFile:
		im.readNaturalEarth(f, s)
	case geoJSONFile:
		im.readGeoJSON(f, s)
	case tableFile:
		im.readTable(f, s)
	default:
		im.problem(in(f.name, errors.New("is no place list that can be read: give a GeoNames dump, Who's On First records, GeoJSON, or a table with columns name, lat and lon")))
	}
}

// take puts a place into the atlas.
func (im *importer) take(d draft, s *Source) {
	s.Places++
	if im.options.Over != nil {
		im.surround(&d)
	}
	if d.Type == placetype.Adm2 && d.standing == fromList {
		im.districts = append(im.districts, d)
	} else if im.atlas.add(d, im.source) {
		s.New++
	}
}

// fileKind is what a file is, as told by its content.
type fileKind uint8

const (
	unknownFile fileKind = iota
	geoNamesFile
	alternatesFile
	codesFile
	wofFile
	naturalEarthFile
	geoJSONFile
	tableFile
)

// kindOf looks at the beginning of a file.
func kindOf(f sourceFile) fileKind {
	head, err := f.Peek(sniffBytes)
	if len(head) == 0 || err != nil && errors.Is(err, bufio.ErrBufferFull) {
		return unknownFile
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	if len(head) > 0 && (head[0] == '{' || head[0] == '[' || head[0] == 0x1E) {
		return kindOfJSON(head)
	}
	return kindOfText(string(head))
}

func kindOfJSON(head []byte) fileKind {
	switch {
	case bytes.Contains(head, []byte(`"wof:id"`)):
		if bytes.Contains(head, []byte(`"FeatureCollection"`)) {
			return unknownFile
		}
		return wofFile
	case bytes.Contains(head, []byte(`"adm1_code"`)) && bytes.Contains(head, []byte(`"gn_a1_code"`)):
		return naturalEarthFile
	}
	return geoJSONFile
}

// kindOfText tells the tables of GeoNames, which have no header, from others.
func kindOfText(head string) fileKind {
	for line := range strings.Lines(head) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		switch {
		case len(f) == lists.GeoNamesColumns && lists.IsNumber(f[0]) && isPoint(f[4], f[5]):
			return geoNamesFile
		case len(f) >= 4 && len(f) <= 10 && lists.IsNumber(f[0]) && lists.IsNumber(f[1]):
			return alternatesFile
		case len(f) == 4 && strings.Contains(f[0], ".") && lists.IsNumber(f[3]):
			return codesFile
		}
		return tableFile
	}
	return unknownFile
}

func isPoint(lat, lon string) bool {
	_, _, err := lists.ParsePoint(lat, lon)
	return err == nil
}

// isName reports whether a text can be a place's main name. Some letters are whole
// sentences in their comparison form, which has its own bound.
func isName(s string) bool {
	if s == "" || len(s) > maxName || !utf8.ValidString(s) || strings.IndexFunc(s, isControl) >= 0 {
		return false
	}
	key := fold.Key(s)
	return key != "" && len(key) <= 2*maxName
}

// shortNames returns those of names, codes among them, that can be kept beside a
// main name.
func shortNames(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(s string) bool { return len(s) > naming.MaxAlias || !isName(s) })
}

// featureCode returns a GeoNames feature code, nothing if it is not of their form.
func featureCode(s string) string {
	if len(s) < 2 || len(s) > 5 || strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
		return ""
	}
	return s
}

func isControl(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

// maxName bounds a main name in bytes: GeoNames' field has 200 characters.
const maxName = 800

// papersOf are the papers of published lists, by kind of source.
var papersOf = map[string]struct {
	source gazetteer.Source
	credit string
}{
	"GeoNames":       {gazetteer.Source{Name: "GeoNames", License: "CC-BY-4.0", URL: "https://www.geonames.org", Prefix: "gn"}, "Contains data from GeoNames (geonames.org), CC BY 4.0, modified."},
	"Who's On First": {gazetteer.Source{Name: "Who's On First", License: "see https://whosonfirst.org/docs/licenses/", URL: "https://whosonfirst.org", Prefix: "wof"}, "Contains data from Who's On First (whosonfirst.org), modified."},
	"Natural Earth":  {gazetteer.Source{Name: "Natural Earth", License: "public domain", URL: "https://www.naturalearthdata.com", Prefix: "ne"}, "Contains data from Natural Earth (public domain)."},
}

// describe puts a source into the papers of the index.
func (im *importer) describe(path, kind string) {
	if p, ok := papersOf[kind]; ok {
		im.paper(p.source, p.credit)
		return
	}
	im.paper(gazetteer.Source{Name: filepath.Base(path), License: "the user's own", Prefix: ownPrefix}, "")
}

// jsonCause says in JSON's words what encoding/json says in Go's.
func jsonCause(err error) error {
	var t *json.UnmarshalTypeError
	if errors.As(err, &t) {
		return fmt.Errorf("%s: a JSON %s is not what it can be", strings.ToLower(cmp.Or(t.Field, "the value")), t.Value)
	}
	return err
}
