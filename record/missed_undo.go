package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"rapporteur"
)

// missedID is the id of an entry that a person added: the same at every reading, and
// in every copy of the text.
func missedID(report string, kind Kind, words rapporteur.Span) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %s %d-%d", byHand, textID(report), kind, words.Start, words.End))
	return hex.EncodeToString(sum[:])[:16]
}

// undoMissed takes an entry that a person added off the record, by its report.
func (b *batch) undoMissed(d Demand, was *Correction) (Correction, error) {
	for _, a := range was.Targets {
		pieces, err := b.meant(was, a)
		if err != nil {
			return Correction{}, err
		}
		if len(pieces) == 0 {
			continue
		}
		rows, err := b.tx.EntryRows(pieces[0].row.Entry)
		if err != nil || len(rows) == 0 {
			return Correction{}, err
		}
		d.Entry = rows[0].ID
		return b.carryOut(d)
	}
	c := Correction{At: b.at, By: d.By, Note: d.Note, Entry: was.Entry, Kind: was.Kind, Action: Undo, Value: d.Value, Targets: was.Targets}
	return c, b.append(&c) // its words are gone already
}

// made reports whether a piece is there only because a person added it in a
// correction.
func (c *Correction) made(p *piece) bool {
	return c != nil && c.Action == Missed && slices.ContainsFunc(c.Targets, func(a Address) bool { return a.Member == p.ID }) &&
		(p.Evidence() != nil && missedID(p.Report, p.row.Kind, p.Evidence()[0]) == p.ID)
}
