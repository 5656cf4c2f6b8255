package eval

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rapporteur/language/conllu"
)

// TreebankScores are the figures of the CoNLL 2018 shared task.
type TreebankScores struct {
	Tokens, Sentences, Words Score
	UPOS, XPOS, Lemmas       Score
	// UAS counts words with the right head, LAS with the right head and
	// relation, CLAS the same of words that carry content.
	UAS, LAS, CLAS Score
}

// Treebank scores what a system made of the text of a treebank. Both must hold
// the same characters, white space apart; their sentences, tokens and words
// may differ.
func Treebank(gold, system []conllu.Sentence) (TreebankScores, error) {
	g, err := lay(gold)
	if err != nil {
		return TreebankScores{}, fmt.Errorf("gold: %w", err)
	}
	s, err := lay(system)
	if err != nil {
		return TreebankScores{}, fmt.Errorf("system: %w", err)
	}
	if !slices.Equal(g.characters, s.characters) {
		return TreebankScores{}, differentText(g.characters, s.characters)
	}
	a := align(g.words, s.words)
	return TreebankScores{
		Tokens:    intervals(g.tokens, s.tokens),
		Sentences: intervals(g.sentences, s.sentences),
		Words:     a.score(all, func(pair) bool { return true }),
		UPOS:      a.score(all, func(p pair) bool { return p.gold.UPOS == p.system.UPOS }),
		XPOS:      a.score(all, func(p pair) bool { return p.gold.XPOS == p.system.XPOS }),
		Lemmas:    a.score(all, sameLemma),
		UAS:       a.score(all, a.sameHead),
		LAS:       a.score(all, a.sameArc),
		CLAS:      a.score(content, a.sameArc),
	}, nil
}

func differentText(gold, system []rune) error {
	n := 0
	for n < len(gold) && n < len(system) && gold[n] == system[n] {
		n++
	}
	if n == len(gold) && n == len(system) {
		return errors.New("gold and system differ")
	}
	near := func(text []rune) string { return string(text[min(n, len(text)):min(n+20, len(text))]) }
	return fmt.Errorf("gold and system are not the same text: after %d characters %q stands against %q",
		n, near(gold), near(system))
}

// intervals scores two sorted lists of intervals.
func intervals(gold, system []interval) Score {
	score := Score{Gold: len(gold), System: len(system)}
	for g, s := 0, 0; g < len(gold) && s < len(system); {
		switch {
		case system[s].start < gold[g].start:
			s++
		case gold[g].start < system[s].start:
			g++
		default:
			if gold[g].end == system[s].end {
				score.Correct++
			}
			g, s = g+1, s+1
		}
	}
	return score
}

// score counts the words that pass the filter, and the pairs that are right.
func (a *alignment) score(counts func(*word) bool, right func(pair) bool) Score {
	var score Score
	for i := range a.gold {
		if counts(&a.gold[i]) {
			score.Gold++
		}
	}
	for i := range a.system {
		if counts(&a.system[i]) {
			score.System++
		}
	}
	for _, p := range a.pairs {
		if !counts(p.gold) {
			continue
		}
		score.Aligned++
		if right(p) {
			score.Correct++
		}
	}
	return score
}

func all(*word) bool { return true }

// functional are the relations that CLAS leaves out, punctuation apart.
var functional = [...]string{"aux", "cop", "mark", "det", "clf", "case", "cc", "punct"}

func content(w *word) bool { return !slices.Contains(functional[:], relation(w.Deprel)) }

// relation cuts the subtype off.
func relation(deprel string) string {
	universal, _, _ := strings.Cut(deprel, ":")
	return universal
}

func sameLemma(p pair) bool { return p.gold.Lemma == "_" || p.gold.Lemma == p.system.Lemma }

func (a *alignment) sameHead(p pair) bool {
	if p.system.parent == nil {
		return p.gold.parent == nil && p.system.Head == 0
	}
	return p.gold.parent != nil && a.toGold[p.system.parent] == p.gold.parent
}

func (a *alignment) sameArc(p pair) bool {
	return a.sameHead(p) && relation(p.gold.Deprel) == relation(p.system.Deprel)
}
