package packed

import (
	"encoding/json"

	"rapporteur/record"
)

// Row is a row of an answer, of which the columns are read in their order.
type Row interface{ Scan(...any) error }

// Each asks a database: take is called for each row of the answer.
type Each func(take func(Row) error, query string, args ...any) error

// All gives what is read of each row of an answer.
func All[T any](each Each, read func(Row) (T, error), query string, args ...any) ([]T, error) {
	var out []T
	err := each(func(r Row) error {
		one, err := read(r)
		out = append(out, one)
		return err
	}, query, args...)
	return out, err
}

// JSON reads a value that stands alone in a row.
func JSON[T any](r Row) (v T, err error) {
	var body string
	if err := r.Scan(&body); err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(body), &v)
}

// NumberedJSON reads a value that stands behind two numbers, by which it is completed.
func NumberedJSON[T any](complete func(v *T, n, m int64)) func(Row) (T, error) {
	return func(r Row) (v T, err error) {
		var n, m int64
		var body string
		if err := r.Scan(&n, &m, &body); err != nil {
			return v, err
		}
		err = json.Unmarshal([]byte(body), &v)
		complete(&v, n, m)
		return v, err
	}
}

// Correction reads a correction: its number, its time, its value.
func Correction(r Row) (record.Correction, error) {
	return NumberedJSON(func(c *record.Correction, n, at int64) { c.ID, c.At = n, Instant(at) })(r)
}

// DeskRow reads what a desk says, column by column.
func DeskRow(r Row) (d record.DeskRow, err error) {
	return d, r.Scan(&d.Namespace, &d.Kind, &d.Key, &d.Body)
}
