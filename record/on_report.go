package record

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur"
)

// additions are what persons add to reports.
type additions struct{ *batch }

// onReport carries out what a person says of a report: what it lacks, or how it is
// wrong about itself.
func (b *batch) onReport(d Demand, row *ReportRow) (Correction, error) {
	c := Correction{At: b.at, By: d.By, Note: d.Note, Entry: row.ID, Kind: ReportKind, Action: d.Action, Field: d.Field, Value: d.Value,
		Targets: []Address{{Report: row.ID}}}
	if d.By == "" {
		return c, invalid("correct "+d.Entry, "say who corrects it")
	}
	switch d.Action {
	case Missed:
		return additions{b}.add(d, row)
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
		if was.Action == Missed {
			return additions{b}.undo(d, was)
		}
	case Set:
		if err := d.checkReport(); err != nil {
			return c, err
		}
	default:
		return c, invalid("correct "+d.Entry, "it is a report, of which only --set, --add-entry, --undo and --note can be said; the entries read from it have ids of their own")
	}
	return c, b.putRight(&c, row)
}

// putRight appends a correction of a report and finds anew what the report is a copy
// or a version of.
func (b *batch) putRight(c *Correction, row *ReportRow) error {
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
	if err := b.tx.SetReport(*row, nil); err != nil {
		return err
	}
	_, err := b.place(row)
	return err
}

// add adds an entry to a report.
func (b additions) add(d Demand, row *ReportRow) (Correction, error) {
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
	about, err := b.about(row)
	if err != nil {
		return c, err
	}
	if err := b.put(row, d.Kind, words, body.Sentences, about); err != nil {
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
func (b additions) settings(c *Correction, d Demand, row *ReportRow) error {
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

// missedIn gives the entries that persons added to a report and that its reading is to
// have, as far as their words stand in the text.
// What the reading has by itself now is not there twice: found has, by the ids of such
// entries, those of the missed ones whose place they take.
func (cs *corrections) missedIn(row *ReportRow, text string, read []Content) (out []Content, found map[string]string, err error) {
	found = map[string]string{}
	var index *rapporteur.Index
	all, err := cs.of(row.TextID())
	for _, c := range all {
		if c.Action != Missed {
			continue
		}
		for _, a := range c.Targets {
			words := rapporteur.Span{Start: a.Start, End: a.End, Text: c.Value}
			if a.Member != missedID(a.Report, c.Kind, words) || !c.names([]Address{a}, row, []string{a.Member}) {
				continue
			}
			if index == nil {
				index = rapporteur.NewIndex(text)
			}
			if from, to := index.Offset(a.Start), index.Offset(a.End); from <= to && text[from:to] == c.Value {
				if id := c.readNow(row.ID, bare(row.ID, c.Kind, words), read); id != "" {
					found[a.Member] = id
				} else {
					out = append(out, bare(row.ID, c.Kind, words))
				}
				break
			}
		}
	}
	return out, found, err
}

// put stores a member for an entry that a person added; it belongs to no entry
// of the record yet.
func (b additions) put(row *ReportRow, kind Kind, words rapporteur.Span, passages [][2]int, about string) error {
	content := bare(row.ID, kind, words)
	body, data, err := content.body(nil, stored{About: about})
	if err != nil {
		return err
	}
	return b.batch.put(row, []draft{{MemberRow{Report: row.Number, Sentence: sentenceOf(content, onlySentences(passages)), Kind: kind, ID: missedID(row.ID, kind, words), Body: data}, body}})
}

// about gives the state of which a report speaks most, as its other entries know it.
func (b additions) about(row *ReportRow) (string, error) {
	pieces, err := b.of(row)
	if err != nil || len(pieces) == 0 {
		return "", err
	}
	return pieces[0].about, nil
}

// carryTo adds an entry that a person added to one version of an article to
// another, where its words stand there once. It says where, nil for nowhere.
func (b additions) carryTo(c *Correction, from Address, to *ReportRow) (*Correction, error) {
	body, err := b.tx.Body(to.Number)
	if err != nil || body == nil {
		return nil, err
	}
	found := places(body.Text, c.Value)
	if len(found) != 1 {
		return nil, nil
	}
	about, err := b.about(to)
	if err != nil {
		return nil, err
	}
	words := found[0]
	if err := b.put(to, c.Kind, words, body.Sentences, about); err != nil {
		return nil, err
	}
	return &Correction{At: b.at, Entry: c.Entry, Kind: c.Kind, Action: Carry, Value: strconv.FormatInt(c.ID, 10), Others: []Address{from},
		Targets: []Address{{Report: to.ID, Member: missedID(to.ID, c.Kind, words), Start: words.Start, End: words.End}}}, nil
}

// readNow gives the id of the entry of a reading that is what a person added, empty
// where there is none: one in the same words, with everybody whom the person named and
// of the same type or stance.
func (c *Correction) readNow(report string, missed Content, read []Content) string {
	missed = c.apply(missed)
	who := missed.actors()
	for _, one := range read {
		kind, id := one.kind(report)
		if kind != c.Kind || !inWords(missed, one) || len(shared(who, one.actors())) < len(who) {
			continue
		}
		same := true
		switch {
		case one.Event != nil:
			same = one.Event.Plover.Type == missed.Event.Plover.Type
		case one.Position != nil:
			same = one.Position.Stance == missed.Position.Stance
		}
		if same {
			return id
		}
	}
	return ""
}

// inWords reports whether an entry that was read stands on the words of one that was
// added: a statement says much the same, another entry has them in its evidence.
func inWords(missed, read Content) bool {
	if read.Statement != nil {
		return share(wordSet(said(missed.Statement.Content)), wordSet(said(read.Statement.Content))) >= alikeWords &&
			overlaps(missed.Statement.Content, read.Statement.Content)
	}
	return overlaps(missed.Evidence(), read.Evidence())
}

// overlaps reports whether some spans have code points in common with others.
func overlaps(a, b []rapporteur.Span) bool {
	return slices.ContainsFunc(a, func(x rapporteur.Span) bool {
		return slices.ContainsFunc(b, func(y rapporteur.Span) bool { return x.Start < y.End && y.Start < x.End })
	})
}

// undo takes an entry that a person added off the record, by its report.
func (b additions) undo(d Demand, was *Correction) (Correction, error) {
	for _, a := range was.Targets {
		pieces, err := b.meant(was, a)
		if err != nil {
			return Correction{}, err
		}
		if len(pieces) == 0 {
			continue
		}
		rows, err := b.tx.EntryRows(pieces[0].row.Entry)
		if err != nil || len(rows) == 0 {
			return Correction{}, err
		}
		d.Entry = rows[0].ID
		return b.carryOut(d)
	}
	c := Correction{At: b.at, By: d.By, Note: d.Note, Entry: was.Entry, Kind: was.Kind, Action: Undo, Value: d.Value, Targets: was.Targets}
	return c, b.append(&c) // its words are gone already
}

// made reports whether a piece is there only because a person added it in a
// correction.
func (c *Correction) made(p *piece) bool {
	return c != nil && c.Action == Missed && slices.ContainsFunc(c.Targets, func(a Address) bool { return a.Member == p.ID }) &&
		(p.Evidence() != nil && missedID(p.Report, p.row.Kind, p.Evidence()[0]) == p.ID)
}
