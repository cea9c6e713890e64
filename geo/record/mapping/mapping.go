// Package mapping reads and writes what people say of the columns of a table, as
// a small YAML file that can be kept beside the table and used again:
//
//	columns:
//	  date: Date of incident
//	  place: [Village, Nearest town]   # where the first is empty the next speaks
//	  none: Internal code              # carried along, taken for nothing
//	order: day first
//	delimiter: ";"
//	sheet: Incidents                 # of a workbook
//
// The keys of columns are the words of [record.Role]; what is not named is found
// out as usual.
package mapping

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Mapping is what was said of a table. The zero Mapping says nothing.
type Mapping struct {
	Roles     map[string]record.Role // by the column's name
	Order     when.Order             // unknown if it is to be proved by the table
	Delimiter byte                   // 0 if it is to be found
	Sheet     string                 // of a workbook; empty for all of its sheets
}

// none is the key of columns that are only carried along.
const none = "none"

// orders are the words for the order of day and month.
var orders = []when.Order{when.DMY, when.MDY}

// Options returns how to read a table that the mapping is about.
func (m *Mapping) Options() record.Options {
	return record.Options{Roles: m.Roles, Order: m.Order, Delimiter: m.Delimiter, Sheet: m.Sheet}
}

// Set says what a column is. It is an error to say two things of one column.
func (m *Mapping) Set(role, column string) error {
	r, known := record.ParseRole(role)
	if role == none {
		r, known = record.NoRole, true
	} else if role == "" {
		known = false
	}
	if !known {
		hint := ""
		if meant := record.Meant(role, Words()); meant != "" {
			hint = fmt.Sprintf("; did you mean %s?", meant)
		}
		return fmt.Errorf("%q is no word for a column%s; use one of %s", role, hint, strings.Join(Words(), ", "))
	}
	if column == "" {
		return fmt.Errorf("%s names no column", role)
	}
	if before, said := m.Roles[column]; said && before != r {
		return fmt.Errorf("column %q is said to be %s and %s", column, wordOf(before), role)
	}
	if m.Roles == nil {
		m.Roles = make(map[string]record.Role)
	}
	m.Roles[column] = r
	return nil
}

// Words are the words for what a column can be.
func Words() []string {
	var words []string
	for _, r := range record.Roles() {
		words = append(words, r.String())
	}
	return append(words, none)
}

func wordOf(r record.Role) string {
	if r == record.NoRole {
		return none
	}
	return r.String()
}

// SetOrder says the order of day and month: "day first" or "month first".
func (m *Mapping) SetOrder(words string) error {
	for _, o := range orders {
		if o.String() == words {
			m.Order = o
			return nil
		}
	}
	return fmt.Errorf("%q is neither %q nor %q", words, when.DMY, when.MDY)
}

func (m *Mapping) setDelimiter(s string) error {
	switch {
	case s == "tab":
		s = "\t"
	case len(s) != 1 || s == "\"" || s == "\n" || s == "\r":
		return fmt.Errorf("%q is not one character between cells, nor the word tab", s)
	}
	m.Delimiter = s[0]
	return nil
}

// Of returns what was understood of a table, as a mapping that says the same.
func Of(t *record.Table) Mapping {
	m := Mapping{Order: t.Order, Sheet: t.Sheet, Roles: make(map[string]record.Role, len(t.Columns))}
	for _, c := range t.Columns {
		if c.Name != "" {
			m.Roles[c.Name] = c.Role
		}
	}
	if len(t.Delimiter) == 1 {
		m.Delimiter = t.Delimiter[0]
	}
	return m
}

// An Error is a fault of a mapping file, with its line.
type Error struct {
	Line int // from 1
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong.
func (e *Error) Unwrap() error { return e.Err }

// maxSize bounds a mapping file: it names columns, and a table has not that many.
const maxSize = 8 << 20

// Read reads a mapping file. Its errors are [*Error], but for those of reading.
func Read(r io.Reader) (Mapping, error) {
	var m Mapping
	text, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return m, err
	}
	if len(text) > maxSize {
		return m, &Error{1, errors.New("is larger than any mapping")}
	}
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return m, syntaxError(err)
	}
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		if err := m.document(doc.Body); err != nil {
			return m, err
		}
	}
	return m, nil
}

