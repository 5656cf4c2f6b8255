package record

import (
	"rapporteur"
	"slices"
)

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

// made reports whether a piece is there only because a person added it in a
// correction.
func (c *Correction) made(p *piece) bool {
	return c != nil && c.Action == Missed && slices.ContainsFunc(c.Targets, func(a Address) bool { return a.Member == p.ID }) &&
		(p.Evidence() != nil && missedID(p.Report, p.row.Kind, p.Evidence()[0]) == p.ID)
}
