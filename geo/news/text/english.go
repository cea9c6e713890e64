package text

import (
	"strings"
	"sync"
)

// class says what a dot after a word means.
type class uint8

const (
	noAbbreviation class = iota
	neverLast            // a name follows: "Mr.", "Gen."
	mayBeLast            // "Inc.", "a.m.": the next word decides
	beforeNumber         // an abbreviation only before a number: "No. 5"
)

// abbreviation returns what English makes of the word w with a dot.
func abbreviation(w string) class {
	if len(w) > 7 {
		return noAbbreviation
	}
	if c := abbreviations()[w]; c != noAbbreviation || len(w) < 2 {
		return c
	}
	if c := abbreviations()[w[:1]+strings.ToLower(w[1:])]; c == neverLast && w == strings.ToUpper(w) {
		return c // "ST. LOUIS", as datelines and headlines have it
	}
	return noAbbreviation
}

var abbreviations = sync.OnceValue(func() map[string]class {
	return classes(map[class]string{
		neverLast: `Mr Mrs Ms Mx Dr Prof Gov Gen Sen Rep Reps Sens Lt Col Maj Capt Cpl Sgt Pvt Cmdr Cdr Adm Brig Pres Sec Amb Supt Insp Det
		Rev Fr Hon Msgr Mgr Archbp St Ste Sta Sto Brgy Engr Pfc Ens Comdt Comdr Mohd Mt Ft Messrs Mmes Gens Cols Lts Drs Sheikh Ayat Ald Atty Asst Assoc Dep Dir vs viz cf`,
		mayBeLast: `Inc Ltd Co Cos Corp Bros Jr Sr Ph Esq Plc Dept Univ Assn Ave Blvd Rd Hwy Sq Bldg Mts Pt etc al approx est
		Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
		Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa Tenn Tex Va Vt
		Wash Wis Wyo Ont Que Alta Sask Pty Gmbh ft lb lbs oz sq mph km hr hrs min`,
		beforeNumber: `No no Nos nos p pp Art Sec Fig fig Vol vol Ch Para Res ca c`,
	})
})

// sentenceStarters begin sentences and hardly ever names, so that a full stop
// before them ends the sentence even after an abbreviation.
var sentenceStarters = set(`The A An In On At But And He She It They We I You This That These Those There Then When While After Before As If For
	From By With Since Although However Meanwhile Earlier Later His Her Its Their Our My Most Many Some Several Both All No Not Nearly About
	At Also Another Each Few Such So Still Yet Now What Who Why How Where Which Police Officials Authorities Witnesses Residents According
	Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds Thousands More Among Between During Under Over Despite Instead Until Only
	Elsewhere Last Next Or Nor To Is Are Was Were Do Does Did Can Could Will Would Should May Might Must Let Have Has Had Be`)

// notDatelines stand in capitals before a colon and name no place.
var notDatelines = set(`BREAKING UPDATE UPDATED UPDATES EXCLUSIVE WATCH VIDEO PHOTOS PHOTO ANALYSIS OPINION FACTBOX CORRECTED CORRECTION NOTE NEW LIVE READ
	MORE ALSO ALERT URGENT NEWS REPORT EDITORIAL COMMENT INTERVIEW TIMELINE EXPLAINER WARNING TRAFFIC WEATHER SPORT SPORTS BUSINESS CLARIFICATION
	BACKGROUND SUMMARY CONTACT SOURCE SOURCES WHO WHAT WHEN WHERE WHY HOW Q A MR MRS MS DR II III COVID`)

// notTowns stand before a colon in small letters and are no towns.
var notTowns = set(`Police Officials Army Minister President Ministry Government Report Reports Image Caption Credit File Published Updated Posted By
	Related Editor Reuters Islamist Rebels Militants Protesters Residents Witnesses Analysts Experts Opposition Doctors Monitor UN US Pic Photograph`)

// saying verbs keep a quotation that ends in "?" or "!" with its speaker.
var saying = set(`said says asked told added wrote tweeted replied shouted cried declared insisted exclaimed`)

var topDomains = set(`com org net gov edu mil int info biz eu uk us de fr ru cn io tv co ca au in iq sy lb ir tr me`)

// set returns what makes a set of words when it is first asked for.
func set(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := make(map[string]bool)
		for w := range strings.FieldsSeq(words) {
			m[w] = true
		}
		return m
	})
}

func classes(words map[class]string) map[string]class {
	m := make(map[string]class)
	for c, list := range words {
		for _, w := range strings.Fields(list) {
			m[w] = max(m[w], c)
		}
	}
	return m
}
