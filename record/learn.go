package record

import (
	"maps"
	"slices"

	"rapporteur"
)

// retold is a post of which a report has come or gone, and the report's day.
type retold struct {
	rapporteur.Post
	day int
}

// officeBook follows, through one change of the record, what reports say of the holders
// of offices.
type officeBook struct {
	tx Update
	// retold are the posts, and the days, of which reports have come or, if so marked,
	// may have gone; opened are the reports whose open posts are to be compared.
	retold map[retold]bool
	opened map[int64]bool
}

func newOfficeBook(tx Update) *officeBook {
	return &officeBook{tx, map[retold]bool{}, map[int64]bool{}}
}

// keepStored gives a report that has another day or place the keys of its offices.
func (b *officeBook) keepStored(row *ReportRow) error {
	body, err := legible(b.tx, row.Number)
	if err != nil || body == nil {
		return err
	}
	return b.keep(row, body)
}

// keep gives a report the keys of what it says of offices.
func (b *officeBook) keep(row *ReportRow, body *Body) error {
	b.note(row, body, false)
	if len(body.Open) > 0 {
		b.opened[row.Number] = true
	}
	keys := officeKeys(row, body)
	if len(keys) == 0 {
		return nil
	}
	return b.tx.PutKeys(OfReports, row.Number, keys)
}

// drop takes them away.
func (b *officeBook) drop(row *ReportRow) error {
	body, err := legible(b.tx, row.Number)
	if err != nil || body == nil {
		return err
	}
	b.note(row, body, true)
	delete(b.opened, row.Number)
	keys := officeKeys(row, body)
	if len(keys) == 0 {
		return nil
	}
	return b.tx.DropKeys(OfReports, row.Number, keys)
}

// retell notes the offices of a report that has got a later version, or has none any
// more.
func (b *officeBook) retell(row *ReportRow) error {
	body, err := legible(b.tx, row.Number)
	if err != nil || body == nil {
		return err
	}
	b.note(row, body, true)
	return nil
}

// note notes of which offices, and of which day, a report tells that is new, or that is
// gone or may be.
func (b *officeBook) note(row *ReportRow, body *Body, gone bool) {
	day, known := publishedOn(row)
	if !known {
		return
	}
	for i := range body.Incumbents {
		n := retold{body.Incumbents[i].Post(), day}
		b.retold[n] = b.retold[n] || gone
	}
}

// settle finds the reports whose open posts have another holder now than the one for
// whom they were read, and marks them as to be read again.
func (b *officeBook) settle() error {
	for n, gone := range b.retold {
		if err := b.affected(n, gone); err != nil {
			return err
		}
	}
	for _, number := range slices.Sorted(maps.Keys(b.opened)) {
		if err := b.compare(number); err != nil {
			return err
		}
	}
	return nil
}

// affected adds the reports whose holder hangs on what the reports of a day say: those
// until the next day on which a report names one. Where the reports before name the
// same person, and nobody else was named on the day, there is nothing to look at.
func (b *officeBook) affected(n retold, gone bool) error {
	o := offices{b.tx}
	until, err := o.next(n.Post, n.day)
	if err != nil {
		return err
	}
	before, err := o.on(n.Post, n.day-1)
	if err != nil {
		return err
	}
	now, err := o.on(n.Post, n.day)
	if err != nil {
		return err
	}
	if !gone && before != nil && now != nil && now.alone && now.person() == before.person() && until <= before.day+termDays+1 {
		return nil
	}
	for when := floor(n.day, officeDays); when <= floor(until-1, officeDays); when++ {
		rows, err := o.speaking(leaving, n.Post, when, n.day, until-1)
		if err != nil {
			return err
		}
		for _, row := range rows {
			b.opened[row.Number] = true
		}
	}
	return nil
}

// compare marks a report as outdated, or takes the mark away.
func (b *officeBook) compare(number int64) error {
	rows, err := b.tx.ReportRows(number)
	if err != nil || len(rows) == 0 {
		return err
	}
	row := &rows[0]
	body, err := legible(b.tx, number)
	if err != nil || body == nil {
		return err
	}
	changed, err := offices{b.tx}.changed(row, body)
	if err != nil || changed == body.Outdated {
		return err
	}
	if err := b.tx.DropKeys(OfReports, number, officeKeys(row, body)); err != nil {
		return err
	}
	body.Outdated = changed
	if err := b.tx.SetReport(*row, body); err != nil {
		return err
	}
	return b.tx.PutKeys(OfReports, number, officeKeys(row, body))
}

// changed reports whether an open post of a report has another holder than the one for
// whom it was read.
func (o offices) changed(row *ReportRow, body *Body) (bool, error) {
	day, known := publishedOn(row)
	for _, p := range body.Open {
		holder := ""
		if known {
			v, err := o.on(p.Post, day)
			if err != nil {
				return false, err
			}
			holder = v.person()
		}
		if holder != p.Holder {
			return true, nil
		}
	}
	return false, nil
}
