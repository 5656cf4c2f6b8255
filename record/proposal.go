package record

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur"
)

// subject is what a position is about, as far as a key can say.
func subject(x *rapporteur.Position) string {
	if x.Issue == nil {
		return ""
	}
	return x.Issue.ID
}

// topic is what a proposal is about: its words, and apart from them the names in it,
// which tell two proposals apart but do not make them one.
type topic struct {
	words, names []string
}

// topicOf takes a proposal to pieces. One of names alone has them for words.
func topicOf(p *rapporteur.Position) topic {
	var t topic
	for _, field := range strings.Fields(p.Proposal) {
		field = strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		to := &t.words
		if strings.IndexFunc(field, unicode.IsUpper) == 0 {
			to = &t.names
		}
		for _, w := range wordsOf(strings.ReplaceAll(field, "-", "")) {
			w = root(w)
			if w != "" && !slices.Contains(*to, w) {
				*to = append(*to, w)
			}
		}
	}
	if len(t.words) == 0 {
		t.words, t.names = t.names, nil
	}
	return t
}

// endings are those of verbs and nouns that change what a proposal says in other
// words: "lifting the blockade", "lifted its blockades".
var endings = [...]string{"ing", "ed", "es", "s"}

// root cuts a word to what it has in common with its other forms, empty for one
// that says nothing and for days and months.
func root(w string) string {
	if len(w) < 3 || strings.Contains(light, " "+w+" ") || strings.Contains(" "+calendar+" ", " "+w[:min(len(w), 6)]+" ") {
		return ""
	}
	for _, end := range endings {
		if len(w) >= len(end)+4 && strings.HasSuffix(w, end) {
			w = strings.TrimSuffix(w, end)
			break
		}
	}
	return strings.TrimSuffix(w[:min(len(w), 6)], "e")
}

// first are so many of the words, as they stand in the proposal.
func (t topic) first(n int) []string { return t.words[:min(n, len(t.words))] }

// same reports whether two positions are about the same thing to be done, each on its
// issue: half of the shorter one's words are the other's, and two of them, or all, or a name
// besides; where the issue is not the same, two or all of both. Different names tell
// them apart.
func (t topic) same(y topic, issue, other string) bool {
	both := len(shared(t.words, y.words))
	less, more := min(len(t.words), len(y.words)), max(len(t.words), len(y.words))
	if both == 0 || 2*both < less || len(t.names) > 0 && len(y.names) > 0 && len(shared(t.names, y.names)) == 0 {
		return false
	}
	if issue != "" && issue == other {
		return both >= 2 || both == less || len(shared(t.names, y.names)) > 0
	}
	return both >= 2 || both == more
}
