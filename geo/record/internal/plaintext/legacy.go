package plaintext

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Cleaner makes valid UTF-8 of cells. Its zero value is ready for use.
type Cleaner struct {
	Page    *CodePage // of cells that are no UTF-8; windows-1252 if nil
	Legacy  bool      // a cell was read by it
	damaged bool      // a cell had a broken character
}

// CodePage is an encoding of one byte a character.
type CodePage struct {
	Name string
	*charmap.Charmap
	usual string // characters beyond ASCII that its texts consist of
}

var western = &CodePage{Name: "windows-1252", Charmap: charmap.Windows1252,
	usual: "àáâãäåæçèéêëíîïñóôõöøùúûüßœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜ’‘“”–—…€°ºª«»·\u00a0"}

// latinPages are the code pages of languages in Latin script, the commonest
// first.
var latinPages = []*CodePage{
	western,
	{"windows-1250", charmap.Windows1250, "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽôľĺŕőűöüäÖÜÄăşţâîĂŞŢÂÎđĐß„”–"},
	{"windows-1254", charmap.Windows1254, "çğıöşüÇĞİÖŞÜâîû’“”–"},
	{"macintosh", charmap.Macintosh, "àáâãäåæçèéêëíîïñóôõöøùúûüßœÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜ’‘“”–—…€°«»"},
}

// otherPages are those of other scripts, with the letters that make up most of
// any text.
var otherPages = []*CodePage{
	{"windows-1251", charmap.Windows1251, "оаеинтсрвлкОАЕИНТСРВЛК"},
	{"windows-1256", charmap.Windows1256, "ايلمونرتبهةسعدق"},
	{"windows-1253", charmap.Windows1253, "αοιετσνηυρπκςάέήίόΑΟΙΕΤΣΝΗΥΡΠΚ"},
	{"koi8-r", charmap.KOI8R, "оаеинтсрвлкОАЕИНТСРВЛК"},
	{"iso-8859-5", charmap.ISO8859_5, "оаеинтсрвлкОАЕИНТСРВЛК"},
}

// CodePageOf tells apart the code pages in which spreadsheets save text without
// Unicode. In Latin script letters beyond ASCII stand alone among others; in
// other scripts they make up whole words.
func CodePageOf(head []byte) *CodePage {
	high, together := 0, 0
	for i, c := range head {
		if c < 0xc0 {
			continue
		}
		high++
		if i > 0 && head[i-1] >= 0xc0 || i+1 < len(head) && head[i+1] >= 0xc0 {
			together++
		}
	}
	if 10*together < 7*high || high == 0 {
		return likeliest(head, latinPages)
	}
	return likeliest(head, otherPages)
}

// clearly is by how much of the characters a page must be better than one that
// is commoner.
const clearly = 0.1

// likeliest returns the page in which most characters beyond ASCII are usual
// ones.
func likeliest(head []byte, pages []*CodePage) *CodePage {
	var count [256]int
	all := 0
	for _, c := range head {
		if c >= 0x80 {
			count[c]++
			all++
		}
	}
	best, share := pages[0], -1.0
	for i, p := range pages {
		usual := 0
		for c, n := range count {
			if n > 0 && strings.ContainsRune(p.usual, p.DecodeByte(byte(c))) {
				usual += n
			}
		}
		if s := float64(usual) / float64(max(all, 1)); i == 0 || s > share+clearly {
			best, share = p, s
		}
	}
	return best
}

// Clean returns a cell as valid UTF-8. A cell all of whose characters beyond
// ASCII are invalid was written in an old code page; one in which others are
// valid was damaged, often cut in the middle of a character.
func (c *Cleaner) Clean(cell string) string {
	if utf8.ValidString(cell) {
		return cell
	}
	for _, r := range cell {
		if r >= utf8.RuneSelf && r != utf8.RuneError {
			c.damaged = true
			return strings.ToValidUTF8(cell, "\uFFFD")
		}
	}
	text, err := c.CodePage().NewDecoder().String(cell)
	if err != nil {
		c.damaged = true
		return strings.ToValidUTF8(cell, "\uFFFD")
	}
	c.Legacy = true
	return text
}

func (c *Cleaner) CodePage() *CodePage {
	if c.Page == nil {
		return western
	}
	return c.Page
}

// Warnings says what had to be done to a row's text. That a file is not in
// UTF-8 is told once.
func (c *Cleaner) Warnings(told *bool) (all []error) {
	if c.damaged {
		all = append(all, fmt.Errorf("a character is broken (invalid UTF-8) and is replaced"))
	}
	if c.Legacy && !*told {
		*told = true
		all = append(all, fmt.Errorf("text is not UTF-8 from here on and is read as %s", c.CodePage().Name))
	}
	c.damaged = false
	return all
}
