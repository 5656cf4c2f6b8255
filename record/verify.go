package record

import (
	"context"
	"fmt"
	"slices"
	"time"

	"rapporteur"
)

// Problem is something in the record that does not hold.
type Problem struct {
	// Of is the id of the report or entry.
	Of   string `json:"of"`
	What string `json:"what"`
}

// verified is the number of reports or entries that are looked at in one view.
const verified = 500

// Verify checks what the record promises: the words of every entry stand in its
// report, every entry of a report that counts belongs to one entry of the record
// and can be found by its keys, the members of an entry hold together, and an
// entry that became part of another has none. It tells of each problem until tell
// returns false.
func (r *Record) Verify(ctx context.Context, tell func(Problem) bool) error {
	v := &verifier{tell: tell}
	for _, step := range []func(*look) error{v.reports, v.entries} {
		v.last, v.end = 0, false
		for !v.end {
			if err := r.view(ctx, time.Time{}, step); err != nil {
				return err
			}
		}
	}
	return nil
}

// verifier is a check on its way.
type verifier struct {
	tell func(Problem) bool
	// last is the number looked at last; end says that there is no more to do.
	last int64
	end  bool
}

func (v *verifier) problem(of, format string, args ...any) {
	if !v.tell(Problem{of, fmt.Sprintf(format, args...)}) {
		v.end = true
	}
}

// reports checks the next reports.
func (v *verifier) reports(l *look) error {
	rows, err := l.ReportsAfter(v.last, verified)
	v.end = len(rows) < verified
	for i := range rows {
		if err != nil {
			return err
		}
		v.last = rows[i].Number
		l.rows[v.last] = &rows[i]
		err = v.report(l, &rows[i])
	}
	return err
}

// report checks a report with its members.
func (v *verifier) report(l *look, row *ReportRow) error {
	body, err := l.Body(row.Number)
	if err != nil {
		return err
	}
	if body == nil {
		v.problem(row.ID, "its text is missing")
		return nil
	}
	heads, err := l.MembersOf(row.Number)
	if err != nil {
		return err
	}
	members, err := l.members(heads)
	if err != nil {
		return err
	}
	index := rapporteur.NewIndex(body.Text)
	for _, m := range members {
		p, err := decode(m, row, l.corrections)
		if err != nil {
			v.problem(row.ID, "member %d cannot be read: %v", m.Number, err)
			continue
		}
		if err := v.member(l, p, index, body.Text); err != nil {
			return err
		}
	}
	return nil
}

// member checks one member of a report.
func (v *verifier) member(l *look, p *piece, index *rapporteur.Index, text string) error {
	for _, e := range p.Evidence() {
		if from, to := index.Offset(e.Start), index.Offset(e.End); from > to || text[from:to] != e.Text {
			v.problem(p.Report, "the words of %s %s do not stand at %d to %d", p.row.Kind, p.ID, e.Start, e.End)
		}
	}
	counts := p.report.SupersededBy == "" && !p.row.Stale
	if (p.row.Entry != 0) != counts {
		v.problem(p.Report, "%s %s: is on the record %v, should be %v", p.row.Kind, p.ID, p.row.Entry != 0, counts)
	}
	if p.row.Entry == 0 || len(p.blocking) == 0 {
		return nil
	}
	owners, err := l.Owners(OfMembers, p.blocking[:1])
	if err == nil && !slices.Contains(owners, p.row.Number) {
		v.problem(p.Report, "%s %s cannot be found by its keys", p.row.Kind, p.ID)
	}
	return err
}

// entries checks the next entries.
func (v *verifier) entries(l *look) error {
	rows, err := l.EntriesAfter(v.last, verified)
	if err != nil {
		return err
	}
	v.end = len(rows) < verified
	for _, row := range rows {
		v.last = row.Number
		pieces, err := l.pieces(row.Number)
		if err != nil {
			return err
		}
		if len(pieces) > 0 && row.SupersededBy != 0 {
			v.problem(row.ID, "is no more, and has %d members", len(pieces))
		}
		if parts := components(pieces); len(parts) > 1 {
			v.problem(row.ID, "falls into %d parts", len(parts))
		}
	}
	return nil
}
