package record

import (
	"slices"
	"time"

	"rapporteur"
)

// timeless is a time without what a store does not keep of it.
func timeless(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }

// batch is one change of the record on its way.
type batch struct {
	tx Update
	// namespace is the desk whose corrections are appended, empty for the shared record.
	namespace   string
	at          time.Time
	corrections *corrections
	rows        map[int64]*ReportRow
	// groups are the reports of groups, as they are while reports are put on the record.
	groups   map[group][]*ReportRow
	foreseen *foreseen
	pieces   map[int64]*piece
	actors   map[string]bool
	// touched entries are found anew at the end; broken ones have lost a member,
	// and may have to be taken apart.
	touched, broken map[int64]bool
	// lines are the lines that have changed, and the days on which.
	lines map[Term]map[int]bool
	// minted are the entries of this batch.
	minted map[int64]bool
	// gathered are the owners of keys of members, those of this batch included, while
	// a report is put on the record; inside are the members of entries that this batch
	// has minted, own the pieces of reports that it has stored.
	gathered map[uint64][]int64
	inside   map[int64][]*piece
	own      map[int64][]*piece
	// alone are the lines on which a minted position stands.
	alone map[Term]bool
	// home is the entry that a member had before it left.
	home map[int64]int64
	// former is the entry that a member had before a correction that is taken back.
	former map[int64]int64
	// offices follows what reports say of the holders of offices.
	offices *officeBook
}

func newBatch(tx Update, at time.Time) *batch {
	return &batch{tx: tx, at: timeless(at), corrections: newCorrections(tx, time.Time{}),
		rows: map[int64]*ReportRow{}, groups: map[group][]*ReportRow{}, foreseen: foreseeNothing(tx), pieces: map[int64]*piece{}, actors: map[string]bool{},
		touched: map[int64]bool{}, broken: map[int64]bool{}, lines: map[Term]map[int]bool{}, minted: map[int64]bool{}, home: map[int64]int64{},
		former: map[int64]int64{}, inside: map[int64][]*piece{}, own: map[int64][]*piece{}, alone: map[Term]bool{}, offices: newOfficeBook(tx)}
}

// report gives the row of a report; what the batch changes, it changes there.
func (b *batch) report(number int64) (*ReportRow, error) {
	found, err := b.reports([]int64{number})
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}

func (b *batch) reports(numbers []int64) ([]*ReportRow, error) {
	var missing []int64
	for _, n := range numbers {
		if b.rows[n] == nil {
			missing = append(missing, n)
		}
	}
	if len(missing) > 0 {
		rows, err := b.tx.ReportRows(missing...)
		if err != nil {
			return nil, err
		}
		b.keep(rows)
	}
	var out []*ReportRow
	for _, n := range numbers {
		if r := b.rows[n]; r != nil {
			out = append(out, r)
		}
	}
	return out, nil
}

// keep remembers rows that are not yet known, and gives those that are.
func (b *batch) keep(rows []ReportRow) []*ReportRow {
	var out []*ReportRow
	for i := range rows {
		n := rows[i].Number
		if b.rows[n] == nil {
			b.rows[n] = &rows[i]
		}
		out = append(out, b.rows[n])
	}
	return out
}

// piecesOf gives the pieces of members.
func (b *batch) piecesOf(numbers []int64) ([]*piece, error) {
	var missing []int64
	for _, n := range numbers {
		if b.pieces[n] == nil {
			missing = append(missing, n)
		}
	}
	if len(missing) > 0 {
		rows, err := b.tx.Members(missing...)
		if err != nil {
			return nil, err
		}
		if err := b.read(rows); err != nil {
			return nil, err
		}
	}
	out := make([]*piece, 0, len(numbers))
	for _, n := range numbers {
		if p := b.pieces[n]; p != nil {
			out = append(out, p)
		}
	}
	return out, nil
}

// forget forgets the pieces, as their reports or corrections are others now.
func (b *batch) forget() {
	clear(b.pieces)
	clear(b.inside)
	clear(b.own)
}

// decode gives the pieces of rows that come without their bodies; what the batch
// knows better stays.
func (b *batch) decode(rows []MemberRow) ([]*piece, error) {
	return b.piecesOf(numbersOf(rows))
}

