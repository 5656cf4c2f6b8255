package record

import (
	"context"
	"time"
)

// Rekey gives every report and member its keys in a store that has none, as the
// keys of this program are not those of the one that wrote it.
func Rekey(ctx context.Context, tx Update) error {
	b, err := newBatch(tx, time.Time{})
	if err != nil {
		return err
	}
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

// rekey gives a report and what it has on the record their keys.
func (b *batch) rekey(row *ReportRow) error {
	if err := b.tx.PutKeys(OfReports, row.Number, reportKeys(row)); err != nil {
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
