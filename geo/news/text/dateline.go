package text

import "strings"

// datelineMax is the longest dateline in tokens: two towns, a country, a date
// and an agency.
const datelineMax = 24

// datelineTokens returns how many tokens of a paragraph are its dateline, its
// closing mark included, or 0.
//
//	BAGHDAD: …    KIRKUK, Iraq (AP) — …    Baghdad, 22 June (Xinhua) -- …
//	NINEVEH / …   (AFP) Baghdad – …        KABUL (Sputnik - 13 May) …
//
// An agency in brackets makes one anywhere; a town in capitals unless the story
// is filed already, since it is then the label of an item, which tells where
// that happened; a town in small letters before a dash only at the beginning, and
// before a colon behind the headline, or with a space between.
func datelineTokens(s string, tokens []Token, paragraph int, filed bool) int {
	d := datelineScan{s: s, tokens: tokens}
	n := d.end()
	if n == 0 || n == len(tokens) {
		return 0
	}
	mark := tokens[n-1].Of(s)
	switch {
	case d.agency && (mark != ":" || d.known && !filed):
	case d.capitals && filed:
		return 0
	case d.capitals && !d.label():
	case d.onlyDate(n):
		return 0 // "June 4 - …" is a line of a chronicle
	case paragraph < 4 && d.words <= 4 && mark != ":" && tokens[n-1].Space:
	case mark == ":" && !filed && (paragraph > 0 || tokens[n-1].Space) && paragraph < 4 && d.words <= 2 && !d.mixedLabel() && len(tokens) >= n+leadTokens && !labelled(s[tokens[len(tokens)-1].End:]):
	default:
		return 0
	}
	if next := tokens[n]; next.Kind == Word && !next.Case.Capital() && !d.agency {
		return 0
	}
	if d.capitals && allCapitals(s, tokens[n:]) {
		return 0 // a headline in capitals
	}
	return n
}

// datelineScan walks over what may be a dateline.
type datelineScan struct {
	s        string
	tokens   []Token
	words    int  // of the place
	capitals bool // the place is written in capitals
	whole    bool // the place's name has ended: a comma or bracket came
	agency   bool // brackets, or what stands between strokes, name who filed it
	known    bool // and that is a known agency
	stroke   int  // the token behind a stroke or a day that may close it; 0 if there is none
}

// end returns the index after the mark that closes the dateline, or 0.
func (d *datelineScan) end() int {
	for i := 0; i < len(d.tokens) && i < datelineMax; i++ {
		t := d.tokens[i]
		switch w := t.Of(d.s); {
		case w == "(":
			n := d.bracket(i)
			if n == 0 || d.words == 0 && i > 0 {
				return 0
			}
			if i, d.whole = n, d.words > 0; d.known && d.capitals && d.beginsAt(n+1) {
				return n + 1 // "KABUL (Sputnik) Five officers"
			}
		case w == ":" || isDash(w, t.Space || i > 0 && d.tokens[i-1].Of(d.s) == ")"):
			if d.words == 0 {
				return 0
			}
			if !d.agencyAt(i + 1) {
				return i + 1
			}
			d.whole = true // "BAGHDAD – NINA – A bomb"
		case w == "," || w == "/" || w == "-" || w == ";" || t.Kind == Number:
			d.whole = d.whole || w != "-"
			if w == "/" && t.Space && d.capitals && d.stroke == 0 && i+1 < len(d.tokens) && d.tokens[i+1].Space && d.beginsAt(i+1) {
				d.stroke = i + 1 // "NINEVEH / A bomb went off"
			}
			if t.Kind == Number && i > 1 && d.capitals && d.words <= 4 && d.stroke == 0 && calendar()[strings.ToLower(d.tokens[i-1].Of(d.s))] && d.beginsAt(i+1) {
				d.stroke = i + 1 // "BAGHDAD, June 14 At least seven"
			}
		case w == "." && d.whole: // "Gto."
		case t.Kind == Word && (t.Case.Capital() || lowerInNames()[w] || i > 0 && d.tokens[i-1].Of(d.s) == "-" && !t.Space):
			d.word(t)
		default:
			return d.stroke
		}
	}
	return d.stroke
}

// beginsAt reports whether a sentence may begin at token i.
func (d *datelineScan) beginsAt(i int) bool {
	return i < len(d.tokens) && d.tokens[i].Kind == Word && d.tokens[i].Case.Capital() && d.tokens[i].Case != Upper || i < len(d.tokens) && d.tokens[i].Of(d.s) == "A"
}

