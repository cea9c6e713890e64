package en

import (
	"strings"
	"sync"
)

// PlaceKind returns what kind of place a noun calls its neighbour ("province"
// is adm1), and whether it is such a noun at all. The kind is empty where the
// word says too little ("area").
func PlaceKind(noun string) (kind string, ok bool) {
	kind, ok = placeNouns()[noun]
	return kind, ok
}

// SameName reports whether two names are one but for a noun of place at their beginning or end:
// "Barangay Nes", "Nes".
func SameName(a, b string) bool {
	return a == b || bareName(a) == bareName(b)
}

func bareName(name string) string {
	if first, rest, ok := strings.Cut(name, " "); ok {
		if _, ok := PlaceKind(strings.ToLower(first)); ok {
			return rest
		}
	}
	if i := strings.LastIndexByte(name, ' '); i > 0 {
		if _, ok := PlaceKind(strings.ToLower(name[i+1:])); ok {
			return name[:i]
		}
	}
	return name
}

// Towns reports whether a noun speaks of several settlements, so that a name
// before it is what they lie in.
func Towns(noun string) bool {
	switch placeNouns()[noun] {
	case "city", "town", "village":
		return strings.HasSuffix(noun, "s")
	}
	return false
}

var placeNouns = sync.OnceValue(func() map[string]string {
	return byNoun(map[string]string{
		"city":     "city cities capital metropolis megacity stronghold",
		"town":     "town towns township townships municipality municipalities borough boroughs resort resorts",
		"village":  "village villages hamlet hamlets barangay barangays sitio vereda corregimiento settlement settlements community communities locality localities kibbutz",
		"adm1":     "province provinces governorate governorates state states oblast emirate department departments",
		"adm2":     "district districts county counties prefecture subdistrict raion canton cantons lga upazila upazilas tehsil tehsils taluka taluk thana woreda subcounty",
		"suburb":   "neighbourhood neighbourhoods neighborhood neighborhoods suburb suburbs quarter quarters slum slums outskirts favela",
		"crossing": "crossing crossings checkpoint checkpoints",
		"airbase":  "airbase airbases",
		"airport":  "airport airports airfield airfields",
		"region":   "region regions territory territories peninsula valley valleys desert highlands mountains hills basin plateau plains",
		"island":   "island islands archipelago isle",
		"camp":     "camp camps",
		"country":  "country countries nation nations",
		"":         "area areas parts part sector swathes swaths swath locations position positions ground base bases barracks outpost outposts post posts headquarters hq refinery dam oilfield oilfields hill hilltop port ports bridge border facility facilities building buildings compound palace parliament junction farms",
	})
})

func byNoun(byKind map[string]string) map[string]string {
	m := make(map[string]string)
	for kind, list := range byKind {
		for _, w := range strings.Fields(list) {
			m[w] = kind
		}
	}
	return m
}

// facilities are what can be destroyed, stormed or raided.
var facilities = setOf(`building buildings church churches mosque mosques shrine shrines temple temples school schools house houses home homes hospital hospitals shop shops market
	markets office offices station stations checkpoint checkpoints base bases barracks post posts headquarters compound compounds prison jail camp camps village villages bridge
	bridges pipeline pipelines statue statues monument monuments embassy consulate embassies airport airfield palace parliament ministry hotel tomb tombs vehicle vehicles convoy crops farms factory
	factories clinic clinics stall stalls warehouse warehouses pharmacy pharmacies kiosk kiosks depot depots bakery bakeries university college library museum theatre theater courthouse court
	prisons mill mills silo silos barn barns farm granary granaries huts hut apartment apartments residence residences mansion premises shelters tents
	substation pylon pylons classroom classrooms seminary madrassa orphanage cemetery graves
	town towns city cities port refinery dam monastery synagogue property properties position positions outpost outposts stronghold strongholds hideout hideouts border`)

// cars are destroyed and stoned as facilities are, and never held.
var cars = setOf("car cars bus buses truck trucks lorry lorries motorbikes motorcycles tanker tankers")

// militarySites are held by people who bear arms.
var militarySites = setOf("base bases barracks checkpoint checkpoints post posts outpost outposts headquarters station stations position positions garrison airbase stronghold hideout hideouts convoy patrol camp camps")

// Person reports whether a noun names people.
func Person(noun string) bool { return personNouns.has(noun) }

