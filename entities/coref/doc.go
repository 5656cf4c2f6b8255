// Package coref finds which mentions in a text refer to the same thing:
// names, noun phrases and pronouns, whatever they stand for.
//
// In come an analysed text and the turns of those who speak in it; out comes a
// [Solution]: mentions, and for each the earlier one that it takes up. It is a
// mention ranker in the way of Durrett and Klein ("Easy Victories and Uphill
// Battles in Coreference Resolution", EMNLP 2013): every mention chooses the
// best of the candidates before it, or none, by a sum of weights. The features
// are those of the rules by which it was done before (Lee et al. 2013: strings,
// heads, acronyms, appositions, copulas, agreement, who speaks), in pairs with
// what the two mentions are. The weights were learned from the train part of
// GUM ([Learn]) and lie in a table that can be read.
//
// What links mentions is what GUM links: appositions and predicates too. Not
// covered: clauses that "this" takes up, things told apart by one word only,
// mentions that stand behind what takes them up.
package coref
