package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"rapporteur"
)

// batch is one change of the record on its way.
type batch struct {
	tx          Update
	at          time.Time
	corrections *corrections
	rows        map[int64]*ReportRow
	pieces      map[int64]*piece
	actors      map[string]bool
	// touched entries are found anew at the end; broken ones have lost a member,
	// and may have to be taken apart.
	touched, broken map[int64]bool
	// lines are the lines that have changed, and the days on which.
	lines map[Term]days
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
}

func newBatch(tx Update, at time.Time) *batch {
	return &batch{tx: tx, at: timeless(at), corrections: newCorrections(tx, time.Time{}),
		rows: map[int64]*ReportRow{}, pieces: map[int64]*piece{}, actors: map[string]bool{},
		touched: map[int64]bool{}, broken: map[int64]bool{}, lines: map[Term]days{}, minted: map[int64]bool{}, home: map[int64]int64{},
		former: map[int64]int64{}, inside: map[int64][]*piece{}, own: map[int64][]*piece{}, alone: map[Term]bool{}}
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

// mint makes an entry for a member. Its id is made of the member's, so that the
// same reports that arrive in the same order give the same ids.
func (b *batch) mint(p *piece) (int64, error) {
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
func (b *batch) back(p *piece) (int64, error) {
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
func (b *batch) empty(e *EntryRow) (bool, error) {
	if e.SupersededBy != 0 {
		return false, nil
	}
	members, err := b.tx.MembersIn(time.Time{}, e.Number)
	return len(members) == 0, err
}
