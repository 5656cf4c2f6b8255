package postgres

import (
	"slices"

	"rapporteur/record"
)

func keyTable(space record.Space) string {
	if space == record.OfReports {
		return "report_keys"
	}
	return "member_keys"
}

// signed are keys as the table has them, each once.
func signed(keys []uint64) []int64 {
	out := make([]int64, len(keys))
	for i, key := range keys {
		out[i] = int64(key)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Owners implements record.View.
func (s memberTable) Owners(space record.Space, keys ...uint64) (map[uint64][]int64, error) {
	out := map[uint64][]int64{}
	if len(keys) == 0 {
		return out, nil
	}
	if err := s.claimed(theKeys(space, keys)); err != nil {
		return nil, err
	}
	if s.pending != nil {
		if err := s.pending.flushKeys(); err != nil {
			return nil, err
		}
	}
	return out, s.peek(func(r row) error {
		var key, owner int64
		err := r.Scan(&key, &owner)
		out[uint64(key)] = append(out[uint64(key)], owner)
		return err
	}, "SELECT key, owner FROM "+keyTable(space)+" WHERE key = ANY($1::bigint[]) ORDER BY owner", signed(keys))
}

// EachKey implements record.View.
func (s memberTable) EachKey(space record.Space, do func(uint64, int64)) error {
	if err := s.aloneOnly(); err != nil {
		return err
	}
	return s.each(func(r row) error {
		var key, owner int64
		if err := r.Scan(&key, &owner); err != nil {
			return err
		}
		do(uint64(key), owner)
		return nil
	}, "SELECT key, owner FROM "+keyTable(space))
}

// PutKeys implements record.Update.
func (s memberTable) PutKeys(space record.Space, owner int64, keys []uint64) error {
	if err := s.claimed(theKeys(space, keys)); err != nil {
		return err
	}
	rows := s.pending.keys[space]
	for _, key := range keys {
		rows.key, rows.owner = append(rows.key, int64(key)), append(rows.owner, owner)
	}
	return nil
}

// DropKeys implements record.Update.
func (s memberTable) DropKeys(space record.Space, owner int64, keys []uint64) error {
	if err := s.claimed(theKeys(space, keys)); err != nil {
		return err
	}
	if err := s.pending.flushKeys(); err != nil {
		return err
	}
	return s.do("DELETE FROM "+keyTable(space)+" WHERE key = ANY($1::bigint[]) AND owner = $2", signed(keys), owner)
}
