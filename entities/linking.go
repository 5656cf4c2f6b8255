package entities

import (
	"context"
	"sync"

	"rapporteur"
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
func (k *Linker) Link(doc *language.Document, said []frames.Frame) *Links {
	links, _ := k.LinkContext(context.Background(), doc, said, nil) // it fails for nothing but the context
	return links
}

// LinkContext is Link until the context is over, and fails then. It asks tell, if that
// is not nil, for the holders of offices whom other reports name.
func (k *Linker) LinkContext(ctx context.Context, doc *language.Document, said []frames.Frame, tell rapporteur.Learned) (*Links, error) {
	d := newDiscourse(k.base, doc, said)
	found := &officesTold{}
	for _, step := range k.steps(d, tell, found) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step()
	}
	links := d.settle()
	links.officesTold = *found
	return links, nil
}

// steps are what finds the mentions of a discourse, one after the other.
func (k *Linker) steps(d *discourse, tell rapporteur.Learned, found *officesTold) []func() {
	notes := &inconsistencies{d, map[post]*knowledge.Actor{}}
	pronouns := &pronounResolver{discourse: d, ranker: k.resolver}
	return []func(){
		officeFinder{d}.find,
		func() { newNameFinder(d).find() },
		func() { attachOffices(d) },
		func() { found.open, found.learned = openPosts{d}.ask(tell) },
		func() { newPersonLinker(d).linkPersons() },
		notes.noteNames, notes.noteOffices,
		func() {
			offices := newOfficeLinker(d, found.learned)
			offices.linkOffices()
			offices.settleMinisters()
		},
		counterparts{d}.linkCounterparts, counterparts{d}.linkLatter,
		func() { newPairFinder(d).link() },
		homeStates{d}.settle,
		sourceDescriptions{descriptions{d}}.link,
		pronouns.link, pronouns.settleOwned,
		func() { found.incumbents = incumbents{notes}.find() },
	}
}
