package record

import (
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest"
)

// TestPlacesThatAreNone takes no kind of settlement and no position for a place's name.
func TestPlacesThatAreNone(t *testing.T) {
	tests := []struct{ text, place, reason string }{
		{`[{"name":"Dori","place":"town","date":"2021-03-02"},{"name":"Arbinda","place":"village","date":"2021-03-04"}]`, "", "a tag of OpenStreetMap"},
		{`[{"location":"12.41°N 1.52°W","date":"2021-03-02","lat":12.41,"lon":-1.52},{"location":"12.6°N 1.5°W","date":"2021-03-04","lat":12.6,"lon":-1.5}]`, "", "a position"},
		{`[{"place":"Town Hall","date":"2021-03-02"},{"place":"village","date":"2021-03-04"}]`, "Town Hall", "a name among them"},
	}
	for _, test := range tests {
		events, problems := geotest.Drain(Read("x.json", strings.NewReader(test.text), Options{}))
		if len(events) != 2 || events[0].Place.Name != test.place {
			t.Errorf("%s: %+v, problems %q", test.reason, events, problems)
		}
	}
}

// TestListOfSources takes a list in JSON for no publisher, however it is laid out.
func TestListOfSources(t *testing.T) {
	text := "[{\"place\":\"Dori\",\"date\":\"2021-03-02\",\"source\":[\n  {\"name\": \"A\"},\n {\"name\": \"B\"}\n]}]"
	events, _ := geotest.Drain(Read("x.json", strings.NewReader(text), Options{}))
	if len(events) != 1 || strings.Contains(events[0].Source.Publisher, "{") {
		t.Errorf("%+v", events)
	}
}
