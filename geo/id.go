package geo

import (
	"crypto/sha256"
	"encoding/base32"
)

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// ID returns a stable id made from the parts of what it names: the same parts
// give the same id in every run and on every machine. It is 13 letters and
// digits, 65 bits of a SHA-256 sum, so that among a million ids a clash has a
// chance of one in seventy million.
func ID(parts ...string) string {
	var room [1024]byte // a row's worth: one write to the hash costs a fifth of many
	all := room[:0]
	for _, p := range parts {
		all = append(all, p...)
		all = append(all, 0) // "ab","c" is not "a","bc"
	}
	sum := sha256.Sum256(all)
	var text [16]byte
	idEncoding.Encode(text[:], sum[:10])
	return string(text[:13])
}
