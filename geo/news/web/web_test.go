package web

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/when"
)

func day(y int, m time.Month, d int) when.Interval { return when.On(when.Date(y, m, d)) }

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func said(problems []*geo.Problem) string {
	var s []string
	for _, p := range problems {
		w := p.Error()
		if p.Refused {
			w = "refused: " + w
		}
		s = append(s, w)
	}
	return strings.Join(s, "\n")
}

func TestPage(t *testing.T) {
	docs, problems := Page{}.Documents([]byte(read(t, "page.html")))
	want := []document.Document{{
		Title:     "Ferry carrying market traders sinks off Ukerewe",
		Text:      strings.TrimSpace(read(t, "page.txt")),
		Published: day(2021, 5, 4),
		Source:    "Lake Post",
		Author:    "Neema Mushi",
		URL:       "https://lakepost.example/2021/05/04/ferry-sinks-ukerewe",
	}}
	if diff := cmp.Diff(want, docs); diff != "" || len(problems) > 0 {
		t.Errorf("%s (-want +got):\n%s", said(problems), diff)
	}
}

func TestFeeds(t *testing.T) {
	for _, tt := range []struct {
		file     string
		want     []document.Document
		problems string
	}{
		{"feed.rss", []document.Document{
			{ID: "sw-1041", Title: "Blast at cattle market kills 12 in Gao", Published: day(2014, 6, 2), Source: "Sahel Wire", Author: "Aminata Traoré", URL: "https://sahelwire.example/gao",
				Text: "Blast at cattle market kills 12 in Gao\n\nGAO, Mali — A bomb hidden in a cart went off at the cattle market of Gao on Monday, killing at least twelve people, hospital officials said.\n\nSoldiers closed the road to Bourem."},
			{ID: "https://sahelwire.example/dam", Title: "Talks on the river dam resume in Bamako", Source: "Sahel Wire", URL: "https://sahelwire.example/dam",
				Text: "Talks on the river dam resume in Bamako\n\nMinisters of three countries met in Bamako on Tuesday."},
		}, `column "published": "soon" of https://sahelwire.example/dam is no date`},
		{"feed.atom", []document.Document{
			{ID: "urn:delta:77", Title: "Gunmen seize six oil workers near Yenagoa", Published: day(2019, 8, 6), Source: "Delta Observer", Author: "Tari Ebi", URL: "https://delta.example/77",
				Text: "Gunmen seize six oil workers near Yenagoa\n\nGunmen kidnapped six oil workers from a boat near Yenagoa on Monday night, police said.\n\nNobody has claimed the attack."},
		}, ""},
		{"feed.json", []document.Document{
			{ID: "9", Title: "Landslide buries bus near Murree", Published: day(2022, 1, 10), Source: "Hill Gazette", Author: "Sana Mir", URL: "https://hill.example/9",
				Text: "Landslide buries bus near Murree\n\nA landslide buried a bus near Murree on Sunday, killing eight."},
			{ID: "10", Published: day(2022, 1, 11), Source: "Hill Gazette", Text: "Schools in Abbottabad reopened on Monday."},
		}, ""},
	} {
		docs, problems := Feed{}.Documents([]byte(read(t, tt.file)))
		if diff := cmp.Diff(tt.want, docs); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.file, diff)
		}
		if s := said(problems); s != tt.problems {
			t.Errorf("%s: %s", tt.file, s)
		}
	}
}

func TestHolds(t *testing.T) {
	for _, tt := range []struct {
		name, head string
		feed, page bool
		reason     string
	}{
		{"a.html", "anything", false, true, "by its name"},
		{"a.HTM", "", false, true, "whatever the case"},
		{"a.txt", " <!DOCTYPE html><html>", false, true, "a page with a wrong ending"},
		{"a.txt", "<html> is a tag, she wrote", false, true, "it begins like one"},
		{"a.txt", "A story of <html>", false, false, "text"},
		{"a.xml", "<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'>", true, false, "RSS"},
		{"a.xml", "\xef\xbb\xbf<rdf:RDF xmlns='x'>", true, false, "RSS 1.0"},
		{"a.xml", "<!DOCTYPE lolz [<!ENTITY a \"b\">]><feed>", true, false, "with a document type"},
		{"a.xml", "<?xml version='1.0'?><events><event/></events>", false, false, "other XML"},
		{"a.rss", "", true, false, "by its name"},
		{"a.json", `{"version": "https://jsonfeed.org/version/1", "items": []}`, true, false, "JSON Feed"},
		{"a.json", `[{"place": "Gao", "text": "jsonfeed.org/version"}]`, false, false, "records"},
		{"a.xml", "<\x00r\x00s\x00s\x00>\x00", true, false, "UTF-16"},
	} {
		head := []byte(tt.head)
		if got := (Feed{}).Holds(tt.name, head); got != tt.feed {
			t.Errorf("%s, %q: feed %v: %s", tt.name, tt.head, got, tt.reason)
		}
		if got := (Page{}).Holds(tt.name, head); got != tt.page {
			t.Errorf("%s, %q: page %v: %s", tt.name, tt.head, got, tt.reason)
		}
	}
}

