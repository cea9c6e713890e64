package document

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/when"
)

// Archives of newspapers export what a search found as one text, Word or Rich Text file.
// Each story has a head of its own, which lies about the text in one of three ways: as
// LexisNexis writes it today (title, paper, day, fields, "Body", text, fields, "End of
// Document") and wrote it until 2019 ("1 of 20 DOCUMENTS", paper, day, title, fields, text,
// fields), and as Factiva does ("98 words", day, paper, code, language, copyright, text,
// "Document" and a number). They are known by the lines that part their stories.

var (
	// archiveEnd is the last line of a story.
	archiveEnd = pattern.New(`^(?:End of Document|(?:AN\W+)?Document [A-Z][A-Z0-9]{3,7}0{0,2}20\d{6}[0-9a-z]{6,12})$`)
	// archiveStart is the first line of a story.
	archiveStart = pattern.New(`^\d+ of \d+ DOCUMENTS?$`)
	// archiveField is a line of a head or of what stands below a text.
	archiveField = pattern.New(`(?i)^(byline|section|length|dateline|highlight|headline|source|load-date|language|publication-type|journal-code|url|graphic|subject|` +
		`geographic|industry|person|organization|company|ticker|category|state|country|city|publication-code|document-type|acc-no|series|column|notes?|correction(?:-date)?):\s*(.*)$`)
	// archiveDay is a line that begins with the day a story was published on.
	archiveDay = pattern.New(`(?i)^((?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}|` +
		`\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})\b`)
	archiveWords  = pattern.New(`^\d[\d,]* words$`)
	archiveTime   = pattern.New(`^\d{1,2}:\d{2}(?: [A-Z]{2,4})?$`)
	archiveRights = pattern.New(`(?i)^(?:copyright\b|\(c\)|©)`)
	// behindText are the lines that end a text, of fields that never stand in its head.
	behindText = strings.Fields("load-date language publication-type journal-code subject geographic industry person organization company ticker graphic notes note correction correction-date document-type acc-no")
)

// archived returns the stories of what an archive has exported; nil for any other text. A
// part whose head is not understood is read as any text, unless it is none: a cover sheet.
func archived(s string) (documents []Document) {
	if !strings.Contains(s, "End of Document") && !strings.Contains(s, " DOCUMENT") && !strings.Contains(s, "Document ") {
		return nil
	}
	var part []string
	known := false
	end := func() {
		if d, ok := readArchived(part); ok {
			documents = append(documents, d)
		} else if text := strings.Join(part, "\n"); isStory(text) {
			d, _ := readFront(text)
			documents = append(documents, d)
		}
		part = part[:0]
	}
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		starts, ends := archiveStart().MatchString(line), archiveEnd().MatchString(line)
		if known = known || starts || ends; starts || ends {
			end()
		} else {
			part = append(part, line)
		}
	}
	if !known {
		return nil
	}
	end()
	return documents
}

// readArchived takes a story of an archive apart. What has no day in its head is none: a
// cover sheet, the table of contents.
func readArchived(lines []string) (d Document, ok bool) {
	day := -1
	for i, line := range lines {
		if m := archiveDay().FindString(line); m != "" && len(line) <= longestDateLine {
			if published, err := when.Parse(m, when.OrderUnknown); err == nil {
				d.Published, day = published, i
				break
			}
		}
		if _, _, isField := archiveLine(line); isField && !archiveWords().MatchString(line) || len(line) > 300 {
			return d, false
		}
	}
	if day < 0 {
		return d, false
	}
	above, below := written(lines[:day]), lines[day+1:]
	if n := len(above); n > 0 && archiveWords().MatchString(above[n-1]) {
		return d, d.factiva(above[:n-1], below)
	}
	return d, d.nexis(lastBlock(lines[:day]), below)
}

// written returns the lines that have anything in them.
func written(lines []string) (out []string) {
	for _, line := range lines {
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

// lastBlock returns the last lines that stand together, the paper's and those of the title above
// it, whether or not a blank line parts them. What is farther above is a cover sheet.
func lastBlock(lines []string) []string {
	begin := len(lines)
	for seen := 0; begin > 0; begin-- {
		if lines[begin-1] != "" {
			seen++
		} else if seen > 1 {
			break
		}
	}
	return written(lines[begin:])
}

// factiva reads what stands above and below the day of a story of Factiva.
func (d *Document) factiva(above, below []string) bool {
	if n := len(above); n > 1 && strings.HasPrefix(above[n-1], "By ") {
		d.Author, above = above[n-1][len("By "):], above[:n-1]
	}
	d.Title = strings.Join(above, " ")
	for i, line := range below {
		switch {
		case line == "" || archiveTime().MatchString(line):
		case d.Source == "":
			d.Source = line
		case archiveRights().MatchString(line):
			d.Text = strings.TrimSpace(strings.Join(below[i+1:], "\n"))
			return d.Text != ""
		}
	}
	return false
}

// nexis reads what stands above and below the day of a story of LexisNexis.
func (d *Document) nexis(above, below []string) bool {
	if n := len(above); n > 0 {
		d.Source = above[n-1]
		d.Title = strings.Join(above[:n-1], " ")
	}
	titled := -1 // the last line of a title
	for i, line := range below {
		name, value, isField := archiveLine(line)
		switch {
		case line == "Body":
			return d.body(below[i+1:])
		case isField:
			d.field(name, value)
		case line == "" || archiveRights().MatchString(line) || edition().MatchString(line):
		case (d.Title == "" || titled == i-1 && titled >= 0) && len(line) <= 300:
			d.Title = strings.TrimSpace(d.Title + " " + line)
			titled = i
		case endsSentence(line) || !headGoesOn(below[i+1:]):
			return d.body(below[i:])
		}
	}
	return false
}

// edition is a line that says in which edition a story was printed.
var edition = pattern.New(`\bEdition(?: - \w+)?$`)

// headGoesOn reports whether a field of the head follows the next blank line.
func headGoesOn(lines []string) bool {
	for _, line := range lines {
		if name, _, isField := archiveLine(line); line != "" {
			return line == "Body" || isField && !slices.Contains(behindText, name) || archiveRights().MatchString(line)
		}
	}
	return false
}

// archiveLine reads a line of a head as a field; the name is in small letters.
func archiveLine(line string) (name, value string, ok bool) {
	m := archiveField().FindStringSubmatch(line)
	if m == nil {
		return "", "", false
	}
	return strings.ToLower(m[1]), strings.TrimSpace(m[2]), true
}

func (d *Document) field(name, value string) {
	switch name {
	case "byline":
		d.Author = strings.TrimPrefix(value, "By ")
	case "headline":
		d.Title = value
	case "url":
		d.URL = value
	case "dateline":
		d.Dateline = strings.TrimRight(archiveDatelineDay().ReplaceAllString(value, ""), " ,-")
	}
}

// archiveDatelineDay is the day at the end of a dateline: "Gao, Mali, May 3 2016".
var archiveDatelineDay = pattern.New(`(?i)[\s,]+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?\W*$`)

// body takes the text up to what an archive says below it.
func (d *Document) body(lines []string) bool {
	for i, line := range lines {
		name, _, isField := archiveLine(line)
		if line == "Classification" || isField && (slices.Contains(behindText, name) || name == "url") {
			lines = lines[:i]
			break
		}
	}
	d.Text = strings.TrimSpace(strings.Join(lines, "\n"))
	return d.Text != ""
}
