package en

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
)

// harmed are the counts that a sentence states, in its order; totals and what
// did not happen left out.
func harmed(sentence string, h Harm) []geo.Count {
	var out []geo.Count
	for _, t := range wordsOf(sentence).Tolls() {
		if t.Harm == h && !t.Total && !t.Unreal {
			out = append(out, t.Count)
		}
	}
	return out
}

func TestTolls(t *testing.T) {
	n := func(counts ...geo.Count) []geo.Count { return counts }
	tests := []struct {
		text            string
		killed, wounded []geo.Count
		reason          string
	}{
		{"Gunmen killed the deputy district governor and his two guards.", n(geo.Exactly(3)), nil, "two that belong to one"},
		{"Two passersby were killed.", n(geo.Exactly(2)), nil, "a noun of people that ends in no s"},
		{"Since the clashes began a fortnight ago, 94 people have died in the town.", nil, nil, "the sum of weeks"},
		{"A parcel bomb killed three postmen and wounded eleven.", n(geo.Exactly(3)), n(geo.Exactly(11)), "active verbs govern what follows"},
		{"Six people were killed and eight wounded.", n(geo.Exactly(6)), n(geo.Exactly(8)), "passive ones what stands before"},
		{"The blast left at least 11 people dead and 40 others injured.", n(count(11, 11, -1)), n(geo.Exactly(40)), "left dead"},
		{"7 killed, 12 wounded in market blast", n(geo.Exactly(7)), n(geo.Exactly(12)), "a headline spares the verb"},
		{"Gunmen shot dead the mayor of the town.", n(geo.Exactly(1)), nil, "one person without a number"},
		{"The mayor was shot dead by gunmen.", n(geo.Exactly(1)), nil, "the same in the passive"},
		{"Gunmen killed Amara Diallo, a teacher.", n(geo.Exactly(1)), nil, "one person by name"},
		{"Soldiers killed a women's rights adviser.", n(geo.Exactly(1)), nil, "one person by office"},
		{"At least nine people, including three children, were killed.", n(count(9, 9, -1)), nil, "a part is not the whole"},
		{"A bomb wounded six people, a child among them, in Gao.", nil, n(geo.Exactly(6)), "nor one of those counted, named behind them"},
		{"Raiders slit the throats of 14 herders, nine from one family.", n(geo.Exactly(14)), nil, "nor some of them, by where they are from"},
		{"Four women had their throats cut in Gao.", n(geo.Exactly(4)), nil, "what was done to them killed them"},
		{"Unknown men killed an additional revenue commissioner.", n(count(1, 1, 1)), nil, "whom it befell, no list of people has"},
		{"Pupils, aged from six to 11, were killed.", n(count(-1, -1, -1)), nil, "ages count nobody"},
		{"A detective and her 9-year-old son were shot dead.", n(geo.Exactly(2)), nil, "an age does not hide whose it is"},
		{"A retired barber from the village of Hama and his nephew were killed.", n(geo.Exactly(2)), nil, "one whose work no list has"},
		{"A detective of the town police and her son was shot dead.", n(geo.Exactly(2)), nil, "what she belongs to is no victim"},
		{"The group claimed the hacking to death of a writer.", n(geo.Exactly(1)), nil, "a deed of several words"},
		{"Gunmen killed a notary at his home on Monday along with his driver.", n(geo.Exactly(2)), nil, "who shared the fate, after the place and the day"},
		{"Gunmen shot and killed a notary in Gao, alongside Amara Diallo.", n(geo.Exactly(2)), nil, "the same, by name"},
		{"Six civilians on the Pakistani side had been killed by shells.", n(geo.Exactly(6)), nil, "a nation that only describes a noun"},
		{"In 2011 more than 80 people died in the hills.", n(count(80, 81, -1)), nil, "a year is not how many more"},
		{"Twelve pilgrims drowned in the river.", n(geo.Exactly(12)), nil, "who drowns is dead"},
		{"Forty people died in an attack last month.", n(geo.Exactly(40)), nil, "one attack counts its own dead, whenever it was"},
		{"Two brothers belonging to the Torvani community and a guard were gunned down.", n(geo.Exactly(3)), nil, "what some of them belong to"},
		{"Five people were gunned down and as many others wounded.", n(geo.Exactly(5)), n(geo.Exactly(5)), "as many"},
		{"A doctor confirmed at least 29 civilian deaths.", n(count(29, 29, -1)), nil, "deaths of whom"},
		{"According to the police, seven people were killed in Gao.", n(geo.Exactly(7)), nil, "who says so is no victim"},
		{"Soldiers hit a house of civilians with a shell and one child and four women lost their lives.", n(geo.Exactly(5)), nil, "nor is who lives there"},
		{"A raid killed a judge allied with the Houthis and seven members of his family.", n(geo.Exactly(8)), nil, "kin belong to the one told of, whatever stands between"},
		{"A notary was killed with his wife and two children, during a raid.", n(geo.Exactly(4)), nil, "with them"},
		{"A notary was killed with his own rifle.", n(geo.Exactly(1)), nil, "what is nobody's kin"},
		{"Gunmen killed mayor Amara Diallo, a driver, two other officials, and a local resident.", n(geo.Exactly(5)), nil, "an office with its name begins a list"},
		{"Gunmen killed a police officer and a waiter.", n(geo.Exactly(2)), nil, "a trade"},
		{"Gunmen killed him along with his wife and two sons.", n(geo.Exactly(4)), nil, "nobody twice"},
		{"Gunmen killed a notary in Gao along with the road to Mopti.", n(geo.Exactly(1)), nil, "what is nobody adds nobody"},
		{"Six persons were dragged from their cars and killed near Gao.", n(geo.Exactly(6)), nil, "a passive that goes on"},
		{"Nine people, among them two nurses and a driver, died in the attack.", n(geo.Exactly(9)), nil, "nor are its parts added"},
		{"The shelling killed seven students, two teachers and a guard.", n(geo.Exactly(10)), nil, "coordinated people are added"},
		{"Two people died in Gao, one in Ansongo and one in the village of Labezanga.", n(geo.Exactly(2), geo.Exactly(1), geo.Exactly(1)), nil, "each place of a list has its own"},
		{"One soldier was killed in Gao and another in Mopti.", n(geo.Exactly(1), geo.Exactly(1)), nil, "likewise without a number"},
		{"The raids killed three in Gao and two in Mopti.", n(geo.Exactly(3), geo.Exactly(2)), nil, "people with places of their own are not added"},
		{"A judge from Ansongo and his driver were killed.", n(geo.Exactly(2)), nil, "a verb in the plural needs two"},
		{"A lawyer and his guard, members of the same party, were shot dead.", n(geo.Exactly(2)), nil, "what describes the dead is not counted"},
		{"Gunmen killed a nurse, porter and driver.", n(geo.Exactly(3)), nil, "they share the article"},
		{"Five members of one family were killed.", n(geo.Exactly(5)), nil, "the family is not one more"},
		{"Two people injured in the blast succumbed to their wounds.", n(geo.Exactly(2)), nil, "the injured who succumb are dead"},
		{"The clash left 10 people with serious injuries.", nil, n(geo.Exactly(10)), "injuries are told as a noun"},
		{"Nine guards sustained splinter injuries.", nil, n(geo.Exactly(9)), "or with a verb of suffering"},
		{"The raid led to the martyrdom of an officer and two recruits and the injury of four others.", n(geo.Exactly(3)), n(geo.Exactly(4)), "armies' own words"},
		{"A hospital source reported eight civilians dead.", n(geo.Exactly(8)), nil, "the source is not one of them"},
		{"The war has left at least 40,000 people dead.", nil, nil, "no single happening kills as many"},
		{"The feud has killed 300 people over six decades.", nil, nil, "nor does one last decades"},
		{"A child dies every two hours in the camp.", nil, nil, "a rate counts no happening"},
		{"The raid killed 31 people, including 12 officers, and 19 others were wounded.", n(geo.Exactly(31)), n(geo.Exactly(19)), "a part ends before the next subject"},
		{"A soldier was killed and another wounded.", n(geo.Exactly(1)), n(geo.Exactly(1)), "another is one"},
		{"The officer, who was gunned down in the town, had two guards.", n(geo.Exactly(1)), nil, "who was is one"},
		{"The raids have killed 120 people since late October.", nil, nil, "the toll of months"},
		{"More than 2,000 people have been killed since early June.", nil, nil, "a number since a part of a month"},
		{"The death toll rose to 45 on Sunday.", n(geo.Exactly(45)), nil, "a toll and what it is"},
		{"The attack led to the deaths of 14 miners.", n(geo.Exactly(14)), nil, "deaths of"},
		{"The clash claimed the lives of five farmers.", n(geo.Exactly(5)), nil, "lives claimed"},
		{"Police found the bodies of three men.", n(geo.Exactly(3)), nil, "bodies of"},
		{"Dozens were wounded.", nil, n(count(-1, 24, -1)), "a vague number is a lower bound"},
		{"A 20-year-old man was killed.", n(geo.Exactly(1)), nil, "an age is no toll"},
		{"Lena Vogt, 41, was shot dead.", n(geo.Exactly(1)), nil, "nor is one behind a name"},
		{"More than 2,000 people have been killed since 2011.", nil, nil, "a total over years"},
		{"It was the deadliest attack since 2011 and killed nine people.", n(geo.Exactly(9)), nil, "a comparison is no total"},
		{"The rebels threatened to kill two hostages.", nil, nil, "a threat"},
		{"Nobody was killed.", nil, nil, "nobody is not one"},
		{"No one was hurt.", nil, nil, "no one likewise"},
		{"Rockets destroyed 12 vehicles.", nil, nil, "vehicles are not people"},
		{"The storm killed 300 chickens.", nil, nil, "nor are animals"},
		{"The widow of the murdered man spoke.", nil, nil, "told of as known"},
		{"Two soldiers and a woman were killed along with their driver.", n(geo.Exactly(4)), nil, "who shares the fate is added"},
		{"The raid killed him, his mother, two brothers and a sister.", n(geo.Exactly(5)), nil, "a pronoun counts"},
		{"Six clerks were Thursday [4 May] killed and two others injured near Gao.", n(geo.Exactly(6)), n(geo.Exactly(2)), "a day may stand inside the passive"},
		{"A judge was on Sunday [3 May] night shot dead by robbers.", n(geo.Exactly(1)), nil, "likewise with its date in brackets"},
		{"At least 13 Berti were killed.", n(count(13, 13, -1)), nil, "a people without a noun"},
		{"Some 12 displaced families and five Malians were killed.", n(count(17, 5, -1)), nil, "displaced only says who they are"},
		{"Two men who had fled the drought were killed.", n(geo.Exactly(2)), nil, "a flight told in passing keeps its people for the verb"},
		{"Three nurses were killed by armed men and 24 others injured.", n(geo.Exactly(3)), n(geo.Exactly(24)), "who did it is not added to the victims"},
		{"Four guards were killed and 20 seriously injured in clashes.", n(geo.Exactly(4)), n(geo.Exactly(20)), "an adverb is no noun"},
		{"Four guards were killed and nine sustained light and deep wounds.", n(geo.Exactly(4)), n(geo.Exactly(9)), "nor is a verb of suffering"},
		{"Raiders shot eight men dead and wounded 11 close to the well.", n(geo.Exactly(8)), n(geo.Exactly(11)), "words of death may stand apart from the verb"},
		{"Thieves hacked a shepherd to death.", n(geo.Exactly(1)), nil, "likewise to death"},
		{"The band was shot at by thieves, leaving a guard dead.", n(geo.Exactly(1)), nil, "unless another verb governs them"},
		{"Two persons, a lawyer and a teacher, were shot dead.", n(geo.Exactly(2)), nil, "who they were does not add to them"},
		{"The blast killed five people, two teachers and three guards.", n(geo.Exactly(5)), nil, "likewise behind the verb"},
		{"Six children - three of them from one family - have been killed.", n(geo.Exactly(6)), nil, "a hyphen may be a dash"},
		{"Nine relatives of a cleric were killed.", n(geo.Exactly(9)), nil, "a verb in the plural has no single subject"},
		{"Three agents for Dr Diallo have been killed.", n(geo.Exactly(3)), nil, "nor a name"},
		{"Nearly 20 members of two rival clans were killed.", n(count(20, -1, -1)), nil, "nor are the clans the people"},
		{"The death toll from clashes which followed protests of supporters of the former mayor on Friday rose to five.", n(geo.Exactly(5)), nil, "a toll that rises may stand far from its number"},
		{"More than 10 dead bodies of men were found.", n(count(10, 11, -1)), nil, "the bodies say that they are dead"},
		{"He was held for the murder of ten farmers.", n(geo.Exactly(10)), nil, "a noun of the deed"},
		{"Raiders seized eight farmers in the hills and killed them.", n(geo.Exactly(8)), nil, "a pronoun for several"},
		{"A bomber killed himself and seven others.", n(geo.Exactly(7)), nil, "who did it is not one of the others"},
		{"Gunmen killed 68-year-old Amara Diallo.", n(geo.Exactly(1)), nil, "an age before a name"},
		{"Rebels killed the district head, Amara Diallo, and 11 others.", n(geo.Exactly(12)), nil, "a name between does not part them"},
		{"Up to 50 people may have died.", n(count(50, -1, 50)), nil, "what may be so is reported"},
		{"Some of them may have been killed.", nil, nil, "but not of nobody"},
		{"The army lost 46 soldiers and a doctor.", n(geo.Exactly(47)), nil, "people are lost"},
		{"The home side lost three points.", nil, nil, "and points"},
		{"A Free Town Party (FTP) driver and a Coast Union (CU) guard were killed.", n(geo.Exactly(2)), nil, "an acronym parts nobody"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.killed, harmed(test.text, Killed), compareCounts); diff != "" {
			t.Errorf("killed in %q: %s (-want +got):\n%s", test.text, test.reason, diff)
		}
		if diff := cmp.Diff(test.wounded, harmed(test.text, Wounded), compareCounts); diff != "" {
			t.Errorf("wounded in %q: %s (-want +got):\n%s", test.text, test.reason, diff)
		}
	}
}

