package record

import (
	"context"
	"encoding/json"
	"slices"
	"time"
)

// Rekey gives every report and member its keys in a store that has none, as the
// keys of this program are not those of the one that wrote it.
func Rekey(ctx context.Context, tx Update) error {
	b := newBatch(tx, time.Time{})
	for last := int64(0); ; {
		rows, err := tx.ReportsAfter(last, verified)
		if err != nil || len(rows) == 0 {
			return err
		}
		for i := range rows {
			last = rows[i].Number
			b.rows[last] = &rows[i]
			if err := b.rekey(&rows[i]); err != nil {
				return err
			}
		}
		clear(b.rows)
		b.forget()
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// Locate says in which further sentences the evidence of every member stands, in a store
// that knows the first one only.
func Locate(ctx context.Context, tx Update) error {
	for last := int64(0); ; {
		rows, err := tx.ReportsAfter(last, verified)
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, row := range rows {
			last = row.Number
			if err := locate(tx, last); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
}

// locate does so for one report. What cannot be read is passed over; Verify tells of
// it.
func locate(tx Update, report int64) error {
	body, err := legible(tx, report)
	if err != nil || body == nil {
		return err
	}
	heads, err := tx.MembersOf(report)
	if err != nil {
		return err
	}
	members, err := tx.Members(numbersOf(heads)...)
	if err != nil {
		return err
	}
	for _, m := range members {
		if missing := m.unplaced(body); len(missing) > 0 {
			if err := tx.PutFurther(m.Number, report, missing); err != nil {
				return err
			}
		}
	}
	return nil
}

// unplaced gives the further sentences of a member's evidence that its row does not
// have.
func (m *MemberRow) unplaced(body *Body) []int {
	var content Content
	if json.Unmarshal(m.Body, &content) != nil {
		return nil
	}
	return slices.DeleteFunc(furtherOf(content, onlySentences(body.Sentences), m.Sentence), func(at int) bool { return slices.Contains(m.Further, at) })
}

// rekey gives a report and what it has on the record their keys.
func (b *batch) rekey(row *ReportRow) error {
	body, err := legible(b.tx, row.Number) // one that is damaged is found by what its row says
	if err != nil {
		return err
	}
	if err := b.tx.PutKeys(OfReports, row.Number, keysOf(row, body)); err != nil {
		return err
	}
	pieces, err := b.of(row)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		if p.row.Entry == 0 {
			continue
		}
		if err := b.tx.PutKeys(OfMembers, p.row.Number, p.blocking); err != nil {
			return err
		}
	}
	return nil
}
