package news_test

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/when"
)

// sectionTests are bulletins, with all that they tell of under the mechanism that reads them.
var sectionTests = map[string][]struct{ text, want string }{
	"what stands below the line of a day is of that day": {
		{"Incidents in Mali\n\nMonday, 6 May\n\nGunmen attacked a village near Gao, killing nine people.\n\nIn Menaka, a bomb killed two traders.\n\nWednesday, 8 May:\n\nUnidentified men abducted a doctor in Timbuktu.",
			"Attack, Gao, 2019-05-06, killed 9; Remote explosive/landmine/IED, Menaka, 2019-05-06, killed 2; Abduction/forced disappearance, Timbuktu, 2019-05-08, killed ?"},
		{"Incidents in Mali\n\n6 May 2019\n\nNine people were killed in a raid on Gao on Sunday.\n\n7 May 2019\n\nTwo people were shot dead in Menaka.",
			"Attack, Gao, 2019-05-12, killed 9; Attack, Menaka, 2019-05-07, killed 2"},
	},
	"one such line says when the story was published": {
		{"Nine killed in Gao\n\n6 May 2019\n\nNine people were shot dead in Gao.", "Attack, Gao, 2019-05-14, killed 9"},
		{"Nine killed in Gao\n\n6 May 2019\n\n7 May 2019\n\nNine people were shot dead in Gao.", "Attack, Gao, 2019-05-14, killed 9"},
	},
	"a report on a week tells of that week": {
		{"Weekly update\n\nReporting period: 6 - 12 May 2019\n\nNine people were shot dead in Gao. On 8 May, a bomb killed two traders in Menaka.",
			"Attack, Gao, 2019-05-06, killed 9; Remote explosive/landmine/IED, Menaka, 2019-05-08, killed 2"},
		{"Monthly bulletin, April 2019\n\nNine people were shot dead in Gao.", "Attack, Gao, 2019-04-01, killed 9"},
		{"Nine killed in Gao as April 2019 ends\n\nNine people were shot dead in Gao.", "Attack, Gao, 2019-05-14, killed 9"},
	},
	"a chronicle tells of long ago, a story of the day remembers it": {
		{"Attacks on clinics in Mali\n\n12 February 2018 - Gunmen attacked a clinic in Gao.\n\n27 February 2018 - A nurse was shot dead in Menaka.",
			"Attack, Gao, 2018-02-12, killed ?; Attack, Menaka, 2018-02-27, killed 1"},
		{"Two traders shot dead in Gao\n\nGunmen shot dead two traders in Gao on Sunday.\n\nA bomb killed three people in Timbuktu on Monday.\n\n12 February 2018 - A nurse was shot dead in Menaka.",
			"Attack, Gao, 2019-05-12, killed 2; Remote explosive/landmine/IED, Timbuktu, 2019-05-13, killed 3"},
	},
	"what names no place is where the heading says": {
		{"Daily round-up\n\nGao\n\nTwo people died when a bomb went off at a market.\n\nMenaka region\n\nPolice arrested nine suspects.",
			"Remote explosive/landmine/IED, Gao, 2019-05-14, killed 2; Arrests, Menaka, 2019-05-14, killed ?"},
	},
	"a road holds nothing but its ends": {
		{"Two lorries were ambushed along the Gao-Menaka road on 6 May. One man was wounded.\n\nThe north was calm, but with reported fighting in northern parts of Goundam.",
			"Armed clash, Gao, 2019-05-06, killed ?; Armed clash, Goundam, 2019-05-14, killed ?"},
	},
	"the day that opens a sentence is that of \"another\" in it": {
		{"On 6 May, another bomb went off in Gao.", "Remote explosive/landmine/IED, Gao, 2019-05-06, killed ?"},
	},
	"what somebody did meanwhile is of the same day": {
		{"Gunmen, on Sunday, attacked traders near Gao, killing three, abducting two others and burning many shops.",
			"Attack, Gao, 2019-05-12, killed 3; Abduction/forced disappearance, Gao, 2019-05-12, killed ?; Looting/property destruction, Gao, 2019-05-12, killed ?"},
	},
	"what is told of one of several places is of their day": {
		{"On Sunday, protesters set fire to offices in Gao, Timbuktu and Menaka.\n\nPolice fired tear gas.\n\nShops were looted in Menaka.",
			"Violent demonstration, Gao, 2019-05-12, killed ?; Violent demonstration, Timbuktu, 2019-05-12, killed ?; Violent demonstration, Menaka, 2019-05-12, killed ?; Looting/property destruction, Menaka, 2019-05-12, killed ?"},
	},
	"a place that comes under fire is shelled, whoever else does is not": {
		{"Gao, Menaka and others came under fire on Sunday.", "Shelling/artillery/missile attack, Gao, 2019-05-12, killed ?; Shelling/artillery/missile attack, Menaka, 2019-05-12, killed ?"},
		{"The mayor of Gao came under fire on Sunday over unpaid wages.", ""},
		{"The ferry Menaka came under fire on Sunday.", ""},
	},
	"districts that stand in a list are not quarters of the town told before": {
		{"A bomb killed two people in Donetsk on Sunday.\n\nTroops shelled villages in the Okhtyrka and Konotop districts on Monday.",
			"Remote explosive/landmine/IED, Donetsk, 2019-05-12, killed 2; Shelling/artillery/missile attack, Okhtyrka, 2019-05-13, killed ?; Shelling/artillery/missile attack, Konotop, 2019-05-13, killed ?"},
	},
	"people who are run over are none of a war's": {
		{"A bus hit and killed a biker in Gao on Sunday.", ""},
		{"Protests began in Gao on Sunday after two students were struck and killed by a speeding lorry.", "Peaceful protest, Gao, 2019-05-12, killed ?"},
		{"A bus hit a landmine near Gao on Sunday, killing two traders.", "Remote explosive/landmine/IED, Gao, 2019-05-12, killed 2"},
	},
	"where the dead hail from is not where they died": {
		{"On Sunday, gunmen shot and killed six people from Timbuktu after offloading them from a bus in the Gao region.", "Attack, Gao, 2019-05-12, killed 6"},
	},
	"who is named is counted": {
		{"In Gao, Abdou Traore and Moussa Keita were reportedly killed on Sunday.", "Attack, Gao, 2019-05-12, killed 2"},
		{"Sani Bello, Awa Cisse, and Moussa Keita were killed in Gao on Sunday.", "Attack, Gao, 2019-05-12, killed 3"},
	},
	"a displacement that is called large moves many": {
		{"A massive displacement was observed around Gao on 6 May.", "Displacement, Gao, 2019-05-06, killed ?"},
	},
}

