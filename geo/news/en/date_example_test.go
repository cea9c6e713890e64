package en_test

import (
	"fmt"
	"time"

	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
	"github.com/dateline-map/dateline/geo/when"
)

func ExampleWords_Dates() {
	story := "Gunmen who attacked the village overnight on Saturday killed six people, and ministers will meet on Friday, the police said."
	tuesday := when.On(when.Date(2014, time.June, 10))
	for _, sentence := range text.Split(story) {
		for _, d := range en.NewWords(story, sentence).Dates(en.Anchor{Published: tuesday}) {
			fmt.Printf("%-21s %s\n", story[d.Start:d.End], d.When)
		}
	}
	// Output:
	// overnight on Saturday 2014-06-07/2014-06-08
	// on Friday             2014-06-13
}
