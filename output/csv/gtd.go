package csv

import (
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// gtd are those columns of the Global Terrorism Database, in their order, that
// say when, where, what, who and how many. What GTD's coders decide, such as its
// criteria and its codes of targets and weapons, only the input can say.
func gtd() []column {
	return concat(
		[]column{
			says("eventid", "#event+code", func(e *geo.Event) string { return e.ID }),
			of("iyear", "#date+year", year),
			of("imonth", "#date+month", month),
			of("iday", "#date+day", dayOfMonth),
			says("approxdate", "", approximateDate),
			of("extended", "", extended),
		},
		kept("resolution", "country"),
		[]column{says("country_txt", "#country+name", func(e *geo.Event) string { return countryOf(e).ucdp })},
		kept("region", "region_txt"),
		[]column{
			says("provstate", "#adm1+name", adm1),
			says("city", "#loc+name", placeName),
			{"latitude", "#geo+lat", lat},
			{"longitude", "#geo+lon", lon},
			of("specificity", "#geo+precision", specificity),
			of("vicinity", "", vicinity),
			says("location", "", whereDescription),
			says("summary", "#description", notes),
		},
		kept("crit1", "crit2", "crit3", "doubtterr", "multiple", "success", "suicide", "attacktype1"),
		[]column{says("attacktype1_txt", "#event+type", func(e *geo.Event) string { return either(e.SubType, e.Type) })},
		kept("targtype1", "targtype1_txt", "targsubtype1", "targsubtype1_txt", "corp1"),
		[]column{says("target1", "#group+name+second", func(e *geo.Event) string { return e.Actor2 })},
		kept("natlty1", "natlty1_txt"),
		[]column{says("gname", "#group+name+first", func(e *geo.Event) string { return e.Actor1 })},
		kept("gsubname", "motive", "weaptype1", "weaptype1_txt", "weapsubtype1", "weapsubtype1_txt", "weapdetail"),
		[]column{of("nkill", "#affected+killed", func(e *geo.Event) output.Value { return figure(e.Killed.Best) })},
		kept("nkillus", "nkillter"),
		[]column{of("nwound", "#affected+injured", func(e *geo.Event) output.Value { return figure(e.Wounded.Best) })},
		kept("nwoundus", "nwoundte", "property", "propextent", "propextent_txt", "addnotes"),
		[]column{says("scite1", "#meta+source", func(e *geo.Event) string { return e.Source.Publisher })},
		kept("scite2", "scite3", "dbsource"),
	)
}

// month and dayOfMonth are 0 if they are not known, as GTD has it.
func month(e *geo.Event) output.Value {
	_, first, _ := e.When.First.Civil()
	_, last, _ := e.When.Last.Civil()
	switch {
	case e.When.IsZero():
		return output.Value{}
	case e.When.Precision == when.ToYear || e.When.Precision == when.ToMonth && first != last:
		return number(0)
	}
	return number(int(first))
}

func dayOfMonth(e *geo.Event) output.Value {
	switch {
	case e.When.IsZero():
		return output.Value{}
	case e.When.Precision >= when.ToMonth:
		return number(0)
	}
	_, _, d := e.When.First.Civil()
	return number(d)
}

// approximateDate says in words what year, month and day do not.
func approximateDate(e *geo.Event) string {
	if e.When.IsZero() || e.When.Precision == when.ToDay && !e.When.Approximate {
		return ""
	}
	return e.When.EDTF()
}

// extended is whether an event lasted longer than a day.
func extended(e *geo.Event) output.Value {
	switch {
	case e.When.IsZero() || e.When.Precision >= when.ToMonth || e.When.Approximate:
		return output.Value{}
	case e.When.Last > e.When.First:
		return number(1)
	}
	return number(0)
}

// specificities are GTD's: 1 the town, 3 the centre of a second-level area, 4 of a
// first-level one, 5 that not even this is known. 2 is for towns of which GTD has
// no coordinates.
var specificities = [...]int{
	geo.UnknownPlace: 5, geo.ExactPlace: 1, geo.NearPlace: 1, geo.WithinAdm2: 3, geo.WithinAdm1: 4, geo.WithinRegion: 5, geo.WithinCountry: 5,
}

func specificity(e *geo.Event) output.Value {
	if !e.Place.Located() {
		return number(specificities[geo.UnknownPlace])
	}
	return number(specificities[e.Place.Precision])
}

// vicinity is whether an event was near the town and not in it.
func vicinity(e *geo.Event) output.Value {
	switch {
	case !e.Place.Located():
		return output.Value{}
	case e.Place.Precision == geo.NearPlace:
		return number(1)
	}
	return number(0)
}
