// Package attribution reads statements by rules: spans of a report that are somebody's
// words, with the source they are attributed to and the cue that attributes them.
//
// In comes an analysed text; out come frames of kind statement in the order of the
// text: source, cue, content in all its parts, how it is quoted, what kind of act it
// is, to whom and through what it was said. Who the source is comes later, in package
// entities.
//
// Direct, mixed and indirect speech are read from the dependency tree (a verb of
// saying, its subject and its clause), from quotation marks and what stands beside
// them, and from prepositions such as "according to". The terms are those of PolNeAR
// (Newell, Margolin and Ruths 2018). Scare quotes, titles of works and nicknames are
// not attributions; nor are beliefs and wishes, which the table beliefs.tsv lists.
//
// Verbs, nouns and expressions of saying are knowledge: tables/cues.tsv.
package attribution
