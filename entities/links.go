package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/language"
)

// Links say which actors the words of a report stand for. They do not change: every
// mention, every noun phrase, every land and every pair is resolved before anybody
// asks, so that who asks first makes no difference. Actors and mentions are numbered
// from 0; -1 stands for none.
type Links struct {
	doc      *language.Document
	actors   []Actor
	mentions []Mention
	notices  []Notice
	// at gives the mention that covers a token, phrases the description that a token
	// heads.
	at, phrases []int
	// faced are the nouns for those on another side than the token that owns them.
	faced map[int]int
	// territories gives the actor whose land the place of a mention is.
	territories map[int]int
	// named and told are how many actors and mentions there are without those that
	// only descriptions and places stand for.
	named, told int
	// places are the actors by their ids.
	places map[string]int
	// introduced gives the head of the first mention of each actor that is no pronoun.
	introduced []int
	pairs      *pairs
	sides      *toldSides
	officesTold
}

// Actor is an actor of a report.
type Actor struct {
	rapporteur.Actor
	// Known is the row of the tables, nil for an actor of this report only.
	Known  *knowledge.Actor
	Gender byte
	Plural bool
	// Source says that it is no people but a document or figures that say
	// something.
	Source bool
	// Family is the folded name used on second mention.
	Family string
	// For is the state or body that the actor speaks and acts for.
	For string
}

// Side is the id of the state or body that an actor counts for, else its own.
func (a *Actor) Side() string {
	if a.For != "" {
		return a.For
	}
	return a.ID
}

// Form is how a mention refers.
type Form uint8

// The ways to refer.
const (
	ByProperName Form = iota
	ByDescription
	ByPronoun
)

// Mention is the tokens from First to Last (exclusive) that stand for an actor
// or a place. Head is the token that the tree governs the others by.
type Mention struct {
	First, Last, Head int
	// Actor is the number of the actor, -1 for a place that stands for none.
	Actor int
	// Pair is the two actors of "both sides" and "the two leaders".
	Pair []int
	Form Form
	Sort knowledge.Sort
	// Place is set where the name is used as a place, with its name and state.
	Place *rapporteur.Place
	// Office is the office phrase that the mention holds, if any.
	Office *knowledge.Office
	// Presumed says that the tables do not reach to the report's day, and that
	// the last known holder of the office is meant if nobody has followed, or the one
	// whom other reports name.
	Presumed bool
}

// Notice is something odd that linking came upon.
type Notice struct {
	Kind, Message string
	Evidence      []language.Range
}

// Actors is how many actors there are.
func (k *Links) Actors() int { return len(k.actors) }

// Actor gives an actor by its number.
func (k *Links) Actor(actor int) Actor { return k.actors[actor] }

// Mentions is how many mentions there are.
func (k *Links) Mentions() int { return len(k.mentions) }

// Mention gives a mention by its number.
func (k *Links) Mention(mention int) Mention { return k.mentions[mention] }

// Notices gives what linking came upon, in the order in which it did.
func (k *Links) Notices() []Notice { return slices.Clone(k.notices) }

// officesTold is what a report says of the holders of offices, and what others do.
type officesTold struct {
	// incumbents are the holders whom the report names and no table knows, open the
	// posts that it speaks of and whose holders it does not name.
	incumbents []Incumbent
	open       []rapporteur.OpenPost
	learned    learned
}

// Incumbents gives the holders of offices whom the report names and no table knows.
func (k *Links) Incumbents() []Incumbent { return slices.Clone(k.incumbents) }

// Open gives the posts that the report speaks of and whose holders it does not name.
func (k *Links) Open() []rapporteur.OpenPost { return slices.Clone(k.open) }

// StateAround gives the state that the report tells of most around a token, if it is
// also the one that it tells of most as a whole; empty where the two differ.
func (k *Links) StateAround(token int) string { return k.sides.around(token) }

// MentionAt gives the mention that covers a token.
func (k *Links) MentionAt(token int) int {
	if token < 0 || token >= len(k.at) {
		return -1
	}
	return k.at[token]
}

// Phrase gives the mention that a token stands for as the head of a noun phrase: a
// name or a pronoun, else the description that it heads.
func (k *Links) Phrase(head int) int {
	m := k.MentionAt(head)
	if m >= 0 && (k.mentions[m].Actor >= 0 || k.mentions[m].Pair != nil) || head < 0 || head >= len(k.phrases) || k.phrases[head] < 0 {
		return m
	}
	return k.phrases[head]
}

// ActorAt gives the actor that a token stands for.
func (k *Links) ActorAt(token int) int { return k.actorOf(k.MentionAt(token)) }

// Referent gives the actor that the noun phrase of a head token stands for, by name
// or by description.
func (k *Links) Referent(head int) int { return k.actorOf(k.Phrase(head)) }

func (k *Links) actorOf(mention int) int {
	if mention < 0 {
		return -1
	}
	return k.mentions[mention].Actor
}

// Faced gives the noun for those who stand on another side than its owner, where a token
// is that owner: of "Moss's hosts" the hosts. Other tokens stay.
func (k *Links) Faced(token int) int {
	if noun, ok := k.faced[token]; ok {
		return noun
	}
	return token
}

// Introduced gives the head of the first mention of an actor that is no pronoun.
func (k *Links) Introduced(actor int) int { return k.introduced[actor] }

// List gives the actors that the report names and those that entries use, in the
// order in which linking came upon them, with their spans. What only a description
// or a place stands for counts where an entry uses it.
func (k *Links) List(used map[string]bool) []rapporteur.Actor {
	spans := make([][]rapporteur.Span, len(k.actors))
	for i, m := range k.mentions {
		land := i >= k.told && m.Place != nil // is a mention of whose it is if nothing else is
		if m.Actor >= 0 && (i < k.told || used[k.actors[m.Actor].ID] && !(land && len(spans[m.Actor]) > 0)) {
			spans[m.Actor] = append(spans[m.Actor], k.doc.Span(k.doc.Bytes(m.First, m.Last)))
		}
	}
	var out []rapporteur.Actor
	for i, a := range k.actors {
		if len(spans[i]) == 0 {
			continue
		}
		actor := a.Actor
		actor.Mentions = spans[i]
		if actor.Roles == nil {
			actor.Roles = []rapporteur.Role{}
		}
		out = append(out, actor)
	}
	return out
}
