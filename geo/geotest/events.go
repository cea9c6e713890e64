// Package geotest has awkward events and checks for the tests of everything
// that reads, moves or writes events.
package geotest

import (
	"math"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// Events returns events that have broken programs like this one. Each has an ID
// that says what is awkward about it, but for the first, which is empty. The
// caller may change them: every call makes new ones.
//
// They keep every promise of the types they are made of; only their texts are
// hostile. No two have the same ID.
func Events() []geo.Event {
	var all []geo.Event
	all = append(all, geo.Event{})
	all = append(all, times()...)
	all = append(all, places()...)
	all = append(all, texts()...)
	all = append(all, counts()...)
	all = append(all, properties()...)
	return all
}

func times() []geo.Event {
	march := func(day int) when.Day { return when.Date(2021, 3, day) }
	year := func(y int) when.Interval {
		return when.Interval{First: when.Date(y, 1, 1), Last: when.Date(y, 12, 31), Precision: when.ToYear}
	}
	at := func(id string, i when.Interval) geo.Event {
		return geo.Event{ID: id, When: i, Type: "Protests", Place: given(-71.25, 46.81)}
	}
	return []geo.Event{
		at("time unknown", when.Interval{}),
		at("time one day", when.On(march(14))),
		at("time leap day", when.On(when.Date(2024, 2, 29))),
		at("time before 1970", when.On(when.Date(1969, 12, 31))),
		at("time some days, over a month's end", when.Between(march(30), march(33))),
		at("time week", when.Interval{First: march(8), Last: march(14), Precision: when.ToWeek}),
		at("time month", when.Interval{First: march(1), Last: march(31), Precision: when.ToMonth}),
		at("time year", year(2021)),
		at("time century", when.Interval{First: when.Date(1801, 1, 1), Last: when.Date(1900, 12, 31), Precision: when.ToYear}),
		at("time year 1", year(1)),
		at("time year 9999", year(9999)),
		at("time all there is", when.Interval{First: when.Date(1, 1, 1), Last: when.Date(9999, 12, 31), Precision: when.ToYear}),
		at("time about a day", when.Interval{First: march(14), Last: march(14), Precision: when.ToDay, Approximate: true}),
	}
}

func places() []geo.Event {
	at := func(id string, p geo.Place) geo.Event {
		return geo.Event{ID: id, When: when.On(when.Date(2022, 7, 1)), Type: "Battles", SubType: "Armed clash", Place: p}
	}
	return []geo.Event{
		at("place none", geo.Place{}),
		at("place named, nobody has looked", geo.Place{Name: "Ouagadougou", Within: geo.Within{Country: "Burkina Faso"}}),
		at("place unresolved", unresolved("Xyzzy", "not-found")),
		at("place ambiguous", ambiguous()),
		at("place north pole", given(0, 90)),
		at("place south pole", given(0, -90)),
		at("place antimeridian east", given(180, -16.5)),
		at("place antimeridian west", given(-180, -16.5)),
		at("place null island", given(0, 0)),
		at("place negative zero", given(math.Copysign(0, -1), math.Copysign(0, -1))),
		at("place next to nothing", given(1e-7, -1e-7)),
		at("place many digits", given(12.345678901234567, -0.1234567890123456)),
		at("place one of three on one spot, first", resolved()),
		at("place one of three on one spot, second", resolved()),
		at("place one of three on one spot, third", resolved()),
		at("place between two", geo.Place{Name: "Ségou", Other: "Mopti", Relation: "between", Match: resolved().Match}),
		at("place radius of nothing", withRadius(0)),
		at("place radius of half the world", withRadius(20_037_508)),
	}
}

// texts sets every text of an event to the same awkward value.
func texts() []geo.Event {
	awkward := []struct{ name, text string }{
		{"script end", `</script><script>alert(1)</script>`},
		{"comment", `<!-- <b>&amp;</b> -->`},
		{"cdata end", `a ]]> b <![CDATA[`},
		{"quotes", `"double" 'single' ` + "`back` \\ \\\" \\u0041"},
		{"NUL and other controls", "a\x00b\x01c\x1b[31md\x7fe\u0085f"},
		{"record separator", "a\x1eb\x1fc"},
		{"line ends", "a\nb\r\nc\rd\u2028e\u2029f\tg\vh"},
		{"formula equals", `=cmd|'/C calc'!A0`},
		{"formula plus", `+1+1`},
		{"formula minus", `-2+3`},
		{"formula at", `@SUM(1,2)`},
		{"separators", `a,b;c|d` + "\te"},
		{"right to left", "اشتباكات في حلب، 12 قتيلاً"},
		{"right to left override", "safe\u202egpj.exe\u202c \u2066isolated\u2069 \u200f"},
		{"emoji", "🔥👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿"},
		{"combining", "Z\u0351\u036b\u0343\u036ba\u0308\u0323 e\u0301"},
		{"beyond the basic plane", "𐍈𝒳𠜎"},
		{"no character, byte order mark", "\ufffe\uffff\ufeff"},
		{"invalid UTF-8", "caf\xe9 \xff\xfe \xed\xa0\x80 \xc0\xaf"},
		{"cut in a character", "Niger\xe2\x82"},
		{"only spaces", "  \t\u00a0\u3000 "},
		{"looks like null", "null"},
		{"looks like a number", "007e5"},
		{"looks like a path", "../../etc/passwd\\..\\CON"},
		{"template", "{{.}} ${x} %s %00 <%= 1 %>"},
		{"64 kB", strings.Repeat("sixteen letters ", 4096)},
	}
	events := make([]geo.Event, 0, len(awkward))
	for _, a := range awkward {
		events = append(events, everywhere("text "+a.name, a.text))
	}
	return events
}

func everywhere(id, text string) geo.Event {
	p := geo.Place{Name: text, Relation: text, Kind: text, Within: geo.Within{Country: text, Adm1: text, Adm2: text}}
	p.Match = geo.Match{Kind: geo.Variant, ID: text, Name: text, Type: text, Point: orb.Point{36.3, 33.5}, Precision: geo.ExactPlace, Confidence: 0.5}
	return geo.Event{
		ID: id, Group: text, Title: text, When: when.On(when.Date(2020, 2, 29)),
		Type: text, SubType: text, Actor1: text, Actor2: text, Place: p,
		Source: geo.Source{Document: text, Publisher: text, URL: text, Quote: text},
		Extra:  []geo.Property{{Name: "note", Value: text}},
	}
}

func counts() []geo.Event {
	most := geo.Known(1<<31 - 1)
	with := func(id string, c geo.Count) geo.Event {
		return geo.Event{ID: id, When: when.On(when.Date(2019, 5, 5)), Killed: c, Wounded: c, Displaced: c, Place: given(28.9, 41)}
	}
	return []geo.Event{
		with("count zero", geo.Exactly(0)),
		with("count only low", geo.Count{Low: geo.Known(24)}),
		with("count only high", geo.Count{High: geo.Known(24)}),
		with("count all different", geo.Count{Best: geo.Known(12), Low: geo.Known(10), High: geo.Known(15)}),
		with("count largest", geo.Count{Best: most, Low: most, High: most}),
		{ID: "status planned", Status: geo.Planned},
		{ID: "status disputed", Status: geo.Disputed},
	}
}

func properties() []geo.Event {
	with := func(id string, extra ...geo.Property) geo.Event {
		return geo.Event{ID: id, Type: "Riots", Extra: extra}
	}
	return []geo.Event{
		with("property names like ours",
			geo.Property{Name: "id", Value: "7"},
			geo.Property{Name: "date", Value: "soon"},
			geo.Property{Name: "start", Value: "1"},
			geo.Property{Name: "end", Value: "2"},
			geo.Property{Name: "title", Value: "a title"},
			geo.Property{Name: "place", Value: "a place"},
			geo.Property{Name: "killed", Value: "many"},
			geo.Property{Name: "match", Value: "box"}),
		with("property names of the format",
			geo.Property{Name: "type", Value: "Feature"},
			geo.Property{Name: "geometry", Value: "POINT (1 2)"},
			geo.Property{Name: "geom", Value: "x"},
			geo.Property{Name: "fid", Value: "x"},
			geo.Property{Name: "properties", Value: "x"},
			geo.Property{Name: "coordinates", Value: "x"},
			geo.Property{Name: "__proto__", Value: "x"},
			geo.Property{Name: "constructor", Value: "x"}),
		with("property names twice",
			geo.Property{Name: "note", Value: "first"},
			geo.Property{Name: "note", Value: "second"},
			geo.Property{Name: "Note", Value: "third"},
			geo.Property{Name: "ID", Value: "fourth"}),
		with("property names empty and odd",
			geo.Property{Name: "", Value: "nameless"},
			geo.Property{Name: " ", Value: "space"},
			geo.Property{Name: "a\"b\\c\x00d", Value: "quotes"},
			geo.Property{Name: "تاريخ", Value: "٢٠٢١"},
			geo.Property{Name: "日付", Value: "二〇二一"},
			geo.Property{Name: "\xff", Value: "invalid"},
			geo.Property{Name: strings.Repeat("long", 300), Value: "x"}),
		with("property values of JSON",
			geo.Property{Name: "number", Value: "1e400", JSON: true},
			geo.Property{Name: "integer", Value: "9007199254740993", JSON: true},
			geo.Property{Name: "minus zero", Value: "-0", JSON: true},
			geo.Property{Name: "yes", Value: "true", JSON: true},
			geo.Property{Name: "nothing", Value: "null", JSON: true},
			geo.Property{Name: "text", Value: `"a\u0000\ud83d\ude00"`, JSON: true}),
		with("property values empty", geo.Property{Name: "empty"}, geo.Property{Name: "last"}),
	}
}

func given(lon, lat float64) geo.Place {
	return geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{lon, lat}, Precision: geo.ExactPlace}}
}

func resolved() geo.Place {
	return geo.Place{
		Name: "Mopti", Within: geo.Within{Country: "Mali"},
		Match: geo.Match{
			Kind: geo.Exact, ID: "gn:2453348", Name: "Mopti", Type: "city",
			Point: orb.Point{-4.1833, 14.4843}, Precision: geo.ExactPlace, RadiusM: geo.Known(5000),
			Confidence: 1, Country: "ML", Adm1: "Mopti",
		},
	}
}

func unresolved(name, reason string) geo.Place {
	return geo.Place{Name: name, Match: geo.Match{Kind: geo.Unresolved, Reason: reason}}
}

func ambiguous() geo.Place {
	p := geo.Place{Name: "San José"}
	p.Match = geo.Match{
		Kind: geo.Ambiguous, Reason: "namesakes",
		Candidates: []geo.Candidate{
			{ID: "dl:1", Name: "San José", Type: "city", Country: "CR", Point: orb.Point{-84.08, 9.93}, Probability: 0.5, Why: []string{"a capital"}},
			{ID: "dl:2", Name: "San José de Mayo", Type: "town", Country: "UY", Point: orb.Point{-56.71, -34.34}, Probability: 0.5},
		},
	}
	return p
}

func withRadius(m int) geo.Place {
	p := resolved()
	p.RadiusM, p.Precision = geo.Known(m), geo.NearPlace
	return p
}
