package record

import (
	"context"
	"fmt"
	"strconv"

	"rapporteur"
)

// correct has a desk correct the record: what it says is carried out on the record as
// the desk sees it, to see that it can be, and written down for it alone.
func (d *desks) correct(ctx context.Context, r *Record, name string, demands []Demand) ([]Correction, error) {
	var out []Correction
	err := r.store.View(ctx, func(v View) error {
		l, err := d.layer(v, name)
		if err != nil {
			return err
		}
		tx := l.clone().upon(v)
		err = tx.change(r.clock(), func(b replays) error {
			for _, one := range demands {
				done, err := b.carryOut(one)
				if err != nil {
					return err
				}
				out = append(out, done)
			}
			return nil
		})
		return err
	})
	if err == nil {
		err = r.store.Update(ctx, func(u Update) error { return writeDown(u, name, out) })
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// writeDown appends corrections to those of a desk and gives them their numbers.
func writeDown(u Update, name string, all []Correction) error {
	desk, err := deskOf(u, name)
	if err != nil {
		return err
	}
	rows, err := u.DeskRows(name, deskCorrection)
	if err != nil {
		return err
	}
	if most := desk.Corrections; most > 0 && len(rows)+len(all) > most {
		return overQuota("correct", name, most, "corrections", "correct the shared record with what everybody should see")
	}
	next := int64(1)
	if len(rows) > 0 {
		if next, err = strconv.ParseInt(rows[len(rows)-1].Key, 10, 64); err != nil {
			return &rapporteur.Error{Code: rapporteur.Damaged, Op: "correct in the name of " + name, Message: "the numbers of its corrections are not as they were written; restore the record from a backup", Err: err}
		}
		next++
	}
	for i := range all {
		c := &all[i]
		c.ID, c.Namespace = next+int64(i), name
		if err := nameActors(u, c); err != nil {
			return err
		}
		if err := putRow(u, name, deskCorrection, correctionKey(c.ID), c); err != nil {
			return err
		}
	}
	return nil
}

// correctionKey orders corrections by their numbers.
func correctionKey(n int64) string { return fmt.Sprintf("%012d", n) }

// correctionsIn gives corrections of a desk as they are numbered in here.
func correctionsIn(rows []DeskRow, name string) ([]Correction, error) {
	out, err := decodedRows[Correction](rows)
	for i := range out {
		out[i].ID, out[i].Namespace = own(name, out[i].ID), name
	}
	return out, err
}
