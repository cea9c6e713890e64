// Code generated from words.txt by "go test ./gazetteer/resolve/internal/query -run TestQueryWords -update"; DO NOT EDIT.

package query

// longestPhrase is how many words the longest phrase has.
const longestPhrase = 4

// areaWords are the single words that call what they stand beside an area.
var areaWords = [...]string{
	"agency", "amphoe", "borough", "canton", "caza", "cercle", "changwat", "chefferie", "circle",
	"co", "commune", "constituency", "counties", "county", "degmada", "degmo", "dep", "departamento", "departement",
	"department", "dept", "depto", "dist", "district", "distrito", "division", "dpto", "edo", "emirate",
	"estado", "fylke", "gobol", "gobolka", "gov", "governorate", "groupement", "ilcesi", "ili", "iqlim",
	"kab", "kabupaten", "killil", "krai", "kray", "kreis", "lan", "landkreis", "lga", "liwa",
	"mantiqat", "markaz", "marz", "marzi", "mintaqat", "mkoa", "mohafazat", "moughataa", "mpio", "mudiriyat",
	"muhafaza", "muhafazat", "mun", "municipalite", "municipality", "municipio", "nahiya", "nahiyah", "nahiyat", "oblast",
	"oblysy", "ostan", "parish", "payam", "pcia", "prefecture", "prov", "province", "provinces", "provincia",
	"provinsi", "qada", "qadaa", "qadha", "raion", "raionul", "rayon", "rayonu", "reg", "region",
	"republic", "rgn", "secteur", "shahrestan", "state", "subcounty", "subdistrict", "subdivision", "taluk", "taluka",
	"tehsil", "territoire", "territory", "uc", "union", "upazila", "vilayati", "vilayet", "viloyati", "voblast",
	"voivodeship", "wereda", "wilaya", "wilayah", "wilayat", "woreda", "zila", "zilla", "zone", "краи",
	"обл", "область", "раион", "республика", "استان", "اقليم", "شهرستان", "قضا", "لوا", "محافظه",
	"مديريه", "منطقه", "ناحيه", "ولايه", "จังหวัด", "อําเภอ", "ክልል", "县", "省", "県",
	"郡",
}

var phraseLists = [...][]lexiconEntry{
	{{"about", true, true}},
	{{"adm1", false, true}, {"adm1", false, true}},
	{{"adm1", false, true}},
	{{"adm1", true, false}, {"adm1", false, true}},
	{{"adm1", true, false}},
	{{"adm1", true, true}, {"adm1", false, true}},
	{{"adm1", true, true}},
	{{"adm2", false, true}},
	{{"adm2", true, false}, {"numbered", true, true}},
	{{"adm2", true, false}},
	{{"adm2", true, true}, {"adm2", false, true}},
	{{"adm2", true, true}, {"numbered", true, true}},
	{{"adm2", true, true}},
	{{"airbase", false, true}},
	{{"airbase", true, true}},
	{{"airport", true, false}},
	{{"airport", true, true}, {"site", true, true}},
	{{"airport", true, true}},
	{{"area", false, true}, {"road", true, true}},
	{{"area", false, true}},
	{{"camp", false, true}, {"site", true, true}},
	{{"camp", false, true}},
	{{"camp", true, false}},
	{{"camp", true, true}},
	{{"city", false, true}, {"city", false, true}},
	{{"city", false, true}},
	{{"city", true, false}, {"near", true, false}},
	{{"city", true, false}},
	{{"city", true, true}},
	{{"crossing", false, true}},
	{{"crossing", true, false}},
	{{"crossing", true, true}},
	{{"dam", true, false}},
	{{"dam", true, true}},
	{{"desert", true, false}},
	{{"desert", true, true}},
	{{"east", true, true}},
	{{"facility", false, true}, {"site", true, true}},
	{{"facility", false, true}},
	{{"facility", true, true}, {"site", true, true}},
	{{"facility", true, true}},
	{{"in", true, false}},
	{{"in", true, true}, {"about", true, true}, {"road", true, true}},
	{{"in", true, true}, {"about", true, true}},
	{{"in", true, true}, {"inside", true, true}, {"road", true, true}},
	{{"in", true, true}},
	{{"inside", true, true}},
	{{"island", true, false}},
	{{"island", true, true}},
	{{"kilometres", true, true}},
	{{"lake", true, false}},
	{{"lake", true, true}},
	{{"metres", true, true}},
	{{"miles", true, true}},
	{{"mountain", true, false}},
	{{"mountain", true, true}},
	{{"nautical", true, true}},
	{{"near", true, false}, {"area", false, true}, {"area", false, true}},
	{{"near", true, false}, {"beside", true, true}},
	{{"near", true, false}, {"near", true, false}},
	{{"near", true, false}},
	{{"near", true, true}, {"about", true, true}},
	{{"near", true, true}, {"beside", true, true}},
	{{"near", true, true}, {"road", true, true}},
	{{"near", true, true}},
	{{"neighbourhood", false, true}, {"numbered", true, true}},
	{{"neighbourhood", false, true}},
	{{"neighbourhood", true, false}, {"numbered", true, true}},
	{{"neighbourhood", true, false}},
	{{"neighbourhood", true, true}, {"area", false, true}},
	{{"neighbourhood", true, true}},
	{{"no value", true, true}},
	{{"north", true, true}},
	{{"northeast", true, true}},
	{{"northwest", true, true}, {"northwest", true, true}},
	{{"northwest", true, true}},
	{{"numbered", true, true}, {"area", false, true}},
	{{"numbered", true, true}, {"kilometres", true, true}},
	{{"numbered", true, true}, {"road", true, true}},
	{{"numbered", true, true}},
	{{"region", false, true}},
	{{"region", true, false}},
	{{"region", true, true}, {"region", true, false}},
	{{"river", false, true}},
	{{"river", true, false}},
	{{"river", true, true}, {"site", true, true}},
	{{"road", true, true}},
	{{"site", true, true}, {"area", false, true}},
	{{"site", true, true}, {"in", true, true}},
	{{"site", true, true}, {"near", true, false}, {"road", true, true}},
	{{"site", true, true}, {"road", true, true}},
	{{"site", true, true}},
	{{"south", true, true}},
	{{"southeast", true, true}},
	{{"southwest", true, true}},
	{{"street", false, true}, {"numbered", true, true}},
	{{"street", false, true}, {"road", true, true}},
	{{"street", false, true}, {"site", true, true}, {"road", true, true}},
	{{"street", false, true}, {"site", true, true}},
	{{"street", false, true}, {"street", false, true}, {"road", true, true}},
	{{"street", false, true}, {"street", false, true}, {"street", true, false}},
	{{"street", false, true}, {"street", false, true}},
	{{"street", false, true}, {"street", true, false}, {"site", true, true}, {"road", true, true}},
	{{"street", false, true}, {"street", true, false}},
	{{"street", false, true}},
	{{"street", true, false}, {"site", true, true}, {"road", true, true}, {"road", true, true}},
	{{"street", true, false}, {"site", true, true}},
	{{"street", true, false}, {"street", false, true}},
	{{"street", true, false}, {"street", true, false}},
	{{"street", true, false}},
	{{"town", false, true}, {"facility", false, true}},
	{{"town", false, true}, {"site", true, true}},
	{{"town", false, true}},
	{{"town", true, false}},
	{{"town", true, true}},
	{{"unknown", true, true}, {"road", true, true}},
	{{"unknown", true, true}},
	{{"various", true, true}, {"various", true, true}},
	{{"various", true, true}},
	{{"village", false, true}},
	{{"village", true, false}, {"in", true, false}},
	{{"village", true, false}},
	{{"village", true, true}},
	{{"west", true, true}},
	{{"wild", false, true}, {"site", true, true}},
	{{"wild", false, true}},
	{{"withheld", true, true}},
}

