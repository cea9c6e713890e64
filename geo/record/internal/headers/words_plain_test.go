package headers

import "testing"

// TestPlainHeaders compares the short way to a header's form with the long one,
// for all short headers of a small alphabet, letters of all scripts and all of the
// vocabulary.
func TestPlainHeaders(t *testing.T) {
	alphabet := []string{"a", "z", "7", " ", "  ", "_", "B", "é", "\t", "я", "ال", "\u0301"}
	headers := []string{""}
	for first, length := 0, 0; length < 5; length++ {
		end := len(headers)
		for _, h := range headers[first:end] {
			for _, c := range alphabet {
				headers = append(headers, h+c)
			}
		}
		first = end
	}
	for r := range rune(0xA000) {
		headers = append(headers, string(r), "a"+string(r)+"b")
	}
	for _, e := range Vocab().Headers {
		headers = append(headers, e.words)
	}
	for _, h := range headers {
		if got, want := Words(h), foldHeader(h); got != want {
			t.Fatalf("%q: got %q, want %q", h, got, want)
		}
	}
}
