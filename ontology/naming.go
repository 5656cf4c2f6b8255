package ontology

import (
	"slices"

	"rapporteur/table"
)

// Naming is a run of words that names an issue, or what is contrary to it: who is for
// escalation is against de-escalation.
type Naming struct {
	// First and Last are the words, counted from 0, Last exclusive.
	First, Last int
	Contrary    bool
}

// namings gives where some words name the issue.
func (i *issue) namings(words []string) []Naming {
	if i.neutral {
		return nil
	}
	var out []Naming
	for first := range words {
		longest := -1
		for k, p := range i.phrases {
			if begins(words[first:], p.words) && (longest < 0 || len(p.words) > len(i.phrases[longest].words)) {
				longest = k
			}
		}
		if longest < 0 || len(out) > 0 && first < out[len(out)-1].Last {
			continue // within the naming before
		}
		p := i.phrases[longest]
		out = append(out, Naming{first, first + len(p.words), p.contrary})
	}
	return out
}

// readContrary marks the phrases of an issue that a row says are contrary to it, and
// adds those that do not show the issue.
func (i *issue) readContrary(row table.Row) {
	if row.Get("contrary") == "-" {
		i.neutral = true
		return
	}
	for _, cell := range row.List("contrary") {
		words := wordsOf(cell)
		if at := slices.IndexFunc(i.phrases, func(p phrase) bool { return slices.Equal(p.words, words) }); at >= 0 {
			i.phrases[at].contrary = true
		} else {
			i.phrases = append(i.phrases, phrase{words: words, contrary: true, mute: true})
		}
	}
}