const sentence = "Police said that a bomb had gone off near the market of Gao on Monday, killing twelve people and wounding thirty. "

func TestPageDates(t *testing.T) {
	page := func(head string) string {
		return "<html><head>" + head + "</head><body><article><p>" + strings.Repeat(sentence, 4) + "</p></article></body></html>"
	}
	for _, tt := range []struct {
		head     string
		want     when.Interval
		problems string
		reason   string
	}{
		{"", when.Interval{}, "", "no date is no date, not today"},
		{`<meta name="date" content="2014-06-02">`, day(2014, 6, 2), "", "declared"},
		{`<meta property="article:published_time" content="2014-06-02T00:30:00+03:00">`, day(2014, 6, 2), "", "the publisher's day"},
		{`<meta name="pubdate" content="Mon, 02 Jun 2014 23:30:00 -0500">`, day(2014, 6, 2), "", "as in mail"},
		{`<link rel="canonical" href="https://x.example/2014/06/02/bomb">`, day(2014, 6, 2), "", "the address"},
		{`<meta name="date" content="2014-06-02"><link rel="canonical" href="https://x.example/2014/06/03/bomb">`, day(2014, 6, 2), "", "a day apart is a time zone"},
		{`<meta name="date" content="2014-06-02"><link rel="canonical" href="https://x.example/2013/06/02/bomb">`, day(2014, 6, 2),
			"contradictory dates of publication: 2014-06-02 by its date, 2013-06-02 by its address; the first is taken", "a year apart is not"},
		{`<meta name="date" content="9999-01-01">`, when.Interval{}, "", "out of reason"},
		{`<meta name="date" content="2014-02-30">`, when.Interval{}, "", "no such day, and the first of the month is not said"},
		{`</head><body><div class="date">1 June 2014</div>`, day(2014, 6, 1), "", "the first, as written"},
	} {
		docs, problems := Page{}.Documents([]byte(page(tt.head)))
		if len(docs) != 1 {
			t.Errorf("%s: %v", tt.reason, said(problems))
			continue
		}
		if docs[0].Published != tt.want || said(problems) != tt.problems {
			t.Errorf("%s: %v, %q", tt.reason, docs[0].Published, said(problems))
		}
	}
}

// TestPagesMadeToHurt expects an answer in words, or what can be saved, soon.
func TestPagesMadeToHurt(t *testing.T) {
	story := "<article><p>" + strings.Repeat(sentence, 5) + "</p><p>" + strings.Repeat("Soldiers closed the road to Bourem. ", 5) + "</p></article>"
	var fonts strings.Builder
	for i := range 5000 {
		fonts.WriteString(strings.Replace("<font size=N>", "N", string(rune('0'+i%10))+strings.Repeat("1", i%50), 1))
	}
	for _, tt := range []struct{ page, want, reason string }{
		{"<html><head><script>" + strings.Repeat("var bomb = 'Gao';", 1000) + "</script></head><body><script>x</script></body></html>", "refused: no story in this page; scripts are not run", "only script"},
		{"<html><body></body></html>", "refused: no story in this page; scripts are not run", "nothing"},
		{"<html><body>" + strings.Repeat("<div>", 100_000) + story, "", "divisions nested a hundred thousand deep"},
		{"<html><body>" + strings.Repeat("<table><tr><td>", 3_000) + story, "", "tables nested"},
		{"<html><body>" + fonts.String() + strings.Repeat("<p>x", 5_000) + story, "", "fonts that open anew in every paragraph"},
		{"<html><body>" + strings.Repeat("<a href=x>", 20_000) + story, "", "links that are never closed"},
		{"<html><body>" + strings.Repeat("<hr>", 250_000) + story, "refused: a page of more than 100000 tags", "too many tags"},
		{"<html><body><img src='data:image/png;base64," + strings.Repeat("aGk=", 2<<20) + "'>" + story, "", "a picture saved within the page"},
		{"<html><body><p>" + strings.Repeat(sentence, 20_000) + story, "refused: a page of more than 1048576 bytes without its scripts", "a story of 2 MB"},
		{"<html><body><p>\x00\x01\x02" + story, "refused: binary data, not text", "binary"},
	} {
		start := time.Now()
		docs, problems := Page{}.Documents([]byte(tt.page))
		if s := said(problems); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, s, tt.want)
		}
		if tt.want == "" && (len(docs) != 1 || !strings.Contains(docs[0].Text, "Bourem")) {
			t.Errorf("%s: the story is lost", tt.reason)
		}
		t.Logf("%8v  %s", time.Since(start).Round(time.Millisecond), tt.reason)
	}
}

