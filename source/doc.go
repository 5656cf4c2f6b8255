// Package source turns bytes into a report: what a reader would see of one
// news article, with every paragraph known for what it is.
//
// In come plain text, HTML pages, documents (PDF, DOCX, ODT, RTF) and letters, from a
// file, standard input or an http(s) address; document, mail and pdf below it take
// them apart, and [Bundle] gives what a letter or a box of letters holds. Kind and encoding are recognised from the bytes, never from a
// file's name: UTF-8 and UTF-16 with or without a byte order mark,
// Windows-1252, and whatever a page declares (WHATWG Encoding Standard).
// Out goes a [rapporteur.Report], or a [rapporteur.Error] whose code says what
// is wrong: Unreadable, Unsupported, Empty, Forbidden or Invalid.
//
// Promised of every report: its text is valid UTF-8 in Unicode normal form C
// with single line feeds, no control characters, no invisible characters and
// no space but U+0020; its paragraphs are in order, do not overlap, hold no
// blank ends, and cover every word of the text. Bytes that are already so are
// kept as they are, so offsets into such a file are offsets into the report.
//
// A report says in which language it is, and a paragraph where it is in another one
// (language.go); which of them is read is for others to decide. What tells the language of
// few words, or of names alone, is that of what stands around them.
//
// Not promised: that boilerplate is always found. What is known of it stands
// in signs.tsv, one phrase a line; what no sign gives away is judged by its
// look and place (shape.go). A link's headline that an outlet glues into the
// middle of a sentence is not found. Of a page, only the article is kept: what
// readability finds once the furniture of furniture.tsv is out (furniture.go),
// the paragraphs of the same article that it left out (restore.go), and the
// captions above it. Genres are given away by the phrases in genres.tsv, else
// by the form of the text (form.go).
//
// Addresses are fetched in one place, the package fetch below, which refuses every
// address that is not on the public internet (RFC 6890).
package source