// syntaxError returns an error of the YAML parser in one line.
func syntaxError(err error) error {
	var syntax yaml.Error
	if errors.As(err, &syntax) && syntax.GetToken() != nil {
		return &Error{syntax.GetToken().Position.Line, errors.New(syntax.GetMessage())}
	}
	return &Error{1, errors.New("is not YAML")}
}

func (m *Mapping) document(n ast.Node) error {
	return entries(n, func(key string, value ast.Node) error {
		switch key {
		case "columns":
			return entries(value, m.columns)
		case "order":
			return scalar(value, m.SetOrder)
		case "delimiter":
			return scalar(value, m.setDelimiter)
		case "sheet":
			return scalar(value, func(name string) error { m.Sheet = name; return nil })
		}
		return fmt.Errorf("%q is none of columns, order, delimiter, sheet", key)
	})
}

func (m *Mapping) columns(role string, value ast.Node) error {
	set := func(column string) error { return m.Set(role, column) }
	list, several := value.(*ast.SequenceNode)
	if !several {
		return scalar(value, set)
	}
	for _, v := range list.Values {
		if err := at(v, scalar(v, set)); err != nil {
			return err
		}
	}
	return nil
}

// entries calls f with the keys and values of a YAML mapping, and adds the line
// to its error.
func entries(n ast.Node, f func(string, ast.Node) error) error {
	var all []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		all = n.Values
	case *ast.MappingValueNode:
		all = []*ast.MappingValueNode{n}
	default:
		return at(n, errors.New("is not a list of keys and values"))
	}
	for _, entry := range all {
		key := ""
		err := scalar(entry.Key, func(s string) error { key = s; return nil })
		if err == nil {
			err = f(key, entry.Value)
		}
		if err != nil {
			return at(entry.Key, err)
		}
	}
	return nil
}

// scalar calls f with the text of a value, as it is written: a column may be
// called 2014, or yes.
func scalar(n ast.Node, f func(string) error) error {
	switch n := n.(type) {
	case *ast.StringNode:
		return f(n.Value)
	case *ast.LiteralNode:
		return f(n.Value.Value)
	case *ast.NullNode, *ast.MappingNode, *ast.MappingValueNode, *ast.SequenceNode, *ast.AliasNode, *ast.AnchorNode, *ast.TagNode:
	case ast.ScalarNode:
		return f(n.GetToken().Value)
	}
	return errors.New("is not a text")
}

// at adds the line of a node to an error that has none yet.
func at(n ast.Node, err error) error {
	var located *Error
	if err == nil || errors.As(err, &located) {
		return err
	}
	line := 1
	if t := n.GetToken(); t != nil && t.Position != nil {
		line = t.Position.Line
	}
	return &Error{line, err}
}

// Write writes the mapping as a file that Read reads.
func (m *Mapping) Write(w io.Writer) error {
	var b strings.Builder
	if len(m.Roles) > 0 {
		b.WriteString("columns:\n")
	}
	byWord := make(map[string][]string)
	for column, role := range m.Roles {
		byWord[wordOf(role)] = append(byWord[wordOf(role)], column)
	}
	for _, word := range Words() {
		if columns := slices.Sorted(slices.Values(byWord[word])); len(columns) > 0 {
			fmt.Fprintf(&b, "  %s: [%s]\n", word, strings.Join(quoted(columns), ", "))
		}
	}
	if m.Order != when.OrderUnknown {
		fmt.Fprintf(&b, "order: %s\n", m.Order)
	}
	if m.Delimiter != 0 {
		fmt.Fprintf(&b, "delimiter: %s\n", quote(string(rune(m.Delimiter))))
	}
	if m.Sheet != "" {
		fmt.Fprintf(&b, "sheet: %s\n", quote(m.Sheet))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func quoted(columns []string) []string {
	for i, c := range columns {
		columns[i] = quote(c)
	}
	return columns
}

// quote returns a text as YAML's double-quoted scalar, which can hold anything.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
