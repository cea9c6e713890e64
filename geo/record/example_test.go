package record_test

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo/record"
)

func Example() {
	table := `Fecha;Lugar;País;Muertos
14/03/2019;Tumaco;Colombia;3
31/02/2019;Corinto;Colombia;unknown
`
	for event, err := range record.CSV("hechos.csv", strings.NewReader(table), record.Options{}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		killed, known := event.Killed.Best.Int()
		fmt.Println(event.Place.Name, event.When, killed, known)
	}
	// Output:
	// Tumaco 2019-03-14 3 true
	// hechos.csv, row 3, column "Fecha": "31/02/2019": February 2019 has 28 days
	// Corinto unknown 0 false
}

func ExampleInspect() {
	for table, err := range record.Inspect("testdata/yemen-arabic.csv", record.Options{}) {
		if err != nil {
			fmt.Println(err)
		}
		for _, c := range table.Columns {
			fmt.Printf("%s: %v, %q\n", c.Name, c.Role, c.Examples)
		}
	}
	// Output:
	// التاريخ: date, ["٢٠١٨/٠٦/١٣" "٢٠١٨/٠٦/١٥"]
	// المحافظة: adm1, ["الحديدة" "تعز"]
	// المديرية: adm2, ["الدريهمي"]
	// الموقع: place, ["مطار الحديدة" "غير معروف"]
	// عدد القتلى: killed, ["١٢"]
	// الجرحى: wounded, ["٣٠" "٤"]
	// ملاحظات: text, ["اشتباكات"]
}
