package entities

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/entities/coref"
	"rapporteur/table"
)

//go:embed tables/*.tsv
var tables embed.FS

// Almanac is everything the tables know: states, bodies, groups, persons, and
// who held which office on which day. It is read-only once loaded and may be
// shared by goroutines.
type Almanac struct {
	actors map[string]*Known
	// bodies are the states and bodies.
	bodies, persons []*Known
	// byFamily finds persons by the folded family name.
	byFamily map[string][]*Known
	// byWord finds persons by the folded first and last word of their name.
	byWord map[string][]*Known
	// holders finds terms by office and the state or body it is held for.
	holders map[post][]*Term
	// shorts finds states by the words that stand for them with an article.
	shorts map[string][]shortName
	// envoys finds the terms of those who deal with somebody by who sent them.
	envoys   map[string][]*Term
	offices  *offices
	names    *lexicon
	members  map[string][]membership
	titles   map[string]title
	nouns    map[string]noun
	given    map[string]byte
	classes  map[wordClass]bool
	resolver *coref.Resolver
}

// Known is an actor of the tables. Its names are found with [Almanac.Find].
type Known struct {
	ID, Name string
	Kind     rapporteur.ActorKind
	// State is the state that a person or organ belongs to.
	State  string
	Sector string
	// Part is the id of the body between states that an organ of it speaks for.
	Part string
	// Gender is m, f or 0.
	Gender byte
	// Family is the name by which a person is called on second mention.
	Family string
	Terms  []*Term
	// words are the folded words of a person's name, and of a state or body
	// the nouns in its names by which it is taken up: "the alliance".
	words []string
	// Status marks states that are former or disputed.
	Status string
}

// Load reads the tables that are built in and what the user adds to them. Of
// two rows with the same key the later addition's counts, and a name or office
// phrase means what the user's tables say before it means what the built-in
// ones say. Dictionaries add to all tables and replace nothing.
func Load(own ...*Addition) (*Almanac, error) {
	a := &Almanac{
		actors: map[string]*Known{}, byFamily: make(map[string][]*Known, roomForWords), byWord: make(map[string][]*Known, roomForWords), holders: map[post][]*Term{}, envoys: map[string][]*Term{}, shorts: map[string][]shortName{},
		names: newLexicon(), members: map[string][]membership{}, titles: map[string]title{},
		nouns: map[string]noun{}, given: map[string]byte{}, classes: map[wordClass]bool{},
	}
	var failed error
	var beside sync.WaitGroup // weights and tables load side by side
	beside.Go(func() { a.resolver, failed = coref.Load() })
	defer beside.Wait()
	built, err := fs.Sub(tables, "tables")
	if err != nil {
		return nil, err
	}
	known, err := readFolder(built, "")
	if err != nil {
		return nil, fmt.Errorf("load tables: %w", err)
	}
	words, err := readFolder(coref.Tables(), "")
	if err != nil {
		return nil, fmt.Errorf("load tables: %w", err)
	}
	known = append(known, words...)
	var layers [][]*table.Table
	for _, o := range slices.Backward(own) {
		layers = append(layers, o.tables)
	}
	if err := a.addTables(append(layers, known)); err != nil {
		return nil, unusable(err)
	}
	for _, o := range own {
		if o.dictionary == nil {
			continue
		}
		entries, err := o.dictionary(a)
		if err != nil {
			return nil, unusable(fmt.Errorf("%s: %w", o.path, err))
		}
		a.addEntries(entries)
	}
	a.settle()
	beside.Wait()
	if failed != nil {
		return nil, fmt.Errorf("load tables: %w", failed)
	}
	return a, nil
}

// settle builds what needs all tables.
func (a *Almanac) settle() {
	for _, p := range a.persons {
		slices.SortStableFunc(p.Terms, func(a, b *Term) int { return strings.Compare(a.From, b.From) })
		if key := joined(p.Family); key != "" {
			a.byFamily[key] = append(a.byFamily[key], p)
		}
		if n := len(p.words); n > 1 {
			a.byWord[p.words[0]] = append(a.byWord[p.words[0]], p)
			a.byWord[p.words[n-1]] = append(a.byWord[p.words[n-1]], p)
		}
	}
}

// Actor gives the actor with an id, nil where no table has it.
func (a *Almanac) Actor(id string) *Known { return a.actors[id] }

// Actors gives all actors of the tables: states, bodies, then persons, each in
// the order of the tables.
func (a *Almanac) Actors() []*Known { return append(slices.Clone(a.bodies), a.persons...) }

// Find gives the actors that a name may stand for.
func (a *Almanac) Find(name string) []Sense { return a.names.lookup(name) }
