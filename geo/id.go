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
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0}) // "ab","c" is not "a","bc"
	}
	return idEncoding.EncodeToString(h.Sum(nil))[:13]
}