var personNouns = setOf(`people person persons man men woman women child children boy boys girl girls baby babies infant infants civilian civilians
	soldier soldiers troop troops policeman policemen policewoman police officer officers cop cops guard guards bodyguard bodyguards militant militants insurgent insurgents rebel rebels
	fighter fighters gunman gunmen terrorist terrorists extremist extremists jihadist jihadists jihadi jihadis militiaman militiamen militia villager villagers resident residents passenger passengers pilgrim pilgrims
	worker workers employee employees journalist journalists reporter reporters cameraman student students teacher teachers pupil pupils schoolchildren schoolgirls schoolgirl schoolboys
	doctor doctors nurse nurses medic medics paramedic paramedics driver drivers farmer farmers herder herders herdsman herdsmen shepherd shepherds trader traders merchant shopkeeper shopkeepers vendor
	worshipper worshippers worshiper worshipers priest priests nun nuns imam imams cleric clerics bishop pastor pastors monk monks missionary
	official officials leader leaders mayor governor minister lawmaker lawmakers politician politicians candidate councillor councilor chief chiefs elder elders judge judges lawyer lawyers prosecutor activist
	activists protester protesters protestor protestors demonstrator demonstrators bystander bystanders pedestrian pedestrians shopper shoppers customer customers tourist tourists foreigner foreigners national nationals citizen citizens
	refugee refugees migrant migrants hostage hostages captive captives prisoner prisoners inmate inmates detainee detainees victim victims casualty casualties
	member members relative relatives brother brothers sister sisters father mother son sons daughter daughters wife husband couple family families cousin cousins uncle nephew parents parent
	attacker attackers assailant assailants bomber bombers suspect suspects gangster gangsters bandit bandits rustler rustlers robber robbers thief thieves smuggler smugglers
	commander commanders general colonel major captain lieutenant sergeant corporal marine marines recruit recruits cadet cadets conscript conscripts serviceman servicemen servicewoman airman sailor sailors
	paratrooper paratroopers commando commandos peacekeeper peacekeepers contractor contractors adviser advisers advisor advisors diplomat diplomats ambassador aide aides staff personnel crew
	others individual individuals youth youths teenager teenagers adult adults male males female females inhabitant inhabitants local locals tribesman tribesmen clansmen settler settlers peasant peasants labourer labourers
	laborer laborers miner miners fisherman fishermen hunter hunters musician singer professor academic engineer engineers technician volunteer volunteers vigilante vigilantes mourner mourners guest guests
	spectator spectators fan fans commuter commuters motorist motorists motorcyclist cyclist patient patients aid-worker humanitarian survivor survivors muslim muslims christian christians jew jews hindu
	hindus sikh sikhs shiites shiite sunnis sunni kurds yazidis yezidis hazaras palestinian palestinians israeli israelis syrian syrians iraqi iraqis afghans pakistani pakistanis americans american
	ones them him her servant servants businessman businessmen businesswoman banker broadcaster editor blogger writer lecturer headmaster principal parliamentarian senator mp mps loyalist loyalists operative operatives
	infiltrator intruder gunner shooter shooters perpetrator counterpart colleague colleagues friend friends neighbour neighbours neighbor neighbors occupants occupant participant participants delegate delegates
	deputy deputies detective detectives separatist separatists guerrilla guerrillas soldier's trainee trainees rescuer rescuers firefighter firefighters toddler toddlers grandmother grandfather orphan orphans widow mercenary mercenaries
	peshmerga mujahideen mujahedeen fedayeen gendarme gendarmes jawan jawans constable constables sepoy ranger rangers trooper troopers agent agents spy spies informant informants traditionalist porter porters labor crowd group cameramen photographer executive secretary
	passerby passersby clerk clerks preacher preachers scholar scholars watchman watchmen electrician electricians mechanic mechanics tailor tailors baker bakers barber barbers footballer footballers athlete athletes
	pharmacist pharmacists surgeon surgeons sheikh sheikhs headman headmen superintendent inspector inspectors brigadier niece nieces nephews aunt sibling siblings twins newborn newborns kids grandchild grandchildren grandson
	granddaughter pensioner pensioners expatriate expatriates defector defectors deserter deserters collaborator collaborators vendors shopkeeper lecturers professors envoy envoys consul councilman councilwoman
	commissioner commissioners ruler rulers interpreter interpreters translator translators waiter waiters waitress butcher butchers
	cook cooks cleaner cleaners carpenter caretaker dentist cashier magistrate notary poet actor
	actress artist rabbi deacon catechist seminarian seminarians woodcutter woodcutters logger loggers hawker hawkers`)

