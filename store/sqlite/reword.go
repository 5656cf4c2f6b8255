package sqlite

import (
	"rapporteur/record"
	"rapporteur/store/lexeme"
	"rapporteur/store/packed"
)

// reword indexes the texts anew that have characters of writings without blanks. One
// that is damaged is left to Check, which tells of it.
func (s *session) reword() error {
	for last, more := int64(0), true; more; {
		more = false
		anew := map[int64]*record.Body{}
		err := s.each(func(r row) error {
			var data []byte
			more = true
			err := r.Scan(&last, &data)
			if body, damaged := packed.ReadBody(data); err == nil && damaged == nil && lexeme.IsApart(body.Text) {
				anew[last] = body
			}
			return err
		}, "SELECT report, body FROM bodies WHERE report > ? ORDER BY report LIMIT 200", last)
		for n, body := range anew {
			if err == nil {
				err = s.do("DELETE FROM sentences WHERE rowid BETWEEN ? AND ?", placeOf(n, 0), placeOf(n, noSentence))
			}
			if err == nil {
				err = s.index("sentences", n, body)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
