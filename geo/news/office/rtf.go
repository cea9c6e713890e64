package office

import (
	"bytes"
	"strconv"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// destinations are the groups of Rich Text that hold no text of the document. Those that begin
// with \* may be passed over by whoever does not know them.
var destinations = set(`fonttbl colortbl stylesheet info pict object objdata fldinst header headerl headerr headerf footer footerl footerr footerf
	footnote annotation atnid atnauthor atndate listtable listoverridetable rsidtbl revtbl filetbl generator themedata colorschememapping
	datastore latentstyles xmlnstbl mmathPr nonshppict bkmkstart bkmkend tc xe private deleted`)

// signs are the control words that stand for characters.
var signs = map[string]string{
	"tab": " ", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ", "~": " ", "_": "-", "{": "{", "}": "}", `\`: `\`,
}

// codePages are the character sets of bytes by \ansicpg. Others are read as windows-1252,
// which is wrong only for letters that are not also written as \u.
var codePages = map[int]*charmap.Charmap{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866, 874: charmap.Windows874,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
}

// group is what holds to the end of a group of Rich Text.
type group struct {
	skip    bool
	hidden  bool
	instead int // characters behind \u for those who cannot read it
}

// richText reads Rich Text byte by byte.
type richText struct {
	rest  []byte
	flow  flow
	now   group
	outer []group
	page  *charmap.Charmap
	pass  int  // characters still to pass over behind \u
	high  rune // the first half of a pair of \u, or 0
	star  bool // \* stands before
	inRow bool // between \trowd and \row
}

// readRichText returns the text of a document. Rich Text is not damaged by what nobody
// understands: it is passed over.
func readRichText(data []byte) string {
	r := richText{rest: data, page: charmap.Windows1252, now: group{instead: 1}}
	for len(r.rest) > 0 {
		b := r.rest[0]
		r.rest = r.rest[1:]
		switch b {
		case '{':
			r.outer = append(r.outer, r.now)
			r.pass, r.star = 0, false
		case '}':
			if n := len(r.outer); n > 0 {
				r.now, r.outer = r.outer[n-1], r.outer[:n-1]
			}
			r.pass, r.star = 0, false
		case '\\':
			r.control()
		case '\r', '\n', 0:
		default:
			r.byte(b)
		}
	}
	return r.flow.String()
}

// byte takes a byte of text, in the document's character set.
func (r *richText) byte(b byte) {
	if r.pass > 0 {
		r.pass--
		return
	}
	r.text(string(r.page.DecodeByte(b)))
}

func (r *richText) text(s string) {
	if !r.now.skip && !r.now.hidden {
		r.flow.text(s)
	}
}

// control reads what stands behind a backslash.
func (r *richText) control() {
	if len(r.rest) == 0 {
		return
	}
	n := 0
	for n < len(r.rest) && (r.rest[n]|0x20 >= 'a' && r.rest[n]|0x20 <= 'z') {
		n++
	}
	if n == 0 {
		r.symbol()
		return
	}
	word := string(r.rest[:n])
	r.rest = r.rest[n:]
	digits := 0
	for digits < len(r.rest) && digits < 11 && (r.rest[digits] >= '0' && r.rest[digits] <= '9' || digits == 0 && r.rest[0] == '-') {
		digits++
	}
	value, err := strconv.Atoi(string(r.rest[:digits]))
	r.rest = bytes.TrimPrefix(r.rest[digits:], []byte(" "))
	r.word(word, value, err == nil)
}

// symbol reads a control symbol: a backslash and one sign, or two hexadecimal digits
// behind an apostrophe.
func (r *richText) symbol() {
	b := r.rest[0]
	r.rest = r.rest[1:]
	switch b {
	case '*':
		r.star = true
	case '\'':
		if len(r.rest) < 2 {
			return
		}
		if v, err := strconv.ParseUint(string(r.rest[:2]), 16, 8); err == nil {
			r.byte(byte(v))
		}
		r.rest = r.rest[2:]
	case '\r', '\n':
		r.layout("par")
	default:
		r.text(signs[string(b)])
	}
}

// word does what a control word says. A number that is not there is no number; 0 turns
// off what a word turns on.
func (r *richText) word(word string, value int, given bool) {
	if r.star || destinations[word] {
		r.now.skip, r.star = true, false
	}
	switch word {
	case "bin":
		r.rest = r.rest[min(max(value, 0), len(r.rest)):]
	case "ansicpg":
		if page := codePages[value]; page != nil {
			r.page = page
		}
	case "mac":
		r.page = charmap.Macintosh
	case "pc":
		r.page = charmap.CodePage437
	case "uc":
		r.now.instead = max(value, 0)
	case "u":
		r.unicode(value)
	case "v":
		r.now.hidden = !given || value != 0
	case "plain":
		r.now.hidden = false
	default:
		if !r.now.skip {
			r.layout(word)
		}
	}
}

// layout ends paragraphs, cells and rows.
func (r *richText) layout(word string) {
	switch word {
	case "par", "sect", "page":
		r.flow.paragraph()
	case "trowd":
		if !r.inRow {
			r.flow.beginRow()
			r.inRow = true
		}
	case "cell":
		r.flow.endCell()
	case "row":
		r.flow.endRow()
		r.inRow = false
	default:
		r.text(signs[word])
	}
}

// unicode takes a character by its number, of which those above 32767 are written as
// negative ones and those above 65535 as two.
func (r *richText) unicode(value int) {
	c := rune(uint16(value))
	r.pass = r.now.instead
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
		return
	case r.high != 0:
		c = utf16.DecodeRune(r.high, c)
	}
	r.high = 0
	r.text(string(c))
}