// read makes pieces of whole rows. Damaged ones are passed over, so that a report
// can be removed or read again; Verify tells of them.
func (b *batch) read(rows []MemberRow) error {
	var of []int64
	for _, row := range rows {
		of = append(of, row.Report)
	}
	reports, err := b.reports(distinct(of))
	if err != nil {
		return err
	}
	if err := b.corrections.load(textsOf(reports)...); err != nil {
		return err
	}
	for _, row := range rows {
		p, err := decode(row, b.rows[row.Report], b.corrections)
		if err == nil {
			b.pieces[row.Number] = p
		}
	}
	return nil
}

// legible gives what is large in a report, nil where it is damaged, so that the others
// can be worked on; Verify tells of it. Any other failure may have ended the update.
func legible(v View, number int64) (*Body, error) {
	body, err := v.Body(number)
	if rapporteur.CodeOf(err) == rapporteur.Damaged {
		return nil, nil
	}
	return body, err
}

// textsOf are the texts of some reports.
func textsOf(reports []*ReportRow) []string {
	var out []string
	for _, r := range reports {
		out = append(out, r.TextID())
	}
	return out
}

// putActors makes the names of actors known, once a batch.
func (b *batch) putActors(cast []rapporteur.Actor) error {
	for _, a := range cast {
		if b.actors[a.ID] {
			continue
		}
		b.actors[a.ID] = true
		if err := b.tx.PutActor(a); err != nil {
			return err
		}
	}
	return nil
}

// everyPiece gives the pieces of all readings of a report, the last ones last.
func (b *batch) everyPiece(r *ReportRow) ([]*piece, error) {
	rows, err := b.tx.MembersOf(r.Number)
	if err != nil {
		return nil, err
	}
	return b.decode(rows)
}

// living gives the entry of an id, or the one that took its place.
func (b *batch) living(id string) (*EntryRow, error) {
	row, err := b.tx.Entry(id)
	if err != nil {
		return nil, err
	}
	if row == nil {
		return nil, unknown("correct", "entry", id)
	}
	for row.SupersededBy != 0 {
		next, err := b.tx.EntryRows(row.SupersededBy)
		if err != nil || len(next) == 0 {
			return nil, err
		}
		row = &next[0]
	}
	return row, nil
}

// of gives the pieces of the last reading of a report.
func (b *batch) of(r *ReportRow) ([]*piece, error) {
	if own, known := b.own[r.Number]; known {
		return slices.Clone(own), nil
	}
	rows, err := b.tx.MembersOf(r.Number)
	if err != nil {
		return nil, err
	}
	return b.decode(slices.DeleteFunc(rows, func(m MemberRow) bool { return m.Stale }))
}

// whole gives the members of all readings of a report with their bodies.
func (b *batch) whole(row *ReportRow) ([]MemberRow, error) {
	heads, err := b.tx.MembersOf(row.Number)
	if err != nil {
		return nil, err
	}
	return b.tx.Members(numbersOf(heads)...)
}

// in gives the pieces of an entry.
func (b *batch) in(entry int64) ([]*piece, error) {
	if inside, known := b.inside[entry]; known {
		return slices.Clone(inside), nil
	}
	rows, err := b.tx.MembersIn(time.Time{}, entry)
	if err != nil {
		return nil, err
	}
	return b.decode(rows)
}

// hold fetches the members of some entries at once, so that in need not.
func (b *batch) hold(entries []int64) error {
	var missing []int64
	for _, e := range entries {
		if _, known := b.inside[e]; !known && e != 0 {
			missing = append(missing, e)
		}
	}
	if len(missing) < 2 {
		return nil
	}
	heads, err := b.tx.MembersIn(time.Time{}, missing...)
	if err != nil {
		return err
	}
	pieces, err := b.decode(heads)
	if err != nil {
		return err
	}
	for _, e := range missing {
		b.inside[e] = []*piece{}
	}
	for _, p := range pieces {
		b.inside[p.row.Entry] = append(b.inside[p.row.Entry], p)
	}
	return nil
}
