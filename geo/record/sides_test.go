package record

import (
	"strings"
	"testing"
)

// TestSides adds up columns that have the dead of one side each, and no others.
func TestSides(t *testing.T) {
	tests := []struct{ header, cells, want, reason string }{
		{"FriendlyKIA,EnemyKIA,CivilianKIA", "1,0,3", "killed 4", "a war log's sides"},
		{"Civilians killed,Militants killed", "2,5", "killed 7", "two sides"},
		{"Civilians killed,Militants killed", "2,", "killed 2", "an empty cell says nothing"},
		{"Civilians killed,Militants killed", "2,at least 3", "killed 5 (5 to ?)", "at least"},
		{"Civilians killed,Militants killed", "about 10,2", "killed 12 (2 to ?)", "about"},
		{"Civils tués,Militaires tués", "2,5", "killed 7", "in French"},
		{"Civiles muertos,Militares muertos,Policías muertos", "1,2,3", "killed 6", "in Spanish"},
		{"Civilians killed,Militants killed,Total killed", "2,5,8", "killed 8", "who counts all is believed"},
		{"Women killed,Men killed", "2,5", "killed 7", "both sexes"},
		{"Women killed,Men killed,Children killed", "2,5,1", "killed 8", "and the children"},
		{"Women killed,Children killed", "2,5", "", "nobody counts the men"},
		{"Male deaths,Female deaths,Child deaths", "2,5,1", "", "children are of a sex, too"},
		{"Women killed,Men killed,Civilians killed", "2,5,6", "killed 7", "civilians are among both"},
		{"Civilians killed,Children killed,Militants killed", "2,1,5", "killed 7", "children are on some side"},
		{"Police killed,Security forces killed", "2,5", "", "police may be among the forces"},
		{"Civilians killed,Militants wounded", "2,5", "killed 2 | wounded 5", "one column each"},
	}
	for _, tt := range tests {
		text := "Date,Place," + tt.header + "\n2014-06-12,Hit," + tt.cells + "\n2014-06-13,Ana," + tt.cells + "\n"
		_, got, _ := strings.Cut(readingOf("t.csv", []byte(text)).rows[0], "Hit")
		if got = strings.TrimPrefix(got, " | "); got != tt.want {
			t.Errorf("%s of %s is %q, want %q: %s", tt.cells, tt.header, got, tt.want, tt.reason)
		}
	}
}
