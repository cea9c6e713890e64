package news_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExcerpts reads short reports on attacks, one or two sentences each, for where they put
// them: the place as written, and the one that was found.
func TestExcerpts(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Several people were killed during rioting in the Xinjiang province of China.", "Xinjiang: Xinjiang", "a name that is a river's or a desert's, too, owns no country"},
		{"Gunmen killed nine people in the Helmand province of Afghanistan.", "Helmand: Helmand", "likewise"},
		{"Gunmen attacked three villages -- Gaya, Ilorva and Zang -- in Hong Local Government Area of Adamawa State, killing 50 people.", "Gaya and Ilorva and Zang: Hong", "a list between dashes lies where it is said to"},
		{"Eight civilians were killed when Kurdish militants detonated a truck bomb at a checkpoint near the Durak military outpost in Hakkari province.", "Durak: Hakkâri", "a site of a name lies in the province said; Kurds live in Turkey, too"},
		{"Eleven people were killed in a series of shootings in the Marikana informal settlement in Cape Town.", "Marikana: Cape Town", "a quarter by an adjective and a noun"},
		{"At least 13 inmates were killed in a prison riot in the state of San Luis Potosi, north of Mexico City.", "San Luis Potosi: San Luis Potosí", "a state's middle lies far from what its border is near"},
		{"The attack in Ain al-Vorna killed eight people and wounded six, officials said.", "Ain al-Vorna: ", "half a name is no place, nor in France"},
		{"Jihadists shot dead Sheikh Ali Othman, an imam who was considered a moderate, in the city, officials said.", ": ", "the name of a victim"},
		{"Yemeni officials say suspected al-Qaida militants have killed a preacher in a drive-by shooting in a southern region. They say militants gunned down the man while he was in front of a school in Hadramawt.", "Hadramawt: Muhafazat Hadramaout", "a group is no town, and what is told again has a place"},
		{"A bombing targeted a bus of pilgrims and killed 11 people, police said. The pilgrims were returning from Samarra when gunmen opened fire on the outskirts of the town of Balad.", "Balad: Balad; Balad: Balad", "where people came from"},
		{"Unknown men killed a judge in Rawalpindi's Sadiqabad Town area.", "Sadiqabad Town: Rawalpindi", "a quarter that shares its name with a city far away"},
		{"The commissioner of Ed Daein in East Darfur said nine people were killed during fighting in Dar Es Salam area.", "Dar Es Salam: El Daein", "what is called an area is no city of millions"},
		{"Bombs struck in the Baghdad neighbourhoods of Karvada, Qorvira and Jorvad, as well as in southern Kirkuk, killing 15 people.", "Karvada: Karrada; Qorvira and Jorvad: Baghdad; Kirkuk: Kirkuk", "what holds the first of a list holds the others"},
		{"Suspected Islamists have killed 12 people in Nigeria's restive northeast, burning homes, police said. The attack in Sandiya village in the Damboa local government area happened in Borno state.",
			"Sandiya: Damboa; Sandiya: Damboa", "what was burned lies where the dead do"},
		{"Six people were killed in an air strike that targeted Sharqat district [270 km northwest of Baghdad] north of Tikrit city.", "Sharqat: Ash Sharqāt", "the town of the name stands for its district; a distance is no quarter's"},
		{"A bomber attacked a cafe in northern Baghdad and killed nine people.\n\nA bomb went off in al-Qahira, a northern district of the capital.", "Baghdad: Baghdad; al-Qahira: Qahira", "a district lies in the capital said behind it, whatever else bears its name"},
		{"Gunmen killed five policemen north of Baghdad on Monday.\n\nThey opened fire at a checkpoint near Tikrit, killing the five officers.", "Tikrit: Tikrīt", "who are as many, and may lie there, are the same"},
		{"A bomber blew himself up inside a Shi’ite mosque in Iraq on Monday, killing nine people.", "Iraq: Iraq", "a creed, however it is spelled"},
		{"Clashes broke out on Monday in Husaybah, a town seven kilometres east of Ramadi.", "Husaybah: Ramadi", "no other town of the name lies so near"},
		{"Militants have beheaded seven loggers in their stronghold in the strife-torn island of Basilan, Philippines.", "Basilan: Province of Basilan", "an island that is a province, which its capital is not called after"},
		{"An air strike hit Khokha market in the western province of Hodeida in Yemen, killing 22 people.", "Khokha: Al Khawkhah", "a market lies in what is said behind it"},
		{"Six people were killed in a suicide attack that targeted Al-Sidadah gate in Misratah.", "Al-Sidadah: Mişrātah", "a gate is no village 90 km away"},
		{"Two bombers killed 31 people in the crowded market Gorbo-Jimvara in the northeast Nigeria city of Yola.", "Gorbo-Jimvara: Yola", "a country before its town does not hold what lies in the town"},
		{"The bodies of six people were found with bullet holes in Kamavorbu village in Beni district of Nord Kivu on Wednesday.", "Kamavorbu: Beni", "a district owns no province"},
		{"Air strikes in northern Yemen have killed 10 children. \"We received 10 dead children who are victims of air strikes on a school in Haydan,\" said a nurse, adding the attack took place on Saturday.",
			"Haydan: Ḩaydān", "what somebody adds says nothing of where the rest of the quotation was"},
		{"An activist has been killed in northern Mexico. Prosecutors said the body of Juan Ortivera was found in Guadalupe y Calvo.", "Guadalupe y Calvo: Guadalupe y Calvo", "a body found, beside a killing told"},
		{"Five persons have so far lost their lives in Nteje, Anambra State over a land dispute.", "Nteje: Nteje", "a dispute that costs lives is violent"},
		{"Gunmen killed a student in the dormitory in Hai al-Vorna, Juba. The Nuba Mountains media centre in South Kordofan said he was shot dead.", "Hai al-Vorna: Juba", "a seat of government is no stranger"},
		{"More than 70 people were killed in a string of attacks across Iraq, including 12 who were shot while traveling from Mosul to Baghdad.", "Iraq: Iraq", "where a journey began"},
		{"Gunmen killed a teacher in Shauri village in Dagestan's Tsuntinskiy District. The murder took place in the village of Kororvino in Kizilyurtovskiy District.",
			"Kororvino: Kizilyurtovsky District", "where it took place goes before where it seemed to"},
		{"A lecturer at Obafemi Awolowo University was kidnapped and killed, along with his driver, at Ado-Ekiti.", "Ado-Ekiti: Ado-Ekiti", "where he works is not where he died"},
		{"Planes bombed a small island in the Red Sea close to the port of Midi in Yemen, killing ten fishermen.", "Midi: Mīdī", "close to is near"},
		{"Twenty people died in clashes in villages near Buhodle town, the provincial capital of Ayn in Puntland, Somalia.", "Buhodle: Buhodle", "what is found in no other country of the story does not refute a town"},
		{"Villagers said they heard shots. A clerk was killed, and his Honda saloon car was stolen, in the Hotvara area of Kano.", "Hotvara: Kano", "a make of cars"},
		{"Gunmen killed 15 people in South Darfur. The attack took place in the Qoramdeh area 80 kilometres north of the state capital Nyala.", "Qoramdeh: Nyala", "so far from a town"},
		{"Soldiers fought gunmen loyal to tribal chief Hamid al-Ahmar in Amran province, Yemen.", "Amran: Omran", "a chief's name"},
		{"Gunmen killed 27 farmers in central Nigeria. The attack happened at about 5 a.m. (0400 GMT) on Saturday at Mokwa.", "Mokwa: Mokwa", "a bracket behind the hour ends no sentence"},
		{"Unidentified gunmen shot and killed a famous Somali elder in Bardere town of Gedo region.", "Bardere: Baardheere", "the town is what the noun stands behind, and the region holds it"},
		{"Two brothers were shot dead in the Huichol territory of Tuxpan in Jalisco state, Mexico.", "Tuxpan: Tuxpan", "a people's land that has a name of its own"},
		{"At least 14 traffickers have been killed in a clash across the border. The fighting erupted between members of \"Los Rastrojos\" and \"Los Urabenos\" in Tachira, a Venezuelan border state.", "Tachira: Táchira", "members belong to a group"},
		{"Fifteen people were shot dead in an overnight attack in north Cameroon. The attack happened in the town of Gakorra close to the Nigerian border.", "Cameroon: Cameroon", "where it took place, though no gazetteer has it, is no other attack"},
		{"Eight people were killed in a suicide attack near a camp for those displaced by the war in Banki, Nigeria.", "Banki: Banki", "whom a camp is for was not driven out now"},
		{"A bomb killed six people in Helmand province on Sunday. The incident took place in Korvash district after a van struck the mine.", "Korvash: Helmand", "a village that only its province is known of lies in it"},
		{"A bomb killed six people in southern Helmand province. Amara Diallo, the district chief of Sangin, said it tore through a van.", "Helmand: Sangīn", "whose office is in one town of the province"},
		{"A bomb killed six people in southern Helmand province. Amara Diallo, the district chief of Sangin, and Omar Keita, the mayor of Gereshk, said it tore through a van.", "Helmand: Helmand", "two of them say nothing"},
		{"A mine killed six people in southern Helmand province. The blast hit traders returning from a fair in Sangin.", "Helmand: Helmand", "where the dead had been"},
		{"A bomb in Baiji killed three people. Seven were wounded and taken to hospitals in the town of Balad.", "Baiji: Bayjī", "where the hurt were brought"},
		{"Gunmen burst into a bar called Los Ramones in Chihuahua and killed nine.", "Chihuahua: Chihuahua", "a bar's name"},
		{"Gunmen on Sunday night killed Bala Korvadi, the district head of Fadan Karshi in Numana Chiefdom of Sanga Local Government Area of Kaduna State.", "Fadan Karshi: Fadan Karshi", "whose office it is"},
		{"Fighting between two tribes, the Maaliya and Korzeigat, killed 27 people outside Ed Daein.", "Ed Daein: El Daein", "who fought"},
		{"At least nine people were killed and two wounded in new fighting between Rizeigat and Maaliya in East Darfur.", "East Darfur: Eastern Darfur", "likewise"},
		{"Gunmen killed 16 people in the restive northeast of Nigeria, police said. The fighting erupted on Wednesday in Mallam Fatori, a town in Borno state.", "Mallam Fatori: Mallam Fatori", "a part of a country lies in it"},
		{"A suicide attack killed five people in northern Mali, the Dakar-based Sahel Press said. Abdou Ba and four others were killed in the attack in Kidal.", "Kidal: Kidal", "where an agency has its seat holds nothing"},
		{"At least 15 people were killed in an attack on a village in Yobe state. Gunmen on motorcycles swept into Gujba village after dawn prayers, firing on residents as they fled.", "Gujba: Gujba", "who sweeps in to shoot takes nothing"},
		{"Over 50 protesters have been killed in the predominantly Sunni Arab town of Hawija in Iraq.", "Hawija: Al Ḩawījah", "peoples and faiths are no town"},
		{"At least ten people were wounded when fighters attacked bases in central Somalia overnight, Garowe Online reports.", "Somalia: Somalia", "a web site that bears a town's name"},
		{"The mayor of a town in northern Nigeria was gunned down on Monday. The shooting, which left one other person injured, took place in the town of Gujba in Yobe state.", "Gujba: Gujba", "where it took place, behind what it did"},
		{"Five people were killed in a knife attack at a market in central China, authorities said. A knife fight broke out between two traders in Changsha.", "Changsha: Changsha", "a fight with knives"},
		{"Gunmen killed a teacher in the El Ali Korve area, about 20 kilometres from Dhusamareb.", "El Ali Korve: Dhuusamarreeb", "a name that goes on is not the town it begins with"},
		{"Thirteen people were killed as herdsmen attacked the villages of Korvaior, Qindin Jorenya and Tse Gyo villages in Gassol district.", "Korvaior and Qindin Jorenya and Tse Gyo: Gassol", "likewise, at the end of a list"},
		{"Gunmen raided the village of Qorvane in eastern Libya just west of Tobruk, killing four shepherds.", "Qorvane: Tobruk", "the town that it lies beside says more than the country"},
		{"Nine people were killed in clashes in Galkayo. A nurse told Shabelle three people who were wounded in the clashes had died.", "Galkayo: Gaalkacyo", "who is told is no place"},
		{"Two mines killed six people in Kunduz province. The mayor of the province's Khanabad district, Amara Diallo, said a van hit them.", "Kunduz: Khanabad", "an office in a district of the province"},
		{"Guatemalan police say gunmen killed a mayor in San Pablo, near the country's border with Mexico.", "San Pablo: San Pablo", "the border is not the country"},
		{"Armed men raided a village in Burkina Faso's restive north, killing 15 people. The raid took place overnight with \"twenty men attacking the village of Korvalou,\" said a source who put the toll at 14.", "Korvalou: Burkina Faso", "where a raid took place, told by what was done"},
		{"A bomb killed four people in the town of Qoryooley on Sunday. The attack was a landmine blast that hit a convoy between the towns of Qoryooley and Shalanbod.", "Qoryooley: Qoryooley", "what an attack was is no other"},
		{"Armed men attacked a village in Jonglei state, killing 10 people. The attackers killed 10 civilians and abducted three people.", "Jonglei: Jonglei", "the dead of an attack are not those of an abduction"},
		{"Gunmen killed 30 people in some villages in Borno State. The killings are said to have happened in Korvaza and Gurdlaval villages, both in Damboa local government area.", "Korvaza and Gurdlaval: Damboa", "where they are said to have happened"},
		{"Gunmen drove through the state of Kaduna to the village of Dongo Korva, and stormed the village, killing nine people.", "Dongo Korva: Kaduna", "the village is the one that the sentence calls so"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range reader().Events(story(tt.text)) {
			got = append(got, e.Place.Name+": "+e.Place.Match.Name)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q: %s:\n%s", tt.text, tt.reason, diff)
		}
	}
}

// TestFiledFrom places what a story tells of where its dateline says which of a name is meant.
func TestFiledFrom(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Four drivers were wounded when a mortar shell hit the bus stand of Hangu on Monday.", "CN"},
		{"BANNU: Four drivers were wounded when a mortar shell hit the bus stand of Hangu on Monday.", "PK"},
	} {
		events := reader().Events(story(tt.text))
		if len(events) != 1 || events[0].Place.Match.Country != tt.want {
			t.Errorf("%q: got %v, want one event in %s", tt.text, events, tt.want)
		}
	}
}
