package literal

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// tollTest is a cell with what it says: "best[low-high]", a question mark for
// what is not known, and "!" for a cell that is refused. Of tolls there are two,
// the dead and the wounded.
type tollTest struct{ cell, want, reason string }

// tollCells are cells of columns that tell both the dead and the wounded.
var tollCells = []tollTest{
	{"1 mort, 3 blessés", "1 3", "in words"},
	{"2 muertos y 1 herido", "2 1", "in words"},
	{"killed 2 wounded 4", "2 4", "in words"},
	{"two killed and three injured", "2 3", "in words"},
	{"1 soldier killed, 2 civilians injured", "1 2", "in words"},
	{"2 morts et 5 blessés", "2 5", "in words"},
	{"un mort et deux blessés", "1 2", "in words"},
	{"bilan: 3 morts", "3 ?", "in words"},
	{"une dizaine de morts", "10 ?", "in words"},
	{"une vingtaine de blessés", "? 20", "in words"},
	{"3 fallecidos, 2 lesionados", "3 2", "in words"},
	{"dejó 4 muertos", "4 ?", "in words"},
	{"1 morto e 2 feridos", "1 2", "in words"},
	{"duas pessoas mortas", "2 ?", "in words"},
	{"3 Tote, 5 Verletzte", "3 5", "in words"},
	{"ein Toter und zwei Verletzte", "1 2", "in words"},
	{"2 Tote und ein Schwerverletzter", "2 1", "in words"},
	{"2 morti e 3 feriti", "2 3", "in words"},
	{"un morto", "1 ?", "in words"},
	{"5 ölü, 10 yaralı", "5 10", "in words"},
	{"2 şehit, 3 yaralı", "2 3", "in words"},
	{"12 killed - 30 injured", "12 30", "in words"},
	{"3 dead; 7 hurt", "3 7", "in words"},
	{"0 killed, 0 injured", "0 0", "in words"},
	{"4 fatalities and 11 injuries", "4 11", "in words"},
	{"fifteen dead, twenty-two wounded", "15 22", "in words"},
	{"a couple killed", "2 ?", "in words"},
	{"1 died, 1 seriously injured", "1 1", "in words"},
	{"killed 10", "10 ?", "in words"},
	{"wounded: 3", "? 3", "in words"},
	{"trois morts et une dizaine de blessés", "3 10", "in words"},
	{"5 personnes tuées et 3 blessées", "5 3", "in words"},
	{"bilan provisoire : 4 morts", "4 ?", "in words"},
	{"2 civils tués, 1 soldat blessé", "2 1", "in words"},
	{"dos muertos y cinco heridos", "2 5", "in words"},
	{"4 personas fallecidas, 6 heridas", "4 6", "in words"},
	{"três mortos e cinco feridos", "3 5", "in words"},
	{"2 Tote, 1 Verletzter", "2 1", "in words"},
	{"tre morti, un ferito", "3 1", "in words"},
	{"1 ölü 3 yaralı", "1 3", "in words"},
	{"2 tewas, 4 luka-luka", "2 4", "in words"},
	{"4/-", "4 ?", "the dead first"},
	{"-/4", "? 4", "the dead first"},
	{"4/?", "4 ?", "the dead first"},
	{"3 KIA 5 WIA", "3 5", "abbreviations"},
	{"2K/4W", "2 4", "abbreviations"},
	{"2K 4W", "2 4", "abbreviations"},
	{"K:2 W:4", "2 4", "abbreviations"},
	{"KIA-2, WIA-4", "2 4", "abbreviations"},
	{"2xKIA, 4xWIA", "2 4", "abbreviations"},
	{"Killed=3, Wounded=7", "3 7", "abbreviations"},
	{"3 KIA, WIA unknown", "3 ?", "abbreviations"},
	{"5 dead incl. 2 children", "5 ?", "what is included or explained is part of the number"},
	{"3 killed including a child", "3 ?", "what is included or explained is part of the number"},
	{"3 killed (2 soldiers, 1 civilian), 4 wounded", "3 4", "what is included or explained is part of the number"},
	{"2 morts dont un enfant", "2 ?", "what is included or explained is part of the number"},
	{"3 killed, including a child, 4 wounded", "3 4", "what is included or explained is part of the number"},
	{"3 (1 child) / 5", "3 5", "what is included or explained is part of the number"},
	{"no casualties", "0 0", "none of them, said in words"},
	{"aucune victime", "0 0", "none of them, said in words"},
	{"sin víctimas", "0 0", "none of them, said in words"},
	{"5 killed; no injuries", "5 0", "none of them, said in words"},
	{"no deaths reported", "0 ?", "none of them, said in words"},
	{"no injuries", "? 0", "none of them, said in words"},
	{"None killed, 2 injured", "0 2", "none of them, said in words"},
	{"aucun blessé", "? 0", "none of them, said in words"},
	{"pas de victimes", "0 0", "none of them, said in words"},
	{"no hubo víctimas", "0 0", "none of them, said in words"},
	{"sin heridos", "? 0", "none of them, said in words"},
	{"sem vítimas", "0 0", "none of them, said in words"},
	{"keine Opfer", "0 0", "none of them, said in words"},
	{"nessuna vittima", "0 0", "none of them, said in words"},
	{"жертв нет", "0 0", "none of them, said in words"},
	{"пострадавших нет", "? 0", "none of them, said in words"},
	{"без жертв", "0 0", "none of them, said in words"},
	{"لا إصابات", "? 0", "none of them, said in words"},
	{"7 injured, none dead", "0 7", "none of them, said in words"},
	{"no one was killed", "0 ?", "none of them, said in words"},
	{"zero casualties", "0 0", "none of them, said in words"},
	{"no known casualties", "0 0", "none of them, said in words"},
	{"aucun mort, 2 blessés", "0 2", "none of them, said in words"},
	{"2 morts, pas de blessés", "2 0", "none of them, said in words"},
	{"pas de victime", "0 0", "none of them, said in words"},
	{"sin muertos, 3 heridos", "0 3", "none of them, said in words"},
	{"ningún herido", "? 0", "none of them, said in words"},
	{"ninguna víctima", "0 0", "none of them, said in words"},
	{"nenhum ferido", "? 0", "none of them, said in words"},
	{"keine Verletzten", "? 0", "none of them, said in words"},
	{"can kaybı yok", "0 ?", "none of them, said in words"},
	{"без пострадавших", "? 0", "none of them, said in words"},
	{"لا ضحايا", "0 0", "none of them, said in words"},
	{"one killed and several wounded", "1 ?[3-]", "a bound"},
	{"2 / 5+", "2 5[5-]", "a bound"},
	{"at least 12 killed and dozens wounded", "12[12-] ?[24-]", "a bound"},
	{"more than 30 dead, 100+ injured", "30[31-] 100[100-]", "a bound"},
	{"up to 5 killed", "?[-5] ?", "a bound"},
	{"un muerto y varios heridos", "1 ?[3-]", "a bound"},
	{"mehrere Verletzte", "? ?[3-]", "a bound"},
	{"عشرات القتلى", "?[20-] ?", "a bound"},
	{"about 20 killed, 50 to 60 injured", "20 55[50-60]", "a bound"},
	{"at least 3 killed, at least 10 injured", "3[3-] 10[10-]", "a bound"},
	{"3-5 killed", "4[3-5] ?", "a bound"},
	{"un mort, plusieurs blessés", "1 ?[3-]", "a bound"},
	{"al menos 4 muertos", "4[4-] ?", "a bound"},
	{"vários feridos", "? ?[3-]", "a bound"},
	{"mindestens 3 Tote und 20 Verletzte", "3[3-] 20", "a bound"},
	{"قتيلان", "2 ?", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"٣ قتلى و٥ جرحى", "3 5", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"قتيل و3 جرحى", "1 3", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"مقتل 5 وإصابة 10", "5 10", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"قتيل واحد", "1 ?", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"جريحان", "? 2", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"استشهاد 3 وإصابة 7", "3 7", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"۵ کشته و ۳ زخمی", "5 3", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"مقتل شخصين وإصابة ثلاثة", "2 3", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"قتيلان وخمسة جرحى", "2 5", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"5 شهداء و12 جريحا", "5 12", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"إصابة شخص", "? 1", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"3 کشته و 5 زخمی", "3 5", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"погиб 1, ранены 2", "1 2", "Russian and Ukrainian, the verb first or last"},
	{"2 убитых, 5 раненых", "2 5", "Russian and Ukrainian, the verb first or last"},
	{"погибли 3 человека, 7 ранены", "3 7", "Russian and Ukrainian, the verb first or last"},
	{"один погибший", "1 ?", "Russian and Ukrainian, the verb first or last"},
	{"загинуло 2, поранено 5", "2 5", "Russian and Ukrainian, the verb first or last"},
	{"загинули двоє людей", "2 ?", "Russian and Ukrainian, the verb first or last"},
	{"1 загиблий, 2 поранених", "1 2", "Russian and Ukrainian, the verb first or last"},
	{"Погибло 3 человека, ранено 5", "3 5", "Russian and Ukrainian, the verb first or last"},
	{"двое погибших, трое раненых", "2 3", "Russian and Ukrainian, the verb first or last"},
	{"1 убит, 2 ранены", "1 2", "Russian and Ukrainian, the verb first or last"},
	{"3 загиблих та 4 поранених", "3 4", "Russian and Ukrainian, the verb first or last"},
	{"одна людина загинула, двоє поранені", "1 2", "Russian and Ukrainian, the verb first or last"},
	{"2 dead, 3 injured, 1 missing", "2 3", "those who are neither dead nor wounded are left out"},
	{"2 killed 5 injured 3 missing", "2 5", "those who are neither dead nor wounded are left out"},
	{"unknown number of casualties", "? ?", "said to be unknown, or nothing said; null is not 0"},
	{"unknown", "? ?", "said to be unknown, or nothing said; null is not 0"},
	{"N/A", "? ?", "said to be unknown, or nothing said; null is not 0"},
	{"none", "? ?", "said to be unknown, or nothing said; null is not 0"},
	{"several casualties", "!", "nobody says how many are dead"},
	{"5 casualties", "!", "nobody says how many are dead"},
	{"dozens of casualties", "!", "nobody says how many are dead"},
	{"plusieurs morts et blessés", "!", "several of both together, or of each"},
	{"5 soldiers and 2 civilians killed", "!", "a number without its verb"},
	{"3/5/2", "!", "three numbers"},
	{"есть погибшие", "!", "some, and nobody says how many"},
}

