package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

func TestReadHead(t *testing.T) {
	tests := []struct {
		text, title, dateline, agency, reason string
	}{
		{"Dam Breaks\n\nTUNIS (TAP) - Water rose.", "Dam Breaks", "TUNIS", "TAP", "the usual head"},
		{"Water rose in Tunis. It fell.", "", "", "", "a story without a head"},
		{"GAO, Mali, Jan. 5 (Wire) -- Soldiers left.", "", "GAO, Mali", "Wire", "the date is not the place"},
		{"Port-au-Prince, 22 June 2014 (XN) – Rain fell.", "", "Port-au-Prince", "XN", "hyphens belong to the place"},
		{"HARARE/BULAWAYO: Shops closed.", "", "HARARE/BULAWAYO", "", "two towns"},
		{"Dam Breaks\n\nTunis, Jan 5 (AFP) : Water rose.", "Dam Breaks", "Tunis", "AFP", "an agency behind the day, and a colon"},
		{"Dam Breaks\n\nTUNIS / Water rose in the night.", "Dam Breaks", "TUNIS", "", "a stroke between spaces"},
		{"Fish / Meat\n\nWater rose in the night.", "Fish / Meat", "", "", "a stroke in a headline"},
		{"TUNIS (Example News - 5th January, 2014) Two dams broke on Monday.", "", "TUNIS", "Example News", "nothing behind the agency's bracket"},
		{"NATO (North Atlantic Treaty Organization) Chief leaves Tunis on Monday.", "", "", "", "a bracket that names no agency"},
		{"(Examplewire.com) Tunis – Two dams broke on Monday.", "", "Tunis", "Examplewire.com", "the agency first"},
		{"TUNIS – TAP News – Two dams broke.", "", "TUNIS", "", "no agency alone between the dashes"},
		{"BAGHDAD – NINA – Two dams broke.", "", "BAGHDAD", "NINA", "the agency between dashes"},
		{"Baghdad/NINA/-- Two dams broke.", "", "Baghdad", "NINA", "the agency between strokes"},
		{"DAMASCUS, (SANA)- Two dams broke.", "", "DAMASCUS", "SANA", "a hyphen for a dash behind the bracket"},
		{"Dam Breaks\n\nAFP Tunis\n\nWater rose.", "Dam Breaks", "Tunis", "AFP", "a line for agency and place"},
		{"Dam Breaks\n\nAP News\n\nWater rose.", "Dam Breaks", "", "", "an agency and no place"},
		{"TUNIS, Jan 5 At least two dams broke on Monday.", "", "TUNIS", "", "nothing behind the day"},
		{"TUNIS, May 5 Bridge falls.", "", "TUNIS", "", "the same before a name"},
		{"By Ann Lee in Tunis\n\nDam Breaks\n\nWater rose.", "Dam Breaks", "", "", "who wrote it is no headline"},
		{"By Sunday the dam had broken\n\nWater rose.", "By Sunday the dam had broken", "", "", "a headline that begins like a byline"},
		{"Dam Breaks\n\nTeam Example, Jan 5, 2014, 1:41 PM IST\n\nWater rose.", "Dam Breaks", "", "", "a team is no place"},
		{"Rain\nSheep", "Rain", "", "", "lines alone"},
		{"Flood in Beira\n\nBeira, Mozambique – 5 March 2019\n\nWater rose.", "Flood in Beira", "Beira, Mozambique", "", "a line of its own for where and when"},
		{"Monday Market, 5 March 2019 photographs\n\nWater rose.", "Monday Market, 5 March 2019 photographs", "", "", "a headline with a day in it"},
	}
	for _, test := range tests {
		d := Document{Text: test.text}
		d.readHead()
		if d.Title != test.title || d.Dateline != test.dateline || d.Agency != test.agency {
			t.Errorf("%s: got %q, %q, %q", test.reason, d.Title, d.Dateline, d.Agency)
		}
	}
}

