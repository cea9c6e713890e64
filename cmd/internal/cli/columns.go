package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/mapping"
	"github.com/dateline-map/dateline/output"
	"github.com/urfave/cli/v2"
)

// columnFlags say what the columns of tables are.
func columnFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "map", Usage: "say what a column is, as `WORD=COLUMN`: date=\"Date of incident\"; none=COLUMN takes it for nothing. Words: " + strings.Join(mapping.Words(), ", ")},
		&cli.StringFlag{Name: "mapping", Usage: "say what columns are by a YAML `FILE`; --save-mapping writes one"},
		&cli.StringFlag{Name: "sheet", Usage: "read the `SHEET` of this name of workbooks, or that layer of databases; the default is all that are not hidden"},
		&cli.StringFlag{Name: "order", Usage: "the `ORDER` of day and month in dates that leave it open: \"day first\" or \"month first\""},
	}
}

// readMapping returns what the flags say of columns.
func readMapping(c *cli.Context) (mapping.Mapping, error) {
	var m mapping.Mapping
	if path := c.String("mapping"); path != "" {
		f, err := os.Open(path)
		if err != nil {
			return m, fmt.Errorf("%s: %w", path, voice.Cause(err))
		}
		defer f.Close()
		if m, err = mapping.Read(f); err != nil {
			return m, fmt.Errorf("%s: %w", path, err)
		}
	}
	m.Sheet = cmp.Or(c.String("sheet"), m.Sheet)
	if order := c.String("order"); order != "" {
		if err := m.SetOrder(order); err != nil {
			return m, voice.Usagef("--order: %v", err)
		}
	}
	for _, said := range c.StringSlice("map") {
		role, column, ok := strings.Cut(said, "=")
		if !ok {
			return m, voice.Usagef("--map %q is not WORD=COLUMN, such as date=\"Date of incident\"", said)
		}
		if err := m.Set(strings.TrimSpace(role), strings.TrimSpace(column)); err != nil {
			return m, voice.Usagef("--map: %v", err)
		}
	}
	return m, nil
}

// dryRun prints what is understood of the inputs and writes nothing, but for a
// mapping if one is asked for.
func dryRun(c *cli.Context, s Streams, m *mapping.Mapping) error {
	inputs, problems := input.Find(c.Args().Slice(), outputsOf(c)...)
	bad := slices.ContainsFunc(problems, input.Refused)
	v := voiceOf(c, s)
	for _, err := range problems {
		v.Warn(err)
	}
	var tables []record.Table
	for i := range inputs {
		in := &inputs[i]
		if in.Stories && !in.ListsRecords(input.TableOptions(m)) {
			fmt.Fprintf(s.Out, "%s: read as stories\n\n", voice.OneLine(in.Path))
			continue
		}
		for t, err := range in.Inspect(s.In, input.TableOptions(m)) {
			if err != nil {
				v.Warn(err)
				bad = bad || input.Refused(err)
				continue
			}
			tables = append(tables, t)
			if err := showTable(s.Out, &t); err != nil {
				return err
			}
		}
	}
	if path := c.String("save-mapping"); path != "" {
		if err := saveMapping(path, tables); err != nil {
			return err
		}
	}
	if bad {
		return voice.ErrPartial
	}
	return nil
}

// saveMapping keeps what is said of the only table. Those below it in the same sheet have
// columns of their own, which a mapping has no room for.
func saveMapping(path string, tables []record.Table) error {
	tables = slices.DeleteFunc(tables, func(t record.Table) bool { return t.Further })
	if len(tables) != 1 {
		return voice.Usagef("--save-mapping keeps what is said of one table; these are %d", len(tables))
	}
	f, err := output.Create(path)
	if err != nil {
		return err
	}
	defer f.Abort()
	m := mapping.Of(&tables[0])
	if err := m.Write(f); err != nil {
		return err
	}
	return f.Commit()
}

// showTable prints what was understood of a table, column by column.
func showTable(w io.Writer, t *record.Table) error {
	fmt.Fprintf(w, "%s: %s\n", voice.OneLine(t.File), tableWords(t))
	for _, n := range t.Notices {
		fmt.Fprintf(w, "  note: %s\n", voice.OneLine(n))
	}
	for _, c := range t.Columns {
		if c.Unread != "" {
			fmt.Fprintf(w, "  note: column %q: %s\n", shortened(c.Name), voice.OneLine(c.Unread))
		}
	}
	rows := [][]string{{"column", "is", "because", "examples"}}
	for _, c := range t.Columns {
		is := cmp.Or(c.Role.String(), "-")
		rows = append(rows, []string{voice.OneLine(shortened(c.Name)), is, voice.OneLine(c.Why), voice.OneLine(exampleWords(c.Examples))})
	}
	for _, line := range aligned(rows) {
		fmt.Fprintf(w, "  %s\n", strings.TrimRight(line, " "))
	}
	_, err := fmt.Fprintln(w)
	return err
}

// tableWords says how a table is laid out.
func tableWords(t *record.Table) string {
	words := []string{t.Format.String()}
	if t.Delimiter != "" {
		words = append(words, fmt.Sprintf("cells between %q", t.Delimiter))
	}
	words = append(words, t.Encoding)
	if t.Schema != "" {
		words = append(words, "columns of "+t.Schema)
	}
	if t.Turned {
		words = append(words, "turned round, for it lies on its side")
	}
	if t.Above > 0 {
		words = append(words, voice.Plural(t.Above, "row")+" above the header left out")
	}
	if t.Headless {
		words = append(words, "no header")
	}
	if t.OrderWhy != "" {
		words = append(words, fmt.Sprintf("order of day and month %s (%s)", t.Order, t.OrderWhy))
	}
	return voice.OneLine(strings.Join(words, ", "))
}

// exampleLength is how many characters of an example are shown.
const exampleLength = 32

func exampleWords(examples []string) string {
	var short []string
	for _, e := range examples {
		short = append(short, shortened(e))
	}
	return strings.Join(short, " | ")
}

func shortened(s string) string {
	if r := []rune(s); len(r) > exampleLength {
		return string(r[:exampleLength-1]) + "…"
	}
	return s
}
