package csv

import (
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// ucdp are the columns of UCDP GED, in their order. What UCDP's coders decide,
// such as which conflict an event belongs to and whether it is state-based, only
// the input can say.
func ucdp() []column {
	return concat(
		[]column{says("id", "#event+code", func(e *geo.Event) string { return e.ID })},
		kept("relid"),
		[]column{of("year", "#date+year", year)},
		kept("active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
			"dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id"),
		[]column{says("side_a", "#group+name+first", func(e *geo.Event) string { return e.Actor1 })},
		kept("side_b_dset_id", "side_b_new_id"),
		[]column{says("side_b", "#group+name+second", func(e *geo.Event) string { return e.Actor2 })},
		kept("number_of_sources"),
		[]column{
			says("source_article", "#description", notes),
			says("source_office", "#meta+source", func(e *geo.Event) string { return e.Source.Publisher }),
		},
		kept("source_date"),
		[]column{says("source_headline", "#event+name", output.Title)},
		kept("source_original"),
		[]column{
			of("where_prec", "#geo+precision", wherePrecision),
			says("where_coordinates", "#loc+name", placeName),
			says("where_description", "", whereDescription),
			says("adm_1", "#adm1+name", adm1),
			says("adm_2", "#adm2+name", adm2),
			{"latitude", "#geo+lat", lat},
			{"longitude", "#geo+lon", lon},
			{"geom_wkt", "", wkt},
		},
		kept("priogrid_gid"),
		[]column{says("country", "#country+name", func(e *geo.Event) string { return countryOf(e).ucdp })},
		kept("country_id", "region", "event_clarity"),
		[]column{
			of("date_prec", "#date+precision", datePrecision),
			of("date_start", "#date+start", func(e *geo.Event) output.Value { return midnight(e, e.When.First) }),
			of("date_end", "#date+end", func(e *geo.Event) output.Value { return midnight(e, e.When.Last) }),
		},
		kept("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
		[]column{
			of("best", "#affected+killed", func(e *geo.Event) output.Value { return figure(e.Killed.Best) }),
			of("high", "#x_killed+high", func(e *geo.Event) output.Value { return figure(e.Killed.High) }),
			of("low", "#x_killed+low", func(e *geo.Event) output.Value { return figure(e.Killed.Low) }),
		},
		kept("gwnoa", "gwnob"),
	)
}

// wherePrecisions are UCDP's where_prec codes: 1 the place, 2 around it, 3 and 4
// the second- and first-level area, 5 a region, 6 the country.
var wherePrecisions = [...]int{
	geo.ExactPlace: 1, geo.NearPlace: 2, geo.WithinAdm2: 3, geo.WithinAdm1: 4, geo.WithinRegion: 5, geo.WithinCountry: 6,
}

func wherePrecision(e *geo.Event) output.Value {
	if n := wherePrecisions[e.Place.Precision]; n > 0 && e.Place.Located() {
		return number(n)
	}
	return output.Value{}
}

// whereDescription is the place as the source says it, with how the event lies
// to it.
func whereDescription(e *geo.Event) string {
	if e.Place.Relation == "" || e.Place.Name == "" {
		return e.Place.Name
	}
	return e.Place.Relation + " " + e.Place.Written()
}

func wkt(f *output.Feature) output.Value {
	if !f.Drawn {
		return output.Value{}
	}
	b := append(f.At.AppendCoordinate([]byte("POINT ("), f.At.Lon), ' ')
	return text(string(append(f.At.AppendCoordinate(b, f.At.Lat), ')')))
}

// datePrecision is UCDP's date_prec: 1 the day, 2 two to six days, 3 a week, 4
// more than a week and up to a month, 5 more.
func datePrecision(e *geo.Event) output.Value {
	days := e.When.Last - e.When.First + 1
	switch {
	case e.When.IsZero():
		return output.Value{}
	case e.When.Precision == when.ToDay && !e.When.Approximate:
		return number(1)
	case days < 7:
		return number(2)
	case days == 7:
		return number(3)
	case days <= 31:
		return number(4)
	}
	return number(5)
}

// midnight is a day as UCDP writes it.
func midnight(e *geo.Event, d when.Day) output.Value {
	if e.When.IsZero() {
		return output.Value{}
	}
	return text(string(append(output.AppendDate(nil, d), " 00:00:00.000"...)))
}
