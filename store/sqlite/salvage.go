package sqlite

import (
	"fmt"
	"strings"
)

// salvaged are the tables whose rows cannot be derived, in the order in which they
// are copied: what a row points at comes before it.
var salvaged = []struct {
	table, columns string
	// key orders the rows; number says that it is a row number, so that rows behind
	// a page that cannot be read can be asked for one by one.
	key    string
	number bool
}{
	{"reports", "n, " + sealed["reports"], "n", true},
	{"bodies", sealed["bodies"], "report", true},
	{"entries", "n, " + sealed["entries"], "n", true},
	{"members", "n, " + sealed["members"], "n", true},
	{"memberships", sealed["memberships"], "entry, member, since", false},
	{"terms", "n, " + sealed["terms"], "n", true},
	{"found_past", sealed["found_past"], "term, sort, entry, since", false},
	{"actors", sealed["actors"], "id", false},
	{"corrections", sealed["corrections"], "n", true},
	{"dossiers", sealed["dossiers"], "name", false},
	{"changes", "n, " + sealed["changes"], "n", true},
	{"users", sealed["users"], "name", false},
	{"access_keys", sealed["access_keys"], "id", false},
	{"sessions", sealed["sessions"], "hash", false},
	{"trail", sealed["trail"], "n", true},
	{"alert_rules", sealed["alert_rules"], "name", false},
	{"alert_stamps", "n, " + sealed["alert_stamps"], "n", true},
	{"alert_told", sealed["alert_told"], "rule, thing, aspect", false},
	{"alert_notices", "n, " + sealed["alert_notices"], "n", true},
	{"alert_letters", sealed["alert_letters"], "id", false},
	{"follows", sealed["follows"], "n", true},
	{"follow_items", sealed["follow_items"], "key", false},
	{"follow_hosts", sealed["follow_hosts"], "name", false},
	{"follow_pages", "n, " + sealed["follow_pages"], "n", true},
	{"desk_rows", sealed["desk_rows"], "namespace, kind, key", false},
}

// salvager reads what can be read of a damaged file.
type salvager struct {
	*session
	// take gets every row that is as it was written, lost every one that is not,
	// with its values by column, nil where there is nothing left of it.
	take func(table string, columns []string, values []any) error
	lost func(table, what string, row map[string]any)
	// failed is the error of take, after which nothing is read any more.
	failed error
}

// stretch is the number of rows that are asked for at once.
const stretch = 200

// patience is the number of stretches without a row after which a table is taken
// to be at its end.
const patience = 25

// table salvages one table.
func (s *salvager) table(i int) error {
	t := salvaged[i]
	query := fmt.Sprintf("SELECT %s, seal = %s FROM %s", t.columns, sealOf(t.table), t.table)
	columns := strings.Split(t.columns, ", ")
	if t.number {
		return s.byNumber(t.table, t.key, query, columns)
	}
	return s.bothWays(t.table, t.key, query, columns)
}

// byNumber reads stretch by stretch, and number by number where that fails.
func (s *salvager) byNumber(table, key, query string, columns []string) error {
	last, empty, failed := int64(0), 0, false
	for empty < patience {
		n := 0
		err := s.each(func(r row) error {
			values, err := s.row(table, columns, r)
			if err == nil {
				last, n = values[0].(int64), n+1
			}
			return err
		}, fmt.Sprintf("%s WHERE %s > ? ORDER BY %s LIMIT %d", query, key, key, stretch), last)
		switch {
		case s.failed != nil:
			return s.failed
		case err == nil && n < stretch && !failed:
			return nil
		case err == nil && n > 0:
			empty = 0
			continue
		case err == nil:
			return nil
		}
		failed, empty = true, empty+1
		for k := last + 1; k <= last+stretch; k++ {
			err := s.each(func(r row) error {
				_, err := s.row(table, columns, r)
				empty = 0
				return err
			}, query+" WHERE "+key+" = ?", k)
			if s.failed != nil {
				return s.failed
			}
			if err != nil {
				s.lost(table, fmt.Sprintf("row %d cannot be read: %v", k, err), nil)
			}
		}
		last += stretch
	}
	return nil
}

// bothWays reads from the first row on and, where that fails, from the last back.
func (s *salvager) bothWays(table, key, query string, columns []string) error {
	read := func(r row) error {
		_, err := s.row(table, columns, r)
		return err
	}
	if err := s.each(read, query+" ORDER BY "+key); err == nil || s.failed != nil {
		return s.failed
	}
	backwards := strings.ReplaceAll(key, ",", " DESC,") + " DESC"
	if err := s.each(read, query+" ORDER BY "+backwards); err != nil {
		s.lost(table, "some rows cannot be read: "+err.Error(), nil)
	}
	return s.failed
}

// row takes a row, or sets it aside.
func (s *salvager) row(table string, columns []string, r row) ([]any, error) {
	values, targets := make([]any, len(columns)+1), make([]any, len(columns)+1)
	for i := range values {
		targets[i] = &values[i]
	}
	if err := r.Scan(targets...); err != nil {
		return nil, err
	}
	whole, _ := values[len(columns)].(int64)
	values = values[:len(columns)]
	for i, v := range values {
		if b, ok := v.([]byte); ok && b == nil { // an empty one is not null
			values[i] = []byte{}
		}
	}
	if whole == 1 {
		s.failed = s.take(table, columns, values)
		return values, s.failed
	}
	bad := map[string]any{}
	for i, c := range columns {
		bad[c] = values[i]
	}
	s.lost(table, "a row is not as it was written", bad)
	return values, nil
}
