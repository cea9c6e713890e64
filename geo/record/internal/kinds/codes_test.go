package kinds

import "testing"

func TestKindsOfCAMEO(t *testing.T) {
	for _, test := range []struct {
		root, code string
		want       Kind
		reason     string
	}{
		{"14", "145", Kind{"Riots", "Violent demonstration"}, "a riot is no mere protest"},
		{"14", "141", Kind{"Protests", ""}, "the root says all, and its number is no word"},
		{"18", "183", Kind{"Explosions/Remote violence", ""}, "bombs, though the root has assaults"},
		{"18", "1831", Kind{"Explosions/Remote violence", "Suicide bomb"}, "the finest code"},
		{"19", "195.0", Kind{"Explosions/Remote violence", "Air/drone strike"}, "as data frames write it"},
		{"19", "190", Kind{"Battles", "Armed clash"}, "nothing finer is said"},
		{"4", "43", Kind{"Diplomacy", ""}, "a spreadsheet has dropped the zeros"},
		{"", "145", Kind{"Riots", "Violent demonstration"}, "the root is empty"},
	} {
		if got := Of(test.root, test.code, cameoCodes); got != test.want {
			t.Errorf("%s/%s is %v, want %v: %s", test.root, test.code, got, test.want, test.reason)
		}
	}
}
