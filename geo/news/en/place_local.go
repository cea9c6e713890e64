package en

// What a sentence says of a place in passing, which may still tell where things happen, or
// where they do not.

// LocalOffice reports whether the place name whose words begin at token from, and which ends
// before token end, says for what area somebody holds an office, or where somebody lives:
// "the mayor of Gao", "Gao's district chief", "a resident of Ansongo village". Those speak of what
// happened there.
func (w *Words) LocalOffice(from, end int) bool {
	if w.At(from-1) == "'s" && w.has(from-4, "of", "the") {
		from -= 4 // "the chief of the province's Sangin district"
	}
	if w.At(from) == "of" {
		k := from - 1
		for k > from-6 && !localOffices.has(w.At(k)) && w.Capital(k) {
			k-- // "Mayor Amara Diallo of Gao"
		}
		if localOffices.has(w.At(k)) {
			return true
		}
	}
	for k := end; k < end+4; k++ {
		switch x := w.At(k); {
		case localOffices.has(x):
			return true
		case officeWords.has(x):
		default:
			return false
		}
	}
	return false
}

var (
	localOffices = setOf("mayor chief governor commissioner administrator prefect superintendent councillor councilor sheriff warden chairman resident residents villager villagers inhabitant inhabitants")
	officeWords  = setOf("'s district county town city village municipal municipality commune territory police security local council deputy vice assistant tribal government area")
)

// OfficeBehind reports whether it is said behind a comma at token i what somebody is: "Amara
// Diallo, the district head of Gao".
func (w *Words) OfficeBehind(i int) bool {
	if w.At(i) != "," || !determiners.has(w.At(i+1)) {
		return false
	}
	for k := i + 2; k < i+7 && !w.endsPhrase(k) && w.At(k) != "of"; k++ {
		if personNouns.has(w.At(k)) || offices.has(w.At(k)) {
			return true
		}
	}
	return false
}

// Tribes reports whether the name at token i, behind a comma, is one of the tribes told of
// right before: "two Arab tribes, the Dolvia and Quorva".
func (w *Words) Tribes(i int) bool {
	if w.At(i-1) == "the" {
		i--
	}
	return w.At(i-1) == "," && (w.At(i-2) == "tribes" || w.At(i-2) == "clans")
}

// FoughtBetween reports whether the words that begin at token i tell between whom a fight was:
// "new fighting between".
func (w *Words) FoughtBetween(i int) bool {
	return w.At(i) == "between" && (fights.has(w.At(i-1)) || brokeOut.has(w.At(i-1)) || w.At(i-2) == "broke" && w.At(i-1) == "out")
}

var (
	fights   = setOf("fighting fight fights clash clashes conflict battle battles violence hostilities feud dispute")
	brokeOut = setOf("erupted flared raged")
)

// Peoples reports whether the words from token i to end are all those of faiths and peoples:
// "Sunni Arab".
func (w *Words) Peoples(i, end int) bool {
	for ; i < end; i++ {
		if x := w.At(i); !Belief(x) && !Demonym(w.Span(i, i+1)) && x != "arab" && x != "kurdish" {
			return false
		}
	}
	return true
}

// CalledSite reports whether the name at token i is that of a bar, a hotel, a ship: "a
// nightclub called Las Palmas".
func (w *Words) CalledSite(i int) bool {
	switch w.At(i - 1) {
	case "called", "named", "dubbed":
	default:
		return false
	}
	_, place := placeNouns()[w.At(i-2)]
	return !place && !w.Mark(i-2) && !auxiliaries.has(w.At(i-2)) && !isAdverb(w.At(i-2)) && w.At(i-2) != "also"
}

// CameFrom reports whether the words of a place that begin at token i say where people had
// been who met with something elsewhere: "traders returning from a fair in", "after attending
// a wedding in".
func (w *Words) CameFrom(i int) bool {
	for k := i - 1; k >= 0 && i-k < 8; k-- {
		switch x := w.At(k); {
		case x == "returning", x == "returned", x == "coming":
			return w.At(k+1) == "from" || w.At(k+1) == "home" && w.At(k+2) == "from"
		case x == "attending":
			return true
		case w.Mark(k), auxiliaries.has(x), clauseMarks.has(x), x == "and":
			return false
		}
	}
	return false
}

// NativesBefore reports whether "from" at token i says where people hail from: "six people from".
func (w *Words) NativesBefore(i int) bool {
	return w.At(i) == "from" && personNouns.has(w.At(i-1))
}

// NativeOf reports whether "of" at token i says where somebody was born: "a native of".
func (w *Words) NativeOf(i int) bool {
	return w.At(i) == "of" && (w.At(i-1) == "native" || w.At(i-1) == "natives" || w.At(i-1) == "indigene" || w.At(i-1) == "indigenes")
}

// IdentifiedAs reports whether the name at token i is who somebody was identified as, and not which village.
func (w *Words) IdentifiedAs(i int) bool {
	if _, place := placeNouns()[w.At(i-3)]; place {
		return false
	}
	return w.At(i-1) == "as" && (w.At(i-2) == "identified" || w.At(i-2) == "named")
}

// BroughtTo reports whether the words of a place that begin at token i say where the hurt were
// brought: "taken to hospitals in", "airlifted to a clinic in".
func (w *Words) BroughtTo(i int) bool {
	clinic := false
	for k := i; k >= 0 && i-k < 9; k-- {
		switch x := w.At(k); {
		case x == "hospital" || x == "hospitals" || x == "clinic" || x == "clinics" || x == "treatment":
			clinic = true
		case x == "bodies", x == "body":
			return false
		case bringing.has(x):
			return clinic && !w.bodiesBefore(k)
		case w.Mark(k) && x != "-", clauseMarks.has(x):
			return false
		}
	}
	return false
}

// bodiesBefore reports whether it is the dead of whom the passive verb at token i tells.
func (w *Words) bodiesBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k < 14; k-- {
		if x := w.At(k); x == "bodies" || x == "body" || x == "corpses" {
			return true
		}
	}
	return false
}

var bringing = setOf("taken rushed transferred shifted evacuated flown airlifted brought moved transported referred sent conveyed ferried")

// TellsHarm reports whether a word of harm stands among the tokens from i to j.
func (w *Words) TellsHarm(i, j int) bool {
	for k := i; k < j; k++ {
		if _, n := w.harmAt(k); n > 0 {
			return true
		}
	}
	return false
}

// Determined reports whether an article or a number stands before token i: "a U.S. soldier".
func (w *Words) Determined(i int) bool {
	_, _, number := w.Number(i - 1)
	return number || w.At(i-1) == "a" || w.At(i-1) == "an"
}

// PersonNoun reports whether token i is a noun of people: "soldier".
func (w *Words) PersonNoun(i int) bool { return personNouns.has(w.At(i)) }

// SomePlace reports whether the words from token i on are a town or the like that is not said to be
// which: "a strategic town", "several villages".
func (w *Words) SomePlace(i int) bool {
	if x := w.At(i); x != "a" && x != "an" && x != "several" && x != "some" && x != "more" && x != "two" && x != "three" && x != "four" {
		return false
	}
	for i++; i < w.Len() && !w.Mark(i) && !w.Capital(i) && !prepositions.has(w.At(i)); i++ {
		if kind := placeNouns()[w.At(i)]; kind == "city" || kind == "town" || kind == "village" {
			return !w.Capital(i+1) && w.At(i+1) != "of" && w.At(i+1) != "called" && w.At(i+1) != "named"
		}
		if conjunctions.has(w.At(i)) || clauseMarks.has(w.At(i)) {
			return false
		}
	}
	return false
}
