package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	storyA = "A bomb went off near the market of Bamako on Monday, police said.\n"
	storyB = "Floods drove two hundred families from their homes in Sukkur, officials said.\n"
)

func TestStories(t *testing.T) {
	for _, tt := range []struct {
		text, want, reason string // the parts' first words, parted by |
	}{
		{storyA, "A bomb", "one story"},
		{storyA + "\n-----\n\n" + storyB, "A bomb|Floods drove", "a rule"},
		{storyA + "====\n" + storyB, "A bomb|Floods drove", "a rule right below a sentence"},
		{storyA + "---\n" + storyB, "A bomb", "three hyphens are a break within a story"},
		{storyA + "\f\n" + storyB, "A bomb|Floods drove", "a form feed alone"},
		{storyA + "\f" + storyB, "A bomb", "a form feed before text is the end of a printed page"},
		{"Blast in Bamako\n===============\n\n" + storyA, "Blast in", "an underlined title"},
		{"Blast in Bamako kills twelve people at a market near the river\n\n-----\n\n" + storyA, "Blast in", "a title is no story, however long"},
		{storyA + "\n----\n\nReporting by A. Traore.\n", "A bomb", "nor is a credit"},
		{"=====\n" + storyA + "=====\n" + storyB + "=====\n", "A bomb|Floods drove", "rules at both ends"},
		{storyA + "\n---\ntitle: Floods\ndate: 2020-01-02\n---\n" + storyB, "A bomb|--- title:", "a head between lines of three hyphens"},
		{"From a@example.org Mon Jun  2 10:00:00 2014\nSubject: Blast\n\n" + storyA + "\nFrom b@example.org Tue Jun  3 10:00:00 2014\nSubject: Flood\n\n" + storyB, "Subject: Blast|Subject: Flood", "a mailbox"},
		{storyA + "\nFrom Monday on the market stayed closed.\n", "A bomb", "a sentence that begins with From"},
		{"\n \n", "", "nothing"},
	} {
		var got []string
		for _, p := range stories(tt.text) {
			f := strings.Fields(p.text)
			got = append(got, strings.Join(f[:min(2, len(f))], " "))
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, s, tt.want)
		}
	}
}

func TestFront(t *testing.T) {
	for _, tt := range []struct {
		text   string
		want   Document
		reason string
	}{
		{"Title: Blast in Bamako\nDate: 2 June 2014\nSource: River Post\nAuthor: A. Traore\nURL: https://example.org/1\n\n" + storyA,
			Document{Title: "Blast in Bamako", Text: storyA, Published: day(2014, 6, 2), Source: "River Post", Author: "A. Traore", URL: "https://example.org/1"}, "named lines"},
		{"---\ntitle: \"Blast: twelve dead\"\ndate: 2014-06-02\ntags:\n  - mali\n  - bomb\n---\n" + storyA,
			Document{Title: "Blast: twelve dead", Text: storyA, Published: day(2014, 6, 2)}, "a block as static sites have it"},
		{"From: desk@example.org\nTo: list@example.org\nSubject: Blast in\n  Bamako\nDate: Mon, 02 Jun 2014 23:30:00 -0500\n\n" + storyA,
			Document{Title: "Blast in Bamako", Text: storyA, Published: day(2014, 6, 2), Author: "desk@example.org"}, "mail; its day is the sender's"},
		{"Blast in Bamako\nPublished: 2014-06-02\nSource: River Post\n" + storyA,
			Document{Text: "Blast in Bamako\n\n" + storyA, Published: day(2014, 6, 2), Source: "River Post"}, "a title above, no blank line below"},
		{"**Date:** 2014-06-02\n\n" + storyA, Document{Text: storyA, Published: day(2014, 6, 2)}, "bold"},
		{"BAGHDAD: Seven people died.\n", Document{Text: "BAGHDAD: Seven people died.\n"}, "a dateline is no head"},
		{"Update: Three more have died.\n\n" + storyA, Document{Text: "Update: Three more have died.\n\n" + storyA}, "nor is any word with a colon"},
		{"---\n\n" + storyA, Document{Text: "---\n\n" + storyA}, "a rule at the top"},
	} {
		got, problems := readFront(tt.text)
		if diff := cmp.Diff(tt.want, got); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %v (-want +got):\n%s", tt.reason, problems, diff)
		}
	}
}

func TestFrontProblems(t *testing.T) {
	docs, problems := readText(storyA+"-----\nDate: 2014-06-02\nPublished: 2015-06-02\nPosted: soon\n\n"+storyB, false)
	want := []string{
		`row 4, column "published": 2015-06-02 contradicts an earlier line; 2014-06-02 is taken`,
		`row 5, column "posted": `,
	}
	if len(docs) != 2 || len(problems) != len(want) {
		t.Fatalf("%v, %v", docs, problems)
	}
	for i := range want {
		if !strings.HasPrefix(problems[i].Error(), want[i]) {
			t.Errorf("got %q, want %q", problems[i], want[i])
		}
	}
}

func TestPlainMarkdown(t *testing.T) {
	got := plainMarkdown("# Blast in Bamako #\n\n![a market](x.jpg)\nA **bomb** went off, [police](https://example.org) *said*.\n\n> Twelve died.\n\n---\n")
	want := "Blast in Bamako\n\n\n\nA bomb went off, police said.\n\nTwelve died."
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestManifestOfParts checks who says what of a file of several stories.
func TestManifestOfParts(t *testing.T) {
	dir := folder(t, map[string]string{
		"manifest.csv": "file,published,title,source\nwire.txt,2020-01-05,The wire,Agency\nwire.txt#2,2020-01-06,Floods,\n",
		"wire.txt":     "Date: 2020-01-01\n\n" + storyA + "-----\nDate: 2020-01-01\n\n" + storyB,
	})
	docs, problems := collect((&Library{}).Open(dir), dir)
	want := []Document{
		{ID: "wire.txt#1", Text: storyA, Published: day(2020, 1, 1), Source: "Agency"},
		{ID: "wire.txt#2", Title: "Floods", Text: storyB, Published: day(2020, 1, 6), Source: "Agency"},
	}
	if diff := cmp.Diff(want, docs); diff != "" || len(problems) > 0 {
		t.Errorf("%v (-want +got):\n%s", problems, diff)
	}
}

func FuzzReadText(f *testing.F) {
	f.Add(storyA + "-----\n" + storyB)
	f.Add("---\ntitle: x\n---\n\f\n")
	f.Add("From a Mon Jun  2 10:00:00 2014\nDate: \n x\n\nText.")
	f.Add("# A\n----\n[b](c)")
	f.Fuzz(func(t *testing.T, s string) {
		for _, markdown := range []bool{false, true} {
			docs, _ := readText(s, markdown)
			n := 0
			for _, d := range docs {
				n += len(d.Text)
			}
			if n > 3*len(s)+16 {
				t.Fatalf("%d bytes of text from %d", n, len(s))
			}
		}
	})
}
