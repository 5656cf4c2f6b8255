package record

import (
	"rapporteur"
	"strings"
	"time"
)

// append writes a correction down; from then on every piece is what it is with it.
func (b *batch) append(c *Correction) error {
	if err := nameActors(b.tx, c); err != nil {
		return err
	}
	c.Namespace = b.namespace
	var err error
	if c.ID, err = b.tx.PutCorrection(*c); err != nil {
		return err
	}
	b.corrections = newCorrections(b.tx, time.Time{})
	b.forget()
	return nil
}

// nameActors makes the names of the actors known that a correction names.
func nameActors(u Update, c *Correction) error {
	for _, a := range append([]*rapporteur.Actor{c.Actor}, actorsOf(c.With)...) {
		if a == nil {
			continue
		}
		if err := u.PutActor(*a); err != nil {
			return err
		}
	}
	return nil
}

// touch has the entry of an address described anew.
func (b *batch) touch(a Address) error {
	row, err := b.tx.Report(a.Report)
	if err != nil || row == nil {
		return err
	}
	members, err := b.tx.MembersOf(row.Number)
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.ID == a.Member && m.Entry != 0 {
			b.touched[m.Entry] = true
		}
	}
	return nil
}

// quote finds the words of a field in the reports of an entry.
func (b *batch) quote(c *Correction, pieces []*piece) error {
	if c.Action != Set || !quoted(c.Kind, c.Field) || c.Value == none {
		return nil
	}
	for _, p := range pieces {
		body, err := b.tx.Body(p.row.Report)
		if err != nil {
			return err
		}
		if body == nil {
			continue
		}
		if at := strings.Index(body.Text, c.Value); at >= 0 {
			span := rapporteur.NewIndex(body.Text).Span(at, at+len(c.Value))
			span.Report = p.Report
			c.Words = append(c.Words, span)
			return nil
		}
	}
	return invalid("correct "+c.Entry, "these words do not stand in its reports: "+c.Value)
}

// touchAll has the entries of a report described anew.
func (b *batch) touchAll(r *ReportRow) error {
	if own, known := b.own[r.Number]; known {
		for _, p := range own {
			if p.row.Entry != 0 {
				b.touched[p.row.Entry] = true
			}
		}
		return nil
	}
	members, err := b.tx.MembersOf(r.Number)
	for _, m := range members {
		if m.Entry != 0 {
			b.touched[m.Entry] = true
		}
	}
	return err
}
