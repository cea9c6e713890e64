// Package literal reads what is written in one cell: numbers in all digits, how many
// people were killed, in digits or in words, and whether a cell says anything at all.
//
// All of it is a function of the text. What a column is, and so what its cells are
// read as, others know; of roles it knows those of people, since "2 killed, 5 hurt"
// is another number for either.
package literal
