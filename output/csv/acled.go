package csv

import (
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// acled are the columns of ACLED's exports, in their order. The tags are those
// by which OCHA publishes ACLED's data.
func acled() []column {
	return concat(
		[]column{
			says("event_id_cnty", "#event+code", func(e *geo.Event) string { return e.ID }),
			of("event_date", "#date+occurred", day),
			of("year", "#date+year", year),
			of("time_precision", "#date+precision", timePrecision),
			says("disorder_type", "", disorder),
			says("event_type", "#event+type", func(e *geo.Event) string { return e.Type }),
			says("sub_event_type", "#event+type+sub", func(e *geo.Event) string { return e.SubType }),
			says("actor1", "#group+name+first", func(e *geo.Event) string { return e.Actor1 }),
		},
		kept("assoc_actor_1", "inter1"),
		[]column{says("actor2", "#group+name+second", func(e *geo.Event) string { return e.Actor2 })},
		kept("assoc_actor_2", "inter2", "interaction"),
		[]column{
			says("civilian_targeting", "", civilians),
			of("iso", "#country+code", iso),
		},
		kept("region"),
		[]column{
			says("country", "#country+name", func(e *geo.Event) string { return countryOf(e).acled }),
			says("admin1", "#adm1+name", adm1),
			says("admin2", "#adm2+name", adm2),
		},
		kept("admin3"),
		[]column{
			says("location", "#loc+name", placeName),
			{"latitude", "#geo+lat", lat},
			{"longitude", "#geo+lon", lon},
			of("geo_precision", "#geo+precision", geoPrecision),
			says("source", "#meta+source", func(e *geo.Event) string { return e.Source.Publisher }),
		},
		kept("source_scale"),
		[]column{
			says("notes", "#description", notes),
			of("fatalities", "#affected+killed", func(e *geo.Event) output.Value { return figure(e.Killed.Best) }),
		},
		kept("tags", "timestamp"),
	)
}

func concat(parts ...[]column) []column {
	var all []column
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func day(e *geo.Event) output.Value {
	if e.When.IsZero() {
		return output.Value{}
	}
	return output.Value{Kind: output.Date, Int: int64(e.When.First)}
}

// timePrecision is ACLED's: 1 the day, 2 within a week, 3 within a month. For a
// year there is no code; 3 claims least.
func timePrecision(e *geo.Event) output.Value {
	switch {
	case e.When.IsZero():
		return output.Value{}
	case e.When.Precision == when.ToDay && !e.When.Approximate:
		return number(1)
	case e.When.Last-e.When.First < 7:
		return number(2)
	}
	return number(3)
}

// geoPrecision is ACLED's: 1 the place, 2 near it, 3 a larger part of the
// country. For a whole country or a region across borders there is no code.
func geoPrecision(e *geo.Event) output.Value {
	if !e.Place.Located() {
		return output.Value{}
	}
	switch e.Place.Precision {
	case geo.ExactPlace:
		return number(1)
	case geo.NearPlace:
		return number(2)
	case geo.WithinAdm2, geo.WithinAdm1:
		return number(3)
	}
	return output.Value{}
}

// iso is null for a country without a number.
func iso(e *geo.Event) output.Value {
	if c := countryOf(e); c.number != 0 {
		return number(c.number)
	}
	return output.Value{}
}

// disorder is the class that ACLED's codebook puts an event type into. Types that
// are not ACLED's have none.
func disorder(e *geo.Event) string {
	const violence, demonstrations = "Political violence", "Demonstrations"
	switch {
	case e.SubType == "Excessive force against protesters":
		return violence + "; " + demonstrations
	case e.SubType == "Mob violence":
		return violence
	}
	switch e.Type {
	case "Battles", "Explosions/Remote violence", "Violence against civilians":
		return violence
	case "Protests", "Riots":
		return demonstrations
	case "Strategic developments":
		return e.Type
	}
	return ""
}

// civilians says whether an event's type makes civilians its target. ACLED's
// coders say it of single other events too, which only they can.
func civilians(e *geo.Event) string {
	if e.Type == "Violence against civilians" {
		return "Civilian targeting"
	}
	return ""
}

func notes(e *geo.Event) string {
	if e.Source.Quote != "" {
		return e.Source.Quote
	}
	return output.Title(e)
}
