package headers

import (
	"strings"
	"testing"
)

func TestVocabulary(t *testing.T) {
	tests := []struct {
		header string
		want   Role
		reason string
	}{
		{"event_date", Date, "snake case"},
		{"EventDate", Date, "camel case"},
		{"EVENT DATE:", Date, "capitals and punctuation"},
		{"Date of incident (dd/mm/yyyy)", Date, "what is in brackets is about the format"},
		{"Número de muertos", Killed, "accents do not matter"},
		{"No. of people injured", Wounded, "fillers do not matter"},
		{"عدد القتلى", Killed, "Arabic"},
		{"Населенный пункт", Place, "Russian"},
		{"county", Adm2, "not a country"},
		{"updated", NoRole, "a date that is not the event's"},
		{"Date reported", NoRole, "the day of the report"},
		{"Deaths (min)", KilledLow, "not the best estimate"},
		{"% killed", NoRole, "a share"},
		{"Number of actors", NoRole, "a number is no actor"},
		{"", NoRole, "nothing"},
		{"the of in", NoRole, "only fillers"},
	}
	for _, tt := range tests {
		if m, _ := Vocab().Of(tt.header); m.Role != tt.want {
			t.Errorf("%q is %v, want %v: %s", tt.header, m.Role, tt.want, tt.reason)
		}
	}
	for r := ID; r < NumRoles; r++ {
		if got, ok := ParseRole(r.String()); !ok || got != r {
			t.Errorf("role %d is written %q and read as %d", r, r, got)
		}
	}
	if len(hxlTags()) == 0 {
		t.Error("hxl.txt is empty")
	}
}

// TestLooseHeaders reads headers that no list has.
func TestLooseHeaders(t *testing.T) {
	tests := []struct {
		header string
		want   Role
		reason string
	}{
		{"5. How many people died?", Killed, "a question"},
		{"Date of the heavy strike", Date, "any day with a word for it"},
		{"Date reported", Date, "for want of a better one"},
		{"Date of birth", NoRole, "never the event's"},
		{"Civilian deaths (max)", KilledHigh, "the most of an estimate"},
		{"Killed or wounded", Toll, "both; a cell must say which"},
		{"Dead/Injured", Toll, "two numbers in one cell"},
		{"Commune/Village", Place, "whichever the row has"},
		{"District/Sub-district", Adm2, "the smaller lies in the larger"},
		{"Location type", NoRole, "about the location"},
		{"% killed", NoRole, "a share"},
		{"Ménages déplacés", NoRole, "households"},
	}
	for _, tt := range tests {
		if m, why := Vocab().Loosely(tt.header); m.Role != tt.want || (why == "") != (tt.want == NoRole) {
			t.Errorf("%q is %v (%s), want %v: %s", tt.header, m.Role, why, tt.want, tt.reason)
		}
	}
}

// FuzzHeaders reads anything as a header.
func FuzzHeaders(f *testing.F) {
	for _, h := range []string{"Date of incident (dd/mm/yyyy)", "victims[0].age", "عدد القتلى", "#geo+lat", "(", "Adm2_PCODE", "ward_community"} {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, header string) {
		if words := Words(header); words != strings.Join(strings.Fields(words), " ") {
			t.Errorf("%q is %q", header, words)
		}
		Vocab().Of(header)
		Vocab().Core(header)
		Vocab().Loosely(header)
		OfHashtag(header)
	})
}
