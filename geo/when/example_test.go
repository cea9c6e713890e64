package when_test

import (
	"fmt"

	"github.com/dateline-map/dateline/geo/when"
)

func ExampleParse() {
	for _, cell := range []string{"2014-06-12T23:30:00-05:00", "12-14 June 2014", "Jun-14", "12 حزيران 2014", "06/07/2014", "2014-02-30"} {
		date, err := when.Parse(cell, when.OrderUnknown)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(date, date.Precision)
	}
	// Output:
	// 2014-06-12 day
	// 2014-06-12/2014-06-14 days
	// 2014-06 month
	// 2014-06-12 day
	// "06/07/2014" is 2014-07-06 if the day comes first and 2014-06-07 if the month does
	// "2014-02-30": February 2014 has 28 days
}

func ExampleOrders() {
	column := []string{"06/07/2014", "11/07/2014", "23/07/2014"}
	var orders when.Orders
	for n, cell := range column {
		orders.Add(cell, n+2)
	}
	order, row, err := orders.Proof()
	fmt.Println(order, "by row", row, err)
	// Output: day first by row 4 <nil>
}
