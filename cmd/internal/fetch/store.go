// Package fetch fetches GeoNames' lists of countries, and keeps them in a folder of the
// user's with the index that is made of them.
package fetch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// GeoNamesServer is where GeoNames has its dumps.
const GeoNamesServer = "https://download.geonames.org/export/dump/"

// Store is the folder in which the places of countries wait that the user has
// fetched, and the index that is made of them:
//
//	gazetteer.idx           of all of them and the world
//	geonames/IQ.zip         places
//	geonames/IQ-names.zip   alternate names
type Store string

// OpenStore returns the user's store, which need not be there.
func OpenStore() (Store, error) {
	if dir := os.Getenv("DATELINE_DATA"); dir != "" {
		return Store(dir), nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return Store(filepath.Join(dir, "dateline")), nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return Store(filepath.Join(dir, "dateline")), err
	}
	home, err := os.UserHomeDir()
	return Store(filepath.Join(home, ".local", "share", "dateline")), err
}

// Index returns the path of the index, Places and Names those of a country's lists.
func (s Store) Index() string { return filepath.Join(string(s), "gazetteer.idx") }
func (s Store) Places(country string) string {
	return filepath.Join(string(s), "geonames", country+".zip")
}
func (s Store) Names(country string) string {
	return filepath.Join(string(s), "geonames", country+"-names.zip")
}

// Countries lists what is there, in order.
func (s Store) Countries() ([]string, error) {
	files, err := os.ReadDir(filepath.Join(string(s), "geonames"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []string
	for _, f := range files {
		if code, ok := strings.CutSuffix(f.Name(), ".zip"); ok && IsAlpha2(code) {
			out = append(out, code)
		}
	}
	return out, nil
}

// IsAlpha2 reports whether a text may be the code of a country.
func IsAlpha2(s string) bool {
	return len(s) == 2 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// Sources lists the files of countries that are there, and tells when the newest of
// them was made.
func (s Store) Sources(countries []string) (paths []string, newest time.Time) {
	for _, code := range countries {
		for _, path := range []string{s.Places(code), s.Names(code)} {
			info, err := os.Stat(path)
			if err != nil {
				continue
			}
			paths = append(paths, path)
			if info.ModTime().After(newest) {
				newest = info.ModTime()
			}
		}
	}
	return paths, newest
}
