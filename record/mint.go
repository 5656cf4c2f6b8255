package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// mint makes an entry for a member. Its id is made of the member's, so that the
// same reports that arrive in the same order give the same ids.
func (b clusters) mint(p *piece) (int64, error) {
	for salt := 0; ; salt++ {
		id := mintedID(p, salt)
		if n, err := b.tx.Mint(EntryRow{ID: id, Kind: p.row.Kind, Minted: b.at}); err != nil || n != 0 {
			b.minted[n], b.inside[n] = true, []*piece{}
			return n, err
		}
		have, err := b.tx.Entry(id)
		if err != nil {
			return 0, err
		}
		if empty, err := b.empty(have); err != nil || empty {
			return have.Number, err
		}
	}
}

// mintedID is the id of an entry that a piece founds.
func mintedID(p *piece, salt int) string {
	sum := sha256.Sum256(fmt.Append(nil, p.Report, p.row.Kind, p.ID, salt))
	return string(p.row.Kind[:1]) + hex.EncodeToString(sum[:5])
}

// back gives the entry that a member had before, if it has been left empty and is
// still one; 0 if not.
func (b clusters) back(p *piece) (int64, error) {
	if b.home[p.row.Number] == 0 {
		return 0, nil
	}
	rows, err := b.tx.EntryRows(b.home[p.row.Number])
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	if empty, err := b.empty(&rows[0]); err != nil || !empty {
		return 0, err
	}
	return rows[0].Number, nil
}

// empty reports whether an entry has lost all its members, so that the one that
// founded it may have it back.
func (b clusters) empty(e *EntryRow) (bool, error) {
	if e.SupersededBy != 0 {
		return false, nil
	}
	members, err := b.tx.MembersIn(time.Time{}, e.Number)
	return len(members) == 0, err
}
