package entities

import (
	"sync"

	"rapporteur/entities/coref"
	"rapporteur/entities/knowledge"
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
