package markup

import (
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFields(t *testing.T) {
	tests := []struct {
		description string
		want        []Value
		whole       bool
		reason      string
	}{
		{`<html><body><table border="1"><tr><th>Field Name</th><th>Field Value</th></tr><tr><td>Case</td><td>17</td></tr><tr><td>Street</td><td>400 Mill&nbsp;Rd</td></tr></table></body></html>`,
			[]Value{{"Case", "17"}, {"Street", "400 Mill Rd"}}, true, "as a map service writes them, the row of headings left out"},
		{`<table><tr><td>Landslide 3</td></tr><tr><td><table><tr><td>Date</td><td><p>4 May 2019</p></td></tr><tr bgcolor="#D4E4F3"><td>Killed</td><td>2</td></tr></table></td></tr></table>`,
			[]Value{{"Date", "4 May 2019"}, {"Killed", "2"}}, true, "a table in a table, below a title"},
		{`<h2>M 4.1 - Puna</h2><p>Felt by many in the villages.</p><dl><dt>Time</dt><dd>2019-05-04 10:02 UTC</dd><dd>at noon there</dd><dt>Depth</dt><dd>3 km</dd></dl>`,
			[]Value{{"Time", "2019-05-04 10:02 UTC"}, {"Depth", "3 km"}}, false, "a list of definitions below what it does not say"},
		{"STATUS: Under control <br />LOCATION: Ridge Road, Orroral<br/>SIZE: 3 ha", []Value{{"STATUS", "Under control"}, {"LOCATION", "Ridge Road, Orroral"}, {"SIZE", "3 ha"}}, true, "lines of a feed"},
		{"<b>Date:</b> 4/5/2019<br><b>Link:</b> <a href='http://example.org'>more</a>", []Value{{"Date", "4/5/2019"}, {"Link", "more"}}, true, "names in bold"},
		{"Date: 4/5/2019\nKilled: 3\nA bus fell into the river.", []Value{{"Date", "4/5/2019"}, {"Killed", "3"}}, true, "lines of plain text and a note"},
		{"Update: three more died. Their names are not known.\nThe road is closed.\nhttps://example.org", nil, false, "prose with a colon"},
		{"<p>Police said: nobody was hurt.</p><p>Officials: two were.</p><p>The road is closed.</p><p>It rained.</p>", nil, false, "prose with two"},
		{"12:30 the first shot\n12:45 the second", nil, false, "times"},
		{"", nil, false, "nothing"},
		{"<td><td><td", nil, false, "nothing but tags"},
	}
	for _, test := range tests {
		got, whole := Fields(test.description)
		if d := cmp.Diff(test.want, got); d != "" || whole != test.whole {
			t.Errorf("%s: whole %v\n%s", test.reason, whole, d)
		}
	}
}

func TestSpread(t *testing.T) {
	items := func(all ...Item) iter.Seq2[*Item, error] {
		return func(yield func(*Item, error) bool) {
			for _, it := range all {
				it.Values = append([]Value(nil), it.Values...)
				if !yield(&it, nil) {
					return
				}
			}
		}
	}
	described := func(texts ...string) (all []Item) {
		for _, text := range texts {
			all = append(all, Item{Values: []Value{{"name", "x"}, {"description", text}}})
		}
		return all
	}
	var got []string
	for it := range Spread("description", items(described("name: y<br>Killed: 2", "Killed: 3<br>name: z", "Rain.", "Source: a<br>Witness: b", "Killed: 4<br>name: z")...)) {
		var b strings.Builder
		for _, v := range it.Values {
			b.WriteString(v.Name + "=" + v.Text + " ")
		}
		got = append(got, strings.TrimSpace(b.String()))
	}
	want := []string{"name=x Killed=2", "name=x Killed=3", "name=x description=Rain.", "name=x description=Source: a<br>Witness: b", "name=x Killed=4"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// FuzzFields reads anything as a description: no crash, and no more fields than there is
// text.
func FuzzFields(f *testing.F) {
	for _, s := range []string{"a: b<br>c: d", "<table><tr><td>a<td>b<tr><th>c<td>d</table>", "<dl><dt>a<dd>b<dd>c<dt>d<dd>e", "<script>a: b</script><style>", "\x1f:\x1f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fields, _ := Fields(s)
		for _, v := range fields {
			if v.Name == "" || strings.Contains(v.Name+v.Text, cellEnd) && !strings.Contains(s, cellEnd) {
				t.Errorf("%q", v)
			}
		}
		if len(fields) > len(s) {
			t.Errorf("%d fields", len(fields))
		}
	})
}