func TestSections(t *testing.T) { allTold(t, sectionTests) }

// TestListed reads a list whose names are each less likely than one name before it.
func TestListed(t *testing.T) {
	lastTold(t, []telling{
		{"On Sunday, there were reports of people hurling stones during rallies taken out to protest incidents in Mopti at Gao, Menaka, Kidal and Timbuktu.",
			"Peaceful protest, Timbuktu, 2019-05-12, killed ?", "the places of a list stand together"},
	})
}

// TestUndatedReport reads reports of which nobody says when they were written: their days are
// in the time that they are on.
func TestUndatedReport(t *testing.T) {
	for text, want := range map[string]string{
		"Weekly security note, 6-12 May 2019\n\nOn 8 May, gunmen shot dead two traders in Gao. On Thursday, a bomb killed a driver in Menaka.": "2019-05-08 2019-05-09",
		"Monthly bulletin, May 2019\n\nOn 8 May, gunmen shot dead two traders in Gao. On Thursday, a bomb killed a driver in Menaka.":          "2019-05-08 2019-05",
		"Security note\n\nOn 8 May, gunmen shot dead two traders in Gao.":                                                                      "",
	} {
		d := story(text)
		d.Published = when.Interval{}
		var got []string
		for _, e := range reader().Events(d) {
			got = append(got, e.When.EDTF())
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