// objectFits reports whether what a pattern asks of its object holds.
func (f *finder) objectFits(x *Trigger, a *anchored) bool {
	if a.object == anything {
		return true
	}
	from, to := f.objectPhrase(x)
	if _, place := placeNouns()[f.w.At(to-1)]; x.Passive && a.object == people && place && !f.w.Capital(to-1) {
		return false // "the territory captured by rebels"
	}
	if x.Passive && (a.object == people || a.object == aPlace) && f.namedPerson(from, to) {
		return a.object == people
	}
	if a.object == aPlace && !x.Noun && !x.Passive && (f.countsThings(from, to) || strings.HasPrefix(f.w.At(x.From), "enter") && (enterable.has(f.w.At(from)) || enterable.has(f.w.At(from+1)))) {
		return false
	}
	for i := from; i < to; i++ {
		if a.object == people && f.w.At(i) == "," {
			return false // "captured a barracks, residents said"
		}
		if a.object == people && x.Passive && facilities.has(f.w.At(i)) && !personNouns.has(f.w.At(i)) {
			return false // "three houses belonging to the group were seized"
		}
		if a.object == people && personNouns.has(f.w.At(i)) && (facilities.has(f.w.At(i+1)) || militarySites.has(f.w.At(i+1))) && !cars.has(f.w.At(i+1)) {
			return false // "seized the police stations and offices"
		}
		if f.fits(i, a.object) {
			if lead := f.w.Lead(i); a.object == aPlace && x.Passive && lead.Prep != "" && lead.Prep != "of" {
				continue // "samples from Pennsylvania were taken"
			}
			return (a.object != aPlace || !f.peopleHead(from, to)) && (a.object != people || !f.placeHead(i, to))
		}
		if a.object == aPlace && !x.Passive && !f.leads(i) {
			return heldSites.has(f.w.At(to-1)) && !f.w.Capital(to-1)
		}
	}
	return false
}

// namedPerson reports whether a phrase is a name of several words that nothing calls a place,
// and may be somebody's.
func (f *finder) namedPerson(from, to int) bool {
	if to-from < 2 || !f.w.Capital(to-1) {
		return false
	}
	for i := from; i < to; i++ {
		if _, place := placeNouns()[f.w.At(i)]; place || !f.w.Capital(i) && f.w.At(i) != "-" && f.w.At(i) != "al" && !personNouns.has(f.w.At(i)) {
			return false
		}
	}
	return true
}

// enterable are what people enter without a town's changing hands: "gunmen entered the compound".
var enterable = setOf("compound building buildings headquarters office offices palace parliament")

// placeFell reports whether the subject of a verb that needs no object is a place, and nothing
// behind it says how much or how: "the town fell on Monday", not "prices in Gao fell by a third".
func (f *finder) placeFell(x *Trigger) bool {
	from, to := f.subjectPhrase(x.From)
	if f.w.has(to-2, "and", "others") {
		to -= 2 // "Gao, Menaka and others came under fire"
	}
	if to <= from || !f.fallsLike(x.To) {
		return false
	}
	switch f.w.At(from - 1) {
	case "before", "since", "until", "till", "if":
		return false // "had left before the town fell"
	}
	for i := from; i < to; i++ {
		if prepositions.has(f.w.At(i)) && f.w.At(i) != "of" {
			return false
		}
	}
	last := f.w.At(to - 1)
	return f.place(to-1) && f.w.Capital(to-1) && !f.bornBy(from, to) || towns.has(last)
}

// bornBy reports whether a subject's name is that of something or somebody else than a place:
// "the destroyer Mason", "the mayor of Gao".
func (f *finder) bornBy(from, to int) bool {
	k := to - 1
	for k > from && f.w.Capital(k-1) {
		k--
	}
	if k--; k > from && f.w.At(k) == "of" {
		x := f.w.At(k - 1)
		_, place := placeNouns()[x]
		return !place && !towns.has(x) && !directions.has(x)
	}
	return k >= from && bearers.has(f.w.At(k))
}

