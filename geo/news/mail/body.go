package mail

import (
	"cmp"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/web"
)

// header is the head of a message or a part, net/mail's or that of net/textproto.
type header map[string][]string

func (h header) get(name string) string {
	if v := h[name]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// deepest is how deep parts may lie in each other.
const deepest = 8

// body is what was found in a message: its first plain text and its first page.
type body struct {
	text, page       []byte
	charset          string // what the text says that it is
	hasText, hasPage bool
}

// part looks into a part of a message.
func (b *body) part(r io.Reader, h header, depth int) {
	kind, params, err := mime.ParseMediaType(cmp.Or(h.get("Content-Type"), "text/plain"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	disposition, _, _ := mime.ParseMediaType(h.get("Content-Disposition"))
	switch {
	case disposition == "attachment" || depth > deepest:
	case strings.HasPrefix(kind, "multipart/"):
		parts := multipart.NewReader(r, params["boundary"])
		for {
			p, err := parts.NextRawPart()
			if err != nil {
				return // the parts before are whole
			}
			b.part(p, header(p.Header), depth+1)
		}
	case kind == "text/plain" && !b.hasText:
		b.text, b.hasText, b.charset = unpacked(r, h), true, params["charset"]
	case (kind == "text/html" || kind == "application/xhtml+xml") && !b.hasPage:
		b.page, b.hasPage = unpacked(r, h), true
		if c := params["charset"]; c != "" {
			b.page = append([]byte(`<meta charset="`+strings.ReplaceAll(c, `"`, "")+`">`), b.page...)
		}
	}
}

// unpacked returns the bytes of a part. What was cut off or damaged on the way ends there.
func unpacked(r io.Reader, h header) []byte {
	switch strings.ToLower(strings.TrimSpace(h.get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		r = quotedprintable.NewReader(r)
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, r)
	}
	data, _ := io.ReadAll(r)
	return data
}

// fewestWords is how many words a plain text has at the least that is not only "see the page".
const fewestWords = 20

// documents returns the stories: those of the text, unless it only points to the page.
func (b *body) documents() (documents []document.Document, problems []*geo.Problem) {
	if b.hasPage && len(strings.Fields(string(b.text))) < fewestWords {
		if documents, problems = (web.Page{}).Documents(b.page); len(documents) > 0 || !b.hasText {
			return documents, problems
		}
	}
	if len(b.text) == 0 {
		return nil, nil
	}
	s, note, err := charset.Decode(b.text, b.charset)
	if err != nil {
		return nil, []*geo.Problem{{Refused: true, Err: err}}
	}
	documents, problems = document.ParseText(s)
	if note != nil {
		problems = append(problems, &geo.Problem{Err: note})
	}
	return documents, problems
}

// words decodes what heads write in other letters than ASCII.
var words = mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	s, _, err := charset.Decode(data, name)
	if s == "" && err == nil {
		err = errors.New("no letters")
	}
	return strings.NewReader(s), err
}}

// decoded returns a line of a head; as it stands if it cannot be decoded.
func decoded(s string) string {
	d, err := words.DecodeHeader(s)
	if err != nil {
		d = s
	}
	return strings.Join(strings.Fields(d), " ")
}
