package record

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// cleaner makes valid UTF-8 of cells. Its zero value is ready for use.
type cleaner struct {
	page    *codePage // of cells that are no UTF-8; windows-1252 if nil
	legacy  bool      // a cell was read by it
	damaged bool      // a cell had a broken character
}

// codePage is an encoding of one byte a character.
type codePage struct {
	name string
	*charmap.Charmap
}

var (
	western  = &codePage{"windows-1252", charmap.Windows1252}
	cyrillic = &codePage{"windows-1251", charmap.Windows1251}
	arabic   = &codePage{"windows-1256", charmap.Windows1256}
)

// codePageOf tells the scripts apart in which Excel saves its CSV without
// Unicode. In Latin script letters beyond ASCII stand alone among others; in
// Cyrillic and Arabic they make up whole words. The bytes of the small letters
// а, в, и, к, л, о and others are Latin letters in the Arabic code page, which
// Arabic words do not have.
func codePageOf(head []byte) *codePage {
	var high, together, latin, mim int
	for i, c := range head {
		if c < 0xc0 {
			continue
		}
		high++
		if i > 0 && head[i-1] >= 0xc0 || i+1 < len(head) && head[i+1] >= 0xc0 {
			together++
		}
		switch c {
		case 0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb, 0xfc:
			latin++
		case 0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xec, 0xed: // ل م ن ه و ى ي
			mim++
		}
	}
	switch {
	case 10*together < 7*high || high == 0:
		return western
	case 20*latin < high && 10*mim > high:
		return arabic
	}
	return cyrillic
}

// clean returns a cell as valid UTF-8. A cell all of whose characters beyond
// ASCII are invalid was written in an old code page; one in which others are
// valid was damaged, often cut in the middle of a character.
func (c *cleaner) clean(cell string) string {
	if utf8.ValidString(cell) {
		return cell
	}
	for _, r := range cell {
		if r >= utf8.RuneSelf && r != utf8.RuneError {
			c.damaged = true
			return strings.ToValidUTF8(cell, "\uFFFD")
		}
	}
	text, err := c.codePage().NewDecoder().String(cell)
	if err != nil {
		c.damaged = true
		return strings.ToValidUTF8(cell, "\uFFFD")
	}
	c.legacy = true
	return text
}

func (c *cleaner) codePage() *codePage {
	if c.page == nil {
		return western
	}
	return c.page
}

// warnings says what had to be done to a row's text. That a file is not in
// UTF-8 is told once.
func (c *cleaner) warnings(told *bool) (all []error) {
	if c.damaged {
		all = append(all, fmt.Errorf("a character is broken (invalid UTF-8) and is replaced"))
	}
	if c.legacy && !*told {
		*told = true
		all = append(all, fmt.Errorf("text is not UTF-8 from here on and is read as %s", c.codePage().name))
	}
	c.damaged = false
	return all
}
