package entities

import (
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language"
)

// discourse is the model of a report's discourse while it is linked (Karttunen 1976):
// the actors that the text has brought up so far and where it mentions them. The steps
// of linking share it, one after the other; [Links] is made of it at the end.
type discourse struct {
	doc  *language.Document
	base *knowledge.Base
	// day is the report's date, empty if unknown.
	day string
	*gazetteer
	*attributions
	*actorSet
	*mentionSet
	// names are the names of persons, offices the office phrases.
	names   *personNames
	offices *officeIndex
	// datelines are the states of the places in datelines; nil until asked for.
	datelines []string
	notices   []Notice
}

func newDiscourse(base *knowledge.Base, doc *language.Document, said []frames.Frame) *discourse {
	day := string(doc.Report.Published)
	words := foldedWords(doc)
	actors := newActorSet(base, day)
	return &discourse{
		doc: doc, base: base, day: day, gazetteer: newGazetteer(base, doc, words), attributions: newAttributions(doc, said),
		actorSet: actors, mentionSet: newMentionSet(doc, actors), names: newPersonNames(), offices: &officeIndex{at: make([]int, len(doc.Tokens))},
	}
}

// foldedWords gives the folded words of each token.
func foldedWords(doc *language.Document) [][]string {
	words := make([][]string, len(doc.Tokens))
	folded := make([]string, 0, len(doc.Tokens)*5/4)
	for i := range doc.Tokens {
		n := len(folded)
		folded = knowledge.AppendWords(folded, doc.Tokens[i].Form)
		words[i] = folded[n:len(folded):len(folded)]
	}
	return words
}

// evidence gives the words of a name with the office before it.
func (d *discourse) evidence(n *personName) []language.Range {
	first := n.First
	if n.office >= 0 && d.offices.phrases[n.office].First < first {
		first = d.offices.phrases[n.office].First
	}
	return []language.Range{d.doc.Bytes(first, n.Last)}
}

func (d *discourse) note(kind, message string, evidence ...language.Range) {
	d.notices = append(d.notices, Notice{Kind: kind, Message: message, Evidence: evidence})
}
