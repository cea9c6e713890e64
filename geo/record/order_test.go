package record

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/when"
)

// TestOrderBeside reads tables of which no date proves its order by its numbers.
func TestOrderBeside(t *testing.T) {
	tests := []struct {
		table  string
		want   when.Order
		reason string
	}{
		{"date,place\n01.09.2023,Reni\n02.09.2023 14:30,Kherson\n", when.DMY, "nobody writes the month first with points"},
		{"date,place\n01.09.2023,Reni\n02/09/2023,Kherson\n", when.OrderUnknown, "the second one has none"},
		{"date,place\n01.09.2023,Reni\n2023-09-02,Kherson\n", when.DMY, "the second one can be read one way only"},
		{"date,place,killed\n01/09/2023,Gao,1\n02/09/2023,Kidal,0\n", when.OrderUnknown, "in English both are written"},
		{"Date de l'incident,Localité,Nb de morts\n01/09/2023,Gao,1\n02/09/2023,Kidal,0\n", when.OrderUnknown, "headers in French prove nothing"},
		{"fecha,municipio,muertos\n01/09/2023,Cali,1\n", when.OrderUnknown, "nor in Spanish: Puerto Rico puts the month first"},
		{"تاريخ الحادث,المحافظة,عدد القتلى\n01/09/2023,تعز,1\n", when.OrderUnknown, "nor in Arabic"},
		{"Date,Tarikh,Location,Deaths\n01/09/2023,x,Gao,1\n", when.OrderUnknown, "one word of another language among English ones"},
		{"Timestamp,When did it happen?,Place\n1/20/2021 14:02:11,1/7/2021,Kalay\n1/9/2021 08:13:45,1/8/2021,Hakha\n", when.MDY, "the sheet that shows one column shows the other"},
		{"fecha,municipio,muertos\n01/09/2023,Cali,1\n02/13/2023,Cali,1\n", when.MDY, "a date that allows only one order proves it"},
	}
	for _, tt := range tests {
		var got Table
		for range Read("t.csv", strings.NewReader(tt.table), Options{Understood: func(u Table) { got = u }}) {
		}
		if got.Order != tt.want || (tt.want != when.OrderUnknown) != (got.OrderWhy != "" && got.Order != when.OrderUnknown) {
			t.Errorf("%q: order %v (%s), want %v: %s", tt.table, got.Order, got.OrderWhy, tt.want, tt.reason)
		}
	}
}
