package highlight

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"
)

// TextWriter writes documents as plain text, for a terminal or a mail: the
// passages that are marked or have notes, each mark as [what: killed], and the
// notes below. It is made by [NewTextWriter].
type TextWriter struct {
	w       io.Writer
	buf     bytes.Buffer
	written int
	err     error
}

// NewTextWriter returns a writer of text to w.
func NewTextWriter(w io.Writer) *TextWriter { return &TextWriter{w: w} }

// textWidth is the column after which lines are broken.
const textWidth = 100

// Write adds a document.
func (t *TextWriter) Write(d *Document) error {
	if t.err != nil {
		return t.err
	}
	if t.written > 0 {
		t.buf.WriteByte('\n')
	}
	t.written++
	title := plain(d.Heading.Text)
	if title == "" {
		title = plain(d.ID)
	} else if d.ID != "" {
		title += " (" + plain(d.ID) + ")"
	}
	t.wrap("", "", title)
	if len(d.Heading.Marks)+len(d.Heading.Notes) > 0 {
		t.passage(&d.Heading)
	}
	for _, p := range d.Paragraphs {
		for i := range p {
			if p[i].Part != Aside && len(p[i].Notes) > 0 {
				t.passage(&p[i])
			}
		}
	}
	t.notes(d.Notes)
	_, t.err = t.w.Write(t.buf.Bytes())
	t.buf.Reset()
	return t.err
}

// Close ends the text.
func (t *TextWriter) Close() error {
	if t.err != nil {
		return t.err
	}
	t.err = errClosed
	return nil
}

func (t *TextWriter) passage(p *Passage) {
	var b strings.Builder
	at := 0
	for i := range p.Marks {
		m := &p.Marks[i]
		if m.Start < at || m.End <= m.Start || m.End > len(p.Text) {
			continue
		}
		b.WriteString(p.Text[at:m.Start])
		b.WriteString("[" + looks[m.Kind].class + ": " + p.Text[m.Start:m.End] + "]")
		at = m.End
	}
	b.WriteString(p.Text[at:])
	t.buf.WriteByte('\n')
	t.wrap("", "", plain(b.String()))
	t.notes(p.Notes)
}

func (t *TextWriter) notes(notes []Note) {
	for i := range notes {
		n := &notes[i]
		bullet := "  * "
		if n.Faint {
			bullet = "  - "
		}
		t.wrap(bullet, "    ", plain(n.Title))
		width := 0
		for _, r := range n.Rows {
			width = max(width, utf8.RuneCountInString(r.Label))
		}
		for _, r := range n.Rows {
			label := r.Label + strings.Repeat(" ", width-utf8.RuneCountInString(r.Label))
			for k, text := range r.Texts {
				if k > 0 {
					label = strings.Repeat(" ", width)
				}
				t.wrap("      "+label+"  ", strings.Repeat(" ", 10+width), plain(text))
			}
		}
	}
}

// wrap writes words in lines that begin with first, and then with next.
func (t *TextWriter) wrap(first, next, s string) {
	line := first
	length := utf8.RuneCountInString(first)
	begun := false
	for word := range strings.FieldsSeq(s) {
		n := utf8.RuneCountInString(word)
		if begun && length+1+n > textWidth {
			t.buf.WriteString(line + "\n")
			line, length, begun = next, utf8.RuneCountInString(next), false
		}
		if begun {
			line += " "
			length++
		}
		line += word
		length += n
		begun = true
	}
	t.buf.WriteString(strings.TrimRight(line, " ") + "\n")
}

// plain makes any text safe for a terminal: one line, without what moves the
// cursor or turns the writing round.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}
