package gazetteer

import (
	"strings"
	"testing"
)

func TestNotAName(t *testing.T) {
	tests := []struct{ name, want, reason string }{
		{"", reasonEmpty, "an empty cell"},
		{" \t\u200b\u00a0", reasonEmpty, "what nobody sees is not there"},
		{strings.Repeat("x", 10_000), reasonTooLong, "ten thousand characters"},
		{strings.Repeat("near the market of ", 12), reasonTooLong, "a text that went astray"},
		{"???", reasonOnlyPunctuation, "no letter in it"},
		{"— …", reasonOnlyPunctuation, "punctuation of every kind"},
		{"«»", reasonOnlyPunctuation, "quotation marks"},
		{"12.5", reasonOnlyNumbers, "a number"},
		{"33.3128, 44.3615", reasonOnlyNumbers, "coordinates belong in columns of their own"},
		{"٣٤٥", reasonOnlyNumbers, "digits of Arabic"},
		{"📍", reasonOnlyEmoji, "a picture"},
		{"👩🏽‍🚒 🔥", reasonOnlyEmoji, "pictures of several characters"},
		{"🇮🇶", reasonOnlyEmoji, "a flag, which is not taken for its country"},
		{"\u202elusoM\u202c", reasonOverride, "looks like Mosul and is not written so"},
		{"\u202dلصوم", reasonOverride, "the other way round"},
		{"Mоsul", reasonMixedScripts, "the o is Cyrillic"},
		{"Cевастополь", reasonMixedScripts, "the C is Latin"},
		{"Gazaغزة", reasonMixedScripts, "a space is missing"},
		{"unknown", reasonUnknownPlace, "a word for not knowing"},
		{"UNKNOWN LOCATION", reasonUnknownPlace, "in capitals"},
		{"Lieu inconnu", reasonUnknownPlace, "in French"},
		{"Desconocido", reasonUnknownPlace, "in Spanish"},
		{"غير معروف", reasonUnknownPlace, "in Arabic"},
		{"неизвестно", reasonUnknownPlace, "in Russian"},
		{"不明", reasonUnknownPlace, "in Chinese and Japanese"},
		{"N/A", reasonNoValue, "a sign for nothing"},
		{"null", reasonNoValue, "what programs write for nothing"},
		{"sin datos", reasonNoValue, "in Spanish"},
		{"لا يوجد", reasonNoValue, "in Arabic"},
		{"various", reasonVarious, "several places"},
		{"Multiple locations", reasonVarious, "several places"},
		{"diverse", reasonVarious, "in several languages"},
		{"plusieurs localités", reasonVarious, "in French"},
		{"مناطق متفرقة", reasonVarious, "in Arabic"},
		{"разные места", reasonVarious, "in Russian"},
		{"Nationwide", reasonVarious, "everywhere"},
		{"location withheld", reasonWithheld, "known, and not said"},
		{"Mosul", "", "a name"},
		{"🔥 Mosul", "", "a picture beside a name"},
		{"\u202bالموصل\u202c", "", "what programs put around Arabic changes nothing"},
		{"Gaza غزة", "", "one name in two scripts"},
		{"Київ/Kyiv", "", "one name in two scripts"},
		{"A区", "", "Chinese names have Latin letters"},
		{"東ティモール", "", "Japanese names have two scripts"},
		{"Nil", reasonNoValue, "no place is named so without more"},
		{"Various Hills", "", "words of nothing may be part of a name"},
		{"Nan", "", "a city of Thailand"},
		{"NaN", reasonNoValue, "what programs write for nothing"},
		{"6 October City", "", "a name with a number"},
	}
	for _, tt := range tests {
		if got := notAName(tt.name); got != tt.want {
			t.Errorf("%.40q: %q, want %q: %s", tt.name, got, tt.want, tt.reason)
		}
		if q := parseQuery(tt.name); q.reason != tt.want {
			t.Errorf("%.40q is read as %q, want %q: %s", tt.name, q.reason, tt.want, tt.reason)
		}
	}
}
