// Package eval measures a step of the program against a public corpus:
// precision, recall and F1.
//
// Trees are scored by the definitions of the CoNLL 2018 shared task
// (https://universaldependencies.org/conll18/evaluation.html), so that the
// figures stand beside those published for other parsers: gold and system
// words are aligned by the characters they cover, subtypes of relations
// ("nsubj:pass") do not count. Names are scored by exact span and class.
// The package runs nothing itself; it compares what it is given.
package eval
