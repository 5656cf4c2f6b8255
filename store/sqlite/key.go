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

// power is the power of two that has room for so many, so that few statements do
// for all.
func power(n int) int {
	p := 1
	for p < n {
		p *= 2
	}
	return p
}

// PutKeys implements record.Update.
func (s *session) PutKeys(space record.Space, owner int64, keys []uint64) error {
	for part := range slices.Chunk(keys, batch) {
		args := make([]any, 0, 2*len(part))
		for _, key := range part {
			args = append(args, int64(key), owner)
		}
		query := "INSERT OR IGNORE INTO " + keyTable(space) + " (key, owner) VALUES (?,?)" + strings.Repeat(",(?,?)", len(part)-1)
		if err := s.do(query, args...); err != nil {
			return err
		}
	}
	return nil
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
