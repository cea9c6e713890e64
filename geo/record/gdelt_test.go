package record

import "testing"

func TestKindsOfCAMEO(t *testing.T) {
	for _, test := range []struct {
		root, code string
		want       eventType
		reason     string
	}{
		{"14", "145", eventType{"Riots", "Violent demonstration"}, "a riot is no mere protest"},
		{"14", "141", eventType{"Protests", ""}, "the root says all, and its number is no word"},
		{"18", "183", eventType{"Explosions/Remote violence", ""}, "bombs, though the root has assaults"},
		{"18", "1831", eventType{"Explosions/Remote violence", "Suicide bomb"}, "the finest code"},
		{"19", "195.0", eventType{"Explosions/Remote violence", "Air/drone strike"}, "as data frames write it"},
		{"19", "190", eventType{"Battles", "Armed clash"}, "nothing finer is said"},
		{"4", "43", eventType{"Diplomacy", ""}, "a spreadsheet has dropped the zeros"},
		{"", "145", eventType{"Riots", "Violent demonstration"}, "the root is empty"},
	} {
		if got := kindOf(test.root, test.code, cameoCodes); got != test.want {
			t.Errorf("%s/%s is %v, want %v: %s", test.root, test.code, got, test.want, test.reason)
		}
	}
}
