package entities

import (
	"slices"
	"sort"
	"strings"

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

// lastCalled gives the last mention that a noun may take up and that has a property,
// and that begins before one token and not before another; nil for none.
func (l *linker) lastCalled(noun string, token, from int, has func(*Mention) bool) *Mention {
	l.indexNouns()
	list := l.byNoun[noun]
	before := sort.Search(len(list), func(k int) bool { return l.cast.Mentions[list[k]].First >= token })
	for _, k := range slices.Backward(list[:before]) {
		m := &l.cast.Mentions[k]
		if m.First < from {
			return nil
		}
		if has(m) {
			return m
		}
	}
	return nil
}

// indexNouns finds mentions by the nouns that may take them up: their own, those of
// their office and the last word of the actor's name.
func (l *linker) indexNouns() {
	if l.byNoun == nil {
		l.byNoun = map[string][]int{}
	}
	for ; l.nouned < len(l.cast.Mentions); l.nouned++ {
		m := &l.cast.Mentions[l.nouned]
		if m.Actor < 0 {
			continue
		}
		nouns := []string{strings.ToLower(l.doc.Tokens[m.Head].Lemma)}
		if m.Office != nil {
			nouns = append(nouns, knowledge.Words(m.Office.Title)...)
		}
		if name := strings.ToLower(l.cast.Actors[m.Actor].Name); strings.Contains(name, " ") {
			nouns = append(nouns, lastWord(name))
		}
		for i, noun := range nouns {
			if !slices.Contains(nouns[:i], noun) {
				l.byNoun[noun] = l.insertMention(l.byNoun[noun], l.nouned)
			}
		}
	}
}

// insertMention puts a mention behind those that begin where it does or before.
func (l *linker) insertMention(list []int, mention int) []int {
	first := l.cast.Mentions[mention].First
	at := sort.Search(len(list), func(k int) bool { return l.cast.Mentions[list[k]].First > first })
	return slices.Insert(list, at, mention)
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

// spokenBy are the sources of what is said, by tokens.
type spokenBy struct {
	// of gives the first statement whose source a token is, before the last one whose
	// source and first word stand before a token, -1 for none.
	of     map[int]int
	before []int
	// in gives the statements whose source stands in a sentence.
	in [][]int
}

// sourcesSaid gives the sources of what is said.
func (l *linker) sourcesSaid() *spokenBy {
	if l.spoken != nil {
		return l.spoken
	}
	l.spoken = &spokenBy{of: map[int]int{}, before: make([]int, len(l.doc.Tokens)+1), in: make([][]int, len(l.doc.Sentences))}
	for i := range l.spoken.before {
		l.spoken.before[i] = -1
	}
	for k := range l.said {
		source := l.sourceOf(k)
		if source < 0 {
			continue
		}
		if _, ok := l.spoken.of[source]; !ok {
			l.spoken.of[source] = k
		}
		in := l.doc.SentenceOf(source)
		l.spoken.in[in] = append(l.spoken.in[in], k)
		behind := max(source, l.said[k].Words.First) + 1
		l.spoken.before[behind] = max(l.spoken.before[behind], k)
	}
	for i := 1; i < len(l.spoken.before); i++ {
		l.spoken.before[i] = max(l.spoken.before[i], l.spoken.before[i-1])
	}
	return l.spoken
}

// headedIn gives the mentions whose head stands in a sentence, in the order in which
// they were found.
func (l *linker) headedIn(sentence int) []int {
	if l.heads == nil {
		l.heads = make([][]int, len(l.doc.Sentences))
	}
	for ; l.headed < len(l.cast.Mentions); l.headed++ {
		at := l.doc.SentenceOf(l.cast.Mentions[l.headed].Head)
		l.heads[at] = append(l.heads[at], l.headed)
	}
	return l.heads[sentence]
}
