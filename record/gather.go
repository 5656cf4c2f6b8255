package record

// gather asks the store at once what joining some pieces will ask for: whether the ids
// that they would give to entries are free, the owners of their keys, and those owners.
func (b clusters) gather(pieces []*piece) error {
	var keys []uint64
	var ids []string
	for _, p := range pieces {
		if p.row.Entry == 0 {
			keys = append(keys, p.blocking...)
			ids = append(ids, mintedID(p, 0))
		}
	}
	if len(keys) == 0 {
		return nil
	}
	if err := b.tx.Reserve(ids...); err != nil {
		return err
	}
	found, err := b.tx.Owners(OfMembers, keys...)
	if err != nil {
		return err
	}
	b.gathered = map[uint64][]int64{}
	var owners []int64
	for _, key := range keys {
		b.gathered[key] = found[key]
		owners = append(owners, found[key]...)
	}
	_, err = b.piecesOf(distinct(owners))
	return err
}

// owners gives the members that share a key with a piece.
func (b clusters) owners(p *piece) ([]int64, error) {
	var out []int64
	for _, key := range p.blocking {
		owners, known := b.gathered[key]
		if !known {
			found, err := b.tx.Owners(OfMembers, p.blocking...)
			if err != nil {
				return nil, err
			}
			out = nil
			for _, owners := range found {
				out = append(out, owners...)
			}
			return distinct(out), nil
		}
		out = append(out, owners...)
	}
	return distinct(out), nil
}
