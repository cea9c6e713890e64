package document

import (
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// ParseText returns the stories of a plain text, each with what its head says of it, and what
// is wrong with these heads.
func ParseText(s string) ([]Document, []*geo.Problem) { return readText(s, false) }

// readText returns the stories of a text file, each with what its head says of
// it.
func readText(s string, markdown bool) (documents []Document, problems []*geo.Problem) {
	if documents = archived(s); documents != nil {
		return documents, nil
	}
	for _, p := range stories(s) {
		d, more := readFront(p.text)
		for _, m := range more {
			if m.Row > 0 {
				m.Row += p.line - 1
			}
		}
		problems = append(problems, more...)
		if markdown {
			d.Text = plainMarkdown(d.Text)
		}
		documents = append(documents, ByDays(d)...)
	}
	return documents, problems
}

// part is a part of a file, and the line that it begins on, from 1.
type part struct {
	text string
	line int
}

// stories parts a file of several stories. They are parted by
//
//   - a line of nothing but four or more of one of - = * _ # ~,
//   - a line of nothing but a form feed,
//   - the "From " line that mailboxes put before a message,
//   - a line "---" that begins a head of named fields.
//
// What stands between two such lines is a story only if it has some words and a
// sentence, or a head of named fields: a title that is underlined, a credit
// below a rule belong to the story beside them.
func stories(s string) []part {
	var out []part
	for _, p := range sections(s) {
		switch last := len(out) - 1; {
		case last < 0 || isStory(p.text) && isStory(out[last].text):
			out = append(out, p)
		case !isStory(p.text) && strings.TrimSpace(p.text) == "":
		default: // one of them is no story by itself
			out[last].text += "\n\n" + p.text
		}
	}
	return out
}

// sections cuts a text at every line that may part stories.
func sections(s string) []part {
	out := []part{{line: 1}}
	begin, at := 0, 0
	cut := func(end, next, line int) {
		out[len(out)-1].text = s[begin:end]
		out = append(out, part{line: line})
		begin = next
	}
	n := 0
	before := "" // the line before, trimmed
	alone := false
	for line := range strings.Lines(s) {
		n++
		end := at + len(line)
		trimmed := strings.Trim(line, " \t\r\n")
		switch {
		case isMailLine(trimmed) && before == "":
			cut(at, end, n+1)
		case isRule(trimmed) && !(before != "" && alone && isUnderline(trimmed) && !endsSentence(before)):
			cut(at, end, n+1)
		case trimmed == "---" && at > begin && before == "" && frontBlock(s[at:]) > 0:
			cut(at, at, n)
		}
		alone = before == "" && trimmed != ""
		before = trimmed
		at = end
	}
	out[len(out)-1].text = s[begin:]
	return out
}

// isRule reports whether a line, trimmed, is one that parts stories.
func isRule(line string) bool {
	if line == "\f" {
		return true
	}
	return len(line) >= 4 && strings.IndexByte("-=*_#~", line[0]) >= 0 && strings.Trim(line, line[:1]) == ""
}

// isUnderline reports whether a rule may underline the title above it.
func isUnderline(rule string) bool { return rule[0] == '-' || rule[0] == '=' || rule[0] == '~' }

func endsSentence(line string) bool {
	line = strings.TrimRight(line, `"'”’)]`)
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?")
}

// mailLine is what mailboxes begin a message with: From, the sender, and the
// time as C's asctime writes it.
var mailLine = pattern.New(`^From \S+ +(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d{2}:\d{2}(:\d{2})?( \S+)? \d{4}$`)

func isMailLine(line string) bool {
	return strings.HasPrefix(line, "From ") && mailLine().MatchString(line)
}

// fewestStoryWords is what a story without a head has at least: the shortest
// item of a wire. A byline and a credit have fewer.
const fewestStoryWords = 8

// isStory reports whether a part of a file is a story by itself.
func isStory(s string) bool {
	if front, _ := cutFront(s); front != nil {
		return true
	}
	sentence := false
	for line := range strings.Lines(s) {
		sentence = sentence || endsSentence(strings.TrimSpace(line))
	}
	return sentence && hasWords(s, fewestStoryWords)
}

// hasWords reports whether a text has at least n words.
func hasWords(s string, n int) bool {
	for w := range strings.FieldsSeq(s) {
		if strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			if n--; n == 0 {
				return true
			}
		}
	}
	return n <= 0
}
