package en

import (
	"strings"
	"sync"
	"unicode"
)

// Noun is what a word that is part of names, or stands beside them, says of
// the name.
type Noun uint8

// The nouns that tell names apart. The zero Noun tells nothing.
const (
	NoNoun        Noun = iota
	PlaceNoun          // "County", "Lake": the name is a place's, or has one in it
	FacilityNoun       // "Airport", "Street", "Hospital"
	OrgNoun            // "Department", "Bank", "Party"
	TitleNoun          // "President", "Mr.": a person follows
	DirectionNoun      // "North", "Upper"
	DateNoun           // "Monday", "May"
	SpeechVerb         // "said": a person or an office stands before it
	PlacePreposition
)

// Nouns tells the noun of a word in small letters.
func Nouns(word string) Noun { return nouns().of(word) }

var nouns = sync.OnceValue(func() *table[Noun] {
	return nounLists(map[Noun]string{
		PlaceNoun: `county counties parish province provinces governorate governorates district districts region regions state states territory
		territories republic kingdom emirate canton prefecture oblast department municipality borough township town towns city cities village
		villages hamlet suburb suburbs neighborhood neighbourhood quarter capital island islands isle isles peninsula lake lakes river rivers creek
		bay gulf sea ocean strait straits channel sound mountain mountains mount mt mt. hill hills valley valleys desert plain plains plateau
		delta coast cape beach forest falls springs canyon basin heights ridge peak glacier volcano oasis marsh marshes bayou
		crossing border frontier strip enclave zone area camp fort ft ft. port harbor harbour st st. saint point grove park rapids junction
		metropolitan rural`,
		FacilityNoun: `airport airbase airfield base barracks street st avenue ave ave. road rd rd. boulevard blvd blvd. drive lane highway hwy freeway interstate
		parkway square plaza bridge tunnel dam station terminal stadium arena hospital clinic church mosque cathedral temple school elementary
		university college campus library museum theater theatre hall hotel inn restaurant cafe mall market bazaar prison jail cemetery farm ranch
		house tower building center centre courthouse palace castle refinery plant mine field golf zoo gym pool theatre playhouse garden gardens`,
		OrgNoun: `department ministry ministries bureau agency office commission committee council board authority authorities association society union
		federation league club party parliament congress senate assembly court tribunal army navy guard corps brigade battalion regiment division
		police fire sheriff sheriff's force forces bank company co co. corp corp. inc inc. ltd ltd. llc group holdings industries partners enterprises
		services systems foundation fund institute institution trust press news times post herald tribune gazette journal daily radio television
		tv newspaper magazine team orchestra band symphony airlines airways railway railroad motors oil gas energy power electric petroleum
		front movement brotherhood militia militants organization organisation program programme project network coalition alliance
		chamber commerce cooperative insurance financial capital medical health sciences studies research baptist methodist catholic lutheran
		presbyterian diocese ministries academy conference championship cup games olympics tournament series bowl act bill treaty agreement accord
		accords protocol festival fair award awards prize summit`,
		TitleNoun: `mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president vice-president premier chancellor prime minister senator sen sen. rep rep.
		representative congressman congresswoman governor gov gov. mayor councilman councilwoman councillor commissioner secretary chief director
		chairman chairwoman chair judge justice attorney general gen gen. colonel col col. lieutenant lt lt. major maj maj. captain capt capt.
		sergeant sgt sgt. corporal cpl cpl. private pvt pvt. officer detective det det. inspector superintendent supt supt. constable commander cmdr
		cmdr. admiral adm adm. brigadier brig brig. sheikh sheik imam ayatollah emir king queen prince princess pope bishop archbishop cardinal
		reverend rev rev. father fr fr. sister brother rabbi pastor coach manager spokesman spokeswoman spokesperson ambassador envoy
		sir lady lord dame baron count duke uncle aunt actor actress singer author defendant suspect victim lawyer principal coroner trooper deputy
		analyst activist journalist reporter correspondent editor quarterback pitcher forward striker goalkeeper captain son daughter wife husband
		mother named called`,
		DirectionNoun: `north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern
		southeastern southwestern upper lower greater inner outer mid downtown old new north-east north-west south-east south-west`,
		DateNoun: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
		december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sept sept. sep sep. oct oct. nov nov. dec dec. tue tues wed
		thu thurs fri sat sun christmas easter ramadan eid thanksgiving hanukkah`,
		SpeechVerb: `said says told added asked noted explained recalled argued insisted replied wrote warned announced declared testified joked
		acknowledged admitted believes thinks hopes wants played scored`,
		PlacePreposition: `in at near from to outside around across inside throughout through toward towards into via between off within above below
		beyond along northeast northwest`,
	})
})

func nounLists(lists map[Noun]string) *table[Noun] {
	m := make(map[string]Noun)
	for n := PlaceNoun; n <= PlacePreposition; n++ {
		for _, w := range strings.Fields(lists[n]) {
			if m[w] == NoNoun {
				m[w] = n
			}
		}
	}
	t := tableOf(m)
	return &t
}

// Joins reports whether a small word may stand inside a name: "Rio de Janeiro",
// "Bosnia and Herzegovina".
func Joins(word string) bool { return joiners.has(word) }

// Article reports whether a small word may begin a name before a hyphen:
// "al-Qaim".
func Article(word string) bool { return articles.has(word) }

// Generic reports whether a word, in small letters, says what kind of place it
// begins the name of, in a language other than English, and is no name by itself:
// "Khan Bani Saad", "Deir Hafer", "Tell Brak".
func Generic(word string) bool { return generics.has(word) }

var (
	generics = setOf(`khan deir dayr tal tel tell tall beit bayt kafr kfar khirbet khirbat umm abu bir wadi ain ayn ras jabal jebel jabel qasr qalat qalaat bab nahr burj bani beni
		albu sidi oued bou dar san santa santo puerto villa ciudad cerro rio los las la el le les novo nova novy stary velyka mala kota kampung ban phnom nong ngaba`)
	joiners = setOf(`of the and de del della di da do dos das du des d la le les los las el al ad an ar as ash at az es ez ul ol upon on in y e i am im sur sous
		van von der den ten ter bin ibn abu umm & - –`)
	articles = setOf(`al el ad an ar as ash at az es ez ed en er ul ol`)
)

// WeaponNoun reports whether a word, in small letters, is a weapon that is named for
// its maker or its victim.
func WeaponNoun(word string) bool { return weaponNouns.has(word) }

var weaponNouns = setOf("cocktail cocktails rifle rifles pistol pistols revolver revolvers carbine carbines")

// Settlement reports whether a noun, in small letters, followed by "of" and a
// name, says that the name is a place people live in.
func Settlement(noun string) bool { return settlements.has(noun) }

var settlements = setOf(`town city village hamlet township suburb district province governorate county municipality neighborhood neighbourhood island prefecture
	canton emirate sub-district subdistrict commune port`)

// StateAbbreviation reports whether a word, in small letters and without the dot at its end, is what
// newspapers shorten one of the United States to.
func StateAbbreviation(word string) bool { return stateAbbreviations.has(word) }

var stateAbbreviations = setOf(`ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev n.h n.j n.m n.y n.c n.d
	okla ore pa penn r.i s.c s.d tenn tex vt va wash w.va wis wyo`)

// AdjectiveEnding reports whether a word, in small letters, ends like the
// adjective of a country.
func AdjectiveEnding(word string) bool {
	for _, end := range []string{"ian", "ians", "ese", "ish", "ani", "anis", "eshi", "eshis", "ali", "alis"} {
		if len(word) > len(end)+2 && strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// Honorific reports whether a word, in small letters, stands only before
// names of people.
func Honorific(word string) bool { return honorifics.has(word) }

var honorifics = setOf(`mr mr. mrs mrs. ms ms. mx mx. dr dr. prof prof. sgt sgt. cpl cpl. lt lt. capt capt. col col. gen gen. maj maj. cmdr cmdr. brig brig.
	sen sen. rep rep. rev rev. hon hon. msgr msgr. messrs messrs. sheikh sheik ayatollah mullah imam senator congressman congresswoman`)

// Belief reports whether a word, in small letters, is a faith or its followers:
// a "Sunni village" is a village.
func Belief(word string) bool { return beliefs.has(word) }

var beliefs = setOf(`sunni sunnis shiite shiites shia shias shi'ite shi'ites islam islamic islamist islamists muslim muslims moslem moslems christian christians
	christianity jewish jew jews judaism catholic catholics protestant protestants orthodox hindu hindus hinduism buddhist buddhists buddhism sikh sikhs
	alawite alawites druze yazidi yazidis yezidi yezidis ahmadi ahmadis coptic copt copts salafi salafis salafist wahhabi sufi sufis ismaili ismailis mormon
	baptist methodist lutheran anglican evangelical`)

// GroupWord reports whether a word, in small letters, is one that armed groups
// and movements call themselves by: a place in such a name is not where they
// are.
func GroupWord(word string) bool { return groupWords.has(word) }

var groupWords = setOf(`islamic jihad jihadi mujahideen mujahedeen qaeda qaida hizb hezbollah hizbullah ansar jabhat jaish harakat brigades battalions
	fighters martyrs liberation resistance revolutionary popular people's patriotic democratic national unified united supreme revolution salvation defence defense`)

// Lettered writes a name that stands in capitals alone, as datelines do, in the usual way:
// "TUZ KHURMATU" is Tuz Khurmatu.
func Lettered(name string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	word := true
	return strings.Map(func(r rune) rune {
		first := word
		word = !unicode.IsLetter(r) && r != '\'' && r != '’' // "Sana'a"
		if first {
			return r
		}
		return unicode.ToLower(r)
	}, name)
}
