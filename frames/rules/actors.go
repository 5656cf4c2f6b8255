package rules

import "rapporteur"

// Actors are the look-ups by which rules ask who a word of the text stands for. They
// are answered by linking, which comes before; rules name nobody in a frame, they
// point at the words. Tokens are indexes into the Document, actors are numbers of
// theirs; -1 is none.
type Actors interface {
	// Mention gives the mention that covers a token, nil for none.
	Mention(token int) *Mention
	// Phrase gives the mention that a token heads, a description too, nil for none.
	Phrase(head int) *Mention
	// Describe gives the actor that the noun phrase of a head token stands for, by name
	// or by description.
	Describe(head int) int
	// Territory gives the actor that is struck, helped or shut off with the place that a
	// token names.
	Territory(token int) int
	// Location gives the state in which the place at a token lies, if the text names it.
	Location(token int) int
	// Pair gives the two that "they" or "their" before a word for a meeting means.
	Pair(token int) []int
	// Introduced gives the head of the first mention of an actor that is no pronoun.
	Introduced(actor int) int
	// Actor gives an actor by its number.
	Actor(actor int) *Actor
}

// Mention is the tokens from First to Last (exclusive) that stand for an actor or a
// place; Head governs the others.
type Mention struct {
	First, Last, Head int
	// Actor is -1 for a place that stands for none.
	Actor int
	// Pair is the two actors of "both sides".
	Pair []int
	// Named says that it is a proper name, Pronoun that it is a pronoun.
	Named, Pronoun bool
	// Own says that it is the actor's name rather than an adjective or a seat of it.
	Own bool
	// Place is set where the name is used as a place.
	Place *rapporteur.Place
}

// Actor is what rules ask of an actor.
type Actor struct {
	ID, Name string
	Kind     rapporteur.ActorKind
	// State is the one that the actor belongs to, For whom it speaks and acts for; both
	// may be empty.
	State, For string
	// Known says that it is one of the tables, Sector what that says of it.
	Known  bool
	Sector string
	// Sectors are those of the offices that it holds.
	Sectors []string
	Plural  bool
	// Document says that it is no people but a document or figures that say something.
	Document bool
}

// Side gives whom an actor counts for: the state or body that it acts for, else
// itself.
func (a *Actor) Side() string {
	if a.For != "" {
		return a.For
	}
	return a.ID
}

// Anchored reports whether an actor is somebody in particular: known, named, or acting
// for a state or body. "Terrorists" and "allies" are not.
func (a *Actor) Anchored() bool {
	return a.Known || a.For != "" || a.State != "" || a.Kind == rapporteur.Person
}

// Identified reports whether it is known whom an actor belongs to, or who it is.
func (a *Actor) Identified() bool {
	return a.Known || a.State != "" || a.For != "" || a.Kind == rapporteur.Collective
}
