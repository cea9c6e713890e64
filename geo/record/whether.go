package record

import (
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
