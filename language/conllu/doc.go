// Package conllu reads and writes CoNLL-U, the format of the Universal
// Dependencies treebanks (https://universaldependencies.org/format.html).
//
// Text comes in as a stream, sentences go out one at a time, and a sentence
// that was read is written back byte for byte, comments, multiword tokens and
// empty nodes included. The reader checks the shape of the lines (ten columns,
// numbers in order, heads that exist), not the linguistics.
package conllu
