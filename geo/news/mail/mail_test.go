package mail

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/news/document"
)

// message returns a message with lines ended as mail ends them.
func message(head, body string) []byte {
	return []byte(strings.ReplaceAll(head+"\n\n"+body, "\n", "\r\n"))
}

const page = `<html><head><title>Desk</title></head><body><p>Three people were killed when a mine exploded near Gao on Monday, residents of the town said, and two more were taken to a hospital with wounds.</p>
<p>Nobody said that they had laid it. The road to the north had been closed for a week, a driver said, and was opened again on Saturday.</p></body></html>`

func TestMessage(t *testing.T) {
	tests := []struct{ reason, head, body, want string }{
		{"a plain message", "From: Sahel Desk <desk@example.org>\nSubject: Mine near Gao\nDate: Tue, 3 May 2016 23:30:00 -0500", "A mine killed three people near Gao on Monday.\n",
			"Mine near Gao|Sahel Desk|2016-05-03|A mine killed three people near Gao on Monday."},
		{"quoted-printable, and words of the head", "From: =?utf-8?B?w4lsaW9kZQ==?= <e@example.org>\nSubject: =?iso-8859-1?Q?Gao:_deux_bless=E9s?=\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
			"A mine killed three peo=\nple near Timb=E9.", "Gao: deux blessés|Éliode||A mine killed three people near Timbé."},
		{"base64", "Subject: x\nContent-Transfer-Encoding: BASE64", "QSBtaW5lIGtpbGxlZCB0aHJlZSBwZW9wbGUu", "x|||A mine killed three people."},
		{"of two ways to say it the plain one", "Subject: x\nContent-Type: multipart/alternative; boundary=b", "--b\n\nA mine killed three people near Gao on Monday, residents of the town said, and two more were taken to a hospital.\n--b\nContent-Type: text/html\n\n" + page + "\n--b--",
			"x|||A mine killed three people near Gao on Monday, residents of the town said, and two more were taken to a hospital."},
		{"unless it only points to the other", "Subject: x\nContent-Type: multipart/alternative; boundary=b", "--b\n\nSee the page.\n--b\nContent-Type: text/html\n\n" + page + "\n--b--",
			"x|||Desk\n\nThree people were killed when a mine exploded near Gao"},
		{"attachments are none", "Subject: x\nContent-Type: multipart/mixed; boundary=b", "--b\nContent-Disposition: attachment\n\nA list.\n--b\n\nA mine killed three.\n--b--", "x|||A mine killed three."},
		{"an address without a name; a date that is none", "From: desk@example.org\nDate: yesterday", "A mine killed three.", "|desk@example.org||A mine killed three."},
		{"what its head says itself", "Subject: Fwd: Gao", "Date: 3 May 2016\nSource: Sahel Wire\n\nA mine killed three.", "Fwd: Gao||2016-05-03|A mine killed three."},
	}
	for _, tt := range tests {
		documents, problems := Message{}.Documents(message(tt.head, tt.body))
		if len(documents) != 1 || len(problems) != 0 {
			t.Errorf("%s: %d documents, %v", tt.reason, len(documents), problems)
			continue
		}
		if got := line(&documents[0]); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// line writes what is read of a message.
func line(d *document.Document) string {
	day := ""
	if !d.Published.IsZero() {
		day = d.Published.First.String()
	}
	return fmt.Sprintf("%s|%s|%s|%s", d.Title, d.Author, day, strings.TrimSpace(strings.ReplaceAll(d.Text, "\r", "")))
}

func TestRefused(t *testing.T) {
	tests := []struct{ reason, head, body, want string }{
		{"nothing but an attachment", "Content-Type: multipart/mixed; boundary=b", "--b\nContent-Disposition: attachment\n\nx\n--b--", "attachments are not read"},
		{"no message", "just words", "", "not a message"},
		{"bytes", "Subject: x", "\x00\x01\x02\x03\x00\x00\x00", "binary data"},
	}
	for _, tt := range tests {
		documents, problems := Message{}.Documents(message(tt.head, tt.body))
		if len(documents) != 0 || len(problems) != 1 || !problems[0].Refused || !strings.Contains(fmt.Sprint(problems[0].Err), tt.want) {
			t.Errorf("%s: %v, %v, want %q", tt.reason, documents, problems, tt.want)
		}
	}
}

func TestMailbox(t *testing.T) {
	const box = `From 123@xxx Tue May 03 10:00:00 +0000 2016
Subject: Gao
Date: Tue, 3 May 2016 10:00:00 +0000

A mine killed three people near Gao.

>From there they drove on.

From 124@xxx Wed May 04 10:00:00 +0000 2016
no head

From 125@xxx Wed May 04 10:00:00 +0000 2016
Subject: Kidal
Date: Wed, 4 May 2016 10:00:00 +0000

Two men were shot dead in Kidal.
`
	documents, problems := Mailbox{}.Documents([]byte(box))
	if len(documents) != 2 || len(problems) != 1 || problems[0].Row != 10 || !problems[0].Refused {
		t.Fatalf("%d documents, %v", len(documents), problems)
	}
	if got, want := line(&documents[0]), "Gao||2016-05-03|A mine killed three people near Gao.\n\nFrom there they drove on."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := line(&documents[1]), "Kidal||2016-05-04|Two men were shot dead in Kidal."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// FuzzMail holds that no file makes the readers panic or run away.
func FuzzMail(f *testing.F) {
	f.Add([]byte("From a Tue May 03 10:00:00 2016\nSubject: =?utf-8?Q?=E9?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--"))
	f.Add([]byte("Content-Transfer-Encoding: base64\n\n!!!!"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range Formats() {
			documents, _ := format.Documents(data)
			if len(documents) > len(data) {
				t.Errorf("%d documents of %d bytes", len(documents), len(data))
			}
		}
	})
}
