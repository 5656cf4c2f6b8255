package sqlite

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

// Owners implements record.View.
func (s memberTable) Owners(space record.Space, keys ...uint64) (map[uint64][]int64, error) {
	out := map[uint64][]int64{}
	if len(keys) == 0 {
		return out, nil
	}
	if s.pending != nil {
		if err := s.pending.flushKeys(); err != nil {
			return nil, err
		}
	}
	signed := make([]int64, len(keys))
	for i, key := range keys {
		signed[i] = int64(key)
	}
	slices.Sort(signed)
	wanted, err := list(slices.Compact(signed))
	if err != nil {
		return nil, err
	}
	err = s.peek(func(r row) error {
		var key, owner int64
		err := r.Scan(&key, &owner)
		out[uint64(key)] = append(out[uint64(key)], owner)
		return err
	}, "SELECT k.key, k.owner FROM json_each(?) j CROSS JOIN "+keyTable(space)+" k ON k.key = j.value ORDER BY k.owner", wanted)
	return out, err
}

// EachKey implements record.View.
func (s memberTable) EachKey(space record.Space, do func(uint64, int64)) error {
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
	for _, key := range keys {
		s.pending.keys[space] = append(s.pending.keys[space], int64(key), owner)
	}
	return nil
}

// DropKeys implements record.Update.
func (s memberTable) DropKeys(space record.Space, owner int64, keys []uint64) error {
	if err := s.pending.flushKeys(); err != nil {
		return err
	}
	for _, key := range keys {
		if err := s.do("DELETE FROM "+keyTable(space)+" WHERE key = ? AND owner = ?", int64(key), owner); err != nil {
			return err
		}
	}
	return nil
}