// bearers bear names, and are no places.
var bearers = setOf("ship warship destroyer frigate cruiser vessel tanker freighter ferry boat trawler bus train plane")

// towns fall, of what a noun calls a place.
var towns = setOf("city town village capital base barracks outpost garrison stronghold headquarters airport airfield airbase camp crossing district province post")

// fallsLike reports whether what stands at token i may follow the verb of a place that falls.
func (f *finder) fallsLike(i int) bool {
	switch x := f.w.At(i); x {
	case "", ".", ",", ";", "to", "on", "after", "in", "last", "early", "late", "within", "without", "this", "during", "when", "into", "two", "three", "days", "hours", "as", "and", "earlier", "overnight":
		return true
	default:
		return weekdays.has(x)
	}
}

// countsThings reports whether a phrase counts what is no place: "recovered two AK-47 rifles".
func (f *finder) countsThings(from, to int) bool {
	_, _, number := f.w.Number(from)
	if !number || to-from < 2 {
		return false
	}
	last := f.w.At(to - 1)
	_, place := placeNouns()[last]
	return !place && !f.w.Capital(to-1) && !militarySites.has(last) && !heldSites.has(last) && !facilities.has(last)
}

// heldSites end what is taken, whatever is said of it before: "the last regime
// base".
var heldSites = setOf("base bases barracks checkpoint checkpoints headquarters outpost outposts garrison airbase stronghold strongholds town towns village villages city")

// leads reports whether token i may stand before the place that is acted upon:
// "large parts of the", but not "part in a tournament in".
func (f *finder) leads(i int) bool {
	w := f.w.At(i)
	_, _, number := f.w.Number(i)
	return number || determiners.has(w) || leadAdjectives.has(w) || directions.has(w) || partNouns.has(w) || siteKinds.has(w) || isAdjective(w) || isAdverb(w) || f.w.Mark(i) ||
		f.w.At(i+1) == "-" && !f.w.Tokens[i+1].Space || f.w.At(i-1) == "-" && !f.w.Tokens[i].Space ||
		w == "and" && directions.has(f.w.At(i-1)) || w == "of" || w == "over" || w == "back" || w == "in" || w == "on" || f.w.Capital(i) || len(w) > 3 && w[len(w)-2:] == "ed"
}

// siteKinds are nouns that stand before another one and say what kind of place
// it names: "an air base", "three border posts".
var siteKinds = setOf("air army border command customs fire garrison guard military missile naval oil gas power police security supply training weapons")

func (f *finder) fits(i int, o object) bool {
	w := f.w.At(i)
	switch o {
	case aPlace:
		_, noun := placeNouns()[w]
		return noun || f.place(i)
	case military:
		return militarySites.has(w)
	case people:
		if rankOrSize.has(w) && !f.w.Capital(i) && !f.w.Mark(i+1) && !prepositions.has(f.w.At(i+1)) {
			return false // "seized major areas"
		}
		if _, place := placeNouns()[f.w.At(i+1)]; place && personNouns.has(w) || f.w.Compound(i+1) {
			return false // "the rebel district of", "the Shiite-majority town of"
		}
		return personNouns.has(w) || f.w.Capital(i) && !f.place(i) && i > 0 && !weekdays.has(w) && !monthWords.has(w)
	}
	return facilities.has(w) || cars.has(w)
}

// rankOrSize are people, and before another noun tell what kind of thing it is.
var rankOrSize = setOf("major general principal individual local national male female adult")

// place reports whether a name of a place may stand at token i.
func (f *finder) place(i int) bool {
	if f.scene.Place != nil {
		return f.scene.Place(i)
	}
	return f.w.Capital(i)
}

// peopleHead reports whether the phrase ends in people: "Basra police
// officers" is no place.
func (f *finder) peopleHead(from, to int) bool {
	for i := from; i < to; i++ {
		if f.w.At(i) == "of" {
			to = i
			break
		}
	}
	return to > from && personNouns.has(f.w.At(to-1)) && !f.w.Capital(to-1)
}

// placeHead reports whether the people named at token i only say whose place is
// meant: "the northern Malian town of", "the Tuareg-majority town of".
func (f *finder) placeHead(i, to int) bool {
	if personNouns.has(f.w.At(i)) && !f.w.Capital(i) {
		return false
	}
	for i < to && (f.w.Capital(i) || f.w.At(i-1) == "-" || f.w.At(i) == "-") {
		i++
	}
	_, noun := placeNouns()[f.w.At(i)]
	return noun && i < to && !f.w.Capital(i)
}

