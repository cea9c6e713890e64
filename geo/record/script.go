package record

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// Maps on the web keep their records in scripts, "var incidents = [...];", the archives
// of services wrap each file so, and some answers call a function with what they say.
// Names without quotes, texts in single ones, comments and commas too many, which JSON
// does not have, are common there.

// mostScript bounds a script, in bytes, for it is held in memory.
const mostScript = 64 << 20

// scriptFirst matches a script up to the bracket of its first list or object, and what
// begins inside.
var scriptFirst = pattern.New(`^\s*(?:(?:/\*[\s\S]*?\*/|//[^\n]*\n|["']use strict["'];?)\s*)*` +
	`(?:\)\]\}',?\s*|export\s+default\s+|(?:export\s+)?(?:var|let|const)\s+[\w$]+\s*(?::[^={]{1,80})?=\s*|[A-Za-z_$][\w$]*(?:\.[\w$]+|\[['"\w]+\])*\s*[=(]\s*)` +
	`([\[{])\s*["'{\[\w$/]`)

// scriptHead returns where the first list or object of a script begins; -1 if a text does
// not begin as a script does.
func scriptHead(head []byte) int {
	if m := scriptFirst().FindSubmatchIndex(head); m != nil {
		return m[2]
	}
	return -1
}

var errScript = errors.New("the script has no list of records that can be read without running it; save the records as JSON")

// fromScript returns the first list or object of a script, which begins at some byte, as
// JSON.
func fromScript(r io.Reader, begin int) (*bufio.Reader, error) {
	text, err := io.ReadAll(io.LimitReader(r, mostScript+1))
	switch {
	case err != nil:
		return nil, err
	case len(text) > mostScript:
		return nil, fmt.Errorf("the script is longer than %s; save its records as JSON", plaintext.SizeInWords(mostScript))
	}
	s := script{in: text[begin:]}
	if !s.value() {
		return nil, errScript
	}
	return bufio.NewReaderSize(bytes.NewReader(s.out), plaintext.Sniffed), nil
}

// script makes JSON of a literal of JavaScript. What stands between its values is kept, so
// that rows have the line at which they stand.
type script struct {
	in  []byte
	at  int
	out []byte
}

// value goes over one list or object, and reports whether it was one. Its values are those
// of JSON and what scripts have besides; an expression is none.
func (s *script) value() bool {
	var open []byte // the brackets
	for s.at < len(s.in) {
		c := s.in[s.at]
		switch {
		case c == '{' || c == '[':
			open = append(open, c+2) // ']' and '}' stand two behind them
			s.copy(1)
		case c == '}' || c == ']':
			if len(open) == 0 || open[len(open)-1] != c {
				return false
			}
			s.dropComma()
			s.copy(1)
			if open = open[:len(open)-1]; len(open) == 0 {
				return true
			}
		case c == '"' || c == '\'' || c == '`':
			if !s.text(c) {
				return false
			}
		case c == '/':
			if !s.comment() {
				return false
			}
		case c <= ' ' || c == ',' || c == ':':
			s.copy(1)
		default:
			if !s.word() {
				return false
			}
		}
	}
	return false
}

func (s *script) copy(n int) {
	s.out = append(s.out, s.in[s.at:s.at+n]...)
	s.at += n
}

// dropComma drops one comma that stands before a closing bracket.
func (s *script) dropComma() {
	if i := len(bytes.TrimRight(s.out, " \t\r\n")) - 1; i >= 0 && s.out[i] == ',' {
		s.out[i] = ' '
	}
}

// comment goes over one, of which only the ends of lines are kept.
func (s *script) comment() bool {
	end := -1
	switch rest := s.in[s.at:]; {
	case bytes.HasPrefix(rest, []byte("//")):
		if end = bytes.IndexByte(rest, '\n'); end < 0 {
			end = len(rest)
		}
	case bytes.HasPrefix(rest, []byte("/*")):
		if end = bytes.Index(rest[2:], []byte("*/")); end >= 0 {
			end += 4
		}
	}
	if end < 0 {
		return false
	}
	s.out = append(s.out, strings.Repeat("\n", bytes.Count(s.in[s.at:s.at+end], []byte{'\n'}))...)
	s.at += end
	return true
}

