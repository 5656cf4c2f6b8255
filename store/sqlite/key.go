package sqlite

import (
	"slices"
	"strings"

	"rapporteur/record"
)

func keyTable(space record.Space) string {
	if space == record.OfReports {
		return "report_keys"
	}
	return "member_keys"
}

// batch is the number of rows or values of one statement.
const batch = 32

// Owners implements record.View.
func (s *session) Owners(space record.Space, keys []uint64) ([]int64, error) {
	seen := map[int64]bool{}
	var out []int64
	for part := range slices.Chunk(keys, batch) {
		args := make([]any, power(len(part)))
		for i := range args { // the last part repeats its last key
			args[i] = int64(part[min(i, len(part)-1)])
		}
		err := s.each(func(r row) error {
			var n int64
			err := r.Scan(&n)
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
			return err
		}, "SELECT owner FROM "+keyTable(space)+" WHERE key IN "+places(len(args)), args...)
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(out)
	return out, nil
}

// EachKey implements record.View.
func (s *session) EachKey(space record.Space, do func(uint64, int64)) error {
	return s.each(func(r row) error {
		var key, owner int64
		if err := r.Scan(&key, &owner); err != nil {
			return err
		}
		do(uint64(key), owner)
		return nil
	}, "SELECT key, owner FROM "+keyTable(space))
}

// power is the power of two that has room for so many, so that few statements do
// for all.
func power(n int) int {
	p := 1
	for p < n {
		p *= 2
	}
	return p
}

// insertMany inserts rows of so many values, many with one statement. The statement
// ends where the first row begins.
func (s *session) insertMany(statement string, columns int, values []any) error {
	one := places(columns)
	for part := range slices.Chunk(values, columns*batch) {
		if err := s.do(statement+one+strings.Repeat(","+one, len(part)/columns-1), part...); err != nil {
			return err
		}
	}
	return nil
}

// PutKeys implements record.Update.
func (s *session) PutKeys(space record.Space, owner int64, keys []uint64) error {
	args := make([]any, 0, 2*len(keys))
	for _, key := range keys {
		args = append(args, int64(key), owner)
	}
	return s.insertMany("INSERT OR IGNORE INTO "+keyTable(space)+" (key, owner) VALUES ", 2, args)
}

// DropKeys implements record.Update.
func (s *session) DropKeys(space record.Space, owner int64, keys []uint64) error {
	for _, key := range keys {
		if err := s.do("DELETE FROM "+keyTable(space)+" WHERE key = ? AND owner = ?", int64(key), owner); err != nil {
			return err
		}
	}
	return nil
}
