package postgres

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/lexeme"
	"rapporteur/store/packed"
)

// searched is the number of sentences that a search by text looks at, the last
// to arrive: a word that stands in every report needs a bound.
const searched = 5000

// spoken gives the places of sentences that hold some words.
var spoken = fmt.Sprintf("SELECT place FROM sentences WHERE words @@ %%s::text::tsquery ORDER BY place DESC LIMIT %d", searched)

// index makes the sentences of a text found.
func (s *session) index(n int64, body *record.Body) error {
	places, words, err := indexed(n, body)
	if err != nil || len(places) == 0 {
		return err
	}
	return s.do(insertSentences, places, words)
}

const insertSentences = "INSERT INTO sentences (place, words) SELECT place, words::tsvector FROM unnest($1::bigint[], $2::text[]) j(place, words)"

// indexed are the places of the sentences of a text, and their words as vectors.
func indexed(n int64, body *record.Body) (places []int64, words []string, err error) {
	at := rapporteur.NewIndex(body.Text)
	for i, span := range body.Sentences[:min(packed.NoSentence, len(body.Sentences))] {
		from, to := at.Offset(span[0]), at.Offset(span[1])
		if from > to || to > len(body.Text) {
			return nil, nil, errors.New("a sentence does not stand in its text")
		}
		places, words = append(places, packed.Place(n, i)), append(words, vector(body.Text[from:to]))
	}
	return places, words, nil
}

// vector writes the words of a sentence as a tsvector, each with its places.
func vector(sentence string) string {
	var b strings.Builder
	for i, word := range lexeme.Words(sentence) {
		if i > 0 {
			b.WriteByte(' ')
		}
		quote(&b, word)
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(i + 1))
	}
	return b.String()
}

// longest is the number of bytes of a word that PostgreSQL takes in its index; of a
// longer one the beginning counts.
const longest = 1000

// quote writes a word as a lexeme.
func quote(b *strings.Builder, word string) {
	if len(word) > longest {
		end := longest
		for !utf8.RuneStart(word[end]) {
			end--
		}
		word = word[:end]
	}
	b.WriteByte('\'')
	b.WriteString(word) // letters and numbers alone, so nothing that ends it
	b.WriteByte('\'')
}

// match writes what a person searches for as a tsquery: every word and every phrase in
// quotation marks must stand in the sentence.
func match(text string) string {
	var b strings.Builder
	for i, phrase := range lexeme.Phrases(text) {
		if i > 0 {
			b.WriteString(" & ")
		}
		for j, word := range phrase {
			if j > 0 {
				b.WriteString(" <-> ")
			}
			quote(&b, word)
		}
	}
	return b.String()
}

// Search implements record.View.
func (s reportTable) Search(text string, most, offset int) ([]record.Hit, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	var out []record.Hit
	err := s.each(func(r row) error {
		var place int64
		err := r.Scan(&place)
		report, sentence := packed.Sentence(place)
		out = append(out, record.Hit{Report: report, Sentence: sentence})
		return err
	}, "SELECT place FROM sentences WHERE words @@ $1::text::tsquery ORDER BY place DESC LIMIT $2 OFFSET $3", match(text), limit(most), offset)
	return out, err
}