func TestFeedsMadeToHurt(t *testing.T) {
	item := "<item><title>Blast in Gao</title><description>Police said twelve died. &lol9;&xxe;</description></item>"
	rss := func(inner string) string {
		return "<rss version='2.0'><channel><title>T</title>" + inner + "</channel></rss>"
	}
	laughs := `<!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol1 "` + strings.Repeat("&lol;", 10) + `"><!ENTITY lol9 "` + strings.Repeat("&lol1;", 10) + `"><!ENTITY xxe SYSTEM "file:///etc/hostname">]>`
	var spaces strings.Builder
	for range 2000 {
		spaces.WriteString("<a xmlns:b='c'/>")
	}
	for _, tt := range []struct{ feed, want, reason string }{
		{laughs + rss(item), errEntities.Error(), "a billion laughs, and an entity of another file"},
		{rss(strings.Repeat("<a>", 100_000)), "refused: XML of more than 200 levels or 1000 namespaces", "nested"},
		{rss(spaces.String() + item), "refused: XML of more than 200 levels or 1000 namespaces", "namespaces"},
		{rss(""), "refused: a feed without an item", "empty"},
		{"<opml/>", "refused: not a feed: neither RSS nor Atom nor JSON Feed", "another kind of XML"},
		{strings.Repeat(`{"version":"https://jsonfeed.org/version/1","items":[`, 20_000), "refused: ", "nested JSON"},
	} {
		start := time.Now()
		docs, problems := Feed{}.Documents([]byte(tt.feed))
		if s := said(problems); !strings.HasPrefix(s, tt.want) {
			t.Errorf("%s: %q, want %q", tt.reason, s, tt.want)
		}
		if !strings.HasPrefix(tt.want, "refused") && (len(docs) != 1 || strings.Contains(docs[0].Text, "lollol")) {
			t.Errorf("%s: %q", tt.reason, docs)
		}
		t.Logf("%8v  %s", time.Since(start).Round(time.Millisecond), tt.reason)
	}
}

func BenchmarkPage(b *testing.B) {
	data := []byte(read(b, "page.html"))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Page{}.Documents(data)
	}
}

// BenchmarkLongPage shows that time grows as the page does.
func BenchmarkLongPage(b *testing.B) {
	data := []byte("<html><body><article>" + strings.Repeat("<p>"+strings.Repeat(sentence, 5)+"</p>\n", 1000) + "</article></body></html>")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Page{}.Documents(data)
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(read(f, "page.html")))
	f.Add([]byte("<meta charset=utf-16><table><td><table><svg><td><template><p>x"))
	f.Add([]byte("<b><i><u><p>a<p>b<script type=application/ld+json>{\"@graph\":[[{}]]}</script><time datetime=>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, problems := Page{}.Documents(data)
		check(t, data, docs, problems)
	})
}

func FuzzFeed(f *testing.F) {
	for _, name := range []string{"feed.rss", "feed.atom", "feed.json"} {
		f.Add([]byte(read(f, name)))
	}
	f.Add([]byte("<!DOCTYPE a [<!ENTITY b 'c'>]><rdf:RDF><item>&b;"))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, problems := Feed{}.Documents(data)
		check(t, data, docs, problems)
	})
}

// TestMutations damages the fixtures in all ways that files are damaged: the
// fuzzer is slow in so large a parser.
func TestMutations(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1))
	files := []string{"page.html", "feed.rss", "feed.atom", "feed.json"}
	for range 400 {
		name := files[r.IntN(len(files))]
		data := []byte(read(t, name))
		for range 1 + r.IntN(12) {
			data = damage(r, data, []byte(read(t, files[r.IntN(len(files))])))
		}
		var docs []document.Document
		var problems []*geo.Problem
		if name == "page.html" {
			docs, problems = Page{}.Documents(data)
		} else {
			docs, problems = Feed{}.Documents(data)
		}
		check(t, data, docs, problems)
	}
}

// damage changes data in one place: a byte, a piece lost, told twice, or of
// another file.
func damage(r *rand.Rand, data, other []byte) []byte {
	if len(data) == 0 {
		return []byte{'<'}
	}
	i := r.IntN(len(data))
	j := i + r.IntN(min(300, len(data)-i))
	switch r.IntN(5) {
	case 0:
		data[i] = byte(r.IntN(256))
	case 1:
		data[i] = "<>&\"'/ ="[r.IntN(8)]
	case 2:
		data = slices.Delete(data, i, j)
	case 3:
		data = slices.Insert(data, r.IntN(len(data)), slices.Clone(data[i:j])...)
	default:
		k := r.IntN(len(other))
		data = slices.Insert(data, i, other[k:k+r.IntN(min(300, len(other)-k))]...)
	}
	return data
}

func check(t *testing.T, data []byte, docs []document.Document, problems []*geo.Problem) {
	t.Helper()
	if len(docs) == 0 && len(problems) == 0 {
		t.Fatalf("%q: not a word said", data)
	}
	for _, d := range docs {
		if strings.ToValidUTF8(d.Text, "") != d.Text || strings.ContainsRune(d.Title, '\n') {
			t.Fatalf("%q", d)
		}
	}
	for _, p := range problems {
		if strings.Contains(p.Error(), "cannot be taken apart") {
			t.Fatalf("%q: %v", data, p)
		}
	}
}
