package ontology

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur"
)

// issue is a subject of negotiation and the words that show it.
type issue struct {
	rapporteur.Issue
	group   string
	phrases []phrase
	// neutral issues name nothing that one can be for or against.
	neutral bool
}

// phrase is words that show an issue; a last letter * stands for any ending.
type phrase struct {
	words []string
	issue int
	// contrary words name what hinders or ends what the issue names.
	contrary bool
	// mute words do not show the issue.
	mute bool
}

// issues are all issues with what shows them.
type issues struct {
	list []issue
	// words leads from the first word of an issue's phrase to the phrases.
	words map[string][]phrase
	// prefixes leads from the first byte of a word to the phrases that begin with one
	// of any ending.
	prefixes map[byte][]phrase
	weights  weights
}

func newIssues() *issues {
	return &issues{words: map[string][]phrase{}, prefixes: map[byte][]phrase{}, weights: weights{always: map[string]float64{}, ofWord: map[string][]wordWeight{}}}
}

// find gives the number of an issue, -1 for an id that does not exist.
func (s *issues) find(id string) int {
	return slices.IndexFunc(s.list, func(i issue) bool { return i.ID == id })
}

// index files the phrases under their first words.
func (s *issues) index() {
	for i := range s.list {
		for _, p := range s.list[i].phrases {
			p.issue = i
			if p.mute {
				continue
			}
			if first := p.words[0]; strings.HasSuffix(first, "*") {
				s.prefixes[first[0]] = append(s.prefixes[first[0]], p)
			} else {
				s.words[first] = append(s.words[first], p)
			}
		}
	}
}

// begins reports whether some words begin with those of a phrase.
func begins(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if stem, open := strings.CutSuffix(w, "*"); w != words[i] && (!open || !strings.HasPrefix(words[i], stem)) {
			return false
		}
	}
	return true
}

// wordsOf gives the words of a text in small letters; hyphens and stars belong
// to them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '-' && c != '*' && c != '\''
	})
}
