package knowledge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// Sort is how a name stands for its actor.
type Sort uint8

const (
	// ByName is a name of the actor: Russia, the Taliban, Sergei Lavrov.
	ByName Sort = iota
	// ByDemonym is an adjective or noun of origin: Russian, Britons.
	ByDemonym
	// ByCapital is a capital: the city or, where the context says so, the
	// government that sits there.
	ByCapital
	// BySeat is a seat of power that stands for the government: the Kremlin.
	BySeat
	// ByCity is a place in a state and never stands for it: Geneva.
	ByCity
)

// Sense is one thing that a name may mean.
type Sense struct {
	Actor *Actor
	Sort  Sort
	// Name is the name as the table writes it.
	Name string
	// acronym names match capital letters only: US, WHO.
	acronym bool
	// lower names are written small in the table and match small letters too.
	lower bool
}

// lexicon finds names in text: from the first folded word to all names that
// begin with it, the longest first.
type lexicon struct {
	byFirst map[string][]phrase
	// folded is room for the words of the name being added.
	folded []string
}

type phrase struct {
	words  []string
	senses []Sense
}

func newLexicon() *lexicon { return &lexicon{byFirst: make(map[string][]phrase, roomForWords)} }

// roomForWords is about the number of first words of the built-in names.
const roomForWords = 8192

// add enters one name of an actor.
func (l *lexicon) add(name string, known *Actor, sort Sort) {
	l.folded = AppendWords(l.folded[:0], name)
	words := l.folded
	if len(words) == 0 {
		return
	}
	first, _ := utf8.DecodeRuneInString(name)
	s := Sense{Actor: known, Sort: sort, Name: name, acronym: isAcronym(name), lower: unicode.IsLower(first)}
	list := l.byFirst[words[0]]
	at := len(list)
	for i, p := range list {
		if equal(p.words, words) {
			if !slices.ContainsFunc(p.senses, func(o Sense) bool { return o.Actor == known && o.Sort == sort }) {
				list[i].senses = append(p.senses, s)
			}
			return
		}
		if at == len(list) && len(p.words) < len(words) {
			at = i
		}
	}
	l.byFirst[words[0]] = slices.Insert(list, at, phrase{slices.Clone(words), []Sense{s}})
}

// match gives the senses of the longest name that the words begin with and
// the number of words it takes. forms are the words as written.
func (l *lexicon) match(words, forms []string) ([]Sense, int) {
	if len(words) == 0 {
		return nil, 0
	}
	return longest(l.byFirst[words[0]], words, forms)
}

// at is match for the tokens of a text. A name that ends inside a token is none.
func (l *lexicon) at(tokens int, of func(token int) (folded []string, form string)) ([]Sense, int) {
	if tokens == 0 {
		return nil, 0
	}
	first, _ := of(0)
	if len(first) == 0 || len(l.byFirst[first[0]]) == 0 {
		return nil, 0
	}
	list := l.byFirst[first[0]]
	var room [2][usualName]string
	words, forms, token := room[0][:0], room[1][:0], make([]int, 0, usualName)
	for t := 0; t < tokens && len(words) < len(list[0].words); t++ {
		folded, form := of(t)
		for _, w := range folded {
			words, forms, token = append(words, w), append(forms, form), append(token, t)
		}
	}
	senses, n := longest(list, words, forms)
	if n == 0 || n < len(token) && token[n] == token[n-1] {
		return nil, 0
	}
	return senses, token[n-1] + 1
}

// usualName is a number of words that few names have.
const usualName = 16

// longest does so among the names that begin with the first word.
func longest(list []phrase, words, forms []string) ([]Sense, int) {
	for _, p := range list {
		if len(p.words) > len(words) || !equal(p.words, words[:len(p.words)]) {
			continue
		}
		if senses := admitted(p.senses, forms[:len(p.words)]); len(senses) > 0 {
			return senses, len(p.words)
		}
	}
	return nil, 0
}

// lookup gives the senses of a whole name, whatever its capitals.
func (l *lexicon) lookup(name string) []Sense {
	words := Words(name)
	if len(words) == 0 {
		return nil
	}
	for _, p := range l.byFirst[words[0]] {
		if equal(p.words, words) {
			return p.senses
		}
	}
	return nil
}

// longAcronym is the length from which an acronym may be written as a word:
// Nato, Unesco, but not It for IT.
const longAcronym = 4

// admitted keeps the senses that the capitals of the text allow.
func admitted(senses []Sense, forms []string) []Sense {
	capital, shouted := HasCapital(forms[0]) || HasCapital(forms[len(forms)-1]), isAcronym(strings.Join(forms, ""))
	keep := func(s Sense) bool { return s.lower || capital && (!s.acronym || shouted || len(s.Name) >= longAcronym) }
	for i, s := range senses {
		if keep(s) {
			continue
		}
		kept := append([]Sense(nil), senses[:i]...)
		for _, s := range senses[i+1:] {
			if keep(s) {
				kept = append(kept, s)
			}
		}
		return kept
	}
	return senses
}

// isAcronym reports whether a name is written in capitals only: US, P5+1.
func isAcronym(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLower(r) || r == ' ' {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 0
}

// HasCapital reports whether a word begins with a capital or a digit.
func HasCapital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := len(a) - 1; i >= 0; i-- {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// OfficeHolder picks the sense that can have offices: a state, body or group,
// not a mere city. Nil for none.
func OfficeHolder(senses []Sense) *Actor {
	for _, s := range senses {
		if s.Sort != ByCity && s.Actor.Kind != rapporteur.Person {
			return s.Actor
		}
	}
	return nil
}
