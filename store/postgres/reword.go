package postgres

import (
	"context"
	"errors"

	"rapporteur/record"
	"rapporteur/store/lexeme"
	"rapporteur/store/packed"
)

// settle does the work that migrations leave to the program.
func settle(ctx context.Context, d *DB) error {
	if d.mode == Read {
		return nil
	}
	for _, owed := range []struct {
		name string
		work func(context.Context) error
	}{
		{"owing months", func(ctx context.Context) error { return divide(ctx, d, none) }},
		{"owing words", func(ctx context.Context) error {
			return d.Update(ctx, func(u record.Update) error {
				s := u.(tables).entryTable.session
				return errors.Join(s.aloneOnly(), reword(s))
			})
		}},
	} {
		var owes bool
		err := d.pool.QueryRow(ctx, "SELECT EXISTS (SELECT 1 FROM numbers WHERE name = $1)", owed.name).Scan(&owes)
		if err == nil && owes {
			err = owed.work(ctx)
		}
		if err == nil && owes {
			_, err = d.pool.Exec(ctx, "DELETE FROM numbers WHERE name = $1", owed.name)
		}
		if err != nil {
			return err
		}
	}
	return analyse(ctx, d)
}

// reword indexes the texts anew that have characters of writings without blanks.
func reword(s *session) error {
	var all []int64
	err := s.peek(func(r row) error {
		var n int64
		var data []byte
		err := r.Scan(&n, &data)
		if body, damaged := packed.ReadBody(data); err == nil && damaged == nil && lexeme.IsApart(body.Text) {
			all = append(all, n)
		}
		return err
	}, "SELECT report, body FROM bodies ORDER BY report")
	for _, n := range all {
		var body *record.Body
		if err == nil {
			body, err = reportTable{s}.Body(n)
		}
		if err == nil {
			err = s.do("DELETE FROM sentences WHERE place BETWEEN $1 AND $2", packed.Place(n, 0), packed.Place(n, packed.NoSentence))
		}
		if err == nil {
			err = s.index(n, body)
		}
	}
	return err
}
