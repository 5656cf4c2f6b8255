package knowledge

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

// Tables are the tables that are built in.
func Tables() fs.FS {
	sub, err := fs.Sub(tables, "tables")
	if err != nil {
		panic(err) // the folder is built in
	}
	return sub
}

// Base is everything the tables know: states, bodies, groups, persons, and
// who held which office on which day. It is read-only once loaded and may be
// shared by goroutines.
type Base struct {
	actors map[string]*Actor
	// bodies are the states and bodies.
	bodies, persons []*Actor
	people          *Persons
	// shorts finds states by the words that stand for them with an article.
	shorts map[string][]ShortName
	// provinces finds provinces by their folded name.
	provinces map[string][]*Province
	offices   *Offices
	terms     *Terms
	names     *lexicon
	members   map[string][]membership
	*Vocabulary
}

// Actor is an actor of the tables. Its names are found with [Base.Find].
type Actor struct {
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
	// Words are the folded words of a person's name, and of a state or body
	// the nouns in its names by which it is taken up: "the alliance".
	Words []string
	// Status marks states that are former or disputed.
	Status string
	// Capital is the city that "the capital" of a state is, empty for none.
	Capital string
}

// Load reads the tables that are built in and what the user adds to them. Of
// two rows with the same key the later addition's counts, and a name or office
// phrase means what the user's tables say before it means what the built-in
// ones say. Dictionaries add to all tables and replace nothing.
func Load(own ...*Addition) (*Base, error) {
	offices := newOffices()
	a := &Base{
		actors: map[string]*Actor{}, people: newPersons(), offices: offices, terms: &Terms{offices, map[post][]*Term{}, map[string][]*Term{}}, shorts: map[string][]ShortName{},
		names: newLexicon(), members: map[string][]membership{}, provinces: map[string][]*Province{}, Vocabulary: newVocabulary(),
	}
	known, err := readFolder(Tables(), "")
	if err != nil {
		return nil, fmt.Errorf("load tables: %w", err)
	}
	var layers [][]*table.Table
	for _, o := range slices.Backward(own) {
		layers = append(layers, o.tables)
	}
	into := loader{a}
	if err := into.addTables(append(layers, known)); err != nil {
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
		merger{a}.addEntries(entries)
	}
	into.finish()
	return a, nil
}

// loader takes tables into a base.
type loader struct{ *Base }

// finish builds what needs all tables.
func (a loader) finish() {
	for _, p := range a.persons {
		slices.SortStableFunc(p.Terms, func(x, y *Term) int { return strings.Compare(x.From, y.From) })
		a.people.add(p)
	}
}
