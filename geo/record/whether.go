package record

import (
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// Tables of one victim a row, or of accidents, may only say whether somebody died: "Fatal
// (Y/N)". Yes is one at least, no is none.

var yesWords = map[string]bool{"y": true, "yes": true, "true": true, "oui": true, "si": true, "sim": true, "ja": true, "da": true, "да": true, "так": true, "evet": true, "نعم": true, "fatal": true}
var noWords = map[string]bool{"n": true, "no": true, "false": true, "non": true, "nao": true, "nein": true, "nee": true, "нет": true, "ні": true, "hayir": true, "لا": true, "nonfatal": true, "non fatal": true}

// fatalWords are those of headers that ask whether somebody died.
var fatalWords = []string{"fatal", "died", "dead", "death", "deaths", "deceased", "fatality", "fatalities", "mortel", "deces", "mortal", "fallecido", "fallecio", "obito", "todlich", "tot", "погиб"}

// saysWhether reports whether a column has nothing but yes and no, or does not know, below
// a header that asks whether somebody died.
func (u *understander) saysWhether(col int) bool {
	if !anyWord(headers.Words(u.t.Columns[col].Name), fatalWords) {
		return false
	}
	some, _ := u.share(col, func(s string) bool { return yesWords[headers.Words(s)] || noWords[headers.Words(s)] })
	return some > 0 && u.only(col, func(s string) bool {
		_, err := literal.Count(s)
		return yesWords[headers.Words(s)] || noWords[headers.Words(s)] || err == nil && strings.Trim(s, "0123456789") != ""
	})
}

// whether reads yes or no as a number of dead.
func whether(cell string) geo.Count {
	switch words := headers.Words(cell); {
	case yesWords[words]:
		return geo.Count{Low: geo.Known(1)}
	case noWords[words]:
		return geo.Exactly(0)
	}
	return geo.Count{}
}

// killingWords are those of names of files, headers and titles for what leaves none but dead.
var killingWords = []string{"massacre", "massacres", "murder", "murders", "homicide", "homicides", "killing", "killings", "femicide", "femicides", "execution", "executions", "genocide",
	"masacre", "masacres", "homicidio", "homicidios", "asesinato", "asesinatos", "feminicidio", "feminicidios", "femicidio", "femicidios", "matanza", "matanzas", "chacina", "chacinas", "assassinato", "assassinatos",
	"meurtre", "meurtres", "tuerie", "tueries", "mord", "morde", "massaker", "omicidio", "omicidi", "strage", "stragi"}

// victimWords are those of headers for people to whom something was done, be they dead or not.
var victimWords = []string{"victim", "victims", "victimas", "victimes", "vitimas", "opfer", "vittime"}

// victimsOfKillings takes the numbers of victims for those of the dead, where the table is of
// killings by its name, its headers or most of its titles, and of nothing else.
func (u *understander) victimsOfKillings() {
	p := &u.t.plan
	ofKilling := func(s string) bool { return anyWord(headers.Words(s), killingWords) }
	file := strings.TrimSuffix(filepath.Base(u.t.File), filepath.Ext(u.t.File))
	switch {
	case p.has(Type) && !u.only(p.col(Type), ofKilling):
		return
	case !ofKilling(file) && u.header(killingWords, nil) < 0 && !(p.has(Title) && u.most(p.col(Title), ofKilling)):
		return
	}
	for col, c := range u.t.Columns {
		words := headers.Words(headers.LastPart(c.Name))
		if two := headers.LastTwo(c.Name); words == "total" && two != "" {
			words = headers.Words(two)
		}
		if c.Role == NoRole && anyWord(words, victimWords) && headers.Vocab().OnlyFillers(words, victimWords) && u.only(col, whole(0, 1e6)) {
			u.grantByContent(Killed, col, "they are victims of killings")
			return
		}
	}
}
