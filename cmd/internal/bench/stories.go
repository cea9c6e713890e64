package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// document is a line of the stories.
type document struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Text   string `json:"text"`
	Date   string `json:"date"`
	Source string `json:"source"`
}

// The sentences of invented stories: {place}, {place2}, {country}, {day}, {n}
// and {m} are filled in. A story begins with one that tells of an event, and
// goes on with some that most often do not.
var (
	leads = []string{
		"Gunmen killed {n} people in an attack on a village near {place} on {day}, police said.",
		"A car bomb exploded outside a market in {place} on {day}, killing {n} people and wounding {m}, a hospital official said.",
		"Thousands of people marched through {place} on {day} to protest against the rising price of bread.",
		"Government troops clashed with rebels on the road from {place} to {place2} on {day}; {n} soldiers died.",
		"Floods after days of rain destroyed {m} homes around {place} on {day}, and {n} people were missing.",
		"Police arrested {n} suspects in {place} on {day} after a raid on a depot, the interior ministry said.",
		"Shells hit a district of {place} on {day}, and at least {n} civilians were killed, residents said by telephone.",
	}
	details = []string{
		"Witnesses in {place} said that shops stayed closed the next morning and few people went out.",
		"The governor, who arrived from {place2} in the evening, called for calm and promised an inquiry.",
		"It was the third such incident this year, according to a count kept by a local newspaper.",
		"A spokesman for the army declined to comment. \"We are looking into it,\" he said.",
		"Roads between {place} and {place2} were reopened by the afternoon, the transport authority said.",
		"{country} has seen years of unrest, and talks between the two sides broke down in spring.",
		"Another {n} people were taken to a hospital in {place2}, where doctors asked for blood.",
		"In the capital, ministers met to discuss the matter but announced no measures.",
	}
	weekdays   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	publishers = []string{"Valley Courier", "Northern Wire", "Coast Gazette", "Plains Herald"}
)

// story invents the ith document, of some 100 words.
func story(r *rand.Rand, i int, towns []town) document {
	t := &towns[r.IntN(len(towns))]
	near := &towns[r.IntN(len(towns))]
	fill := func(s string) string {
		return strings.NewReplacer("{place}", t.name, "{place2}", near.name, "{country}", t.country, "{day}", weekdays[r.IntN(7)],
			"{n}", fmt.Sprint(2+r.IntN(20)), "{m}", fmt.Sprint(20+r.IntN(70))).Replace(s)
	}
	text := strings.ToUpper(t.name) + ", " + t.country + " - " + fill(leads[r.IntN(len(leads))])
	for range 3 + r.IntN(4) {
		sep := " "
		if r.IntN(3) == 0 {
			sep = "\n\n"
		}
		text += sep + fill(details[r.IntN(len(details))])
	}
	return document{
		ID: fmt.Sprintf("doc%07d", i), Title: "Report from " + t.name, Text: text,
		Date:   fmt.Sprintf("%04d-%02d-%02d", 2000+r.IntN(24), 1+r.IntN(12), 1+r.IntN(28)),
		Source: publishers[r.IntN(len(publishers))],
	}
}

// writeStories writes documents as lines of JSON, the same in every run.
func writeStories(path string, documents int) error {
	towns, err := someTowns()
	if err != nil {
		return err
	}
	return writeFile(path, func(w *bufio.Writer) error {
		lines := json.NewEncoder(w)
		r := rand.New(rand.NewPCG(5, 6))
		for i := range documents {
			if err := lines.Encode(story(r, i, towns)); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeStoryFolder writes documents as files of text, a thousand a folder.
func writeStoryFolder(folder string, documents int) error {
	towns, err := someTowns()
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(5, 6))
	for i := range documents {
		d := story(r, i, towns)
		sub := filepath.Join(folder, fmt.Sprintf("%04d", i/1000))
		if err := os.MkdirAll(sub, 0o777); err != nil {
			return err
		}
		text := fmt.Sprintf("title: %s\ndate: %s\nsource: %s\n\n%s\n", d.Title, d.Date, d.Source, d.Text)
		if err := os.WriteFile(filepath.Join(sub, d.ID+".txt"), []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}