// agencyAt reports whether an agency and another mark follow at token i: "NINA –".
func (d *datelineScan) agencyAt(i int) bool {
	if i+1 >= len(d.tokens) || !Agency(d.tokens[i].Of(d.s)) {
		return false
	}
	w := d.tokens[i+1].Of(d.s)
	return w == ":" || w == "/" || isDash(w, d.tokens[i+1].Space)
}

func (d *datelineScan) word(t Token) {
	w := t.Of(d.s)
	if d.whole && Agency(w) {
		d.agency, d.known = true, true
		return
	}
	d.words++
	switch {
	case d.words == 1:
		d.capitals = t.Case == Upper && t.End-t.Start >= 3
	case !d.whole && t.Case.Capital() && t.Case != Upper:
		d.capitals = false
	}
}

// bracket returns the index of the bracket that closes the one at i, if they
// hold an agency's name or a date, else 0.
func (d *datelineScan) bracket(i int) int {
	for j := i + 1; j < len(d.tokens) && j < i+bracketMax; j++ {
		t := d.tokens[j]
		if t.Of(d.s) == ")" {
			d.agency = j > i+1
			return j
		}
		d.known = d.known || Agency(t.Of(d.s))
		if t.Kind == Word && !t.Case.Capital() && !Agency(t.Of(d.s)) {
			return 0
		}
	}
	return 0
}

// bracketMax is how many tokens an agency's bracket has at the most: "(Sputnik News - 13th
// September, 2020)".
const bracketMax = 12

// Agency reports whether a word is the name, or the last word of the name, of who sends
// stories out.
func Agency(w string) bool { return agencies()[w] }

var agencies = set(`AFP AP Reuters REUTERS Xinhua XINHUA dpa DPA UPI TASS RIA Sputnik Interfax Unian Ukrinform EFE ANSA Kyodo Yonhap PTI ANI IANS UNI APP PPI Bernama Antara ANTARA
	AA Anadolu DHA KUNA WAM QNA BNA SPA NNA MENA SANA NINA INA Saba SABA Petra PETRA WAFA IRNA ISNA Tasnim Fars FARS Rudaw BasNews Pajhwok PAJHWOK TOLOnews Khaama NAN APA PANA VOA RFI DW IRIN CNN BBC
	News NEWS Agency Wire Newswire Press`)

// leadTokens is how many tokens a paragraph has at least behind "Beirut:", if that
// says where the story was filed.
const leadTokens = 15

// mixedLabel reports whether what stands before the colon in small letters is a word
// such as "Photo" and no town.
func (d *datelineScan) mixedLabel() bool {
	for _, t := range d.tokens[:d.words] {
		if w := t.Of(d.s); !t.Case.Capital() || notDatelines()[strings.ToUpper(w)] || notTowns()[w] {
			return true
		}
	}
	return false
}

// labelled reports whether a line of a text opens with a label in the manner of
// "Beirut:": then each is that of an item, which tells where that happened.
func labelled(s string) bool {
	for line := range strings.Lines(s[:min(len(s), labelBytes)]) {
		label, rest, ok := strings.Cut(line, ": ")
		if ok && rest != "" && len(label) < 24 && strings.Count(label, " ") < 3 && label != "" && label[0] >= 'A' && label[0] <= 'Z' {
			return true
		}
	}
	return false
}

// labelBytes is how far behind a paragraph further labels are looked for.
const labelBytes = 3000

// label reports whether the capitals are a label such as "BREAKING:".
func (d *datelineScan) label() bool { return notDatelines()[d.tokens[0].Of(d.s)] }

// onlyDate reports whether the first n tokens name a month or a day and no place:
// "June 4 -", "Saturday 2 July -".
func (d *datelineScan) onlyDate(n int) bool {
	for _, t := range d.tokens[:n] {
		if t.Kind == Word && !calendar()[strings.ToLower(t.Of(d.s))] {
			return false
		}
	}
	return true
}

var calendar = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec")

// isDash reports whether a mark separates a dateline from its story; a hyphen
// does so only behind a space.
func isDash(m string, space bool) bool {
	switch m {
	case "–", "—", "―", "--", "---":
		return true
	case "-":
		return space
	}
	return false
}

func allCapitals(s string, tokens []Token) bool {
	for _, t := range tokens {
		if t.Kind == Word && (t.Case == Lower || t.Case == Title && t.End-t.Start > 1) {
			return false
		}
	}
	return !strings.ContainsAny(s[tokens[0].Start:tokens[len(tokens)-1].End], "abcdefghijklmnopqrstuvwxyz")
}

// lowerInNames are written small inside names of places.
var lowerInNames = set(`al el de del di da do dos la le les ez ed en es ar as ash at an of the and i sur auf am`)