// countCells are cells of columns with one number of people.
var countCells = []tollTest{
	{"au moins 58 morts", "58[58-]", "a bound"},
	{"dozens", "?[24-]", "a bound"},
	{"3+", "3[3-]", "a bound"},
	{">10", "10[11-]", "a bound"},
	{"10s", "?[20-]", "a bound"},
	{"58 morts au moins", "58[58-]", "a bound"},
	{"20-30", "25[20-30]", "a bound"},
	{"100s", "?[200-]", "a bound"},
	{"hundreds", "?[200-]", "a bound"},
	{"3 to 5", "4[3-5]", "a bound"},
	{"5 or 6", "5[5-6]", "a bound"},
	{"<5", "?[-4]", "a bound"},
	{"dozens killed", "?[24-]", "a bound"},
	{"scores dead", "?[40-]", "a bound"},
	{"at least one", "1[1-]", "a bound"},
	{"mind. 3", "3[3-]", "a bound"},
	{"≥ 3", "3[3-]", "a bound"},
	{"не менее 5 человек", "5[5-]", "a bound"},
	{"at least 7 civilians", "7[7-]", "a bound"},
	{"several", "?[3-]", "a bound"},
	{"a few", "?[3-]", "a bound"},
	{"over 100", "100[101-]", "a bound"},
	{"100 plus", "100[100-]", "a bound"},
	{"between 10 and 15", "12[10-15]", "a bound"},
	{"10 à 15", "12[10-15]", "a bound"},
	{"más de 10", "10[11-]", "a bound"},
	{"2 killed", "2", "in words"},
	{"3 civils tués", "3", "in words"},
	{"1 mort", "1", "in words"},
	{"trois", "3", "in words"},
	{"approx 30", "30", "in words"},
	{"a dozen", "12", "in words"},
	{"1 civilian", "1", "in words"},
	{"fourteen", "14", "in words"},
	{"twenty-one", "21", "in words"},
	{"4 bodies", "4", "in words"},
	{"6 martyrs", "6", "in words"},
	{"about a dozen", "12", "in words"},
	{"ca. 20 Tote", "20", "in words"},
	{"unos 20 muertos", "20", "in words"},
	{"5 civilians killed", "5", "in words"},
	{"3 soldiers", "3", "in words"},
	{"3 armed men killed", "3", "in words"},
	{"killed: 4", "4", "in words"},
	{"3 injured", "3", "in words"},
	{"seven", "7", "in words"},
	{"7 confirmed", "7", "in words"},
	{"deux civils", "2", "in words"},
	{"1 enfant", "1", "in words"},
	{"un soldat", "1", "in words"},
	{"une personne", "1", "in words"},
	{"tres", "3", "in words"},
	{"thirty-five", "35", "in words"},
	{"twenty", "20", "in words"},
	{"0 deaths", "0", "in words"},
	{"5 dead incl. 2 children", "5", "what is included or explained is part of the number"},
	{"2 (1 child)", "2", "what is included or explained is part of the number"},
	{"12 (est.)", "12", "what is included or explained is part of the number"},
	{"2 killed (unconfirmed)", "2", "what is included or explained is part of the number"},
	{"10 (incl. 3 children)", "10", "what is included or explained is part of the number"},
	{"5 incl 2 women", "5", "what is included or explained is part of the number"},
	{"5, including 2 children", "5", "what is included or explained is part of the number"},
	{"three (3)", "3", "what is included or explained is part of the number"},
	{"3 (three)", "3", "what is included or explained is part of the number"},
	{"7 (confirmed)", "7", "what is included or explained is part of the number"},
	{"5 morts dont 2 enfants", "5", "what is included or explained is part of the number"},
	{"no casualties", "0", "none of them, said in words"},
	{"aucune victime", "0", "none of them, said in words"},
	{"sin víctimas", "0", "none of them, said in words"},
	{"zero", "0", "none of them, said in words"},
	{"none reported", "0", "none of them, said in words"},
	{"no fatalities", "0", "none of them, said in words"},
	{"Aucun mort", "0", "none of them, said in words"},
	{"sin muertos", "0", "none of them, said in words"},
	{"nobody", "0", "none of them, said in words"},
	{"unk", "?", "said to be unknown, or nothing said; null is not 0"},
	{"nil", "?", "said to be unknown, or nothing said; null is not 0"},
	{"?", "?", "said to be unknown, or nothing said; null is not 0"},
	{"TBC", "?", "said to be unknown, or nothing said; null is not 0"},
	{"not known", "?", "said to be unknown, or nothing said; null is not 0"},
	{"n.a.", "?", "said to be unknown, or nothing said; null is not 0"},
	{"Nil", "?", "said to be unknown, or nothing said; null is not 0"},
	{"unknown number", "?", "said to be unknown, or nothing said; null is not 0"},
	{"2 women, 1 child", "!", "two numbers"},
	{"72/132", "72", "of those on board; it is 72 too if the others are wounded"},
	{"72/72", "72", "all of them"},
	{"3/4", "!", "three of four, or three or four"},
	{"2 dead + 1 missing", "!", "two numbers"},
	{"1+2", "!", "a sum is not a number"},
	{"7 شهداء", "7", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"شهيدان", "2", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"٣ مدنيين", "3", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"ثلاثة أشخاص", "3", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"شخصان", "2", "Arabic script: a dual is two, a noun by itself one, and is written onto the next"},
	{"4 dead, 3 wounded", "!", "two numbers; countIn takes the one of its column"},
	{"niemand", "!", "a word that is not known"},
	{"one hundred", "!", "a word that is not known"},
	{"no", "!", "an answer, perhaps to another question"},
	{"yes", "!", "an answer"},
	{"3,5", "!", "half a person"},
	{"1.5k", "!", "a unit that is not a person"},
	{"2k", "!", "a unit that is not a person"},
	{"x", "!", "no number"},
	{"not yet known", "!", "a phrase that is not known"},
	{"мирных жителей 3", "3", "Russian and Ukrainian, the verb first or last"},
	{"3名", "3", "in Japanese, without a space"},
	{"约170人", "170", "about, in Chinese"},
	{"3คน", "!", "a language that is not known"},
}

