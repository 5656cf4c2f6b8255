package record

import "slices"

// daysKept is for how many days it is known how many reports a desk brought in.
const daysKept = 31

// brought counts new reports towards what a desk may bring in a day. More than that are
// refused, all that come together.
func brought(u Update, name, today string, fresh int) error {
	if name == "" || fresh == 0 {
		return nil
	}
	desk, err := deskOf(u, name)
	if err != nil {
		return err
	}
	n, err := arrivedOn(u, name, today)
	if err != nil {
		return err
	}
	if most := desk.ReportsADay; most > 0 && n+fresh > most {
		return overQuota("add", name, most, "reports a day", "go on tomorrow (UTC)")
	}
	if n == 0 {
		if err := forgetDays(u, name); err != nil {
			return err
		}
	}
	return putRow(u, name, deskDay, today, n+fresh)
}

// forgetDays forgets the days that nobody counts any more.
func forgetDays(u Update, name string) error {
	rows, err := u.DeskRows(name, deskDay)
	if err != nil {
		return err
	}
	for _, row := range rows[:max(0, len(rows)-daysKept)] {
		if err := u.DropDeskRow(name, deskDay, row.Key); err != nil {
			return err
		}
	}
	return nil
}

// isNew reports whether a report was not on the record before.
func (o Outcome) isNew() bool { return slices.Contains([]Outcome{Added, Revised, Copied}, o) }

// keepDossier keeps a dossier of a desk within what it may have.
func keepDossier(u Update, name string, d Dossier) error {
	desk, err := deskOf(u, name)
	if err != nil {
		return err
	}
	rows, err := u.DeskRows(name, deskDossier)
	if err != nil {
		return err
	}
	there := slices.ContainsFunc(rows, func(r DeskRow) bool { return r.Key == d.Name })
	if most := desk.Dossiers; most > 0 && len(rows) >= most && !there {
		return overQuota("save dossier "+d.Name, name, most, "dossiers", "drop one")
	}
	return putRow(u, name, deskDossier, d.Name, d)
}

// dropDossier forgets a dossier of a desk.
func dropDossier(u Update, desk, name string) error {
	rows, err := u.DeskRows(desk, deskDossier)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(rows, func(r DeskRow) bool { return r.Key == name }) {
		return unknown("drop dossier", "dossier", name)
	}
	return u.DropDeskRow(desk, deskDossier, name)
}
