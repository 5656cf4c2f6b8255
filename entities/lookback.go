package entities

import (
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
)

// startingAt gives the mentions that begin at a token, in the order in which they
// were found.
func (l *linker) startingAt(token int) []int {
	if l.starts == nil {
		l.starts = make([][]int, len(l.doc.Tokens))
	}
	for ; l.indexed < len(l.cast.Mentions); l.indexed++ {
		at := l.cast.Mentions[l.indexed].First
		l.starts[at] = append(l.starts[at], l.indexed)
	}
	return l.starts[token]
}

// lastBefore gives the last mention that has a property and begins before one
// token and not before another; nil for none.
func (l *linker) lastBefore(token, from int, has func(*Mention) bool) *Mention {
	for at := token - 1; at >= max(from, 0); at-- {
		here := l.startingAt(at)
		for k := len(here) - 1; k >= 0; k-- {
			if m := &l.cast.Mentions[here[k]]; has(m) {
				return m
			}
		}
	}
	return nil
}

// plainName is a name and its folded words.
type plainName struct {
	name  string
	words []string
}

// nameWords gives the folded words of an actor's name.
func (l *linker) nameWords(actor int) []string {
	for len(l.plain) <= actor {
		l.plain = append(l.plain, plainName{})
	}
	p := &l.plain[actor]
	if name := l.cast.Actors[actor].Name; p.words == nil || p.name != name {
		*p = plainName{name, knowledge.Words(name)}
	}
	return p.words
}

// sourceOf gives the head of the source of what is said, by its number.
func (l *linker) sourceOf(said int) int {
	if l.sources == nil {
		l.sources = make([]int, len(l.said))
		for k := range l.said {
			l.sources[k] = l.said[k].Head(frames.Source)
		}
	}
	return l.sources[said]
}
