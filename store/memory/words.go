package memory

import (
	"errors"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/lexeme"
	"rapporteur/store/packed"
)

// searched is the number of sentences that a question with words looks at, the last to
// arrive, as in the other stores.
const searched = 5000

// wordsOf gives the words of each sentence of a text.
func wordsOf(body *record.Body) ([]string, error) {
	at := rapporteur.NewIndex(body.Text)
	var out []string
	for _, span := range body.Sentences[:min(packed.NoSentence, len(body.Sentences))] {
		from, to := at.Offset(span[0]), at.Offset(span[1])
		if from > to || to > len(body.Text) {
			return nil, errors.New("a sentence does not stand in its text")
		}
		out = append(out, between(lexeme.Words(body.Text[from:to])))
	}
	return out, nil
}

// between writes words between blanks.
func between(words []string) string { return " " + strings.Join(words, " ") + " " }

// putWords makes the sentences of a report found.
func (t *tables) putWords(report int64, body *record.Body) error {
	words, err := wordsOf(body)
	t.words[report] = words
	return err
}

// holding gives the sentences that hold every word and every phrase in quotation marks,
// the last to arrive first, so many at most; 0 for all.
func (t *tables) holding(text string, most int) []record.Hit {
	var phrases []string
	for _, words := range lexeme.Phrases(text) {
		phrases = append(phrases, between(words))
	}
	if len(phrases) == 0 {
		return nil // who asks for no word finds none
	}
	var out []record.Hit
	for _, n := range slices.Backward(numbers(t.words)) {
		for i, words := range slices.Backward(t.words[n]) {
			if slices.ContainsFunc(phrases, func(p string) bool { return !strings.Contains(words, p) }) {
				continue
			}
			if out = append(out, record.Hit{Report: n, Sentence: i}); len(out) == most {
				return out
			}
		}
	}
	return out
}

// Search implements record.View.
func (t reportTable) Search(text string, limit, offset int) ([]record.Hit, error) {
	return page(t.holding(text, 0), limit, offset), nil
}

// reportsHolding are those of the sentences that hold some words.
func (t *tables) reportsHolding(text string) map[int64]bool {
	out := map[int64]bool{}
	for _, hit := range t.holding(text, searched) {
		out[hit.Report] = true
	}
	return out
}

// standing are the entries of which a member, now or formerly, stands at certain places.
func (t *tables) standing(there func(record.MemberRow) bool) map[int64]bool {
	out, here := map[int64]bool{}, map[int64]bool{}
	for n, m := range t.members {
		if there(m) {
			out[m.Entry], here[n] = true, true
		}
	}
	for _, o := range t.over {
		if here[o.member] {
			out[o.entry] = true
		}
	}
	return out
}

// saying are the entries that stand in a sentence that holds some words.
func (t *tables) saying(text string) map[int64]bool {
	places := map[record.Hit]bool{}
	for _, hit := range t.holding(text, searched) {
		places[hit] = true
	}
	return t.standing(func(m record.MemberRow) bool {
		return slices.ContainsFunc(append([]int{m.Sentence}, m.Further...), func(at int) bool { return places[record.Hit{Report: m.Report, Sentence: at}] })
	})
}
