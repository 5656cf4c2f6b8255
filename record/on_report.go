package record

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur"
)

// onReport carries out what a person says of a report: what it lacks, or how it is
// wrong about itself.
func (b persons) onReport(d Demand, row *ReportRow) (Correction, error) {
	c := Correction{At: b.at, By: d.By, Note: d.Note, Entry: row.ID, Kind: ReportKind, Action: d.Action, Field: d.Field, Value: d.Value,
		Targets: []Address{{Report: row.ID}}}
	if d.By == "" {
		return c, invalid("correct "+d.Entry, "say who corrects it")
	}
	if d.Action == Set && b.namespace != "" {
		return c, invalid("correct "+d.Entry, "where and when a report stood is everybody's; say so without --namespace")
	}
	switch d.Action {
	case Missed:
		return b.addMissed(d, row)
	case Remark:
		return c, b.append(&c)
	case Undo:
		was, err := b.standing(d)
		if err != nil {
			return c, err
		}
		if was.Entry != row.ID {
			return c, invalid("correct "+d.Entry, "correction "+d.Value+" is of another entry; rapporteur correct "+was.Entry+" --undo "+d.Value)
		}
		if was.Action == Missed { // none of what it added is on the record
			c.Kind, c.Targets = was.Kind, was.Targets
			if err := b.append(&c); err != nil {
				return c, err
			}
			return c, b.unmake(was)
		}
		return c, b.takeBack(&c, d, was, row)
	case Set:
		if err := d.checkReport(); err != nil {
			return c, err
		}
	default:
		return c, invalid("correct "+d.Entry, "it is a report, of which only --set, --add-entry, --undo and --note can be said; the entries read from it have ids of their own")
	}
	return c, b.putRight(&c, d, row)
}

// putRight appends a correction of a report and finds anew what the report is a copy
// or a version of. One that changes nothing leaves all entries as they are.
func (b persons) putRight(c *Correction, d Demand, row *ReportRow) error {
	switch same, err := b.says(c, row); {
	case err != nil:
		return err
	case same:
		return b.append(c)
	}
	if err := b.lift(row); err != nil {
		return err
	}
	if err := b.append(c); err != nil {
		return err
	}
	if err := b.corrections.amend(row); err != nil {
		return err
	}
	b.forget()
	if err := b.readAgain(d, row); err != nil {
		return err
	}
	if err := b.offices.keepStored(row); err != nil {
		return err
	}
	_, err := b.place(row)
	return err
}

// says reports whether a report says of itself already what it will with a correction,
// or without the one that this takes back.
func (b persons) says(c *Correction, row *ReportRow) (bool, error) {
	all, err := b.corrections.ofReport(row)
	if err != nil {
		return false, err
	}
	if c.Action == Set {
		all = append(all, c)
	} else {
		all = slices.DeleteFunc(all, func(o *Correction) bool { return strconv.FormatInt(o.ID, 10) == c.Value })
	}
	then := *row
	then.putRight(all)
	return then.Outlet == row.Outlet && then.Title == row.Title && then.Published == row.Published, nil
}

// takeBack takes back what a person said of a report: it, and whatever belongs together
// with it before or afterwards, gets the entries back that it had.
func (b persons) takeBack(c *Correction, d Demand, was *Correction, row *ReportRow) error {
	before, err := b.concerned(row)
	if err != nil {
		return err
	}
	if err := b.putRight(c, d, row); err != nil {
		return err
	}
	after, err := b.concerned(row)
	if err != nil {
		return err
	}
	pieces, err := b.piecesOf(distinct(append(before, after...)))
	if err != nil {
		return err
	}
	return b.remember(pieces, was.At.Add(-time.Millisecond))
}

// concerned gives the members of a report and of all that belong together with it, and of
// all entries that they are in.
func (b persons) concerned(row *ReportRow) ([]int64, error) {
	rows, err := b.together(row)
	if err != nil {
		return nil, err
	}
	var pieces []*piece
	entries := map[int64]bool{}
	for _, r := range rows {
		of, err := b.of(r)
		if err != nil {
			return nil, err
		}
		for _, p := range of {
			if !slices.Contains(pieces, p) {
				pieces = append(pieces, p)
				entries[p.row.Entry] = true
			}
		}
	}
	delete(entries, 0)
	if pieces, err = b.withOthers(pieces, entries); err != nil {
		return nil, err
	}
	var out []int64
	for _, p := range pieces {
		out = append(out, p.row.Number)
	}
	return out, nil
}

