package webpage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
)

// list is a page as encyclopedias have them: a table for each month, footnotes, keys by
// which the tables are sorted.
const list = `<!DOCTYPE html><html><head><title>List of ferry accidents in 2011</title><style>td{color:red}</style></head>
<body><nav><ul><li><a href="/">Main page</a></li></ul></nav><h1>List of ferry accidents in 2011</h1><p>This is a list.</p>
<h2>January</h2><table class="wikitable"><tbody><tr><th rowspan="2">Date</th><th rowspan="2">Location</th><th colspan="2">Casualties</th><th rowspan="2">Details</th></tr>
<tr><th>Dead</th><th>Injured</th></tr>
<tr><td rowspan="2"><span style="display: none">2011-01-04</span>4 January</td><td><a href="/wiki/Mwanza">Mwanza</a>, Tanzania</td><td>3</td><td>12</td><td>A boat capsized.<sup class="reference">[1]</sup></td></tr>
<tr><td>Bukoba, Tanzania</td><td>1</td><td></td><td>Another<br>in the same storm.</td></tr></tbody></table>
<h2>May</h2><table class="wikitable"><tr><th rowspan="2">Date</th><th rowspan="2">Location</th><th colspan="2">Casualties</th><th rowspan="2">Details</th></tr>
<tr><th>Dead</th><th>Injured</th></tr>
<tr><td>17 May<td>Zanzibar City, Tanzania<td>0<td>5<td><a href="https://example.org/17">[2]</a></table>
<table><tr><td>of layout</td></tr></table><footer>All rights reserved.</footer></body></html>`

func parsedPage(t testing.TB, page string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestTables(t *testing.T) {
	found := tablesOf(parsedPage(t, list))
	if len(found) != 1 || found[0].name != "List of ferry accidents in 2011" {
		t.Fatalf("tables %+v", found)
	}
	want := [][]string{
		{"Date", "Location", "Casualties", "Casualties", "Details"},
		{"Date", "Location", "Dead", "Injured", "Details"},
		{"4 January", "Mwanza, Tanzania", "3", "12", "A boat capsized."},
		{"4 January", "Bukoba, Tanzania", "1", "", "Another\nin the same storm."},
		{"17 May", "Zanzibar City, Tanzania", "0", "5", "https://example.org/17"},
	}
	if d := cmp.Diff(want, found[0].rows); d != "" {
		t.Error(d)
	}
}

func TestEvents(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.html")
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	if !Mostly(path) {
		t.Error("the page is mostly text")
	}
	events, problems := geotest.Drain(record.Open(path, record.Options{Stores: []record.Store{Store()}}))
	var got []string
	for _, e := range events {
		got = append(got, e.When.String()+" "+e.Place.Name)
	}
	want := []string{"2011-01-04 Mwanza, Tanzania", "2011-01-04 Bukoba, Tanzania", "2011-05-17 Zanzibar City, Tanzania"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("problems %q\n%s", problems, d)
	}
}

func TestMostly(t *testing.T) {
	story := "<html><body><p>" + strings.Repeat("The ferry sank in the night. ", 20) + "</p><table><tr><td>Date<td>Place<tr><td>1 May<td>Mwanza<tr><td>2 May<td>Bukoba</table></body></html>"
	tests := []struct {
		page   string
		want   bool
		reason string
	}{
		{story, false, "a story with a small table"},
		{strings.Replace(story, "<p>", "<ul><li>", 1), true, "a menu is no text of the page"},
		{"<html><body><p>Nothing.</p></body></html>", false, "no table"},
	}
	for _, test := range tests {
		path := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(path, []byte(test.page), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Mostly(path); got != test.want {
			t.Errorf("%s: %v", test.reason, got)
		}
	}
}

func TestBegins(t *testing.T) {
	tests := []struct {
		head   string
		want   bool
		reason string
	}{
		{"<!DOCTYPE html>", true, "a page"},
		{"\ufeff \n<!-- saved from url=(0019)http://example.org/ -->\n<HTML>", true, "a page that a browser saved"},
		{"<table><tr>", true, "a table under the name of a workbook"},
		{"<?xml version='1.0'?><kml>", false, "other XML"},
		{"<!-- ", false, "a comment without an end"},
		{"date,place", false, "a table of another kind"},
	}
	for _, test := range tests {
		if got := begins([]byte(test.head)); got != test.want {
			t.Errorf("%q: %v: %s", test.head, got, test.reason)
		}
	}
}

// FuzzTables reads anything as a page: no crash, and no more cells than are allowed.
func FuzzTables(f *testing.F) {
	f.Add(list)
	f.Add("<table><tr><td rowspan=9 colspan=9999><td rowspan=0>a<tr><td><td rowspan=2>b<tr><td>c</table>")
	f.Add("<table><tr><td><table><tr><td>a<td>b<tr><td>c</table></table>")
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			return
		}
		for _, table := range tablesOf(doc) {
			for _, row := range table.rows {
				if len(row) > mostColumns {
					t.Fatalf("%d columns", len(row))
				}
			}
		}
		aroundTables(doc)
	})
}
