// Package plaintext makes text of the bytes of a file: unpacks them, tells what
// is no text at all, and decodes what is not UTF-8.
//
// A text is UTF-8 as far as its marks and zero bytes tell. Single cells in an old
// code page are left to a [Cleaner], which sees each by itself: one table has cells
// of both.
package plaintext
