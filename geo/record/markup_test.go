package record

import "testing"

func TestWithoutMarkup(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{"Shots in Rutba", "Shots in Rutba", "plain text stays"},
		{"<p>Shots in <b>Rutba</b>.</p>\n<p>Two\ndied.</p>", "Shots in Rutba.\n\nTwo died.", "paragraphs stay apart, and the source's own line ends are not"},
		{"Level: Advice<br /> Size: 12 ha<br>Going", "Level: Advice\nSize: 12 ha\nGoing", "so are breaks"},
		{"Shots in <b>Rutba</b>\nat noon", "Shots in Rutba\nat noon", "a text with a bold word keeps its lines"},
		{"Salt &amp; Sons &#8211; &eacute;t&eacute;", "Salt & Sons – été", "entities are letters"},
		{"a < b and c > d, <unknown>", "a < b and c > d, <unknown>", "what is no tag stays"},
		{"Fire <region>Pilbara</region>\n<no>40</no>", "Fire\nPilbara\n\n40", "an agency's own elements are lines"},
		{"<style>p{color:red}</style>Fire<script>alert('<p>')</script> out", "Fire out", "nobody reads a script"},
		{"Fire<!-- <p>draft</p> --> out", "Fire out", "nor a comment"},
		{`<a href="http://x.example/?a=1&b=2" target=_blank>The Week</a>`, "The Week", "attributes go with their tag"},
		{"<table><tr><td>Town</td><td>Dead</td></tr></table>", "Town Dead", "cells stay apart"},
		{"<p>&nbsp;</p>", "<p>&nbsp;</p>", "nothing but tags is left alone"},
		{"<script>never closed", "<script>never closed", "as is what has no text at all"},
	} {
		if got := withoutMarkup(test.text); got != test.want {
			t.Errorf("%q: %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}

// FuzzWithoutMarkup holds that no text makes it panic, grow or become invalid.
func FuzzWithoutMarkup(f *testing.F) {
	for _, text := range []string{"", "<", "<p", "</p></p><!--", "<script><script></script>", "&#0;&#xffffffff;&lt;b&gt;", "<b\x00>\xff</b>", "<p>a\vb</p>"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := withoutMarkup(text); len(got) > 2*len(text)+8 {
			t.Errorf("%q grew to %q", text, got)
		}
	})
}
