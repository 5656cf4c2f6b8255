package sqlite

import (
	"errors"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/lexeme"
)

// index makes the sentences of a text found.
func (s *session) index(table string, n int64, body *record.Body) error {
	at := rapporteur.NewIndex(body.Text)
	var args []any
	for i, span := range body.Sentences[:min(noSentence, len(body.Sentences))] {
		from, to := at.Offset(span[0]), at.Offset(span[1])
		if from > to || to > len(body.Text) {
			return errors.New("a sentence does not stand in its text")
		}
		args = append(args, placeOf(n, i), lexeme.Apart(body.Text[from:to]))
	}
	return s.insertMany("INSERT INTO "+table+" (rowid, text) VALUES ", 2, args)
}
