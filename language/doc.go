// Package language analyses English news: sentences and tokens, tags, lemmas,
// dependency trees, names and dates.
//
// A report comes in and a [Document] goes out. Words, tags and trees follow
// Universal Dependencies 2 (Nivre et al. 2020) as the treebanks EWT and GUM
// apply it; every token is a run of bytes of the text. Names are those of the
// English Worldwide Newswire corpus (Shan et al. 2023). Dates are EDTF,
// resolved against the day of the report.
//
//	engine, err := language.Load()
//	…
//	document := engine.Analyze(report)
//
// The work is done by the packages below: segment, neural, lemma and dates. An
// [Engine] is shared by any number of goroutines. The same report gives the
// same document at any number of workers, with and without assembly.
// weights/MODELCARD.md says what the trained weights were made from, how good
// they are and where they fail.
//
// Not promised: that the analysis is right. Trees are right for about six
// words in seven; whoever builds on them should be silent where they look odd.
package language
