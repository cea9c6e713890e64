package xlsx

import (
	"bufio"
	"bytes"
	"io"
)

// pieces cuts an XML part into tags and what stands between them, each as it is
// written: who writes them all one behind the other has copied the part.
type pieces struct {
	r   *bufio.Reader
	buf []byte
}

// piece is a tag, or what stands between two. It is good until the next one.
type piece struct {
	text   []byte
	name   []byte // of a tag, without its prefix; nil for what is none
	prefix []byte // with its colon; nil if the name has none
	opens  bool
	empty  bool // it closes itself
}

func newPieces(r io.Reader) *pieces { return &pieces{r: bufio.NewReaderSize(r, 64<<10)} }

// next returns the next piece. The error is io.EOF at the end of the part.
func (p *pieces) next() (piece, error) {
	p.buf = p.buf[:0]
	if err := p.read('<', mostText); err != nil {
		if err == io.EOF && len(p.buf) > 0 {
			err = nil
		}
		return piece{text: p.buf}, err
	}
	if len(p.buf) > 1 {
		_ = p.r.UnreadByte() // the byte was read just now
		return piece{text: p.buf[:len(p.buf)-1]}, nil
	}
	for {
		if err := p.read('>', mostText); err != nil {
			return piece{}, unexpected(err)
		}
		if p.whole() {
			return tagOf(p.buf), nil
		}
	}
}

// read appends up to a byte, that included.
func (p *pieces) read(end byte, most int) error {
	for {
		text, err := p.r.ReadSlice(end)
		p.buf = append(p.buf, text...)
		switch {
		case err != bufio.ErrBufferFull:
			return err
		case len(p.buf) > most:
			return errLong
		}
	}
}

// whole reports whether the tag at hand ends with what was read of it, and is no
// comment or CDATA with a ">" inside.
func (p *pieces) whole() bool {
	switch {
	case len(p.buf) > mostText:
		return true // what it is does not matter any more
	case bytes.HasPrefix(p.buf, []byte("<!--")):
		return bytes.HasSuffix(p.buf, []byte("-->")) && len(p.buf) >= len("<!---->")
	case bytes.HasPrefix(p.buf, []byte("<![CDATA[")):
		return bytes.HasSuffix(p.buf, []byte("]]>"))
	}
	return true
}

// tagOf returns a tag as a piece; comments and the like are none.
func tagOf(text []byte) piece {
	inner := text[1 : len(text)-1]
	if len(inner) == 0 || inner[0] == '!' || inner[0] == '?' {
		return piece{text: text}
	}
	t := piece{text: text, opens: inner[0] != '/', empty: inner[len(inner)-1] == '/'}
	inner = bytes.Trim(inner, "/")
	if end := bytes.IndexAny(inner, " \t\r\n"); end >= 0 {
		inner = inner[:end]
	}
	colon := bytes.IndexByte(inner, ':')
	t.prefix, t.name = inner[:colon+1], inner[colon+1:]
	return t
}

// attr returns the attribute of a local name that a tag has, or nil.
func (t *piece) attr(name string) []byte {
	if at := bytes.IndexAny(t.text, " \t\r\n"); at >= 0 {
		return attribute(t.text[at:len(t.text)-1], name)
	}
	return nil
}
