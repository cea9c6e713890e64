package naming

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCleanAliases(t *testing.T) {
	tests := []struct {
		name   string
		raw    []string
		want   []string
		reason string
	}{
		{"Turaf", []string{"TUI", "OETR", "Turayf"}, []string{"Turayf"}, "three and four capitals are airports' codes"},
		{"Hafar", []string{"alflwjt", "fei lu jie", "hfr albatn"}, nil, "Latin without a capital is a machine's work"},
		{"Bilt", []string{"de Bilt", "'s-Bilt"}, []string{"de Bilt", "'s-Bilt"}, "a small first letter alone does not make it one"},
		{"Al Qusayr", []string{"al-Qusayr", "Al-Quṣayr", "القصير", "القُصَير"}, []string{"القصير"}, "case, accents and vowel signs make no other name"},
		{"Nineveh", []string{"N¡nive", "Ninive", "a;b", "x=1"}, []string{"Ninive"}, "symbols are leavings of broken encodings"},
		{"Norte", []string{"", " ", "7", "http://example.org/Norte", "Zona 7"}, []string{"Zona 7"}, "a name has a letter and is no link"},
		{"Krung", []string{string(make([]byte, 200))}, nil, "an overlong string is no name a story writes"},
		{"Krung", []string{"Kr\xffng", "Krong"}, []string{"Krong"}, "a name is valid UTF-8"},
		{"Ōsaka", []string{"大阪市", "大阪", "大阪市"}, []string{"大阪市", "大阪"}, "the order stays, repeats go"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Clean(tt.name, tt.raw)); diff != "" {
			t.Errorf("CleanAliases(%q, %q): %s (-want +got)\n%s", tt.name, tt.raw, tt.reason, diff)
		}
	}
}

func TestAtHome(t *testing.T) {
	names := []string{"Smolino", "Смолино", "スモリノ", "Σμόλινο"}
	if diff := cmp.Diff([]string{"Smolino", "Смолино", "Σμόλινο"}, AtHome("RU", names)); diff != "" {
		t.Errorf("in Russia a village keeps its Cyrillic name (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Smolino", "Σμόλινο"}, AtHome("US", names)); diff != "" {
		t.Errorf("in America it does not (-want +got)\n%s", diff)
	}
}

func TestWithoutMute(t *testing.T) {
	tests := []struct {
		country, name string
		want          []string
		reason        string
	}{
		{"SY", "Al Khālidīyah", []string{"Al Khālidīya"}, "newspapers leave the h out"},
		{"AF", "Lashkar Gāh", nil, "a long a and h are spoken"},
		{"IQ", "‘Ānah", nil, "too little is left"},
		{"US", "Savannah", nil, "other languages' h stays"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, WithoutMute(tt.country, tt.name)); diff != "" {
			t.Errorf("withoutMute(%q, %q): %s (-want +got)\n%s", tt.country, tt.name, tt.reason, diff)
		}
	}
}

func FuzzCleanAliases(f *testing.F) {
	f.Add("Al Qusayr", "al-Qusayr", "القصير")
	f.Add("", "\x00", "TQD")
	f.Fuzz(func(t *testing.T, name, a, b string) {
		once := Clean(name, []string{a, b})
		if diff := cmp.Diff(once, Clean(name, once)); diff != "" {
			t.Errorf("cleaning again changes the names (-once +twice)\n%s", diff)
		}
	})
}