// bothCells are what stands in the column of the dead and that of the wounded.
var bothCells = []tollTest{
	{strings.Repeat("5 killed or 3 people ", 1e5), "!", "prose, refused before it is read"},
	{"2 killed, 5 injured", "2 5", "each column takes its own"},
	{"3 injured", "? 3", "nothing is said of the dead"},
	{"5 wounded and 2 dead", "2 5", "in either order"},
	{"4 civilians", "4 4", "a word that says who, not what befell them"},
	{"12", "12 12", "a plain number is the column's"},
}

func TestTollCells(t *testing.T) {
	for _, tt := range tollCells {
		said, err := Toll(tt.cell)
		tt.check(t, countText(said[headers.Killed])+" "+countText(said[headers.Wounded]), err)
	}
}

func TestCountCells(t *testing.T) {
	for _, tt := range countCells {
		c, err := Count(tt.cell)
		tt.check(t, countText(c), err)
	}
}

func TestGroups(t *testing.T) {
	for _, tt := range []tollTest{
		{"2 men, 3 women", "5", "different people"},
		{"1 schwer, 2 leicht", "3", "by how badly they are hurt"},
		{"3 soldats et 2 civils", "5", "of two sides"},
		{"2 men, 3 civilians", "!", "men may be civilians"},
		{"5 people, 2 children", "!", "children may be of those"},
		{"57 and 83", "!", "nobody says of whom"},
	} {
		c, err := CountIn(headers.Wounded, tt.cell)
		tt.check(t, countText(c), err)
	}
}

func TestCountIn(t *testing.T) {
	for _, tt := range bothCells {
		killed, err := CountIn(headers.Killed, tt.cell)
		wounded, errWounded := CountIn(headers.Wounded, tt.cell)
		if err == nil {
			err = errWounded
		}
		tt.check(t, countText(killed)+" "+countText(wounded), err)
	}
}

func (tt tollTest) check(t *testing.T, got string, err error) {
	t.Helper()
	if err != nil {
		got = "!"
	}
	if got != tt.want {
		t.Errorf("%q is %s, %v; want %s: %s", tt.cell, got, err, tt.want, tt.reason)
	}
}

// countText writes a count as best[low-high].
func countText(c geo.Count) string {
	text := func(n geo.Figure) string {
		if v, known := n.Int(); known {
			return fmt.Sprint(v)
		}
		return ""
	}
	best, low, high := text(c.Best), text(c.Low), text(c.High)
	if best == "" {
		best = "?"
	}
	if low+high == "" || low == best && high == best {
		return best
	}
	return best + "[" + low + "-" + high + "]"
}
