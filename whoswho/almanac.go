package whoswho

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/table"
)

//go:embed tables/*.tsv
var tables embed.FS

// Almanac is everything the tables know: states, bodies, groups, persons, and
// who held which office on which day. It is read-only once loaded and may be
// shared by goroutines.
type Almanac struct {
	actors  map[string]*Known
	persons []*Known
	// byFamily finds persons by the folded family name.
	byFamily map[string][]*Known
	// byWord finds persons by the folded first and last word of their name.
	byWord map[string][]*Known
	// holders finds terms by office and the state or body it is held for.
	holders map[post][]*Term
	offices *offices
	names   *lexicon
	members map[string][]membership
	titles  map[string]title
	nouns   map[string]noun
	given   map[string]byte
}

// Known is an actor of the tables.
type Known struct {
	ID, Name string
	Kind     rapporteur.ActorKind
	// State is the state that a person or organ belongs to.
	State  string
	Sector string
	// Gender is m, f or 0.
	Gender byte
	// Family is the name by which a person is called on second mention.
	Family string
	Terms  []*Term
	// words are the folded words of a person's name.
	words []string
	// Status marks states that are former or disputed.
	Status string
}

// Load reads the tables that are built in, and the user's own tables, which
// add to them or take the place of rows with the same id.
func Load(own ...fs.FS) (*Almanac, error) {
	a := &Almanac{
		actors: map[string]*Known{}, byFamily: make(map[string][]*Known, roomForWords), byWord: make(map[string][]*Known, roomForWords), holders: map[post][]*Term{},
		names: newLexicon(), members: map[string][]membership{}, titles: map[string]title{},
		nouns: map[string]noun{}, given: map[string]byte{},
	}
	built, err := fs.Sub(tables, "tables")
	if err != nil {
		return nil, err
	}
	for _, folder := range append([]fs.FS{built}, own...) {
		if err := a.read(folder); err != nil {
			return nil, fmt.Errorf("load tables: %w", err)
		}
	}
	a.settle()
	return a, nil
}

// read takes in the tables of one folder; the start of a file's name says what
// is in it.
func (a *Almanac) read(folder fs.FS) error {
	files, err := fs.Glob(folder, "*.tsv")
	if err != nil {
		return err
	}
	for _, kind := range []struct {
		prefix  string
		columns []string
		add     func(*table.Table) error
	}{
		{"states", []string{"id", "name", "aliases", "demonyms", "capital", "seats", "cities", "status"}, a.addStates},
		{"bodies", []string{"id", "name", "aliases", "kind", "state"}, a.addBodies},
		{"members", []string{"body", "state", "from", "to"}, a.addMembers},
		{"persons", []string{"id", "name", "aliases", "gender", "state"}, a.addPersons},
		{"offices", []string{"id", "for", "title", "sector", "phrases"}, a.addOffices},
		{"terms", []string{"person", "office", "actor", "from", "to"}, a.addTerms},
		{"titles", []string{"title", "kind", "gender"}, a.addTitles},
		{"nouns", []string{"noun", "kind", "plural", "gender"}, a.addNouns},
		{"given_names", []string{"name", "gender"}, a.addGivenNames},
	} {
		for _, file := range files {
			if !strings.HasPrefix(file, kind.prefix) {
				continue
			}
			data, err := fs.ReadFile(folder, file)
			if err != nil {
				return err
			}
			t, err := table.Parse(file, data, kind.columns...)
			if err != nil {
				return err
			}
			if err := kind.add(t); err != nil {
				return err
			}
		}
	}
	return nil
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

// Find gives the actors that a name may stand for.
func (a *Almanac) Find(name string) []Sense { return a.names.lookup(name) }