// text goes over a text in quotes of some kind. One that has expressions in it is none.
func (s *script) text(quote byte) bool {
	var b []byte
	for i := s.at + 1; i < len(s.in); i++ {
		c := s.in[i]
		switch {
		case c == quote:
			s.out = appendQuoted(s.out, b, s.in[s.at:i+1], quote)
			s.at = i + 1
			return true
		case c == '\\' && i+1 < len(s.in):
			i++
			b = append(b, '\\', s.in[i])
		case quote == '`' && c == '$' && i+1 < len(s.in) && s.in[i+1] == '{', quote != '`' && c == '\n':
			return false
		default:
			b = append(b, c)
		}
	}
	return false
}

// appendQuoted appends a text as JSON, with the escapes that it has. What is JSON already
// is kept as it is written.
func appendQuoted(out, inside, written []byte, quote byte) []byte {
	if quote == '"' && jsontext.Valid(written) {
		return append(out, written...)
	}
	out = append(out, '"')
	for i := 0; i < len(inside); i++ {
		switch c := inside[i]; {
		case c == '\\' && i+1 < len(inside):
			i++
			out = appendEscape(out, inside[i:])
			if inside[i] == 'x' && i+2 < len(inside) {
				i += 2
			}
		case c == '"':
			out = append(out, '\\', '"')
		case c < ' ':
			out = fmt.Appendf(out, `\u%04x`, c)
		default:
			out = append(out, c)
		}
	}
	return append(out, '"')
}

// appendEscape appends what stands for the escape whose second character a text begins
// with.
func appendEscape(out, from []byte) []byte {
	switch c := from[0]; c {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return append(out, '\\', c)
	case 'u':
		if len(from) > 4 {
			if _, err := strconv.ParseUint(string(from[1:5]), 16, 32); err == nil {
				return append(out, '\\', 'u')
			}
		}
	case 'x':
		if len(from) > 2 {
			if n, err := strconv.ParseUint(string(from[1:3]), 16, 32); err == nil {
				return fmt.Appendf(out, `\u%04x`, n)
			}
		}
		return append(out, 'x')
	case '\n': // a text goes on in the next line
		return out
	}
	if from[0] < ' ' {
		return out
	}
	return append(out, from[0])
}

// word goes over a number, a word of the language or a name without quotes. Another word
// in the place of a value is an expression.
func (s *script) word() bool {
	n := 0
	for n < len(s.in)-s.at && isWord(s.in[s.at+n]) {
		n++
	}
	if n == 0 {
		return false
	}
	word := string(s.in[s.at : s.at+n])
	after := bytes.TrimLeft(s.in[s.at+n:], " \t\r\n")
	switch {
	case len(after) > 0 && after[0] == ':':
		if !utf8.ValidString(word) {
			return false
		}
		s.out = strconv.AppendQuote(s.out, word)
	case word == "true" || word == "false" || word == "null":
		s.out = append(s.out, word...)
	case word == "undefined" || word == "NaN":
		s.out = append(s.out, "null"...)
	default:
		f, err := strconv.ParseFloat(strings.TrimPrefix(word, "+"), 64)
		if err != nil {
			return false
		}
		if jsontext.Valid([]byte(word)) {
			s.out = append(s.out, word...)
		} else {
			s.out = strconv.AppendFloat(s.out, f, 'f', -1, 64)
		}
	}
	s.at += n
	return true
}

// isWord reports whether a byte can be one of a name or a number.
func isWord(c byte) bool {
	return c == '_' || c == '$' || c == '.' || c == '-' || c == '+' || c >= utf8.RuneSelf ||
		c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
