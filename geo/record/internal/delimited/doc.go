// Package delimited splits text with commas, semicolons, tabs or bars into records,
// as RFC 4180 says and as people write it.
//
// It knows cells, lines and quotes, and neither headers nor types. What is damaged
// costs no more than a line: a quote that is never closed is text, and a record that
// is too long is passed over and told.
package delimited