// addMissed adds an entry to a report.
func (b persons) addMissed(d Demand, row *ReportRow) (Correction, error) {
	c := Correction{At: b.at, By: d.By, Note: d.Note, Entry: row.ID, Kind: d.Kind, Action: Missed, Value: d.Value}
	op := "correct " + d.Entry
	body, err := b.tx.Body(row.Number)
	if err != nil || body == nil {
		return c, err
	}
	words, err := d.find(body.Text)
	if err != nil {
		return c, err
	}
	words.Report = row.ID
	c.Words = []rapporteur.Span{words}
	c.Targets = []Address{{Report: row.ID, Member: missedID(row.ID, d.Kind, words), Start: words.Start, End: words.End}}
	there, err := b.corrections.of(row.TextID())
	if err != nil {
		return c, err
	}
	if slices.ContainsFunc(there, func(o *Correction) bool { return o.Action == Missed && c.Targets[0].same(o.Targets[0]) }) {
		return c, invalid(op, "a "+string(d.Kind)+" of these words was added already; rapporteur corrections lists it")
	}
	if err := b.settings(&c, d, row); err != nil {
		return c, err
	}
	if err := b.append(&c); err != nil {
		return c, err
	}
	if err := (additions{b.batch}).put(row, d.Kind, words, body.Sentences); err != nil {
		return c, err
	}
	if err := b.enter(row); err != nil || row.SupersededBy == "" {
		return c, err
	}
	head, err := b.tx.Report(row.SupersededBy)
	if err != nil || head == nil {
		return c, err
	}
	return c, b.carry(row, b.keep([]ReportRow{*head})[0])
}

// settings checks the fields of a missed entry, one after the other, and notes them.
func (b persons) settings(c *Correction, d Demand, row *ReportRow) error {
	p := &piece{row: MemberRow{Report: row.Number, Kind: d.Kind}, report: row,
		Member: Member{Report: row.ID, Content: bare(row.ID, d.Kind, c.Words[0])}}
	p.fixed = p.Content
	settings := slices.Clone(d.With)
	slices.SortStableFunc(settings, func(x, y Setting) int { return x.rank() - y.rank() })
	for _, s := range settings {
		one := Demand{Entry: d.Entry, Action: s.Action, Field: s.Field, Value: s.Value, Actor: s.Actor, By: d.By}
		if s.Action != Set && s.Action != Include || strings.HasPrefix(s.Field, "actor:") {
			return invalid("correct "+d.Entry, "an entry that is added takes --set and --add")
		}
		if err := one.check(d.Kind, []*piece{p}); err != nil {
			return err
		}
		set := s.correction(d.Kind)
		set.Entry = d.Entry
		if err := b.quote(&set, []*piece{p}); err != nil {
			return err
		}
		s.Words = set.Words
		p.fixed = set.apply(p.fixed)
		c.With = append(c.With, s)
	}
	if lacks := p.fixed.lacks(); lacks != "" {
		return invalid("correct "+d.Entry, "a "+string(d.Kind)+" that is added needs "+lacks)
	}
	return nil
}

// madeBy gives the entry that a correction to be taken back added to a report, empty
// where it did not, or where its words are gone: it is taken back by its entry.
func (b persons) madeBy(d Demand, row *ReportRow) (string, error) {
	if d.Action != Undo || d.By == "" {
		return "", nil
	}
	was, err := b.standing(d)
	if err != nil || was.Entry != row.ID || was.Action != Missed {
		return "", err
	}
	for _, a := range was.Targets {
		pieces, err := b.meant(was, a)
		if err != nil {
			return "", err
		}
		if len(pieces) == 0 {
			continue
		}
		rows, err := b.tx.EntryRows(pieces[0].row.Entry)
		if err != nil || len(rows) == 0 {
			return "", err
		}
		return rows[0].ID, nil
	}
	return "", nil
}
