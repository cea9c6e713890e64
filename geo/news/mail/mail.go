// Package mail reads stories out of e-mail: single messages (.eml) and mailboxes (.mbox), as
// mail programs and web mail export them (RFC 5322, RFC 2045 to 2047, RFC 4155).
//
// A message is read as a text of what it says in plain words, or else as the page that it is:
// its subject is the headline, its day the one it was published on, in the sender's zone. A
// newsletter of several stories parted by lines of dashes is several. Nothing is fetched.
//
// # Non-goals
//
//   - Attachments, and messages that are attached to others.
//   - Messages that are encrypted.
package mail

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/mail"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/when"
)

// Formats returns the formats that this package reads, for [document.Library].
func Formats() []document.Format { return []document.Format{Message{}, Mailbox{}} }

// Message reads a single message.
type Message struct{}

// Holds implements [document.Format]: .eml.
func (Message) Holds(name string, _ []byte) bool { return ending(name) == ".eml" }

// Documents implements [document.Format].
func (Message) Documents(data []byte) ([]document.Document, []*geo.Problem) {
	documents, problems := read(data)
	for _, p := range problems {
		p.Row = 0 // lines of the decoded text are not those of the file
	}
	return documents, problems
}

// Mailbox reads the messages of a mailbox, one after another.
type Mailbox struct{}

// Holds implements [document.Format]: .mbox, if it begins as one.
func (Mailbox) Holds(name string, head []byte) bool {
	return ending(name) == ".mbox" && bytes.HasPrefix(head, []byte("From "))
}

// fromLine is what stands before a message in a mailbox, at the beginning or behind a blank line.
var fromLine = pattern.New(`(?m)(?:\A|^\r?\n)From [^\r\n]*\d{2}:\d{2}[^\r\n]*\r?\n`)

// quoted is a line of a message that would look like the beginning of the next.
var quoted = pattern.New(`(?m)^>(>*From )`)

// Documents implements [document.Format]. A problem's row is the line that its message begins on.
func (Mailbox) Documents(data []byte) (documents []document.Document, problems []*geo.Problem) {
	begins := fromLine().FindAllIndex(data, -1)
	line, counted := 1, 0
	for i, at := range begins {
		end := len(data)
		if i+1 < len(begins) {
			end = begins[i+1][0]
		}
		line += bytes.Count(data[counted:at[1]], []byte{'\n'})
		counted = at[1]
		more, wrong := read(quoted().ReplaceAll(data[at[1]:end], []byte("$1")))
		for _, p := range wrong {
			p.Row = line
		}
		documents = append(documents, more...)
		problems = append(problems, wrong...)
	}
	return documents, problems
}

var errNoText = errors.New("no text in this message; attachments are not read")

// read returns the stories of a message.
func read(data []byte) ([]document.Document, []*geo.Problem) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\ufeff\r\n")))
	if err != nil {
		return nil, []*geo.Problem{{Refused: true, Err: fmt.Errorf("not a message: %w", err)}}
	}
	var b body
	b.part(m.Body, header(m.Header), 0)
	documents, problems := b.documents()
	if len(documents) == 0 && len(problems) == 0 {
		return nil, []*geo.Problem{{Refused: true, Err: errNoText}}
	}
	title := decoded(m.Header.Get("Subject"))
	sent, dateErr := m.Header.Date()
	for i := range documents {
		d := &documents[i]
		if len(documents) == 1 {
			d.Title = cmp.Or(title, d.Title)
		}
		d.Author = cmp.Or(d.Author, sender(m.Header.Get("From")))
		if d.Published.IsZero() && dateErr == nil {
			d.Published = when.On(when.Date(sent.Date()))
		}
	}
	return documents, problems
}

// sender returns the name of who sent a message, or the address of one without.
func sender(from string) string {
	a, err := mail.ParseAddress(from)
	if err != nil {
		return decoded(from)
	}
	return cmp.Or(a.Name, a.Address)
}

// ending returns the ending of a file's name in small letters.
func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }
