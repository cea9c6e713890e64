package qgis

import "strings"

// mapTip is what QGIS shows of an event below the mouse. It is HTML with
// expressions in [% %], whose results QGIS puts in as they are: what an event
// says has to be escaped there, or it could have QGIS fetch pictures.
var mapTip = strings.Join([]string{
	`<div style="max-width: 26em"><b>[% ` + escaped(`coalesce("title", "event_type", '')`) + ` %]</b>`,
	line(`"date_edtf"`),
	line(`concat("event_type", ': ' || "sub_event_type")`),
	line(`concat("actor1", ' – ' || "actor2")`),
	line(`concat("killed" || ' killed  ', "wounded" || ' wounded  ', "displaced" || ' displaced')`),
	line(`concat("place_name", ', ' || "adm1", ', ' || "country", ' (known to: ' || "place_precision" || ')')`),
	line(`'“' || left("quote", 400) || if(length("quote") > 400, ' …', '') || '”'`),
	line(`concat("source", '  ' || left("source_url", 200))`),
	`</div>`,
}, "\n")

// line returns a line with an expression's result, if there is any.
func line(expression string) string {
	return `[% '<br>' || nullif(` + escaped(expression) + `, '') %]`
}

func escaped(expression string) string {
	return `replace(replace(replace(` + expression + `, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`
}
