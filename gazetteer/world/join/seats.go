package join

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
)

// seatNames finds the settlement that an ADM2 is called after: the lists name
// the areas of many countries and do not say which towns lie in them.
type seatNames map[seatName]int // indexes into towns

// seatName is a name of a settlement within an ADM1.
type seatName struct {
	adm1, key string
}

// namesakes collects the settlements by name, and by the consonants of their
// name, each in its ADM1. Of several the likeliest seat is kept.
func namesakes(w *world) seatNames {
	s := seatNames{}
	keep := func(name seatName, i int) {
		if j, taken := s[name]; !taken || betterSeat(&w.towns.Places[i], &w.towns.Places[j], "PPLA2") {
			s[name] = i
		}
	}
	for i := range w.towns.Places {
		p := &w.towns.Places[i]
		if p.Adm1 == "" || !build.IsSettlement(p.Type) || p.Type == placetype.Neighbourhood {
			continue
		}
		for _, key := range p.Keys() {
			for _, form := range seatForms(key) {
				keep(seatName{p.Adm1, form}, i)
			}
		}
	}
	return s
}

// seatForms are the forms in which two names are compared: without the words for
// their kind and the article, and as a skeleton, which a space sets apart.
func seatForms(key string) []string {
	bare, _ := fold.ClassWords(key)
	forms := []string{fold.Bare(bare)}
	if s := fold.Skeleton(bare); s != "" {
		forms = append(forms, " "+s)
	}
	return forms
}

// districtWords are words for a district in names that the lists write in its own
// language: raions, audany, tumani, huyện, gun.
var districtWords = map[string]bool{
	"rayon": true, "raion": true, "rajon": true, "gorodskoy": true, "gorodskoi": true, "okrug": true, "audany": true,
	"tumani": true, "huyen": true, "quan": true, "thi": true, "xa": true, "thanh": true, "pho": true,
	"gun": true, "si": true, "gu": true,
}

// districtForms are the forms of a district's name under which its seat may be
// found. A raion bears its seat's name as an adjective: Khasavyurtovskiy.
func districtForms(name string) []string {
	key := fold.Key(name)
	forms := seatForms(key)
	bare, _ := fold.ClassWords(key)
	words := slices.DeleteFunc(strings.Fields(bare), func(w string) bool { return districtWords[w] })
	rest := strings.Join(words, " ")
	if rest == "" {
		return forms
	}
	forms = append(forms, seatForms(rest)...)
	for _, adjective := range []string{"skiy", "skij", "skii", "sky", "ski"} {
		stem, found := strings.CutSuffix(rest, adjective)
		if !found {
			continue
		}
		for _, tail := range []string{"", "n", "v", "ov", "ev", "in", "en", "an"} {
			if seat, found := strings.CutSuffix(stem, tail); found && len(seat) >= leastSeat {
				forms = append(forms, seatForms(seat)...)
			}
		}
		break
	}
	return forms
}

// leastSeat is how many letters of an adjective are enough to know a town by.
const leastSeat = 4

// of returns the settlement that an ADM2 is called after, or none. The settlement
// then lies in it.
func (s seatNames) of(w *world, a lists.AdmName) []int {
	adm1 := a.ID[:strings.LastIndexByte(a.ID, '.')]
	for _, form := range districtForms(a.Name) {
		i, found := s[seatName{adm1, form}]
		if !found {
			continue
		}
		if p := &w.towns.Places[i]; p.Adm2 == "" {
			p.Adm2 = a.ID
		}
		return []int{i}
	}
	return nil
}
