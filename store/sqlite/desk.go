package sqlite

import (
	"fmt"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// deskTable is what belongs to desks.
type deskTable struct{ *session }

// DeskRows implements record.View.
func (s deskTable) DeskRows(namespace, kind string) ([]record.DeskRow, error) {
	where, args := "kind = ?", []any{kind}
	if namespace != "" {
		where, args = where+" AND namespace = ?", append(args, namespace)
	}
	return packed.All(s.each, packed.DeskRow, "SELECT namespace, kind, key, body FROM desk_rows WHERE "+where+" ORDER BY namespace, key", args...)
}

// TermsOf implements record.View.
func (s deskTable) TermsOf(entries ...int64) (map[int64][]record.Term, error) {
	ns, err := list(entries)
	if err != nil {
		return nil, err
	}
	of := map[int64][]int64{}
	var all []int64
	err = s.each(func(r row) error {
		var n int64
		var rising []byte
		err := r.Scan(&n, &rising)
		of[n] = packed.ReadRising(rising)
		all = append(all, of[n]...)
		return err
	}, "SELECT n, terms FROM entries WHERE n IN (SELECT value FROM json_each(?))", ns)
	if err != nil {
		return nil, err
	}
	if ns, err = list(all); err != nil {
		return nil, err
	}
	terms := map[int64]record.Term{}
	err = s.each(func(r row) error {
		var n int64
		var t record.Term
		err := r.Scan(&n, &t.Name, &t.Value)
		terms[n] = t
		return err
	}, "SELECT n, name, value FROM terms WHERE n IN (SELECT value FROM json_each(?))", ns)
	out := map[int64][]record.Term{}
	for entry, numbers := range of {
		for _, n := range numbers {
			out[entry] = append(out[entry], terms[n])
		}
	}
	return out, err
}

// Moment implements record.View. The version of the data is good on one connection
// alone, whose name goes before it; a connection that sees another version of the file is
// told another number.
func (s deskTable) Moment() (string, error) {
	n, err := s.peekNumbers("PRAGMA data_version")
	if err != nil || len(n) == 0 {
		return "", err
	}
	return fmt.Sprintf("%d %d", s.name, n[0]), nil
}

// PutDeskRow implements record.Update.
func (s deskTable) PutDeskRow(r record.DeskRow) error {
	return s.do(`INSERT INTO desk_rows (namespace, kind, key, body, seal) VALUES (?1, ?2, ?3, ?4, seal(?1, ?2, ?3, ?4))
ON CONFLICT DO UPDATE SET body = excluded.body, seal = excluded.seal`, r.Namespace, r.Kind, r.Key, r.Body)
}

// DropDeskRow implements record.Update.
func (s deskTable) DropDeskRow(namespace, kind, key string) error {
	return s.do("DELETE FROM desk_rows WHERE namespace = ? AND kind = ? AND key = ?", namespace, kind, key)
}

// DropDesk implements record.Update.
func (s deskTable) DropDesk(namespace string) error {
	return s.do("DELETE FROM desk_rows WHERE namespace = ?", namespace)
}