// TestDayOfHead reads the day of publication as sites print it.
func TestDayOfHead(t *testing.T) {
	want := when.On(when.Date(2014, 1, 3))
	for _, line := range []string{
		"AFP , Friday 3 Jan 2014",
		"EFE| Updated: Jan 03, 2014, 01:32 AM IST",
		"Last Updated : Jan 3 2014 | 5:28 PM IST",
		"Posted: Jan 3, 2014 6:04 AM ET | Last Updated: January 3, 2014 8:00 PM ET",
		"By ANN LEE | Example Foreign Staff | Published: January 3, 2014",
		"Example Desk, Jan 3, 2014, 1:41 PM",
		"Tunis, 3 January 2014",
		"by Ann Lee January 3, 2014",
	} {
		d := Document{Text: "Dam Breaks\n\n" + line + "\n\nWater rose on Thursday, 2 January 2014. The dam had been built in 1970."}
		if d.readHead(); d.Published != want || d.Title != "Dam Breaks" {
			t.Errorf("%s: got %v, %q", line, d.Published, d.Title)
		}
	}
	d := Document{Text: "Dam Breaks\n\nJanuary 3, 2014\n\nWater rose.\n\nTunis, 01.01.2014\nImage: Example Photo\n\nIt fell."}
	if d.readHead(); d.Published != want {
		t.Errorf("a day of a caption, beside that of the story: got %v", d.Published)
	}
	for _, line := range []string{"Jan 3, 11:41 AM EST", "The dam of 3 January 2014 and the fish market behind it", "3 January 2014 in pictures"} {
		d := Document{Text: "Dam Breaks\n\n" + line + "\n\nWater rose."}
		if d.readHead(); !d.Published.IsZero() {
			t.Errorf("%s: got %v", line, d.Published)
		}
	}
}

