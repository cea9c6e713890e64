package fold

import (
	"strings"
	"testing"
)

func TestClassWords(t *testing.T) {
	for _, test := range []struct{ name, bare, placeType, reason string }{
		{"Orange County", "orange", "adm2", "behind the name"},
		{"Qada' Samarra'", "samarra", "adm2", "in front of it"},
		{"Ninawa Governorate", "ninawa", "adm1", "an adm1"},
		{"Muhafazat al-Anbar", "al anbar", "adm1", "the article belongs to the name"},
		{"محافظة الأنبار", "الانبار", "adm1", "in Arabic"},
		{"قضاء سامراء", "سامرا", "adm2", "the hamza at the end goes"},
		{"Полтавська область", "полтавська", "adm1", "in Ukrainian"},
		{"Zaatari refugee camp", "zaatari", "camp", "the longest class counts"},
		{"Al Asad air base", "al asad", "airbase", "two words"},
		{"Rabia border crossing", "rabia", "crossing", "two words"},
		{"Jabal Sinjar", "sinjar", "mountain", "an Arabic class"},
		{"Mount Hermon", "hermon", "mountain", "an English class"},
		{"the city of Mosul", "mosul", "city", "three words"},
		{"town of Rawa", "rawa", "town", "a joining word"},
		{"Lake Tharthar", "tharthar", "lake", "in front"},
		{"Département de la Manche", "manche", "adm1", "French with its article"},
		{"Provincia del Neuquén", "neuquen", "adm1", "Spanish"},
		{"Wilayat Kandahar", "kandahar", "adm1", "Pashto and Arabic"},
		{"Diyarbakır ili", "diyarbakir", "adm1", "Turkish"},
		{"City", "city", "", "nothing would remain"},
		{"city of", "city of", "", "nor here"},
		{"Mosul", "mosul", "", "no class"},
		{"Citytown", "citytown", "", "a part of a word is none"},
		{"", "", "", "nothing"},
	} {
		bare, placeType := ClassWords(Key(test.name))
		if bare != test.bare || placeType != test.placeType {
			t.Errorf("ClassWords(%q) = %q, %q, want %q, %q: %s", test.name, bare, placeType, test.bare, test.placeType, test.reason)
		}
	}
}

func TestClassTableIsWellFormed(t *testing.T) {
	for line := range strings.Lines(classWords) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		placeType, rest, _ := strings.Cut(line, " ")
		where, words, _ := strings.Cut(rest, " ")
		if placeType == "" || where != "before" && where != "behind" && where != "both" {
			t.Errorf("line %q does not say where its words stand", line)
		}
		for word := range strings.SplitSeq(words, ",") {
			if key := Key(word); key != strings.TrimSpace(word) || strings.Count(key, " ") >= maxClassWords {
				t.Errorf("%q is not a key of at most %d words", word, maxClassWords)
			}
		}
	}
}

func FuzzClassWords(f *testing.F) {
	f.Add("district de la")
	f.Add("city of city")
	f.Fuzz(func(t *testing.T, name string) {
		key := Key(name)
		bare, placeType := ClassWords(key)
		if (placeType == "") != (bare == key) || bare == "" && key != "" || !strings.Contains(key, bare) {
			t.Errorf("ClassWords(%q) = %q, %q", key, bare, placeType)
		}
	})
}
