// Package lemma gives the dictionary form of a word from its form and its tags.
//
// A form with its UPOS and XPOS (Penn Treebank) tags comes in, the lemma by the
// conventions of the English treebanks EWT and GUM goes out: "went" VBD is
// "go", "Americans" NNPS is "American", "n't" RB is "not". The method is that of
// Chrupała (2006, "Simple data-driven context-sensitive lemmatization"):
// edit scripts learned for the ends of words, and a list of the words that they
// get wrong. Both were learned from the treebanks' training parts and from
// WordNet 3.1 (its lists of exceptions, and the regular forms of its words) by
// the program in generate/, and lie in tables/lemmas.tsv.
//
// What it does not do: correct spelling, or tell "saw" the tool from "saw" the
// past of "see" without the right tag.
package lemma
