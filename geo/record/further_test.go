package record

import (
	"fmt"
	"strings"
	"testing"
)

// TestFurtherTables reads what stands below a second header by that one.
func TestFurtherTables(t *testing.T) {
	const first = "Date,Village,Killed\n2023-02-13,Awasse,3\n2023-02-15,Miangalewa,0\n"
	tests := []struct{ text, want, reason string }{
		{first + "\nDate of incident,Town,Injured,Killed\n2023-02-14,Mueda,4,5\n", "2023-02-13 | Awasse | killed 3; 2023-02-15 | Miangalewa | killed 0; 2023-02-14 | Mueda | killed 5 | wounded 4", "another header behind an empty line"},
		{first + ",,\nAnnex 2,,\nPlace,Date,Displaced\nMueda,2023-02-14,205\n", "2023-02-13 | Awasse | killed 3; 2023-02-15 | Miangalewa | killed 0; refused; 2023-02-14 | Mueda | displaced 205", "a title between"},
		{first + "\nDate,Village,Killed\n2023-02-16,Muidumbe,1\n", "2023-02-13 | Awasse | killed 3; 2023-02-15 | Miangalewa | killed 0; refused; 2023-02-16 | Muidumbe | killed 1", "the same header again"},
		{first + "\n2023-02-16,Muidumbe,1\n", "2023-02-13 | Awasse | killed 3; 2023-02-15 | Miangalewa | killed 0; 2023-02-16 | Muidumbe | killed 1", "only an empty line"},
		{first + "\nunknown,Place,none\n", "2023-02-13 | Awasse | killed 3; 2023-02-15 | Miangalewa | killed 0; undated | Place", "words that are no header"},
		{strings.Repeat(first+"\nDate,Town,Injured\n2023-02-14,\"Mueda\nvila\",4\n\n", 2), "2023-02-13 | Awasse | killed 3; 2023-02-15 | Miangalewa | killed 0; 2023-02-14 | Mueda vila | wounded 4; 2023-02-13 | Awasse | killed 3; 2023-02-15 | Miangalewa | killed 0; 2023-02-14 | Mueda vila | wounded 4", "four tables, and cells of two lines"},
	}
	for _, tt := range tests {
		for _, lent := range []bool{false, true} {
			got := strings.Join(rowsOf(tt.text, lent), "; ")
			if got = strings.ReplaceAll(got, "\n", " "); got != tt.want {
				t.Errorf("%s, texts lent %t:\n got %s\nwant %s", tt.reason, lent, got, tt.want)
			}
		}
	}
}

// TestOneTable: who copies a sheet row by row gets all of its rows by the names of its
// first header.
func TestOneTable(t *testing.T) {
	text := "Date,Village,Killed\n2023-02-13,Awasse,3\n\nPlace,Date,Displaced\nMueda,2023-02-14,205\n"
	tables, rows := 0, 0
	o := Options{OneTable: true, Understood: func(Table) { tables++ }}
	for e, err := range Read("t.csv", strings.NewReader(text), o) {
		if err == nil && e.Extra[0].Name == "Date" {
			rows++
		}
	}
	if tables != 1 || rows != 3 {
		t.Errorf("%d tables with %d rows, want 1 with 3", tables, rows)
	}
}

// rowsOf reads a table in parts, each released before the next is looked at.
func rowsOf(text string, lent bool) (all []string) {
	for p := range ReadParts("t.csv", strings.NewReader(text), Options{LendText: lent}) {
		p.Convert()
		for e, err := range p.Events() {
			switch {
			case err == nil:
				all = append(all, strings.Clone(plainEvent(e, nil)))
			case strings.Contains(err.Error(), "repeats") || strings.Contains(err.Error(), "not a record"):
				all = append(all, "refused")
			}
		}
		p.Release()
	}
	return all
}

// TestInspectFurther: who asks what is understood is told of the tables below the first.
func TestInspectFurther(t *testing.T) {
	text := "Date,Village,Killed\n2023-02-13,Awasse,3\n\nPlace,Date,Displaced\nMueda,2023-02-14,20 in 5 or 6 trucks\n"
	var got []string
	for table, err := range InspectReader("t.csv", strings.NewReader(text), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		last := table.Columns[2]
		got = append(got, fmt.Sprintln(table.Further, last.Name, last.Role, last.Unread != ""))
	}
	if want := "false Killed killed false\ntrue Displaced displaced true\n"; strings.Join(got, "") != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