// phraseEntries returns what a phrase says.
func phraseEntries(phrase string) []lexiconEntry {
	switch phrase {
	case "", "a", "a l", "about", "al", "approx", "approximately", "aproximadamente", "au",
		"c", "ca", "cerca", "circa", "environ", "etwa", "far", "farther", "further", "immediately",
		"just", "located", "roughly", "some", "to", "to the", "ungefahr", "unos", "около", "примерно",
		"حوالي", "علي بعد", "نحو":
		return phraseLists[0]
	case "ili":
		return phraseLists[1]
	case "fylke", "gobol", "lan", "marz", "marzi", "mkoa", "oblysy", "reg", "republic",
		"rgn", "state of", "vilayati", "viloyati", "voblast", "省", "県":
		return phraseLists[2]
	case "республика", "ክልል":
		return phraseLists[3]
	case "changwat", "dep", "departamento", "departement", "depto", "dpto", "edo", "estado", "gobolka",
		"gouvernorat de", "gouvernorat du", "gov of", "govt of", "killil", "mkoa wa", "mohafazat", "muhafaza", "muhafazat", "pcia",
		"prov de", "province de", "provincia", "provinsi", "republic of", "wilaya", "wilayah", "wilayat", "استان", "محافظه",
		"ولايه", "จังหวัด":
		return phraseLists[4]
	case "gov", "ostan":
		return phraseLists[5]
	case "autonomous region", "autonomous republic", "canton", "department", "dept", "emirate", "federal district", "federal state", "governorate",
		"krai", "kray", "oblast", "prefecture", "prov", "province", "provinces", "state", "vilayet", "voivodeship",
		"краи", "обл", "область":
		return phraseLists[6]
	case "agency", "co", "degmo", "ilcesi", "lga", "raionul", "rayonu", "uc", "union",
		"县", "郡":
		return phraseLists[7]
	case "distrito", "nahiya", "secteur", "منطقه", "ناحيه":
		return phraseLists[8]
	case "amphoe", "amphoe mueang", "arrondissement de", "caza", "cercle", "cercle de", "chefferie", "degmada", "departement de",
		"distrito de", "groupement", "kab", "kabupaten", "kreis", "landkreis", "liwa", "localidade de", "mantiqat", "markaz",
		"mintaqat", "mintaqat markaz", "moughataa", "moughataa de", "mpio", "mudiriyat", "mun", "municipalite", "municipio", "municipio de",
		"nahiyah", "nahiyat", "posto administrativo", "posto administrativo de", "qada", "qadaa", "qadha", "sous prefecture", "sous prefecture de", "territoire",
		"union council", "wilaya de", "woreda of", "zone de sante", "zone de sante de", "شهرستان", "قضا", "لوا", "مديريه", "อําเภอ":
		return phraseLists[9]
	case "wereda":
		return phraseLists[10]
	case "district", "zone", "раион":
		return phraseLists[11]
	case "borough", "circle", "commune", "constituency", "counties", "county", "dist", "division", "local government",
		"local government area", "municipality", "parish", "payam", "raion", "rayon", "shahrestan", "sub county", "sub district", "sub division",
		"subcounty", "subdistrict", "subdivision", "taluk", "taluka", "tehsil", "territory", "tribal agency", "tribal district", "upazila",
		"woreda", "zila", "zilla", "р н":
		return phraseLists[12]
	case "afb":
		return phraseLists[13]
	case "air base", "air force base", "airbase", "military air base", "military airfield", "military airport":
		return phraseLists[14]
	case "aeroport", "aeropuerto", "matar", "аэропорт", "مطار":
		return phraseLists[15]
	case "airport":
		return phraseLists[16]
	case "airfield", "airstrip", "international airport":
		return phraseLists[17]
	case "area", "axis", "corridor":
		return phraseLists[18]
	case "and surroundings", "archipelago", "areas", "cantonment", "cantonments", "cantt", "countryside", "direction", "front",
		"front line", "frontline", "hinterland", "peninsula", "pocket", "surrounding area", "surroundings", "vicinity":
		return phraseLists[19]
	case "camp":
		return phraseLists[20]
	case "camps", "idp site", "poc", "poc site", "protection of civilians", "refugee complex", "refugee settlement":
		return phraseLists[21]
	case "camp de", "camp de refugies de", "camp des deplaces de", "mukhayyam", "site de deplaces de", "مخيم":
		return phraseLists[22]
	case "displaced persons camp", "displacement camp", "idp camp", "idp camps", "idps camp", "refugee camp", "refugee camps":
		return phraseLists[23]
	case "metropolis":
		return phraseLists[24]
	case "cercado", "dc", "metropolitan", "metropolitan area", "metropolitana", "proper", "sehri", "市":
		return phraseLists[25]
	case "greater":
		return phraseLists[26]
	case "cidade", "cidade de", "citta", "ciudad", "ciudad de", "g", "gorod", "kota", "madinah",
		"madinat", "mesto", "miasto", "muang", "mueang", "stad", "г", "город", "м", "місто",
		"עיר", "שער", "شهر", "مدينه", "เมือง":
		return phraseLists[27]
	case "city", "city proper", "stadt":
		return phraseLists[28]
	case "sinir kapisi":
		return phraseLists[29]
	case "معبر", "منفذ":
		return phraseLists[30]
	case "border crossing", "border crossings", "border gate", "border point", "border post", "border terminal", "crossing", "crossing point":
		return phraseLists[31]
	case "barrage", "sadd", "سد":
		return phraseLists[32]
	case "dam":
		return phraseLists[33]
	case "badiyat", "باديه", "صحرا":
		return phraseLists[34]
	case "desert":
		return phraseLists[35]
	case "de lest", "del este", "do leste", "e", "east", "east northeast", "east southeast", "eastern", "eastward",
		"eastwards", "ene", "ese", "est", "este", "lest", "leste", "timur", "восток", "восточныи",
		"схід", "الشرقي", "الشرقيه", "شرق", "شرقي", "شرقيه":
		return phraseLists[36]
	case "building", "church", "clinic", "hotel", "school":
		return phraseLists[37]
	case "arena", "cathedral", "college", "court house", "courthouse", "elementary", "gardens", "high school", "jail",
		"library", "mall", "medical center", "museum", "park", "plaza", "zoo":
		return phraseLists[38]
	case "barracks", "base", "bridge", "check point", "checkpoint", "farm", "harbour", "hospital", "market",
		"military base", "mosque", "port", "prison", "university":
		return phraseLists[39]
	case "airshow", "army base", "cemetery", "factory", "farms", "gas field", "gas plant", "gasfield", "gold mine",
		"grain silos", "harbor", "hydroelectric power plant", "hydropower plant", "intersection", "junction", "military barracks", "mine", "npp", "nuclear power plant",
		"oil field", "oil refinery", "oilfield", "power plant", "power station", "refinery", "roundabout", "seaport", "silos", "square",
		"stadium", "station", "theater", "theatre", "thermal power plant", "tower", "tpp":
		return phraseLists[40]
	case "der stadt", "la ciudad de", "la ville de":
		return phraseLists[41]
	case "the":
		return phraseLists[42]
	case "at":
		return phraseLists[43]
	case "in":
		return phraseLists[44]
	case "at the", "central", "in and around", "in the", "inside", "inside the", "the city of", "the province of", "the town of",
		"the village of", "within", "within the":
		return phraseLists[45]
	case "a linterieur de", "dans", "في":
		return phraseLists[46]
	case "ile", "ilha", "isla", "pulau", "جزيره":
		return phraseLists[47]
	case "island", "islands", "isle", "isles":
		return phraseLists[48]
	case "kilometers", "kilometres", "kms", "километрах", "километров", "км", "كلم", "كم", "كيلو",
		"كيلومتر", "كيلومترا", "किमी", "公里":
		return phraseLists[49]
	case "buhayrat", "lac", "lago", "بحيره":
		return phraseLists[50]
	case "lake":
		return phraseLists[51]
	case "m", "meter", "meters", "metre", "metres":
		return phraseLists[52]
	case "mi", "mile", "miles":
		return phraseLists[53]
	case "djebel", "gebel", "jabal", "jebel", "mount", "mt", "جبل":
		return phraseLists[54]
	case "highlands", "hills", "massif", "mountain", "mountains", "mtn", "range":
		return phraseLists[55]
	case "nautical mile", "nautical miles", "nm", "nmi":
		return phraseLists[56]
	case "environs":
		return phraseLists[57]
	case "perto de", "біля", "возле", "под", "рядом с", "بريف", "في ريف":
		return phraseLists[58]
	case "umgebung von":
		return phraseLists[59]
	case "a la peripherie de", "a la sortie de", "a lentree de", "a proximite de", "abords de", "afueras de", "alentours de", "alrededores de", "arredores de",
		"aux abords de", "aux alentours de", "aux environs de", "banlieue de", "bei", "carretera a", "dekat", "en route to", "environs de", "grossraum",
		"im raum", "in der nahe von", "in der umgebung", "inmediaciones de", "les environs de", "nahe", "nei pressi di", "on the road to", "on the way to", "periferia de",
		"peripherie de", "proximidades de", "proximo a", "raum", "road to", "route de", "sortie de", "the road to", "towards", "umgebung",
		"unweit von", "vicino a", "zona rural de", "zona urbana de", "близ", "вблизи", "дорога на", "недалеко от", "неподалік від", "поблизу",
		"ضواحي", "محيط مدينه":
		return phraseLists[60]
	case "around":
		return phraseLists[61]
	case "adjacent to", "cerca de", "close to", "in the vicinity of", "just outside", "near", "near to", "nearby", "next to",
		"nr", "on the outskirts of", "outside", "pres de", "بالقرب من", "قرب":
		return phraseLists[62]
	case "along":
		return phraseLists[63]
	case "area around", "area of", "around the", "at the edge of", "countryside of", "environs of", "in the area around", "in the area of", "in the countryside of",
		"in the environs of", "in the outskirts of", "in the suburbs of", "just outside of", "not far from", "off", "off the coast of", "on the edge of", "outside of", "outskirts of",
		"rural", "suburbs of", "surroundings of", "the area of", "the coast of", "the outskirts of", "the vicinity of", "vicinity of", "в раионе", "ريف",
		"في محيط", "محيط":
		return phraseLists[64]
	case "ward":
		return phraseLists[65]
	case "district of the city", "mah", "mahallesi", "residential area":
		return phraseLists[66]
	case "comuna", "quartier", "حي":
		return phraseLists[67]
	case "bairro", "bairro de", "barangay", "barrio", "barrio de", "bgy", "brgy", "col", "colonia",
		"commune urbaine de", "favela", "hay", "hayy", "kelurahan", "mahallat", "purok", "quartier de", "sitio", "urb",
		"urbanizacion", "микрораион", "мкр", "حاره", "محله":
		return phraseLists[68]
	case "suburbs":
		return phraseLists[69]
	case "mahalla", "microdistrict", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "quarter", "quarters", "suburb":
		return phraseLists[70]
	case "entfallt", "keine angabe", "missing", "n a", "na", "nan", "nao se aplica", "neant", "nil",
		"no aplica", "no data", "no disponible", "no info", "no information", "non disponible", "none", "not applicable", "not available", "null",
		"sans objet", "sem informacao", "sin datos", "sin informacion", "tba", "tbc", "tbd", "н д", "немає даних", "нет",
		"нет данных", "لا ينطبق", "لا يوجد", "なし", "无", "暂无":
		return phraseLists[71]
	case "del norte", "do norte", "du nord", "n", "nne", "nnw", "nord", "norte", "north",
		"north northeast", "north northwest", "northern", "northward", "northwards", "utara", "північ", "север", "северныи", "الشمالي",
		"الشماليه", "شمال", "شمالي", "شماليه":
		return phraseLists[72]
	case "ne", "nord est", "nordeste", "noreste", "north east", "north eastern", "northeast", "northeastern", "timur laut",
		"северо восток", "الشمالي الشرقي", "شمال شرق", "شمال شرقي":
		return phraseLists[73]
	case "noroeste":
		return phraseLists[74]
	case "barat laut", "nord ouest", "north west", "north western", "northwest", "northwestern", "nw", "северо запад", "الشمالي الغربي",
		"شمال غرب", "شمال غربي":
		return phraseLists[75]
	case "sector":
		return phraseLists[76]
	case "kilometer", "kilometre", "km":
		return phraseLists[77]
	case "section":
		return phraseLists[78]
	case "arr", "arrdt", "arrondissement", "bolge", "etap", "manzana", "municipal district", "nahia", "pd",
		"phase", "pk", "police district", "precinct", "zona", "округ":
		return phraseLists[79]
	case "iqlim":
		return phraseLists[80]
	case "اقليم":
		return phraseLists[81]
	case "region":
		return phraseLists[82]
	case "bayou", "brook", "creek":
		return phraseLists[83]
	case "fleuve", "nahr", "rio", "riviere", "река", "نهر":
		return phraseLists[84]
	case "river":
		return phraseLists[85]
	case "autoroute", "axe", "frontier", "halfway", "international", "karayolu", "line", "main", "motorway",
		"of", "on", "railway", "stretch", "yolu", "дорога", "трасса":
		return phraseLists[86]
	case "outskirts":
		return phraseLists[87]
	case "downtown":
		return phraseLists[88]
	case "طريق":
		return phraseLists[89]
	case "border", "carretera", "estrada":
		return phraseLists[90]
	case "ambulance", "bureau", "bus station", "bus stop", "bush", "cami", "car", "casa", "central market",
		"centre ville", "centrum", "city center", "city centre", "compound", "convoy", "domicile", "ecole", "escola", "escuela",
		"ev", "field", "fields", "gas station", "government building", "guest house", "guesthouse", "health building", "health center", "health centre",
		"health facility", "health post", "home", "hopital", "house", "houses", "innenstadt", "main market", "maison", "marche",
		"mercado", "ngo office", "office", "offices", "oficina", "okul", "pazar", "petrol station", "police post", "police station",
		"primary school", "private residence", "project location", "project site", "public building", "public place", "residence", "residential building", "restaurant", "roads",
		"secondary school", "shop", "site", "street market", "un office", "vehicle", "via publica", "vivienda", "warehouse", "work site",
		"worksite", "zentrum", "zona centro", "больница", "дом", "рынок", "центр", "школа", "سوق", "مدرسه",
		"مستشفي", "مسجد", "منزل":
		return phraseLists[91]
	case "del sur", "do sul", "du sud", "s", "selatan", "south", "south southeast", "south southwest", "southern",
		"southward", "southwards", "sse", "ssw", "sud", "sul", "sur", "південь", "юг", "южныи",
		"الجنوبي", "الجنوبيه", "جنوب", "جنوبي", "جنوبيه":
		return phraseLists[92]
	case "se", "south east", "south eastern", "southeast", "southeastern", "sud est", "sudeste", "sureste", "tenggara",
		"юго восток", "الجنوبي الشرقي", "جنوب شرق", "جنوب شرقي":
		return phraseLists[93]
	case "barat daya", "south west", "south western", "southwest", "southwestern", "sud ouest", "sudoeste", "suroeste", "sw",
		"юго запад", "الجنوبي الغربي", "جنوب غرب", "جنوب غربي":
		return phraseLists[94]
	case "block":
		return phraseLists[95]
	case "hwy", "way":
		return phraseLists[96]
	case "road", "street":
		return phraseLists[97]
	case "sokak":
		return phraseLists[98]
	case "rd":
		return phraseLists[99]
	case "avenue", "blvd":
		return phraseLists[100]
	case "ave", "bulvari", "st":
		return phraseLists[101]
	case "highway":
		return phraseLists[102]
	case "boulevard":
		return phraseLists[103]
	case "alley", "cad", "caddesi", "crescent", "crossroads", "dr", "drive", "expressway", "freeway",
		"gatan", "katu", "korut", "laan", "lane", "ln", "meydani", "namesti", "parkway", "pike",
		"pkwy", "plein", "setany", "sokagi", "str", "straat", "strasse", "sugarut", "ter", "terrace",
		"trail", "trida", "turnpike", "ulice", "utca", "vagen":
		return phraseLists[104]
	case "route":
		return phraseLists[105]
	case "calle", "rua", "rue", "улица", "شارع":
		return phraseLists[106]
	case "interstate":
		return phraseLists[107]
	case "шоссе":
		return phraseLists[108]
	case "autobahn", "av", "avenida", "bulevar", "bulevardul", "calea", "calz", "calzada", "carrera",
		"corso", "county road", "cra", "jalan", "jl", "jln", "libramiento", "periferico", "piata", "piazza",
		"plac", "rodovia", "soseaua", "state route", "strada", "travessa", "ul", "ulica", "us", "viale",
		"λεωφοροσ", "οδοσ", "вул", "вулиця", "переулок", "пл", "площадь", "просп", "проспект", "ул",
		"خيابان":
		return phraseLists[109]
	case "center", "centre":
		return phraseLists[110]
	case "centro", "town center", "town centre":
		return phraseLists[111]
	case "bazaar", "bazar", "kasabasi", "merkez", "post", "sede", "townlet", "township", "twp",
		"ville":
		return phraseLists[112]
	case "balda", "baldat", "bourg de", "cite de", "commune de", "sede de", "shahrak", "vila de", "villa de",
		"пгт", "смт", "بلده", "شهرك":
		return phraseLists[113]
	case "market town", "town", "urban type settlement":
		return phraseLists[114]
	case "somewhere":
		return phraseLists[115]
	case "area unknown", "bilinmeyen", "bilinmiyor", "desconhecida", "desconhecido", "desconocida", "desconocido", "endroit inconnu", "exact location unknown",
		"haijulikani", "inconnu", "inconnue", "inconnus", "indetermine", "lieu inconnu", "local desconhecido", "localite inconnue", "location unclear", "location unknown",
		"lugar desconocido", "luogo sconosciuto", "nao especificado", "neznamy", "nieznane", "no especificado", "no identificado", "no location", "no place", "no place name",
		"non identifie", "non precise", "non specifie", "not given", "not identified", "not known", "not mentioned", "not reported", "not specified", "not stated",
		"okand", "okant", "onbekend", "ort unbekannt", "place unknown", "sconosciuto", "sin especificar", "tidak diketahui", "ukendt", "ukjent",
		"unbekannt", "unbekannter ort", "unclear", "unconfirmed location", "undefined", "undetermined", "unidentified", "unidentified location", "unk", "unknow",
		"unknown", "unknown area", "unknown location", "unknown place", "unkown", "unnamed", "unnamed location", "unspecified", "unspecified location", "αγνωστο",
		"место неизвестно", "не вказано", "не указано", "не установлено", "невідоме місце", "невідомо", "неизвестно", "неизвестное место", "לא ידוע", "غير محدد",
		"غير محدده", "غير معروف", "غير معروفه", "لا يعلم", "مجهول", "مجهوله", "مكان غير معروف", "موقع غير معروف", "نامشخص", "نامعلوم",
		"अज्ञात", "অজানা", "የማይታወቅ", "不明", "不详", "地点不明", "場所不明", "未知", "미상", "불명":
		return phraseLists[116]
	case "varias", "varios":
		return phraseLists[117]
	case "a nivel nacional", "across the country", "all areas", "all districts", "all locations", "all provinces", "all regions", "beberapa lokasi", "berbagai lokasi",
		"bircok yer", "cesitli", "cesitli yerler", "country wide", "countrywide", "different areas", "different locations", "different places", "divers", "divers lieux",
		"diversas", "diverse", "diverse localita", "diverse orte", "diverse plaatsen", "diverses", "diverses localites", "diversos", "elsewhere", "ensemble du pays",
		"entire country", "global", "internet", "landesweit", "many", "many places", "mehrere", "mehrere orte", "miscellaneous", "muhtelif",
		"muhtelif yerler", "multiple", "multiple areas", "multiple cities", "multiple districts", "multiple locations", "multiple places", "multiple provinces", "multiples", "national",
		"nationwide", "nivel nacional", "online", "other", "other areas", "others", "plusieurs", "plusieurs lieux", "plusieurs localites", "plusieurs villages",
		"several", "several areas", "several cities", "several districts", "several locations", "several places", "several provinces", "several towns", "several villages", "throughout the country",
		"todo el pais", "tout le pays", "ulke geneli", "varias localidades", "varie localita", "varios locais", "varios lugares", "varios municipios", "various", "various areas",
		"various cities", "various districts", "various locations", "various places", "various provinces", "various regions", "various towns", "various villages", "verschiedene", "verschiedene orte",
		"whole country", "worldwide", "несколько", "по всеи стране", "по всіи краіні", "различные", "различные места", "разные", "разные места", "різні",
		"різні місця", "اماكن متعدده", "اماكن مختلفه", "جميع المناطق", "عده مناطق", "عده مواقع", "متعدد", "متعدده", "متفرقه", "مختلف المناطق",
		"مناطق متعدده", "مناطق متفرقه", "مناطق مختلفه", "مواقع متعدده", "विभिन्न", "विभिन्न स्थान", "全国", "各地", "多地", "多处",
		"여러 곳":
		return phraseLists[118]
	case "koyu":
		return phraseLists[119]
	case "ville de":
		return phraseLists[120]
	case "aldea", "aldeia", "derevnya", "desa", "dorf", "kampung", "posyolok", "pueblo", "qarya",
		"qaryah", "qaryat", "selo", "village de", "деревня", "пос", "поселок", "с", "село", "روستاي",
		"قريه":
		return phraseLists[121]
	case "community", "hamlet", "locality", "settlement", "village", "villages":
		return phraseLists[122]
	case "barat", "de louest", "del oeste", "do oeste", "louest", "oeste", "ouest", "w", "west",
		"west northwest", "west southwest", "western", "westward", "westwards", "wnw", "wsw", "запад", "западныи", "захід",
		"الغربي", "الغربيه", "غرب", "غربي", "غربيه":
		return phraseLists[123]
	case "forest":
		return phraseLists[124]
	case "canyon", "falls", "game reserve", "gorge", "national forest", "national lakeshore", "national monument", "national park", "state forest",
		"state park", "valley", "wilderness":
		return phraseLists[125]
	case "anonymised", "anonymized", "confidencial", "confidential", "confidentiel", "location withheld", "not disclosed", "redacted", "reservado",
		"riservato", "suppressed", "undisclosed", "undisclosed location", "vertraulich", "withheld", "конфиденциально", "سري":
		return phraseLists[126]
	}
	return nil
}

