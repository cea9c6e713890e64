package en

import "strings"

// sites are what stands in a town once or a few times, so that "the hotel" is the one
// told of before.
var sites = setOf(`hotel mosque church cathedral airport airfield base barracks prison jail camp market hospital school university college refinery dam
	embassy consulate stadium mall compound plant restaurant theatre theater temple shrine station`)

// Quarter reports whether a noun behind a name calls it a part of a town.
func Quarter(noun string) bool {
	switch noun {
	case "district", "neighbourhood", "neighborhood", "quarter", "suburb":
		return true
	}
	return false
}

// Ward reports whether a word before a name calls that a quarter or hamlet of a town, of which there are many: "Barangay
// Poblacion", "Colonia Centro".
func Ward(word string) bool { return wards.has(strings.ToLower(word)) }

var wards = setOf("barangay brgy sitio purok colonia col barrio vereda fraccionamiento")

// QuartersBetween reports whether several quarters of a town are spoken of between two tokens.
func (w *Words) QuartersBetween(i, j int) bool {
	for k := i; k < j; k++ {
		if noun, plural := strings.CutSuffix(w.At(k), "s"); plural && Quarter(noun) {
			return true
		}
	}
	return false
}

// TheSite returns the noun of a site that a sentence means as one told of before: "the
// hotel", but not "the hotel in Gao".
func (w *Words) TheSite() (noun string, ok bool) {
	for i := 1; i < w.Len(); i++ {
		if w.At(i-1) != "the" || !sites.has(w.At(i)) || w.Capital(i) {
			continue
		}
		switch w.At(i + 1) {
		case "in", "of", "at", "near", "where":
		default:
			return w.At(i), true
		}
	}
	return "", false
}

// OneOfPlaces reports whether the name at token i is one of several places told of right
// before: "seized eight villages, among them Hardan and Snuny".
func (w *Words) OneOfPlaces(i int) bool {
	k := i - 1
	switch {
	case w.At(k) == "them" && w.At(k-1) == "among":
		k -= 2
	case w.At(k) == "including":
		k--
	default:
		return false
	}
	for n := 0; n < 8 && k >= 0; n++ {
		if _, place := placeNouns()[w.At(k)]; place && strings.HasSuffix(w.At(k), "s") {
			return true
		}
		k--
	}
	return false
}

// ReportedFrom reports whether the words of a place at token i say from where something was
// told of: "clashes were also reported from Gao".
func (w *Words) ReportedFrom(i int) bool {
	return w.At(i) == "from" && (w.At(i-1) == "reported" || w.At(i-1) == "heard") && !w.saysAt(i-1)
}

// During reports whether a noun at token i only says amid what the rest of its sentence
// happened: "During the clashes, ...".
func (w *Words) During(i int) bool {
	return w.PhraseStart(i) <= 2 && w.Amid(i)
}

// Amid reports whether the noun whose words begin at token i only says amid what something else
// happened: "during clashes".
func (w *Words) Amid(i int) bool {
	x := w.At(w.PhraseStart(i) - 1)
	return x == "during" || x == "amid"
}

// ByWhat reports whether what stands at token j did what a passive tells that ends before token i:
// "was destroyed by a night-time air strike".
func (w *Words) ByWhat(i, j int) bool {
	for k := i; k < j && k < i+3; k++ {
		if w.At(k) == "by" || w.At(k) == "in" {
			return !w.MarkBetween(k, j) && j-k < 6
		}
	}
	return false
}

// InCampFor reports whether token i only says whom a camp is for: "a camp for those
// displaced by the war", "camps for internally displaced people".
func (w *Words) InCampFor(i int) bool {
	for k := i - 1; k >= 0 && i-k < 7; k-- {
		switch w.At(k) {
		case "camp", "camps", "shelter", "shelters":
			return k < i-1
		case "for", "the", "those", "of", "internally", "people", "persons", "families", "housing", "hosting", "sheltering", "that", "who", "were", "had", "been", "have", "thousands", "hundreds", "civilians":
		default:
			return false
		}
	}
	return false
}

// Names reports whether a word stands in a sentence.
func (w *Words) Names(word string) bool {
	for _, x := range w.Lower {
		if x == word {
			return true
		}
	}
	return false
}
