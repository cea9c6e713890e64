package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// geoNamesServer is where GeoNames has its dumps.
const geoNamesServer = "https://download.geonames.org/export/dump/"

// store is the folder in which the places of countries wait that the user has
// fetched, and the index that is made of them:
//
//	gazetteer.idx           of all of them and the world
//	geonames/IQ.zip         places
//	geonames/IQ-names.zip   alternate names
type store string

// openStore returns the user's store, which need not be there.
func openStore() (store, error) {
	if dir := os.Getenv("DATELINE_DATA"); dir != "" {
		return store(dir), nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return store(filepath.Join(dir, "dateline")), nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return store(filepath.Join(dir, "dateline")), err
	}
	home, err := os.UserHomeDir()
	return store(filepath.Join(home, ".local", "share", "dateline")), err
}

func (s store) index() string { return filepath.Join(string(s), "gazetteer.idx") }
func (s store) places(country string) string {
	return filepath.Join(string(s), "geonames", country+".zip")
}
func (s store) names(country string) string {
	return filepath.Join(string(s), "geonames", country+"-names.zip")
}

// countries lists what is there, in order.
func (s store) countries() ([]string, error) {
	files, err := os.ReadDir(filepath.Join(string(s), "geonames"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []string
	for _, f := range files {
		if code, ok := strings.CutSuffix(f.Name(), ".zip"); ok && isAlpha2(code) {
			out = append(out, code)
		}
	}
	return out, nil
}

func isAlpha2(s string) bool {
	return len(s) == 2 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// sources lists the files of countries that are there, and tells when the newest of
// them was made.
func (s store) sources(countries []string) (paths []string, newest time.Time) {
	for _, code := range countries {
		for _, path := range []string{s.places(code), s.names(code)} {
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
