package entities

import (
	"slices"
	"sort"
	"strings"

	"rapporteur/entities/knowledge"
)

// mentionIndex finds mentions by where they stand and what may take them up. It
// grows with them.
type mentionIndex struct {
	// next is the first mention that is not indexed.
	next int
	// starts are the mentions that begin at each token, heads those whose head stands
	// in each sentence.
	starts, heads [][]int
	// nouns are the mentions by the nouns that may take them up, in the order of the
	// text.
	nouns map[string][]int
}

// indexed gives the index with the mentions that have come since.
func (s *mentionSet) indexed() *mentionIndex {
	x := &s.index
	if x.nouns == nil {
		x.starts, x.heads, x.nouns = make([][]int, len(s.doc.Tokens)), make([][]int, len(s.doc.Sentences)), map[string][]int{}
	}
	for ; x.next < len(s.mentions); x.next++ {
		m := &s.mentions[x.next]
		x.starts[m.First] = append(x.starts[m.First], x.next)
		sentence := s.doc.SentenceOf(m.Head)
		x.heads[sentence] = append(x.heads[sentence], x.next)
		for _, noun := range s.nounsFor(m) {
			x.nouns[noun] = s.insert(x.nouns[noun], x.next)
		}
	}
	return x
}

// nounsFor gives the nouns that may take a mention up: its own, those of its office
// and the last word of the actor's name.
func (s *mentionSet) nounsFor(m *Mention) []string {
	if m.Actor < 0 {
		return nil
	}
	nouns := []string{strings.ToLower(s.doc.Tokens[m.Head].Lemma)}
	if m.Office != nil {
		nouns = append(nouns, knowledge.Words(m.Office.Title)...)
	}
	if name := strings.ToLower(s.set.actor(m.Actor).Name); strings.Contains(name, " ") {
		nouns = append(nouns, lastWord(name))
	}
	slices.Sort(nouns)
	return slices.Compact(nouns)
}

// insert puts a mention behind those that begin where it does or before.
func (s *mentionSet) insert(list []int, mention int) []int {
	first := s.mentions[mention].First
	at := sort.Search(len(list), func(k int) bool { return s.mentions[list[k]].First > first })
	return slices.Insert(list, at, mention)
}

// lastBefore gives the last mention that has a property and begins before one
// token and not before another; nil for none.
func (s *mentionSet) lastBefore(token, from int, has func(*Mention) bool) *Mention {
	starts := s.indexed().starts
	for at := token - 1; at >= max(from, 0); at-- {
		for _, k := range slices.Backward(starts[at]) {
			if m := &s.mentions[k]; has(m) {
				return m
			}
		}
	}
	return nil
}

// lastCalled gives the last mention that a noun may take up and that has a property,
// and that begins before one token and not before another; nil for none.
func (s *mentionSet) lastCalled(noun string, token, from int, has func(*Mention) bool) *Mention {
	list := s.indexed().nouns[noun]
	before := sort.Search(len(list), func(k int) bool { return s.mentions[list[k]].First >= token })
	for _, k := range slices.Backward(list[:before]) {
		m := &s.mentions[k]
		if m.First < from {
			return nil
		}
		if has(m) {
			return m
		}
	}
	return nil
}

// headedIn gives the mentions whose head stands in a sentence, in the order in which
// they were found.
func (s *mentionSet) headedIn(sentence int) []int { return s.indexed().heads[sentence] }

// mentionsIn gives the mentions of actors whose head stands in a sentence before a
// token, in the order of the text.
func (s *mentionSet) mentionsIn(sentence, token int) []Mention {
	if sentence < 0 {
		return nil
	}
	var out []Mention
	for _, k := range s.headedIn(sentence) {
		if m := s.mentions[k]; m.Head < token && m.Actor >= 0 {
			out = append(out, m)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].First < out[j].First })
	return out
}

// lately gives the mentions before a token in its sentence and the one before, in the
// order of the text.
func (s *mentionSet) lately(token int) []Mention {
	sentence := s.doc.SentenceOf(token)
	return append(s.mentionsIn(sentence-1, token), s.mentionsIn(sentence, token)...)
}
