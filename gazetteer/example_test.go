package gazetteer_test

import (
	"fmt"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/paulmach/orb"
)

// A spelling that no gazetteer has leads to its town by what transliterations
// agree about.
func ExampleIndex_Skeleton() {
	x, err := world.Open()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, hit := range x.Skeleton(fold.Key("Khanakeen"), nil) {
		if p := x.Place(hit.Ref); p.Country == "IQ" && p.Type != "adm2" {
			fmt.Printf("%s, %s (%s)\n", p.Name, x.Place(p.Adm1).Name, p.ID)
		}
	}
	// Output: Khānaqīn, Diyala (gn:94591)
}

func ExampleIndex_Reverse() {
	x, err := world.Open()
	if err != nil {
		fmt.Println(err)
		return
	}
	in := x.Reverse(orb.Point{43.13, 36.34}) // longitude, latitude
	fmt.Println(x.Place(in.Adm1).Name, x.Place(in.Land).Name)
	// Output: Nineveh Iraq
}
