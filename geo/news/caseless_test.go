package news_test

import (
	"testing"

	"github.com/dateline-map/dateline/geo/news/document"
)

// TestCaselessNames finds names in scripts that have no capitals.
func TestCaselessNames(t *testing.T) {
	for _, test := range []struct {
		text   string
		want   []string
		reason string
	}{
		{"انفجرت سيارة مفخخة في مدينة الرمادي يوم الاثنين.", []string{"الرمادي"}, "a city, and the word for city is not Medina"},
		{"روز دوشنبه انفجاری در شهر قندهار روی داد.", []string{"قندهار"}, "Monday is not Dushanbe"},
		{"قال المتحدث إن الطريق مغلق.", nil, "no place at all"},
	} {
		d := document.Document{Text: test.text}
		var got []string
		for _, m := range reader().Toponyms(&d) {
			got = append(got, m.Place.Name)
		}
		if len(got) != len(test.want) || len(got) > 0 && got[0] != test.want[0] {
			t.Errorf("%s: got %q, want %q", test.reason, got, test.want)
		}
	}
}
