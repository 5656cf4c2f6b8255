// Package lexeme cuts a text into the words by which it is found, as SQLite's FTS5
// does with the tokenizer "porter unicode61 remove_diacritics 2"
// (https://www.sqlite.org/fts5.html), so that a search has the same answers wherever a
// record is kept.
//
// A word is a run of letters, numbers and characters of private use; its letters lose
// their case and their diacritics, and an English one is cut to its stem by the
// algorithm of Porter (1980) in the order and with the conditions that FTS5 has. Which
// characters are letters, and what becomes of them, is data (characters.tsv), written
// down from FTS5 itself by the test of this package.
//
// Where a language writes no blanks between words, as Chinese, Japanese and Thai, each
// character is a word (Apart), and what a person searches for a phrase of them.
package lexeme