func TestDisplaced(t *testing.T) {
	got := harmed("The fighting has displaced some 12,000 people.", Displaced)
	if diff := cmp.Diff([]geo.Count{count(12000, -1, -1)}, got, compareCounts); diff != "" {
		t.Error(diff)
	}
}

func FuzzTolls(f *testing.F) {
	for _, s := range []string{"killed killed killed", "and was killed", "a of were killed and", "12 (including 3 dead", "the death toll rose to", "was shot and", "“dozens” dead", "killed along with", "'s killed 's"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w := wordsOf(s)
		for _, x := range w.Tolls() {
			if x.At < 0 || x.At >= w.Len() || x.PeopleFrom > x.PeopleTo || x.PeopleTo > w.Len() {
				t.Fatalf("%q: toll %+v outside its %d tokens", s, x, w.Len())
			}
			if n, known := x.Count.Best.Int(); known && n < 0 {
				t.Fatalf("%q: %d people", s, n)
			}
		}
		KnownActors().Find(w)
		Types().Triggers(w, Scene{})
	})
}

func TestTollsAreLinear(t *testing.T) {
	long := wordsOf(strings.Repeat("ten people, including two men and a woman, were killed and ", 40))
	if got := len(long.Tolls()); got == 0 {
		t.Error("nothing read of a long sentence")
	}
}
