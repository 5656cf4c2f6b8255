// Package syntax answers questions about predicates and their arguments in an
// analysed text: who is the subject, is it negated, which preposition leads it
// in, what does a relative pronoun stand for, where does a noun phrase end.
//
// In goes a [language.Document] and the index of a token; out comes the index of
// another token, -1 where there is none, or a range, or yes and no. Nothing is
// kept and nothing is written into the Document, so every function may be called
// from several goroutines. Who somebody is and what a word means are not known
// here: that is for package entities and for the tables of those who ask.
//
// The relations are those of Universal Dependencies 2 (de Marneffe, Manning,
// Nivre and Zeman 2021), parts of speech the universal ones and, where verb
// forms count, those of the Penn Treebank. A relation without a subtype stands
// for its subtypes: "obl" includes "obl:agent". Functions whose comment speaks of
// a slip of the parser mend by position what small parsers get wrong again and
// again, above all beside quotations.
package syntax
