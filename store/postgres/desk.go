package postgres

import (
	"rapporteur/record"
	"rapporteur/store/packed"
)

// deskTable is what belongs to desks.
type deskTable struct{ *session }

// desk is what stands for all that belongs to a desk: who changes it is the only one.
func desk(namespace string) []thing { return named('D', namespace) }

// DeskRows implements record.View.
func (s deskTable) DeskRows(namespace, kind string) ([]record.DeskRow, error) {
	if namespace == "" {
		return s.deskRows("kind = $1", kind)
	}
	if err := s.claimed(desk(namespace)); err != nil {
		return nil, err
	}
	return s.deskRows("kind = $1 AND namespace = $2", kind, clean(namespace))
}

func (s deskTable) deskRows(where string, args ...any) ([]record.DeskRow, error) {
	return packed.All(s.each, packed.DeskRow, "SELECT namespace, kind, key, body FROM desk_rows WHERE "+where+" ORDER BY namespace, key", args...)
}

// TermsOf implements record.View.
func (s deskTable) TermsOf(entries ...int64) (map[int64][]record.Term, error) {
	if err := s.claimed(theEntries(entries...)); err != nil {
		return nil, err
	}
	of := map[int64][]int64{}
	var all []int64
	err := s.each(func(r row) error {
		var n int64
		var rising []byte
		err := r.Scan(&n, &rising)
		of[n] = packed.ReadRising(rising)
		all = append(all, of[n]...)
		return err
	}, "SELECT n, terms FROM entries WHERE n = ANY($1::bigint[])", entries)
	if err != nil {
		return nil, err
	}
	terms := map[int64]record.Term{}
	err = s.each(func(r row) error {
		var n int64
		var t record.Term
		err := r.Scan(&n, &t.Name, &t.Value)
		terms[n] = t
		return err
	}, "SELECT n, name, value FROM terms WHERE n = ANY($1::bigint[])", all)
	out := map[int64][]record.Term{}
	for entry, numbers := range of {
		for _, n := range numbers {
			out[entry] = append(out[entry], terms[n])
		}
	}
	return out, err
}

// Moment implements record.View: two snapshots of one name see the same.
func (s deskTable) Moment() (string, error) {
	var out string
	err := s.each(func(r row) error { return r.Scan(&out) }, "SELECT pg_current_snapshot()::text")
	return out, err
}

// PutDeskRow implements record.Update.
func (s deskTable) PutDeskRow(r record.DeskRow) error {
	if err := s.claimed(desk(r.Namespace)); err != nil {
		return err
	}
	return s.do("INSERT INTO desk_rows (namespace, kind, key, body) VALUES ($1, $2, $3, $4) ON CONFLICT (namespace, kind, key) DO UPDATE SET body = excluded.body",
		clean(r.Namespace), r.Kind, clean(r.Key), clean(r.Body))
}

// DropDeskRow implements record.Update.
func (s deskTable) DropDeskRow(namespace, kind, key string) error {
	if err := s.claimed(desk(namespace)); err != nil {
		return err
	}
	return s.do("DELETE FROM desk_rows WHERE namespace = $1 AND kind = $2 AND key = $3", clean(namespace), kind, clean(key))
}

// DropDesk implements record.Update.
func (s deskTable) DropDesk(namespace string) error {
	if err := s.claimed(desk(namespace)); err != nil {
		return err
	}
	return s.do("DELETE FROM desk_rows WHERE namespace = $1", clean(namespace))
}