// maxPhrase is as many tokens as an object's phrase is looked at.
const maxPhrase = 9

// objectPhrase returns the tokens of what was acted upon: behind an active
// verb or a noun, before a passive verb.
func (f *finder) objectPhrase(x *Trigger) (from, to int) {
	if x.Passive {
		return f.subjectPhrase(x.From)
	}
	from = x.To
	for to = from; to < f.w.Len() && to-from < maxPhrase; to++ {
		w := f.w.At(to)
		if w == "of" || w == "-" || w == "," && to-from < 3 || w == "'s" {
			continue
		}
		if prepositions.has(w) || f.w.Mark(to) || clauseMarks.has(w) || auxiliaries.has(w) || w == "and" && (to > from+3 || to > from && strings.HasSuffix(f.w.At(to+1), "ed")) {
			break
		}
	}
	return from, to
}

// subjectPhrase returns the tokens of the subject before the verb at token i.
func (f *finder) subjectPhrase(i int) (from, to int) {
	to = i
	for to > 0 && (auxiliaries.has(f.w.At(to-1)) || isAdverb(f.w.At(to-1)) || relatives.has(f.w.At(to-1))) {
		to--
	}
	to = f.beforeAside(to)
	for from = to; from > 0 && to-from < maxPhrase; from-- {
		if w := f.w.At(from - 1); f.w.Mark(from-1) && w != "-" || clauseMarks.has(w) || f.w.saysAt(from-1) {
			break // "state media said Menaka was captured"
		}
	}
	return from, to
}

// beforeAside skips what stands between commas right before token i: "the town,
// a short drive from the coast, was seized".
func (f *finder) beforeAside(i int) int {
	if f.w.At(i-1) != "," {
		return i
	}
	for k := i - 2; k > 0 && i-k < 16; k-- {
		if f.w.At(k) == "," {
			return k
		}
	}
	return i
}

// officeReach is how far from a trigger, in tokens, its person of office may
// stand.
const officeReach = 24

// officeNear reports whether a person of office is the subject of a verb, or
// stands beside a noun.
func (f *finder) officeNear(x *Trigger) bool {
	is := f.scene.Office
	if is == nil {
		is = func(i int) bool { return Office(f.w.At(i)) }
	}
	for k := x.From - 1; k >= 0 && x.From-k < officeReach; k-- {
		if is(k) {
			return true
		}
		w := f.w.At(k)
		if w == ";" || !x.Noun && (clauseMarks.has(w) && w != "who" && w != "which" || f.w.saysAt(k) || x.From-k <= 5 && personNouns.has(w) && f.w.At(k-1) != "of" && f.w.At(k-1) != "'s" || travellers.has(w)) {
			return false
		}
	}
	if x.Noun || x.Passive {
		for k := x.To; k < f.w.Len() && k-x.To < officeReach; k++ {
			if is(k) {
				return true
			}
		}
	}
	return false
}

// travellers move and hold no office.
var travellers = setOf("helicopters helicopter aircraft planes plane ships ship vessels vehicles goods flights train cargo supplies convoy")

// Office reports whether a word names a public office, or those who hold one.
func Office(w string) bool { return offices.has(w) }

var offices = setOf(`minister ministers president presidents vice-president premier premiers chancellor secretary secretaries king queen prince princess emir sultan monarch
	envoy envoys ambassador ambassadors diplomat diplomats leader leaders delegation delegations pope pontiff chief chiefs senator senators congressman congressmen lawmaker lawmakers
	governor mayor negotiator negotiators panels inspectors commissioner spokesman spokeswoman official officials statesman dignitary dignitaries mediator mediators chairman speaker
	undersecretary archbishop patriarch dalai ayatollah delegates delegate pm commander general admiral head sheikh representative representatives sides powers adviser advisers`)

// pilgrimage reports whether the procession told of at token i is one of pilgrims, who do not
// protest: "pilgrims on a march to a shrine".
func (w *Words) pilgrimage(i int) bool {
	for k := max(0, i-6); k < i+8; k++ {
		switch w.At(k) {
		case "pilgrim", "pilgrims", "pilgrimage":
			return true
		}
	}
	return false
}
