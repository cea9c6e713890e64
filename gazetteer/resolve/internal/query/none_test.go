package query

import (
	"strings"
	"testing"
)

func TestNotAName(t *testing.T) {
	tests := []struct{ name, want, reason string }{
		{"", ReasonEmpty, "an empty cell"},
		{" \t\u200b\u00a0", ReasonEmpty, "what nobody sees is not there"},
		{strings.Repeat("x", 10_000), ReasonTooLong, "ten thousand characters"},
		{strings.Repeat("near the market of ", 12), ReasonTooLong, "a text that went astray"},
		{"???", ReasonOnlyPunctuation, "no letter in it"},
		{"— …", ReasonOnlyPunctuation, "punctuation of every kind"},
		{"«»", ReasonOnlyPunctuation, "quotation marks"},
		{"12.5", ReasonOnlyNumbers, "a number"},
		{"33.3128, 44.3615", ReasonOnlyNumbers, "coordinates belong in columns of their own"},
		{"٣٤٥", ReasonOnlyNumbers, "digits of Arabic"},
		{"📍", ReasonOnlyEmoji, "a picture"},
		{"👩🏽‍🚒 🔥", ReasonOnlyEmoji, "pictures of several characters"},
		{"🇮🇶", ReasonOnlyEmoji, "a flag, which is not taken for its country"},
		{"\u202elusoM\u202c", ReasonOverride, "looks like Mosul and is not written so"},
		{"\u202dلصوم", ReasonOverride, "the other way round"},
		{"Mоsul", ReasonMixedScripts, "the o is Cyrillic"},
		{"Cевастополь", ReasonMixedScripts, "the C is Latin"},
		{"Gazaغزة", ReasonMixedScripts, "a space is missing"},
		{"unknown", ReasonUnknownPlace, "a word for not knowing"},
		{"UNKNOWN LOCATION", ReasonUnknownPlace, "in capitals"},
		{"Lieu inconnu", ReasonUnknownPlace, "in French"},
		{"Desconocido", ReasonUnknownPlace, "in Spanish"},
		{"غير معروف", ReasonUnknownPlace, "in Arabic"},
		{"неизвестно", ReasonUnknownPlace, "in Russian"},
		{"不明", ReasonUnknownPlace, "in Chinese and Japanese"},
		{"N/A", ReasonNoValue, "a sign for nothing"},
		{"null", ReasonNoValue, "what programs write for nothing"},
		{"sin datos", ReasonNoValue, "in Spanish"},
		{"لا يوجد", ReasonNoValue, "in Arabic"},
		{"various", ReasonVarious, "several places"},
		{"Multiple locations", ReasonVarious, "several places"},
		{"diverse", ReasonVarious, "in several languages"},
		{"plusieurs localités", ReasonVarious, "in French"},
		{"مناطق متفرقة", ReasonVarious, "in Arabic"},
		{"разные места", ReasonVarious, "in Russian"},
		{"Nationwide", ReasonVarious, "everywhere"},
		{"location withheld", ReasonWithheld, "known, and not said"},
		{"Mosul", "", "a name"},
		{"🔥 Mosul", "", "a picture beside a name"},
		{"\u202bالموصل\u202c", "", "what programs put around Arabic changes nothing"},
		{"Gaza غزة", "", "one name in two scripts"},
		{"Київ/Kyiv", "", "one name in two scripts"},
		{"A区", "", "Chinese names have Latin letters"},
		{"東ティモール", "", "Japanese names have two scripts"},
		{"Nil", ReasonNoValue, "no place is named so without more"},
		{"Various Hills", "", "words of nothing may be part of a name"},
		{"Nan", "", "a city of Thailand"},
		{"NaN", ReasonNoValue, "what programs write for nothing"},
		{"6 October City", "", "a name with a number"},
	}
	for _, tt := range tests {
		if got := NotAName(tt.name); got != tt.want {
			t.Errorf("%.40q: %q, want %q: %s", tt.name, got, tt.want, tt.reason)
		}
		if q := Parse(tt.name); q.Reason != tt.want {
			t.Errorf("%.40q is read as %q, want %q: %s", tt.name, q.Reason, tt.want, tt.reason)
		}
	}
}