// speaks reports whether a word may say something in a name, alone or with others.
func speaks(word string) bool {
	switch word {
	case "", "&", "/", "a", "abords", "about", "across", "adjacent", "administrativo",
		"aeroport", "aeropuerto", "afb", "afueras", "agency", "air", "airbase", "airfield", "airport", "airshow",
		"airstrip", "al", "aldea", "aldeia", "alentours", "all", "alley", "along", "alrededores", "ambulance",
		"amphoe", "and", "angabe", "anonymised", "anonymized", "aplica", "applicable", "approx", "approximately", "aproximadamente",
		"arasinda", "archipelago", "area", "areas", "arena", "army", "around", "arr", "arrdt", "arredores",
		"arrondissement", "at", "au", "autobahn", "autonomous", "autoroute", "aux", "av", "available", "ave",
		"avenida", "avenue", "axe", "axis", "badiyat", "bairro", "balda", "baldat", "banlieue", "barangay",
		"barat", "barracks", "barrage", "barrio", "base", "bayou", "bazaar", "bazar", "beberapa", "bei",
		"berbagai", "between", "bgy", "bilinmeyen", "bilinmiyor", "bircok", "block", "blvd", "bolge", "border",
		"borough", "boulevard", "bourg", "brgy", "bridge", "brook", "buhayrat", "building", "bulevar", "bulevardul",
		"bulvari", "bureau", "bus", "bush", "c", "ca", "cad", "caddesi", "calea", "calle",
		"calz", "calzada", "cami", "camp", "camps", "canton", "cantonment", "cantonments", "cantt", "canyon",
		"car", "carrera", "carretera", "casa", "cathedral", "caza", "cd", "cemetery", "center", "central",
		"centre", "centro", "centrum", "cerca", "cercado", "cercle", "cesitli", "changwat", "check", "checkpoint",
		"chefferie", "church", "cidade", "circa", "circle", "cite", "cities", "citta", "city", "ciudad",
		"civilians", "clinic", "close", "co", "coast", "col", "college", "colonia", "commune", "community",
		"complex", "compound", "comuna", "confidencial", "confidential", "confidentiel", "constituency", "convoy", "corridor", "corso",
		"council", "counties", "country", "countryside", "countrywide", "county", "court", "courthouse", "cra", "creek",
		"crescent", "crossing", "crossings", "crossroads", "d", "da", "dam", "dans", "data", "datos",
		"daya", "dc", "de", "degmada", "degmo", "dekat", "del", "dep", "departamento", "departement",
		"department", "deplaces", "dept", "depto", "der", "derevnya", "des", "desa", "desconhecida", "desconhecido",
		"desconocida", "desconocido", "desert", "di", "different", "diketahui", "direction", "disclosed", "displaced", "displacement",
		"disponible", "dist", "district", "districts", "distrito", "divers", "diversas", "diverse", "diverses", "diversos",
		"division", "djebel", "do", "domicile", "dorf", "downtown", "dpto", "dr", "drive", "du",
		"e", "east", "eastern", "eastward", "eastwards", "ecole", "edge", "edo", "el", "elementary",
		"elsewhere", "emirate", "en", "endroit", "ene", "ensemble", "entfallt", "entire", "entre", "environ",
		"environs", "escola", "escuela", "ese", "especificado", "especificar", "est", "estado", "este", "estrada",
		"et", "etap", "etwa", "ev", "exact", "expressway", "facility", "factory", "falls", "far",
		"farm", "farms", "farther", "favela", "federal", "field", "fields", "fleuve", "force", "forest",
		"freeway", "from", "front", "frontier", "frontline", "ft", "further", "fylke", "g", "game",
		"gardens", "gas", "gasfield", "gatan", "gate", "gebel", "geneli", "given", "global", "gobol",
		"gobolka", "gold", "gorge", "gorod", "gouvernorat", "gov", "government", "governorate", "govt", "grain",
		"gral", "greater", "grossraum", "groupement", "guest", "guesthouse", "haijulikani", "halfway", "hamlet", "harbor",
		"harbour", "hay", "hayy", "health", "high", "highlands", "highway", "hills", "hinterland", "home",
		"hopital", "hospital", "hotel", "house", "houses", "hwy", "hydroelectric", "hydropower", "identificado", "identifie",
		"identified", "idp", "idps", "ilcesi", "ile", "ilha", "ili", "im", "immediately", "in",
		"inconnu", "inconnue", "inconnus", "indetermine", "info", "informacao", "informacion", "information", "inmediaciones", "innenstadt",
		"inside", "international", "internet", "intersection", "interstate", "iqlim", "isla", "island", "islands", "isle",
		"isles", "jabal", "jail", "jalan", "jebel", "jl", "jln", "junction", "just", "kab",
		"kabupaten", "kampung", "kapisi", "karayolu", "kasabasi", "katu", "keine", "kelurahan", "killil", "kilometer",
		"kilometers", "kilometre", "kilometres", "km", "kms", "known", "korut", "kota", "koyu", "krai",
		"kray", "kreis", "l", "la", "laan", "lac", "lago", "lake", "lakeshore", "lan",
		"landesweit", "landkreis", "lane", "laut", "le", "lentree", "les", "lest", "leste", "lga",
		"libramiento", "library", "lieu", "lieux", "line", "linterieur", "liwa", "ln", "locais", "local",
		"localidade", "localidades", "localita", "localite", "localites", "locality", "located", "location", "locations", "lokasi",
		"louest", "lugar", "lugares", "luogo", "m", "madinah", "madinat", "mah", "mahalla", "mahallat",
		"mahallesi", "main", "maison", "mall", "mantiqat", "many", "manzana", "marche", "markaz", "market",
		"marz", "marzi", "massif", "matar", "medical", "mehrere", "mentioned", "mercado", "merkez", "mesto",
		"meter", "meters", "metre", "metres", "metropolis", "metropolitan", "metropolitana", "meydani", "mi", "miasto",
		"microdistrict", "mile", "miles", "military", "mine", "mintaqat", "miscellaneous", "missing", "mkoa", "mohafazat",
		"monument", "mosque", "motorway", "moughataa", "mount", "mountain", "mountains", "mpio", "mt", "mtn",
		"muang", "mudiriyat", "mueang", "muhafaza", "muhafazat", "muhtelif", "mukhayyam", "multiple", "multiples", "mun",
		"municipal", "municipalite", "municipality", "municipio", "municipios", "museum", "n", "na", "nacional", "nahe",
		"nahia", "nahiya", "nahiyah", "nahiyat", "nahr", "name", "namesti", "nan", "nao", "national",
		"nationwide", "nautical", "ne", "neant", "near", "nearby", "nei", "neighborhood", "neighborhoods", "neighbourhood",
		"neighbourhoods", "next", "neznamy", "ngo", "nieznane", "nil", "nivel", "nm", "nmi", "nne",
		"nnw", "no", "non", "none", "nord", "nordeste", "noreste", "noroeste", "norte", "north",
		"northeast", "northeastern", "northern", "northward", "northwards", "northwest", "northwestern", "not", "npp", "nr",
		"nuclear", "null", "nw", "objet", "oblast", "oblysy", "oeste", "of", "off", "office",
		"offices", "oficina", "oil", "oilfield", "okand", "okant", "okul", "on", "onbekend", "online",
		"or", "ort", "orte", "ostan", "other", "others", "ouest", "outside", "outskirts", "pais",
		"parish", "park", "parkway", "payam", "pays", "pazar", "pcia", "pd", "peninsula", "periferia",
		"periferico", "peripherie", "persons", "perto", "petrol", "phase", "piata", "piazza", "pike", "pk",
		"pkwy", "plaatsen", "plac", "place", "places", "plant", "plaza", "plein", "plusieurs", "poc",
		"pocket", "point", "police", "port", "post", "posto", "posyolok", "power", "precinct", "precise",
		"prefecture", "pres", "pressi", "primary", "prison", "private", "project", "proper", "protection", "prov",
		"province", "provinces", "provincia", "provinsi", "proximidades", "proximite", "proximo", "pt", "pto", "public",
		"publica", "pueblo", "pulau", "purok", "qada", "qadaa", "qadha", "qarya", "qaryah", "qaryat",
		"quarter", "quarters", "quartier", "railway", "raion", "raionul", "range", "raum", "rayon", "rayonu",
		"rd", "redacted", "refinery", "refugee", "refugies", "reg", "region", "regions", "reported", "republic",
		"reservado", "reserve", "residence", "residential", "restaurant", "rgn", "rio", "riservato", "river", "riviere",
		"road", "roads", "rodovia", "roughly", "roundabout", "route", "rua", "rue", "rural", "s",
		"sadd", "sans", "sante", "school", "sconosciuto", "se", "seaport", "secondary", "secteur", "section",
		"sector", "sede", "sehri", "selatan", "selo", "sem", "setany", "settlement", "several", "shahrak",
		"shahrestan", "shop", "silos", "sin", "sinir", "site", "sitio", "sokagi", "sokak", "some",
		"somewhere", "sortie", "soseaua", "sous", "south", "southeast", "southeastern", "southern", "southward", "southwards",
		"southwest", "southwestern", "specifie", "specified", "square", "sse", "ssw", "st", "sta", "stad",
		"stadium", "stadt", "state", "stated", "station", "ste", "sto", "stop", "str", "straat",
		"strada", "strasse", "street", "stretch", "sub", "subcounty", "subdistrict", "subdivision", "suburb", "suburbs",
		"sud", "sudeste", "sudoeste", "sugarut", "sul", "suppressed", "sur", "sureste", "suroeste", "surrounding",
		"surroundings", "sw", "taluk", "taluka", "tba", "tbc", "tbd", "tehsil", "tenggara", "ter",
		"terminal", "terrace", "territoire", "territory", "the", "theater", "theatre", "thermal", "throughout", "tidak",
		"timur", "to", "todo", "tout", "towards", "tower", "town", "townlet", "towns", "township",
		"tpp", "tra", "trail", "travessa", "tribal", "trida", "turnpike", "twp", "type", "uc",
		"ukendt", "ukjent", "ul", "ulica", "ulice", "ulke", "umgebung", "un", "unbekannt", "unbekannter",
		"unclear", "unconfirmed", "und", "undefined", "undetermined", "undisclosed", "ungefahr", "unidentified", "union", "university",
		"unk", "unknow", "unknown", "unkown", "unnamed", "unos", "unspecified", "unweit", "upazila", "urb",
		"urbaine", "urban", "urbana", "urbanizacion", "us", "utara", "utca", "vagen", "valley", "varias",
		"varie", "varios", "various", "ve", "vehicle", "verschiedene", "vertraulich", "via", "viale", "vicinity",
		"vicino", "vila", "vilayati", "vilayet", "villa", "village", "villages", "ville", "viloyati", "vivienda",
		"voblast", "voivodeship", "von", "w", "wa", "ward", "warehouse", "way", "wereda", "west",
		"western", "westward", "westwards", "whole", "wide", "wilaya", "wilayah", "wilayat", "wilderness", "withheld",
		"within", "wnw", "woreda", "work", "worksite", "worldwide", "wsw", "y", "yer", "yerler",
		"yolu", "zentrum", "zila", "zilla", "zona", "zone", "zoo", "zwischen", "αγνωστο", "λεωφοροσ",
		"οδοσ", "аэропорт", "близ", "больница", "біля", "в", "вблизи", "вказано", "возле", "восток",
		"восточныи", "всеи", "всіи", "вул", "вулиця", "від", "г", "город", "д", "даних",
		"данных", "деревня", "дом", "дорога", "запад", "западныи", "захід", "и", "километрах", "километров",
		"км", "конфиденциально", "краи", "краіні", "м", "между", "места", "место", "микрораион", "мкр",
		"між", "місто", "місце", "місця", "н", "на", "не", "невідоме", "невідомо", "недалеко",
		"неизвестно", "неизвестное", "немає", "неподалік", "несколько", "нет", "обл", "область", "около", "округ",
		"от", "пгт", "переулок", "пл", "площадь", "по", "поблизу", "под", "пос", "поселок",
		"примерно", "просп", "проспект", "південь", "північ", "р", "различные", "разные", "раион", "раионе",
		"река", "республика", "рынок", "рядом", "різні", "с", "север", "северныи", "северо", "село",
		"смт", "стране", "схід", "та", "трасса", "указано", "ул", "улица", "установлено", "центр",
		"школа", "шоссе", "юг", "юго", "южныи", "і", "ידוע", "לא", "עיר", "שער",
		"استان", "اقليم", "الجنوبي", "الجنوبيه", "الشرقي", "الشرقيه", "الشمالي", "الشماليه", "الغربي", "الغربيه",
		"المناطق", "اماكن", "باديه", "بالقرب", "بحيره", "بريف", "بعد", "بلده", "جبل", "جزيره",
		"جميع", "جنوب", "جنوبي", "جنوبيه", "حاره", "حوالي", "حي", "خيابان", "روستاي", "ريف",
		"سد", "سري", "سوق", "شارع", "شرق", "شرقي", "شرقيه", "شمال", "شمالي", "شماليه",
		"شهر", "شهرستان", "شهرك", "صحرا", "ضواحي", "طريق", "عده", "علي", "غرب", "غربي",
		"غربيه", "غير", "في", "قرب", "قريه", "قضا", "كلم", "كم", "كيلو", "كيلومتر",
		"كيلومترا", "لا", "لوا", "متعدد", "متعدده", "متفرقه", "مجهول", "مجهوله", "محافظه", "محدد",
		"محدده", "محله", "محيط", "مختلف", "مختلفه", "مخيم", "مدرسه", "مديريه", "مدينه", "مستشفي",
		"مسجد", "مطار", "معبر", "معروف", "معروفه", "مكان", "من", "مناطق", "منزل", "منطقه",
		"منفذ", "مواقع", "موقع", "ناحيه", "نامشخص", "نامعلوم", "نحو", "نهر", "ولايه", "يعلم",
		"ينطبق", "يوجد", "अज्ञात", "किमी", "विभिन्न", "स्थान", "অজানা", "จังหวัด", "อําเภอ", "เมือง",
		"ክልል", "የማይታወቅ", "なし", "不明", "不详", "全国", "公里", "县", "各地", "地点不明",
		"場所不明", "多地", "多处", "市", "无", "暂无", "未知", "省", "県", "郡",
		"곳", "미상", "불명", "여러":
		return true
	}
	return false
}
