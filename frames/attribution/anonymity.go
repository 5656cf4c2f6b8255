package attribution

import (
	"strings"

	"rapporteur/language"
	"rapporteur/table"
)

// anonymity holds the phrases of sources that ask not to be known, as lemmas,
// by their first one.
type anonymity map[string][][]string

func loadAnonymity() (anonymity, error) {
	data, err := tables.ReadFile("tables/anonymity.tsv")
	if err != nil {
		return nil, err
	}
	t, err := table.Parse("anonymity.tsv", data, "phrase")
	if err != nil {
		return nil, err
	}
	all := anonymity{}
	for _, row := range t.Rows {
		words := strings.Fields(row.Get("phrase"))
		all[words[0]] = append(all[words[0]], words)
	}
	return all, nil
}

// anonymous gives the words of a sentence by which a source asks not to be
// named: "on condition of anonymity", "asked not to be identified". The range
// is empty where there are none.
func (l *lexicon) anonymous(doc *language.Document, sentence language.Sentence) language.Range {
	for i := sentence.First; i < sentence.Last; i++ {
		for _, words := range l.anonymity[doc.Tokens[i].Lemma] {
			if last := phraseEnd(doc, words, i, sentence.Last); last >= 0 {
				return doc.Bytes(phraseBegin(doc, i, sentence.First), last+1)
			}
		}
	}
	return language.Range{}
}

// phraseEnd gives the last token of a phrase that begins at a token, -1 where
// another word stands between. Determiners and adverbs may.
func phraseEnd(doc *language.Document, words []string, at, end int) int {
	for _, w := range words[1:] {
		at++
		for at < end && !hasWord(doc.Tokens[at], w) && (doc.Tokens[at].UPOS == "DET" || doc.Tokens[at].UPOS == "ADV") {
			at++
		}
		if at >= end || !hasWord(doc.Tokens[at], w) {
			return -1
		}
	}
	return at
}

func hasWord(t language.Token, word string) bool {
	return t.Lemma == word || strings.EqualFold(t.Form, word)
}

// phraseBegin steps back over the preposition, the article and the negation
// that belong to a phrase: "on the condition of", "was not authorised to".
func phraseBegin(doc *language.Document, at, first int) int {
	for at > first {
		switch doc.Tokens[at-1].UPOS {
		case "DET", "ADP", "AUX", "PART":
			at--
		default:
			return at
		}
	}
	return at
}
