package entities

import (
	"sync"

	"rapporteur/entities/coref"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language"
)

// Linker links reports to a base of knowledge. It is read-only once made and
// may be shared by goroutines.
type Linker struct {
	base     *knowledge.Base
	resolver *coref.Resolver
}

// NewLinker makes a linker of a base and the ranker of antecedents.
func NewLinker(base *knowledge.Base, resolver *coref.Resolver) *Linker {
	return &Linker{base: base, resolver: resolver}
}

// Load makes a linker of the tables and the weights that are built in, with
// what the user adds to the tables.
func Load(own ...*knowledge.Addition) (*Linker, error) {
	var resolver *coref.Resolver
	var failed error
	var weights sync.WaitGroup // weights and tables load side by side
	weights.Go(func() { resolver, failed = coref.Load() })
	base, err := knowledge.Load(own...)
	weights.Wait()
	if err != nil {
		return nil, err
	}
	if failed != nil {
		return nil, failed
	}
	return NewLinker(base, resolver), nil
}

// Base gives what is known beforehand.
func (k *Linker) Base() *knowledge.Base { return k.base }

// Link finds the mentions of actors in a text and decides who they are.
func (k *Linker) Link(doc *language.Document, said []frames.Frame) *Cast {
	l := &linker{
		base: k.base, ranker: k.resolver, doc: doc, said: said, day: string(doc.Report.Published),
		cast: &Cast{at: make([]int, len(doc.Tokens))}, provinces: map[*knowledge.Province]bool{},
		offices: &officeIndex{at: make([]int, len(doc.Tokens))}, share: newStateShare(), documents: map[string][]int{}, inOneWord: map[*knowledge.Actor]bool{}, index: newPersonIndex(), settledOn: map[post]*knowledge.Actor{}, names: newNameIndex(), alike: map[namesakesKey]*namesakes{},
		words: make([][]string, len(doc.Tokens)),
	}
	folded := make([]string, 0, len(doc.Tokens)*5/4)
	for i := range l.cast.at {
		l.cast.at[i] = -1
		n := len(folded)
		folded = knowledge.AppendWords(folded, doc.Tokens[i].Form)
		l.words[i] = folded[n:len(folded):len(folded)]
	}
	l.listen()
	l.findOffices()
	l.findNames()
	l.linkPersons()
	noticer{l}.noteNames()
	noticer{l}.noteOffices()
	l.linkOffices()
	l.settleMinisters()
	l.linkCounterparts()
	l.linkLatter()
	newPairFinder(l).resolvePairs()
	l.describe()
	l.resolvePronouns()
	l.settleOwned()
	l.finish()
	return l.cast
}
