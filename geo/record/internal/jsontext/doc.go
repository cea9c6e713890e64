// Package jsontext takes JSON apart as text: the values of a document one by one, the
// members and elements of a value, each as it is written.
//
// Nothing is decoded but strings, and nothing is copied that is not asked for. [Reader]
// takes damaged documents; all else takes values that [Valid] has found valid.
package jsontext
