package sqlite

import (
	"encoding/json"
	"errors"

	"rapporteur"
	"rapporteur/record"
)

// index makes the sentences of a text found.
func (s *session) index(table string, n int64, body *record.Body) error {
	at := rapporteur.NewIndex(body.Text)
	var args []any
	for i, span := range body.Sentences[:min(noSentence, len(body.Sentences))] {
		from, to := at.Offset(span[0]), at.Offset(span[1])
		if from > to {
			return errors.New("a sentence ends before it begins")
		}
		args = append(args, placeOf(n, i), body.Text[from:to])
	}
	return s.insertMany("INSERT INTO "+table+" (rowid, text) VALUES ", 2, args)
}

// unpackBody reads a body as the file has it.
func unpackBody(packed []byte) (*record.Body, error) {
	data, err := inflate(packed)
	if err != nil {
		return nil, err
	}
	out := &record.Body{}
	return out, json.Unmarshal(data, out)
}
