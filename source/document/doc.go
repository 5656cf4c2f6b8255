// Package document reads what people send one another: documents of word
// processors (DOCX, ODT, RTF). Package mail below it reads letters, package pdf
// printed pages; what all three give is a [Document].
//
// In come the bytes of a file. Out go its words in the order in which they are
// read, a block a paragraph, with what the file itself knows of them: what is a
// title, a heading, a caption, and what is no part of the text (tables of
// contents). Running heads, page numbers, notes below the page, comments, hidden
// words and words that were struck out are left out.
//
// Files come from strangers. A part of a packed file is unpacked to [PartLargest]
// bytes at most and never a part of a part, so that a bomb is an error and not a
// full memory; nesting costs no stack; all readers look at the context.
//
// Promised: no file makes it panic, and the same bytes give the same document. Not
// promised: tables read cell by cell, drawings hold no words, formulas neither.
// Formats: ECMA-376 (transitional and strict), OpenDocument 1.3, RTF 1.9.
package document