func TestSentences(t *testing.T) {
	d := Document{Text: `Bridge falls in Guayaquil

GUAYAQUIL: A bridge fell on Monday. Nobody was hurt.

Photo: A boy at the river. (Agencia Costa / R. Paz)

Read also
Lima: no water for a week
Why bridges fall

"It was old," the mayor said.

اقرأ المزيد

By Ana Torres, Costa News

This article was originally published in Spanish.

3 Comments

Pedro says: they knew. In Quito it is worse.`}
	var got [][2]string
	for _, s := range d.Sentences() {
		got = append(got, [2]string{strings.Split("story headline dateline aside", " ")[s.Part], d.Text[s.Start:s.End]})
	}
	want := [][2]string{
		{"headline", "Bridge falls in Guayaquil"},
		{"dateline", "GUAYAQUIL:"},
		{"story", "A bridge fell on Monday."},
		{"story", "Nobody was hurt."},
		{"aside", "Photo: A boy at the river."},
		{"aside", "(Agencia Costa / R. Paz)"},
		{"aside", "Read also"},
		{"aside", "Lima: no water for a week"},
		{"aside", "Why bridges fall"},
		{"story", `"It was old," the mayor said.`},
		{"aside", "اقرأ المزيد"},
		{"aside", "By Ana Torres, Costa News"},
		{"aside", "This article was originally published in Spanish."},
		{"aside", "3 Comments"},
		{"aside", "Pedro says: they knew."},
		{"aside", "In Quito it is worse."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestBylineEndsAtDateline holds that a line about the author takes nothing of
// the story below it, also where that begins with a dateline.
func TestBylineEndsAtDateline(t *testing.T) {
	d := Document{Text: "Bridge falls\n\nBy Ana Torres\n\nGUAYAQUIL, Ecuador - A bridge fell on Monday. Nobody was hurt.\n\nIt was old."}
	var story []string
	for _, s := range d.Sentences() {
		if s.Part == Story {
			story = append(story, d.Text[s.Start:s.End])
		}
	}
	want := []string{"A bridge fell on Monday.", "Nobody was hurt.", "It was old."}
	if diff := cmp.Diff(want, story); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAsidesSpareStories has lines of stories that look like asides.
func TestAsidesSpareStories(t *testing.T) {
	for _, s := range []string{
		"Photographs of the missing were pinned to the gate.",
		"By Sunday, the rebels had left the town.",
		"Comments by the minister angered the crowd.",
		"More than forty people were killed in the raid.",
		"Related tribes live on both sides of the river.",
		"Share prices fell.",
		"This story has no end, the old man said.",
		"Reuters reported that the dam had burst.",
		"Support for the party grew in the north.",
		"The video shows soldiers burning huts.",
		"Join the army, the poster said.",
	} {
		d := Document{Text: "A first sentence of the story.\n\n" + s + "\n\nA last one."}
		for _, x := range d.Sentences() {
			if x.Part != Story {
				t.Errorf("%q is not of the story: part %d", d.Text[x.Start:x.End], x.Part)
			}
		}
	}
}

// BenchmarkSentences takes a story of short paragraphs, each of which may be an
// aside.
func BenchmarkSentences(b *testing.B) {
	d := Document{Text: strings.Repeat("The mayor said that the river had risen by two metres in a night.\n\n\"We lost the bridge,\" a farmer said by telephone.\n\n", 15)}
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		d.Sentences()
	}
}

// TestDayOfTheHead reads when a story was filed from its own text.
func TestDayOfTheHead(t *testing.T) {
	const body = "\n\nGunmen attacked a checkpoint on Sunday, killing four policemen.\n\nIt began at dawn."
	for _, c := range []struct{ text, want, title, why string }{
		{"RAMADI, Iraq, March 14, 2016 (AP) -- A bridge fell.", "2016-03-14", "", "a dateline with a year"},
		{"RAMADI, Iraq (14 March 2016) — A bridge fell.", "2016-03-14", "", "the same in brackets"},
		{"RAMADI, 14 Mar. 2016 /Xinhua/ -- A bridge fell.", "2016-03-14", "", "an agency between strokes"},
		{"RAMADI, Iraq, March 14 (AP) -- A bridge fell.", "", "", "no year"},
		{"Bridge falls\n\nMonday, 14 March, 2016, 18:00 GMT" + body, "2016-03-14", "Bridge falls", "a line of its own"},
		{"Bridge falls\n\n*As of 14 March 2016, 17:00*" + body, "2016-03-14", "Bridge falls", "what a report is as of, leaning"},
		{"Bridge falls, flash update 2 (as of 14 March 2016)" + body, "2016-03-14", "Bridge falls, flash update 2 (as of 14 March 2016)", "the title says it"},
		{"Bridge falls\nSituation as at: 14 March 2016" + body, "2016-03-14", "Bridge falls", "the same in other words"},
		{"Bridge falls\nBy Ana Torres\nPublished on March 14, 2016 10:32 AM EDT" + body, "2016-03-14", "Bridge falls", "below the byline, with a label"},
		{"March 14, 2016\n\nBridge falls" + body, "2016-03-14", "Bridge falls", "above the headline"},
		{"Bridge falls\n\n03/04/2016" + body, "", "Bridge falls", "3 April or 4 March"},
		{"Bridge falls\n\nMarch 2016" + body, "", "Bridge falls", "no day"},
		{"A week of war\n\nMarch 14, 2016\n\nA bridge fell.\n\nMarch 16, 2016\n\nIt was built again.", "", "A week of war", "a list of days"},
		{"Bridge falls" + body + strings.Repeat("\n\nNobody was hurt.", 5) + "\n\nMarch 14, 2016", "", "Bridge falls", "below the story"},
	} {
		d := Document{Text: c.text}
		d.readHead()
		if got := d.Published.EDTF(); got != c.want || d.Title != c.title {
			t.Errorf("%q: published %q, titled %q; want %q and %q (%s)", c.text, got, d.Title, c.want, c.title, c.why)
		}
	}
	told := Document{Text: "RAMADI, Iraq, March 14, 2016 (AP) -- A bridge fell.", Published: when.On(when.Date(2016, 3, 15))}
	if told.readHead(); told.Published.EDTF() != "2016-03-15" {
		t.Errorf("what the source says of the day became %s", told.Published.EDTF())
	}
}

func TestCodePoints(t *testing.T) {
	d := Document{Text: "Né à Gao"}
	got := d.CodePoints([]geo.Toponym{{Start: 7, End: 10}})
	if want := [][2]int{{5, 8}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
