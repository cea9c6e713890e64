package input

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/mail"
	"github.com/dateline-map/dateline/geo/news/office"
	"github.com/dateline-map/dateline/geo/news/web"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/georss"
	"github.com/dateline-map/dateline/geo/when"
)

// NewLibrary returns a library that reads all kinds of documents. Documents that
// have no date are given the one they were published on.
func NewLibrary(published when.Interval) *document.Library {
	return &document.Library{Published: published, Formats: slices.Concat(web.Formats(), office.Formats(), mail.Formats())}
}

// look is what is seen of a file before it is read. The zero value has seen
// nothing.
type look struct {
	path      string
	head      []byte // its first bytes, unpacked; good until the next file is looked at
	whole     bool   // they are all, and it is not packed
	formatted bool   // a page or a feed by how it begins
	foreign   bool   // lines of JSON with a day that documents have no name for
}

// looker looks into files, one after another in the same room: of a hundred
// thousand short ones that is most of the work of finding them. Its zero value is
// ready to use.
type looker struct {
	library *document.Library
	room    []byte
}

// at looks at the beginning of a file. Of one that cannot be read nothing is
// seen; who reads it will say why.
func (r *looker) at(path string) look {
	l := look{path: path}
	f, err := os.Open(path)
	if err != nil {
		return l
	}
	defer f.Close() // nothing was written
	if r.room == nil {
		r.library, r.room = NewLibrary(when.Interval{}), make([]byte, document.HeadBytes)
	}
	var source io.Reader = f
	packed := strings.HasSuffix(strings.ToLower(path), ".gz")
	if packed {
		if source, err = gzip.NewReader(f); err != nil {
			return l
		}
	}
	n, err := io.ReadFull(source, r.room)
	l.head = r.room[:n]
	l.whole = !packed && (err == io.EOF || err == io.ErrUnexpectedEOF)
	l.formatted = r.library.Holds(path, l.head)
	return l
}

// sum returns the sum of the content of the file.
func (l *look) sum(s *Summer) (sum, error) {
	if l.whole {
		return sha256.Sum256(l.head), nil
	}
	return s.Of(l.path)
}

// holdsStories reports whether the file holds documents rather than records. Pages
// and feeds show by how they begin, and feeds of records by positions; lines of JSON
// are documents if the first has a text, and no place of its own; plain text is one
// unless it is rows, as spreadsheets save "text separated by tabs".
func (l *look) holdsStories() bool {
	switch {
	case l.formatted:
		return !georss.Positioned(l.path)
	case !document.IsFile(l.path):
		return false
	case ext(l.path) == ".txt":
		return !record.IsDelimited(l.head[:min(len(l.head), delimitedHead)])
	case !isLines(l.path):
		return true
	}
	line, err := firstLine(l.path)
	l.foreign = err == nil && hasForeignDay(line)
	return err == nil && isDocument(line)
}

// hasForeignDay reports whether a line of JSON has a day under a name that documents have
// none for, such as "published_at". As rows of a table such lines tell more.
func hasForeignDay(line []byte) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(line, &members) != nil || members["date"] != nil || members["published"] != nil {
		return false
	}
	for key := range members {
		for _, word := range [...]string{"date", "time", "publish", "created", "posted"} {
			if strings.Contains(strings.ToLower(key), word) {
				return true
			}
		}
	}
	return false
}

// isSitemap reports whether the file lists the pages of a site, and not their titles, as
// those for news do.
func (l *look) isSitemap() bool {
	begins := func(tag string) bool { return bytes.Contains(l.head[:min(len(l.head), 1<<10)], []byte(tag)) }
	return (begins("<urlset") || begins("<sitemapindex")) && !bytes.Contains(l.head, []byte("title>"))
}

// delimitedHead is how much of a text is looked at for rows.
const delimitedHead = 1 << 12

// isLines reports whether a file is lines of JSON by its name.
func isLines(path string) bool { return ext(path) == ".ndjson" || ext(path) == ".jsonl" }

// isDocument reports whether a line of JSON is a document.
func isDocument(line []byte) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(line, &members) != nil {
		return false
	}
	for key := range members {
		switch strings.ToLower(key) {
		case "place", "location", "lat", "latitude", "geometry", "city", "town":
			return false
		}
	}
	return strings.HasPrefix(string(members["text"]), `"`)
}

// firstLine returns the first line of a file that is not empty, as far as it
// may reasonably go.
func firstLine(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(strings.ToLower(path), ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		if line := lines.Bytes(); len(bytes.TrimSpace(line)) > 0 {
			return line, nil
		}
	}
	return nil, errors.Join(lines.Err(), io.EOF)
}
