package document

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/geo/when"
)

// lines yields the documents of a file with a JSON object a line.
func (y *yielder) lines(r *bufio.Reader, path string) {
	lines := lineReader{r: r, max: y.library.maxBytes() * 2} // escapes make a text longer
	if head, _ := lines.r.Peek(HeadBytes); charset.Binary(head) {
		y.refuse(path, 0, charset.ErrBinary)
		return
	}
	for !y.stopped {
		line, err := lines.next()
		switch {
		case errors.Is(err, io.EOF):
			if lines.row == 0 {
				y.refuse(path, 0, errors.New("empty file"))
			}
			return
		case errors.Is(err, errLongLine):
			y.refuse(path, lines.row, err)
		case err != nil:
			y.refuse(path, lines.row, err)
			return
		case len(bytes.TrimSpace(line)) > 0:
			y.line(line, path, lines.row)
		}
	}
}

// jsonDocument is a document as a line of NDJSON. Its id may be a number.
type jsonDocument struct {
	ID        any    `json:"id"`
	Text      string `json:"text"`
	Title     string `json:"title"`
	Date      string `json:"date"`
	Published string `json:"published"`
	Source    string `json:"source"`
	Home      string `json:"home"`
	URL       string `json:"url"`

	crawled
}

// crawled is what programs that gather news call the same things. A member that is no
// text is none of them.
type crawled struct {
	Content     any `json:"content"`
	Body        any `json:"body"`
	Summary     any `json:"summary"`
	Description any `json:"description"`
	PublishedAt any `json:"published_at"`
	Published   any `json:"publishedAt"`
	PublishDate any `json:"publish_date"`
	PubDate     any `json:"pubDate"`
	Publisher   any `json:"publisher"`
	SourceName  any `json:"source_name"`
	Link        any `json:"link"`
}

// fill gives a document what it has under other names. One without a text is its headline.
func (j *jsonDocument) fill() {
	j.Text = firstText(j.Text, j.Content, j.Body, j.Summary, j.Description, j.Title)
	j.Published = firstText(j.Published, j.PublishedAt, j.crawled.Published, j.PublishDate, j.PubDate)
	j.Source = firstText(j.Source, j.Publisher, j.SourceName)
	j.URL = firstText(j.URL, j.Link)
}

// firstText returns the first value that is a text with something in it.
func firstText(values ...any) string {
	for _, v := range values {
		if s, ok := v.(string); ok && strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// line yields the document of one line.
func (y *yielder) line(line []byte, path string, row int) {
	var j jsonDocument
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(line, []byte{0x1e}))) // RFC 8142
	dec.UseNumber()
	if err := dec.Decode(&j); err != nil {
		y.refuse(path, row, jsonError(err))
		return
	}
	j.fill()
	d := Document{ID: idString(j.ID), Text: j.Text, Title: j.Title, Source: j.Source, Home: j.Home, URL: j.URL}
	if d.ID == "" {
		d.ID = fmt.Sprintf("%s#%d", filepath.Base(path), row)
	}
	column, date := "date", j.Date
	if date == "" {
		column, date = "published", j.Published
	}
	var problem *geo.Problem
	if d.Published, problem = published(date); problem != nil {
		problem.File, problem.Row, problem.Column = path, row, column
		y.problem(problem)
	}
	y.document(d, path, row)
}

// published reads a date of publication. Nothing and a date that cannot be read
// are both unknown; of the second there is a problem to tell.
func published(date string) (when.Interval, *geo.Problem) {
	if date == "" {
		return when.Interval{}, nil
	}
	i, err := when.Parse(date, when.OrderUnknown)
	if err != nil {
		return when.Interval{}, &geo.Problem{Err: err}
	}
	return i, nil
}

// jsonError says in fewer words what is wrong with a line.
func jsonError(err error) error {
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrongType) && wrongType.Field == "":
		return fmt.Errorf("a JSON %s, not an object", wrongType.Value)
	case errors.As(err, &wrongType):
		return fmt.Errorf("%q is a JSON %s, not a %s", wrongType.Field, wrongType.Value, wrongType.Type)
	}
	return fmt.Errorf("not JSON: %w", err)
}

func idString(id any) string {
	switch v := id.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

var errLongLine = errors.New("line too long")

// lineReader reads lines of a bounded length.
type lineReader struct {
	r   *bufio.Reader
	max int
	row int // of the line read last, from 1
	buf []byte
}

// next returns a line without its end; io.EOF after the last. A line that is
// too long is passed over and errLongLine returned. The line is valid until the
// next call.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if len(l.buf)+len(part) > l.max {
			long = true
		}
		if !long {
			l.buf = append(l.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case err != nil && len(part) == 0 && len(l.buf) == 0 && !long:
			return nil, io.EOF
		}
		l.row++
		if long {
			return nil, fmt.Errorf("%w: more than %d bytes", errLongLine, l.max)
		}
		return l.buf, nil
	}
}
