package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/fetch"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/urfave/cli/v2"
)

// gazetteerFlag chooses the places that a command knows.
func gazetteerFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "gazetteer", Usage: "take places from `FILE`: an index that gazetteer build has written, your own CSV, TSV or GeoJSON, or world for the program's own; may be given again, the user's own wins (default: what gazetteer get has fetched, else world)"}
}

// embeddedWorld is what --gazetteer calls the program's own index.
const embeddedWorld = "world"

// openGazetteer opens what the flags ask for. One's own lists lie uppermost, on
// the indexes in the order in which they are named, and the program's world
// lies at the bottom. Lists without an index lie on the one that is used when
// nothing is asked for.
func openGazetteer(c *cli.Context, s Streams) (gazetteer.Places, error) {
	own, indexes, err := sortGazetteers(c.StringSlice("gazetteer"))
	if err != nil {
		return nil, err
	}
	layers, err := openIndexes(indexes)
	if err != nil {
		return nil, err
	}
	places, err := stacked(layers)
	if err != nil || len(own) == 0 {
		return places, err
	}
	over, err := indexOwn(c.Context, own, places, voiceOf(c, s))
	if err != nil {
		return nil, err
	}
	return stacked(append([]*gazetteer.Index{over}, layers...))
}

// sortGazetteers tells one's own lists from indexes, each named once.
func sortGazetteers(paths []string) (own, indexes []string, err error) {
	for _, path := range paths {
		index := path == "" || path == embeddedWorld
		if !index {
			if index, err = isIndex(path); err != nil {
				return nil, nil, gazetteerError(err)
			}
		}
		switch {
		case index && !slices.Contains(indexes, path):
			indexes = append(indexes, path)
		case !index && !slices.Contains(own, path):
			own = append(own, path)
		}
	}
	return own, indexes, nil
}

// isIndex reports whether a file is an index, of whatever version.
func isIndex(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, len(gazetteer.Magic))
	_, err = io.ReadFull(f, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return false, nil
	}
	return string(head) == gazetteer.Magic, err
}

func gazetteerError(err error) error {
	return voice.WithHint(fmt.Errorf("gazetteer: %w", err), "make an index with `dateline gazetteer build -o FILE SOURCE`, or name a table of your own with name, lat and lon")
}

// openIndexes opens indexes, the world's last; the usual one if none is named.
func openIndexes(paths []string) (layers []*gazetteer.Index, err error) {
	if len(paths) == 0 {
		return openUsual()
	}
	for _, path := range paths {
		if path == "" || path == embeddedWorld {
			continue
		}
		x, err := gazetteer.Open(path)
		if err != nil {
			return nil, gazetteerError(err)
		}
		layers = append(layers, x)
	}
	w, err := world.Open()
	if len(layers) == len(paths) || slices.ContainsFunc(layers, func(x *gazetteer.Index) bool { return x.Contains(w.Info()) }) {
		return layers, err
	}
	return append(layers, w), err
}

// openUsual opens the index that gazetteer get has made, else the world.
func openUsual() ([]*gazetteer.Index, error) {
	x, err := world.Open()
	if path := fetched(); path != "" {
		if x, err = gazetteer.Open(path); err != nil {
			return nil, voice.WithHint(fmt.Errorf("gazetteer: %w", err), "run `dateline gazetteer get` again, or say --gazetteer world")
		}
	}
	return []*gazetteer.Index{x}, err
}

// fetched returns the index that gazetteer get has made, empty if there is none.
func fetched() string {
	dir, err := fetch.OpenStore()
	if err != nil {
		return ""
	}
	if info, err := os.Stat(dir.Index()); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return dir.Index()
}

// stacked makes one dictionary of several indexes.
func stacked(layers []*gazetteer.Index) (gazetteer.Places, error) {
	if len(layers) == 1 {
		return layers[0], nil
	}
	stack, err := gazetteer.NewStack(layers...)
	if err != nil {
		return nil, gazetteerError(err)
	}
	return stack, nil
}

// indexOwn makes an index of one's own lists, to lie on others.
func indexOwn(ctx context.Context, paths []string, below gazetteer.Places, v voice.Voice) (*gazetteer.Index, error) {
	var names []string
	for _, path := range paths {
		names = append(names, filepath.Base(path))
	}
	b := builder{voice: v}
	var data bytes.Buffer
	_, err := importer.Run(ctx, &data, paths, importer.Options{Over: below, Problem: b.tell, Title: strings.Join(names, ", ")})
	b.rest()
	if err != nil {
		return nil, gazetteerError(fmt.Errorf("%s: %w", strings.Join(paths, ", "), err))
	}
	return gazetteer.New(data.String())
}
